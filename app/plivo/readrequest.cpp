// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "plivo/readrequest.h"

#include "plivo/plainrequest.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>

namespace hangup {

using namespace Qt::StringLiterals;

namespace {

/// What follows the account's path in the list of live calls. Without the query it would be the list of finished ones.
QByteArray liveCallsRest()
{
    return "Call/?status=live"_ba;
}

} // namespace

ReadRequest::ReadRequest(const ApiAddress &address, const AuthId &authId, const QByteArray &rest)
    : m_address(address), m_authId(authId),
      m_url(QUrl::fromEncoded(address.url().toEncoded() + accountPath(authId) + rest, QUrl::StrictMode))
{
}

ReadRequest ReadRequest::account(const ApiAddress &address, const AuthId &authId)
{
    return { address, authId, {} };
}

ReadRequest ReadRequest::liveCalls(const ApiAddress &address, const AuthId &authId)
{
    return { address, authId, liveCallsRest() };
}

bool ReadRequest::mayLeave(const QUrl &url, const ApiAddress &address, const AuthId &authId)
{
    const QByteArray path = accountPath(authId);
    return isExactly(url, address, path) || isExactly(url, address, path + liveCallsRest());
}

QNetworkReply *ReadRequest::send(QNetworkAccessManager &manager, const AuthToken &token,
                                 std::chrono::milliseconds silence) const
{
    QNetworkRequest request = plainRequest(m_url, silence);
    request.setRawHeader("Authorization"_ba, token.basicAuthorization(m_authId));
    if (!mayLeave(request.url(), m_address, m_authId))
        return nullptr;
    return manager.get(request);
}

} // namespace hangup
