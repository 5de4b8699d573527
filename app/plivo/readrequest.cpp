// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "plivo/readrequest.h"

#include "plivo/plainrequest.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

namespace hangup {

using namespace Qt::StringLiterals;

namespace {

/// What follows the account's path in the list of live calls. Without the query it would be the list of finished ones.
QByteArray liveCallsRest()
{
    return "Call/?status=live"_ba;
}

/// What may follow "Call/<id>/": the look at a live or queued call, and its record.
constexpr std::array CallQueries { "?status=live", "?status=queued", "" };

QByteArray callRest(const CallId &id, const char *query)
{
    return "Call/" + id.toLatin1() + '/' + query;
}

/// The id in "Call/<id>/…" behind @p before, if exactly an id stands there.
std::optional<CallId> idIn(const QByteArray &encoded, const QByteArray &before)
{
    if (!encoded.startsWith(before))
        return {};
    return CallId::parse(QString::fromLatin1(encoded.mid(before.size(), CallId::Length)));
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

ReadRequest ReadRequest::liveCall(const ApiAddress &address, const AuthId &authId, const CallId &id)
{
    return { address, authId, callRest(id, CallQueries[0]) };
}

ReadRequest ReadRequest::queuedCall(const ApiAddress &address, const AuthId &authId, const CallId &id)
{
    return { address, authId, callRest(id, CallQueries[1]) };
}

ReadRequest ReadRequest::record(const ApiAddress &address, const AuthId &authId, const CallId &id)
{
    return { address, authId, callRest(id, CallQueries[2]) };
}

bool ReadRequest::mayLeave(const QUrl &url, const ApiAddress &address, const AuthId &authId)
{
    const QByteArray path = accountPath(authId);
    if (isExactly(url, address, path) || isExactly(url, address, path + liveCallsRest()))
        return true;
    const std::optional<CallId> id = idIn(url.toEncoded(), address.url().toEncoded() + path + "Call/");
    return id && std::any_of(CallQueries.begin(), CallQueries.end(), [&](const char *query) {
               return isExactly(url, address, path + callRest(*id, query));
           });
}

QNetworkReply *ReadRequest::send(QNetworkAccessManager &manager, const AuthToken &token,
                                 std::chrono::milliseconds silence) const
{
    QNetworkRequest request = plainRequest(m_url, silence);
    makeUnrepeatable(request);
    request.setRawHeader("Authorization"_ba, token.basicAuthorization(m_authId));
    if (!mayLeave(request.url(), m_address, m_authId))
        return nullptr;
    auto body = std::make_unique<NoBody>();
    QNetworkReply *reply = manager.sendCustomRequest(request, "GET"_ba, body.get());
    body.release()->setParent(reply); // lives as long as the reply reads from it
    return reply;
}

} // namespace hangup
