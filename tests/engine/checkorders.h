// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/enginerun.h"

namespace hangup::test {

/// What the scripted server says of every call until told otherwise.
inline const QString UsualFrom = QStringLiteral("14155550100");
inline const QString UsualTo = QStringLiteral("14155550101");

inline QList<Answer> always(const Answer &answer)
{
    return QList<Answer>(20, answer);
}

/// 200: live, with these numbers; a null one is left out.
inline Answer liveWith(const CallId &id, const QString &from, const QString &to)
{
    QByteArray body = "{\"call_uuid\": \"" + id.toLatin1() + "\", \"call_status\": \"in-progress\"";
    if (!from.isNull())
        body += ", \"from\": \"" + from.toUtf8() + '"';
    if (!to.isNull())
        body += ", \"to\": \"" + to.toUtf8() + '"';
    return Answer::json(200, body + '}');
}

inline CallInfo infoWith(const CallId &id, const QString &from, const QString &to)
{
    CallInfo info { .id = id };
    info.from = from;
    info.to = to;
    return info;
}

inline Order checkedOrder(const QList<CallId> &ids)
{
    return { .batch = 0, .ids = ids, .check = true };
}

/// "GET GET DELETE": what was asked and sent of it, in order.
inline QByteArray wireOf(const EngineRun &run, const CallId &id)
{
    QByteArrayList methods;
    for (const Request &request : run.server->requests()) {
        if (request.callId() == id.toLatin1())
            methods.append(request.method);
    }
    return methods.join(' ');
}

/// Checked for protected numbers alone.
inline Order guardedOrder(const QList<CallId> &ids, const QString &patterns)
{
    Order order { .batch = 0, .ids = ids };
    order.cutOff.protectedNumbers = ProtectedNumbers::parse(patterns).numbers;
    return order;
}

} // namespace hangup::test
