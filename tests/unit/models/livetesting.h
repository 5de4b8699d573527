// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "modeltesting.h"

#include "models/livecallmodel.h"

/// What the tests of the live calls share.
namespace hangup::testing {

inline constexpr qint64 Now = 1'790'000'000'000; ///< UTC
inline constexpr qint64 Minute = 60'000;
inline constexpr qint64 Hour = 60 * Minute;

/// The ids that end in these.
inline QList<CallId> idsOf(const QList<int> &numbers)
{
    QList<CallId> ids;
    for (const int n : numbers)
        ids.append(idOf(n));
    return ids;
}

/// A live call that started @p agoMs before Now; its from and to are its own.
inline CallInfo infoOf(int n, qint64 agoMs = Minute)
{
    CallInfo info { .id = idOf(n) };
    info.from = QStringLiteral("+49301%1").arg(n, 4, 10, QLatin1Char('0'));
    info.to = QStringLiteral("+49302%1").arg(n, 4, 10, QLatin1Char('0'));
    info.direction = CallDirection::Outbound;
    info.status = QStringLiteral("in-progress");
    info.startedAtMs = Now - agoMs;
    info.readAtMs = Now;
    return info;
}

/// As it is read.
inline CallInfoRead readOf(const CallInfo &info)
{
    return { .id = info.id, .state = LookState::Live, .info = info };
}

inline CallInfoRead goneOf(int n)
{
    return { .id = idOf(n), .state = LookState::Gone };
}

/// The last hex digits of the ids, in the order shown: "1 2 a"; "(2)" is greyed.
inline QString liveShown(const LiveCallModel &model)
{
    QStringList ids;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QString id = QString::number(
            model.index(row, LiveCallModel::UuidColumn).data().toString().right(12).toULongLong(nullptr, 16), 16);
        ids << (model.index(row, 0).data(LiveCallModel::GoneRole).toBool() ? QStringLiteral("(%1)").arg(id) : id);
    }
    return ids.join(QLatin1Char(' '));
}

inline QString namesOf(const QList<CallId> &ids)
{
    QStringList names;
    for (const CallId &id : ids)
        names << QString::number(id.toString().right(12).toULongLong(nullptr, 16), 16);
    return names.join(QLatin1Char(' '));
}

} // namespace hangup::testing
