// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/account.h"

#include <QByteArray>
#include <QIODevice>
#include <QNetworkRequest>
#include <QUrl>

#include <chrono>

namespace hangup {

/// "/v1/Account/<auth ID>/": where every address of the API begins. For CallRequest and ReadRequest alone.
QByteArray accountPath(const AuthId &authId);

/// What every request to Plivo has in common, and all of it but the credentials: never redirected, no cookies, no
/// cache, no HTTP/2, no compression, TLS 1.2 or later with a verified peer. @p silence: no byte for so long ends it.
QNetworkRequest plainRequest(const QUrl &url, std::chrono::milliseconds silence);

/// A body of no bytes that can't be rewound. Over HTTP/1.1 Qt sends a request again by itself when the server closes or
/// resets without a whole answer; it can't when the body is a sequential device. So an attempt is one DELETE on the
/// wire, and no question takes two places of the rolling window. Needs makeUnrepeatable(). The Qt contract test pins
/// it.
class NoBody final : public QIODevice
{
public:
    NoBody() { open(QIODevice::ReadOnly); }
    bool isSequential() const override { return true; }
    bool atEnd() const override { return true; }
    // Qt tries to rewind before it gives up; QIODevice's own functions would print a warning each time.
    bool reset() override { return false; }
    bool seek(qint64 /*pos*/) override { return false; }

protected:
    qint64 readData(char * /*data*/, qint64 /*maxSize*/) override { return -1; }
    qint64 writeData(const char * /*data*/, qint64 /*maxSize*/) override { return -1; }
};

/// What a request with a NoBody needs besides.
void makeUnrepeatable(QNetworkRequest &request);

/// True if @p url is @p address and after it exactly the bytes @p pathAndQuery, in the encoded and normalised form,
/// which is what goes on the wire (QUrl::path() still shows dots that the wire does not).
bool isExactly(const QUrl &url, const ApiAddress &address, const QByteArray &pathAndQuery);

} // namespace hangup
