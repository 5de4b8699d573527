// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/account.h"

#include <memory>

class QNetworkAccessManager;

namespace hangup {

class ProxyLogins;

/// One real network: the system's proxy and certificates for https; no proxy for http, which ApiAddress allows to a
/// literal loopback address only (a proxy would get the credentials in the clear). Redirects are never followed.
/// A proxy that asks gets the login that @p logins has for it. Nothing answers its authenticationRequired,
/// proxyAuthenticationRequired or sslErrors, and nothing may: an answer to the first loops, an answer to the last would
/// ignore a bad certificate. Over https it has a TunnelWatch. Lives on the calling thread.
std::unique_ptr<QNetworkAccessManager> makeNetwork(const ApiAddress &address,
                                                   std::shared_ptr<ProxyLogins> logins = nullptr);

} // namespace hangup
