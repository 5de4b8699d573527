// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/account.h"
#include "domain/callid.h"

#include <QUrl>

#include <chrono>

class QNetworkAccessManager;
class QNetworkReply;

namespace hangup {

/// A GET that asks Plivo and changes nothing: the only place that builds such an address and sends a GET. Built from
/// checked values only; same headers, TLS and redirect rules as CallRequest. A value.
class ReadRequest
{
public:
    /// GET /v1/Account/<auth ID>/
    static ReadRequest account(const ApiAddress &address, const AuthId &authId);
    /// GET /v1/Account/<auth ID>/Call/?status=live
    static ReadRequest liveCalls(const ApiAddress &address, const AuthId &authId);

    /// GET /v1/Account/<auth ID>/Call/<id>/?status=live: 404 when it is not live
    static ReadRequest liveCall(const ApiAddress &address, const AuthId &authId, const CallId &id);
    /// GET /v1/Account/<auth ID>/Call/<id>/?status=queued
    static ReadRequest queuedCall(const ApiAddress &address, const AuthId &authId, const CallId &id);
    /// GET /v1/Account/<auth ID>/Call/<id>/: the CDR of a call that is over
    static ReadRequest record(const ApiAddress &address, const AuthId &authId, const CallId &id);

    QUrl url() const { return m_url; }

    /// The last gate: true only for exactly the addresses above, of that address and auth ID, compared byte by byte
    /// in the encoded and normalised form.
    static bool mayLeave(const QUrl &url, const ApiAddress &address, const AuthId &authId);

    /// On the manager's thread; @p silence: no byte for so long ends it. Nothing (and nothing is sent) when the gate
    /// says no. The reply belongs to the manager.
    QNetworkReply *send(QNetworkAccessManager &manager, const AuthToken &token,
                        std::chrono::milliseconds silence) const;

private:
    ReadRequest(const ApiAddress &address, const AuthId &authId, const QByteArray &rest);

    ApiAddress m_address;
    AuthId m_authId;
    QUrl m_url;
};

} // namespace hangup
