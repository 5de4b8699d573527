// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/account.h"

#include <QByteArray>
#include <QNetworkRequest>
#include <QUrl>

#include <chrono>

namespace hangup {

/// "/v1/Account/<auth ID>/": where every address of the API begins. For CallRequest and ReadRequest alone.
QByteArray accountPath(const AuthId &authId);

/// What every request to Plivo has in common, and all of it but the credentials: never redirected, no cookies, no
/// cache, no HTTP/2, no compression, TLS 1.2 or later with a verified peer. @p silence: no byte for so long ends it.
QNetworkRequest plainRequest(const QUrl &url, std::chrono::milliseconds silence);

/// True if @p url is @p address and after it exactly the bytes @p pathAndQuery, in the encoded and normalised form,
/// which is what goes on the wire (QUrl::path() still shows dots that the wire does not).
bool isExactly(const QUrl &url, const ApiAddress &address, const QByteArray &pathAndQuery);

} // namespace hangup
