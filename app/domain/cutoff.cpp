// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/cutoff.h"

#include <QSet>

#include <utility>

namespace hangup {

CutOffFlags cutOffFlags(const std::optional<CallInfo> &info, const CutOffRules &rules, qint64 nowMs)
{
    CutOffFlags flags;
    const bool guarded = !rules.protectedNumbers.isEmpty();
    if (!info) {
        flags.setFlag(CutOffFlag::Unread, guarded);
        return flags;
    }
    const std::optional<std::chrono::seconds> age = info->age(nowMs);
    // A start that lies far ahead has no age; by any clock it is no old call's.
    const bool startsAhead = !age && info->startedAtMs > nowMs && rules.youngUnder.count() > 0;
    const bool isYoung = startsAhead || (age && *age < rules.youngUnder);
    flags.setFlag(CutOffFlag::Young, info->phase != CallPhase::Over && isYoung);
    flags.setFlag(CutOffFlag::AnsweredInbound, info->direction == CallDirection::Inbound && info->isAnswered());
    if (rules.protectedNumbers.match(info->from) || rules.protectedNumbers.match(info->to))
        flags.setFlag(CutOffFlag::Protected);
    else
        flags.setFlag(CutOffFlag::Unread, guarded && (info->from.isEmpty() || info->to.isEmpty()));
    return flags;
}

bool needsAnotherStep(CutOffFlags flags)
{
    return flags.testAnyFlags(CutOffFlag::Young | CutOffFlag::AnsweredInbound);
}

bool isLeftOut(CutOffFlags flags)
{
    return flags.testAnyFlags(CutOffFlag::Protected | CutOffFlag::Unread);
}

QList<QList<CallId>> groupedByLegs(const QList<CallId> &ids, const QHash<CallId, CallInfo> &known)
{
    // B legs carry their A leg's id and legs have one parent, so a group is named by its A leg, listed or not.
    QHash<CallId, qsizetype> groupOf;
    QSet<CallId> seen;
    QList<QList<CallId>> groups;
    for (const CallId &id : ids) {
        if (seen.contains(id))
            continue;
        seen.insert(id);
        const auto info = known.constFind(id);
        const bool isChild = info != known.cend() && info->parent.has_value() && *info->parent != id;
        const CallId head = isChild ? *info->parent : id;
        const auto group = groupOf.constFind(head);
        if (group == groupOf.cend()) {
            groupOf.insert(head, groups.size());
            groups.append({ id });
        } else if (head == id) {
            groups[*group].prepend(id);
        } else {
            groups[*group].append(id);
        }
    }
    return groups;
}

} // namespace hangup
