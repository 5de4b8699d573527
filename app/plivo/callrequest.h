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

/// The request that ends one call: the only place that builds a path, and the only place that sends a DELETE.
///
/// `DELETE …/Call/` without an id ends every call of the account (Plivo's documentation), so the path is built from
/// checked values only, and send() asks mayLeave() once more, in release builds too. A value.
class CallRequest
{
public:
    CallRequest(const ApiAddress &address, const AuthId &authId, const CallId &id, EndTarget target = EndTarget::Call);

    const CallId &id() const { return m_id; }
    QUrl url() const;

    /// The last gate: true only for exactly scheme://host:port/v1/Account/<authId>/Call/<36 characters>/ of that
    /// address (or …/Request/<36 characters>/, where that was asked for), compared byte by byte in the encoded and
    /// normalised form, which is what goes on the wire (QUrl::path() still shows dots that the wire does not).
    static bool mayLeave(const QUrl &url, const ApiAddress &address, const AuthId &authId,
                         EndTarget target = EndTarget::Call);

    /// Sends one DELETE through @p manager, on the manager's thread; @p silence: no byte for so long ends it.
    /// Nothing (and nothing is sent) when the gate says no. The reply belongs to the manager, as always in Qt.
    QNetworkReply *send(QNetworkAccessManager &manager, const AuthToken &token,
                        std::chrono::milliseconds silence) const;

private:
    ApiAddress m_address;
    AuthId m_authId;
    CallId m_id;
    EndTarget m_target;
};

} // namespace hangup
