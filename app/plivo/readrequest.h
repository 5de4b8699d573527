// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/account.h"
#include "domain/callid.h"
#include "domain/callreading.h"

#include <QUrl>

#include <chrono>
#include <optional>

class QNetworkAccessManager;
class QNetworkReply;

namespace hangup {

/// A part of a list. The bounds are what may become part of an address.
class ListPage
{
public:
    static constexpr int MaxLimit = 1000;
    static constexpr int MaxOffset = 10'000'000;

    /// Nothing when @p limit is not in 1 … MaxLimit or @p offset not in 0 … MaxOffset.
    static std::optional<ListPage> of(int limit, int offset)
    {
        if (limit < 1 || limit > MaxLimit || offset < 0 || offset > MaxOffset)
            return {};
        return ListPage(limit, offset);
    }
    int limit() const { return m_limit; }
    int offset() const { return m_offset; }
    friend bool operator==(const ListPage &, const ListPage &) = default;

private:
    ListPage(int limit, int offset) : m_limit(limit), m_offset(offset) { }

    int m_limit;
    int m_offset;
};

/// A GET that asks Plivo and changes nothing: the only place that builds such an address and sends a GET. Built from
/// checked values only; same headers, TLS and redirect rules as CallRequest. A value.
class ReadRequest
{
public:
    /// GET /v1/Account/<auth ID>/
    static ReadRequest account(const ApiAddress &address, const AuthId &authId);
    /// GET /v1/Account/<auth ID>/Call/?status=live, then as far as given, in this order,
    /// &call_direction=inbound|outbound &from_number=… &to_number=… &limit=…&offset=… A + is sent as %2B.
    static ReadRequest liveCalls(const ApiAddress &address, const AuthId &authId, const LiveFilter &filter = {},
                                 const std::optional<ListPage> &page = {});
    /// The same with ?status=queued
    static ReadRequest queuedCalls(const ApiAddress &address, const AuthId &authId, const LiveFilter &filter = {},
                                   const std::optional<ListPage> &page = {});

    /// GET /v1/Account/<auth ID>/Call/<id>/?status=live: 404 when it is not live
    static ReadRequest liveCall(const ApiAddress &address, const AuthId &authId, const CallId &id);
    /// GET /v1/Account/<auth ID>/Call/<id>/?status=queued
    static ReadRequest queuedCall(const ApiAddress &address, const AuthId &authId, const CallId &id);
    /// GET /v1/Account/<auth ID>/Call/<id>/: the CDR of a call that is over
    static ReadRequest record(const ApiAddress &address, const AuthId &authId, const CallId &id);

    QUrl url() const { return m_url; }

    /// The last gate: true only for exactly the addresses above, of that address and auth ID, compared byte by byte
    /// in the encoded and normalised form. What a list's query says is read into checked values and built again from
    /// them, never accepted for its beginning.
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
