// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// What is asked of the list, and changes nothing in it.
#include "models/calllistmodel.h"

#include "models/calllistmodel_p.h"

#include <algorithm>

namespace hangup {

namespace {

CallStanding standingOf(const CallRow &row)
{
    CallStanding standing { .state = row.state };
    if (row.isDone()) {
        standing.outcome = row.outcome;
        standing.reason = row.reason;
    }
    return standing;
}

} // namespace

bool CallListModel::contains(const CallId &id) const
{
    return d->table.slotOf(id) >= 0;
}

int CallListModel::total() const
{
    return d->table.total();
}

QList<CallId> CallListModel::ids() const
{
    QList<CallId> ids;
    ids.reserve(total());
    for (const int slot : d->table.list())
        ids.append(d->table.row(slot).id);
    return ids;
}

QList<CallId> CallListModel::idsAt(const QList<int> &rows) const
{
    QList<int> sorted = rows;
    std::sort(sorted.begin(), sorted.end());
    sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
    QList<CallId> ids;
    for (const int row : sorted) {
        if (const int slot = itemAt(row); slot >= 0)
            ids.append(d->table.row(slot).id);
    }
    return ids;
}

std::optional<CallId> CallListModel::idAt(int row) const
{
    const int slot = itemAt(row);
    return slot >= 0 ? std::optional(d->table.row(slot).id) : std::nullopt;
}

int CallListModel::rowOf(const CallId &id) const
{
    return rowOfItem(d->table.slotOf(id));
}

CallState CallListModel::state(const CallId &id) const
{
    const int slot = d->table.slotOf(id);
    return slot >= 0 ? d->table.row(slot).state : CallState::Listed;
}

std::optional<CallStanding> CallListModel::standing(const CallId &id) const
{
    const int slot = d->table.slotOf(id);
    return slot >= 0 ? std::optional(standingOf(d->table.row(slot))) : std::nullopt;
}

QList<CallId>
CallListModel::listedOnce(const QList<CallId> &ids,
                          const std::function<bool(const CallId &id, const CallStanding &standing)> &take) const
{
    QList<CallId> taken;
    taken.reserve(std::min<qsizetype>(ids.size(), total()));
    std::vector<bool> seen(d->table.slotCount());
    for (const CallId &id : ids) {
        const int slot = d->table.slotOf(id);
        if (slot < 0 || seen[static_cast<std::size_t>(slot)])
            continue;
        seen[static_cast<std::size_t>(slot)] = true;
        if (take(id, standingOf(d->table.row(slot))))
            taken.append(id);
    }
    return taken;
}

QList<CallId> CallListModel::idsIn(CallState state) const
{
    QList<CallId> ids;
    for (const int slot : d->table.list()) {
        if (d->table.row(slot).state == state)
            ids.append(d->table.row(slot).id);
    }
    return ids;
}

std::optional<CallResult> CallListModel::result(const CallId &id) const
{
    const int slot = d->table.slotOf(id);
    return slot >= 0 ? d->table.result(d->table.row(slot)) : std::nullopt;
}

QString CallListModel::context(const CallId &id) const
{
    const int slot = d->table.slotOf(id);
    return slot >= 0 ? d->table.context(d->table.row(slot)).toString() : QString();
}

CallProof CallListModel::proof(const CallId &id) const
{
    const int slot = d->table.slotOf(id);
    return slot >= 0 ? d->table.proof(d->table.row(slot)) : CallProof { id };
}

std::optional<CallInfo> CallListModel::info(const CallId &id) const
{
    const int slot = d->table.slotOf(id);
    const CallInfo *info = slot >= 0 ? d->table.info(d->table.row(slot)) : nullptr;
    return info ? std::optional(*info) : std::nullopt;
}

const Tally &CallListModel::tally() const
{
    return d->table.tally();
}

} // namespace hangup
