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

/// What follows the account's path in a list of calls. Without the status it would be the list of finished ones.
QByteArray listRest(bool queued, const LiveFilter &filter, const std::optional<ListPage> &page)
{
    const auto number = [](const NumberFilter &n) { return n.toString().toLatin1().replace('+', "%2B"); };
    QByteArray rest = queued ? "Call/?status=queued"_ba : "Call/?status=live"_ba;
    if (filter.direction != CallDirection::Unknown)
        rest += filter.direction == CallDirection::Inbound ? "&call_direction=inbound" : "&call_direction=outbound";
    if (filter.from)
        rest += "&from_number=" + number(*filter.from);
    if (filter.to)
        rest += "&to_number=" + number(*filter.to);
    if (page)
        rest += "&limit=" + QByteArray::number(page->limit()) + "&offset=" + QByteArray::number(page->offset());
    return rest;
}

/// The value of @p key in a query without its question mark, raw; empty without it.
QByteArray valueOf(const QByteArray &query, const QByteArray &key)
{
    for (const QByteArray &pair : query.split('&')) {
        if (pair.startsWith(key + '='))
            return pair.sliced(key.size() + 1);
    }
    return {};
}

std::optional<NumberFilter> numberIn(const QByteArray &query, const QByteArray &key)
{
    QByteArray value = valueOf(query, key);
    return NumberFilter::parse(QString::fromLatin1(value.replace("%2B", "+")));
}

/// What the list's request would be that says what @p query says, as far as it says anything a list may be asked for:
/// the only one that could be the same as it, byte by byte.
QByteArray listRestFor(const QByteArray &query)
{
    LiveFilter filter { .from = numberIn(query, "from_number"), .to = numberIn(query, "to_number") };
    const QByteArray direction = valueOf(query, "call_direction");
    if (direction == "inbound")
        filter.direction = CallDirection::Inbound;
    else if (direction == "outbound")
        filter.direction = CallDirection::Outbound;
    const std::optional<ListPage> page
        = ListPage::of(valueOf(query, "limit").toInt(), valueOf(query, "offset").toInt());
    return listRest(valueOf(query, "status") == "queued", filter, page);
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

ReadRequest ReadRequest::liveCalls(const ApiAddress &address, const AuthId &authId, const LiveFilter &filter,
                                   const std::optional<ListPage> &page)
{
    return { address, authId, listRest(false, filter, page) };
}

ReadRequest ReadRequest::queuedCalls(const ApiAddress &address, const AuthId &authId, const LiveFilter &filter,
                                     const std::optional<ListPage> &page)
{
    return { address, authId, listRest(true, filter, page) };
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
    if (isExactly(url, address, path)
        || isExactly(url, address, path + listRestFor(url.query(QUrl::FullyEncoded).toLatin1())))
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
