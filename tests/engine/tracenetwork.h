// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/callid.h"
#include "domain/intentlog.h"

#include <QByteArray>
#include <QList>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRandomGenerator>

#include <functional>
#include <optional>
#include <utility>

namespace hangup::test {

/// One answer as Qt hands it over: what a status line, headers and a body, or the lack of them, come to.
struct TraceAnswer
{
    int status = 0; ///< 0: no status line came
    QByteArray body {};
    QList<std::pair<QByteArray, QByteArray>> headers {};
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    bool hangs = false; ///< nothing comes at all, until it is cut
    bool trusted = true; ///< false: it may belong to another request, for a 103 came on its connection
    QByteArray toText() const;
};

/// One at random: statuses, bodies, headers and errors of Qt in all combinations that a network can make of them.
/// Those that let a trace go on are likelier than the others.
TraceAnswer randomAnswer(QRandomGenerator &random, RequestKind kind, const CallId &id);

/// A request as it was handed over.
struct TraceRequest
{
    CallId id;
    RequestKind kind;
};

/// A network that makes no connection: the answers come from the event loop, by @p answer, and each is told to
/// @p answered right before the reply ends with it.
class TraceNetwork final : public QNetworkAccessManager
{
public:
    struct Script
    {
        std::function<TraceAnswer(const TraceRequest &request)> answer;
        std::function<void(const TraceRequest &request, const TraceAnswer &answer)> answered;
    };
    /// @p script outlives it.
    explicit TraceNetwork(const Script *script) : m_script(script) { }

    /// An answer that is none came: whatever else is on the way here may be given what belongs to another one.
    bool isSpoiled = false;

protected:
    QNetworkReply *createRequest(Operation op, const QNetworkRequest &request, QIODevice *body) override;

private:
    const Script *m_script;
};

} // namespace hangup::test
