// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/account.h"

#include <chrono>
#include <memory>

class QNetworkAccessManager;
class QNetworkReply;

namespace hangup {

class ProxyLogins;
class SystemProxies;

/// For makeNetwork(): what the system says of proxies, asked once for all networks that share it. On one thread.
std::shared_ptr<SystemProxies> makeSystemProxies();

/// One real network: the system's proxy and certificates for https; no proxy for http, which ApiAddress allows to a
/// literal loopback address only (a proxy would get the credentials in the clear). Redirects are never followed.
/// A proxy that asks gets the login that @p logins has for it. Nothing answers its authenticationRequired,
/// proxyAuthenticationRequired or sslErrors, and nothing may: an answer to the first loops, an answer to the last would
/// ignore a bad certificate. Over https it has a TunnelWatch. Lives on the calling thread.
std::unique_ptr<QNetworkAccessManager> makeNetwork(const ApiAddress &address,
                                                   std::shared_ptr<ProxyLogins> logins = nullptr,
                                                   std::shared_ptr<SystemProxies> proxies = nullptr);

/// Opens a TLS connection to the server, over which nothing is sent, for a request that comes later; Qt leaves it alone
/// if one without a request stands already. The reply carries no bytes and finishes when the connection stands, with an
/// error if it came to none; the caller deletes it. Nothing, where there is no such thing to open: over plain http, by
/// a network that is not a real one, and behind a proxy, where a connection that nobody waits for would count among the
/// proofs that nothing stood (see TunnelWatch).
QNetworkReply *connectAhead(QNetworkAccessManager &manager, const ApiAddress &address,
                            std::chrono::milliseconds silence);

} // namespace hangup
