// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/callinfo.h"
#include "domain/protectednumbers.h"

#include <QFlags>
#include <QHash>
#include <QList>

#include <chrono>
#include <optional>

namespace hangup {

/// What must be seen before a call is ended: who gets cut off.
enum class CutOffFlag : quint8 {
    Young = 1, ///< younger than CutOffRules::youngUnder
    AnsweredInbound = 2, ///< somebody called in, and is talking
    Protected = 4, ///< from or to is a protected number: it is left out
    Unread = 8, ///< there are protected numbers, and its from or to is not known: it is left out
};
Q_DECLARE_FLAGS(CutOffFlags, CutOffFlag)

struct CutOffRules
{
    std::chrono::seconds youngUnder { 60 }; ///< 0: none is young
    ProtectedNumbers protectedNumbers {};
    friend bool operator==(const CutOffRules &, const CutOffRules &) = default;
};

/// Of a call with what is known of it (nothing: it was not read, or could not be).
CutOffFlags cutOffFlags(const std::optional<CallInfo> &info, const CutOffRules &rules, qint64 nowMs);
/// Young and AnsweredInbound may be ended, but not with one click.
bool needsAnotherStep(CutOffFlags flags);
/// Protected and Unread are never ended.
bool isLeftOut(CutOffFlags flags);

/// @p ids in groups of legs that belong together: an A leg and its B legs, as far as @p known says. Each id once; the
/// groups and the ids in them in the order of @p ids, but an A leg comes first in its group.
QList<QList<CallId>> groupedByLegs(const QList<CallId> &ids, const QHash<CallId, CallInfo> &known);

} // namespace hangup

// Not in the namespace: there it would hide Qt's own operators for keys and modifiers.
Q_DECLARE_OPERATORS_FOR_FLAGS(hangup::CutOffFlags)
