// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "models/livecallmodel.h"

#include "models/calltexts.h"
#include "models/livecallmatcher.h"
#include "models/livecallorder.h"
#include "models/livecalltable.h"
#include "models/livecalltexts.h"

#include <algorithm>
#include <utility>

namespace hangup {

struct LiveCallModel::Private
{
    LiveCallTable table;
    LiveCallMatcher matcher { table };
    LiveCallOrder order;
    int changes = 0; ///< depth of change()
    bool isHeld = false;
    bool isFitPending = false; ///< rows came to fit, or not to fit, while held

    std::vector<int> fitting(const std::vector<int> &slots)
    {
        if (!matcher.isActive())
            return slots;
        std::vector<int> fit;
        std::copy_if(slots.begin(), slots.end(), std::back_inserter(fit),
                     [this](int slot) { return matcher.fits(table.row(slot)); });
        return fit;
    }
};

LiveCallModel::LiveCallModel(QObject *parent) : IndexedTableModel(parent), d(std::make_unique<Private>()) { }

LiveCallModel::~LiveCallModel() = default;

int LiveCallModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LiveCallModel::data(const QModelIndex &index, int role) const
{
    const int slot = index.isValid() && index.model() == this ? itemAt(index.row()) : -1;
    if (slot < 0)
        return {};
    const LiveRow &row = d->table.row(slot);
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return livecalltexts::display(d->table, row, column);
    case Qt::ToolTipRole: {
        const QString text = calltexts::plainToolTip(livecalltexts::toolTip(d->table, row, column));
        return text.isEmpty() ? QVariant() : QVariant(text);
    }
    case Qt::AccessibleTextRole:
        return livecalltexts::accessible(d->table, row, column);
    case Qt::TextAlignmentRole:
        return livecalltexts::isNumeric(column) ? QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter))
                                                : QVariant();
    case GoneRole:
        return row.place == LiveRow::Place::Gone;
    case UnreadRole:
        return !row.info;
    case StuckRole:
        return row.finding.signs != StuckSigns();
    default: // roles are an open set
        return {};
    }
}

QVariant LiveCallModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return IndexedTableModel::headerData(section, orientation, role);
    if (section < 0 || section >= ColumnCount)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return livecalltexts::header(section);
    case Qt::ToolTipRole:
        return livecalltexts::headerToolTip(section);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment((livecalltexts::isNumeric(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    default:
        return {};
    }
}

/// Does @p work, which may emit signals that rows come, go or change. What slots ask for meanwhile (a selection goes in
/// the middle of a removal, and holds no more) waits: another change would pull rows from under this one.
template <typename Work>
void LiveCallModel::change(Work work)
{
    ++d->changes;
    work();
    --d->changes;
    settle();
}

/// Does what holding put off, once nothing is held and no change is under way.
void LiveCallModel::settle()
{
    if (d->changes == 0 && !d->isHeld && std::exchange(d->isFitPending, false))
        refit(d->table.all());
}

void LiveCallModel::sort(int column, Qt::SortOrder order)
{
    d->order = { column >= 0 && column < ColumnCount ? column : -1, order };
    change([this] { showItems(d->order.sorted(d->table, shown())); });
}

// --- what is read

/// Rows as they are now: what no longer fits the filter leaves, what now fits comes at the end; nothing else moves.
void LiveCallModel::took(const std::vector<int> &slots)
{
    if (slots.empty())
        return;
    change([&] { emitChanged(refit(slots)); });
    Q_EMIT countsChanged();
}

void LiveCallModel::setList(const QList<CallId> &live, const QList<CallId> &queued, bool whole, bool ofAllCalls)
{
    took(d->table.setList(live, queued, whole, whole && ofAllCalls));
}

void LiveCallModel::setInfo(const CallInfoRead &read)
{
    took(d->table.setInfo(read));
}

void LiveCallModel::setRules(const StuckRules &rules)
{
    d->matcher.forgetWords();
    took(d->table.setRules(rules));
}

void LiveCallModel::setNow(qint64 nowMs)
{
    if (nowMs == d->table.nowMs())
        return;
    took(d->table.setNow(nowMs));
    if (d->matcher.dependsOnAge())
        change([this] { refit(d->table.all()); });
    // One range: each view repaints what it shows of it, and there is no proxy that would sort anew.
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, AgeColumn), index(rowCount() - 1, AgeColumn),
                           { Qt::DisplayRole, Qt::AccessibleTextRole });
}

void LiveCallModel::clear()
{
    const bool hadCalls = !d->table.all().empty();
    change([this] {
        showItems({});
        forgetItems();
        d->table.clear();
    });
    if (hadCalls)
        Q_EMIT countsChanged();
}

void LiveCallModel::dropGone()
{
    const std::vector<int> gone = d->table.detachGone();
    if (gone.empty())
        return;
    std::vector<int> stay;
    std::copy_if(shown().begin(), shown().end(), std::back_inserter(stay),
                 [this](int slot) { return d->table.row(slot).position >= 0; });
    change([&] {
        showItems(stay);
        d->table.release(gone);
    });
    Q_EMIT countsChanged();
}

/// Lets those of @p slots leave that no longer fit the filter, unless held, and those come that fit now; held or not,
/// for a call that was not there hides none. Returns those that neither left nor came.
std::vector<int> LiveCallModel::refit(const std::vector<int> &slots)
{
    std::vector<int> coming;
    std::vector<int> rest;
    std::vector<char> leaves;
    for (const int slot : slots) {
        const bool fits = !d->matcher.isActive() || d->matcher.fits(d->table.row(slot));
        const bool isShown = rowOfItem(slot) >= 0;
        if (fits && !isShown) {
            coming.push_back(slot);
        } else if (!fits && isShown && !d->isHeld) {
            leaves.resize(std::max(leaves.size(), static_cast<std::size_t>(slot) + 1));
            leaves[static_cast<std::size_t>(slot)] = 1;
        } else {
            d->isFitPending |= !fits && isShown;
            rest.push_back(slot);
        }
    }
    if (coming.empty() && leaves.empty())
        return rest;
    std::vector<int> target = shown();
    std::erase_if(target, [&](int slot) {
        const auto at = static_cast<std::size_t>(slot);
        return at < leaves.size() && leaves[at];
    });
    std::sort(coming.begin(), coming.end(),
              [this](int a, int b) { return d->table.row(a).position < d->table.row(b).position; });
    coming.erase(std::unique(coming.begin(), coming.end()), coming.end());
    target.insert(target.end(), coming.begin(), coming.end());
    change([&] { showItems(target, 1); });
    return rest;
}

// --- what is known

int LiveCallModel::total() const
{
    return d->table.listed();
}

int LiveCallModel::goneCount() const
{
    return static_cast<int>(d->table.all().size()) - d->table.listed();
}

QList<CallId> LiveCallModel::ids() const
{
    QList<CallId> ids;
    ids.reserve(total());
    for (const int slot : d->table.all()) {
        if (d->table.row(slot).place == LiveRow::Place::Listed)
            ids.append(d->table.row(slot).id);
    }
    return ids;
}

QList<CallId> LiveCallModel::idsAt(const QList<int> &rows) const
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

std::optional<CallId> LiveCallModel::idAt(int row) const
{
    const int slot = itemAt(row);
    return slot >= 0 ? std::optional(d->table.row(slot).id) : std::nullopt;
}

int LiveCallModel::rowOf(const CallId &id) const
{
    return rowOfItem(d->table.slotOf(id));
}

bool LiveCallModel::isGone(const CallId &id) const
{
    const int slot = d->table.slotOf(id);
    return slot >= 0 && d->table.row(slot).place == LiveRow::Place::Gone;
}

std::optional<CallInfo> LiveCallModel::info(const CallId &id) const
{
    const int slot = d->table.slotOf(id);
    const CallInfo *info = slot >= 0 ? d->table.row(slot).info.get() : nullptr;
    return info ? std::optional(*info) : std::nullopt;
}

StuckFinding LiveCallModel::finding(const CallId &id) const
{
    const int slot = d->table.slotOf(id);
    return slot >= 0 ? d->table.row(slot).finding : StuckFinding {};
}

QList<CallId> LiveCallModel::stuck() const
{
    QList<CallId> ids;
    for (const int slot : shown()) {
        if (d->table.row(slot).finding.signs != StuckSigns())
            ids.append(d->table.row(slot).id);
    }
    return ids;
}

QList<CallId> LiveCallModel::unreadIn(int first, int last) const
{
    QList<CallId> ids;
    for (int i = std::max(0, first); i <= std::min(last, rowCount() - 1); ++i) {
        const LiveRow &row = d->table.row(itemAt(i));
        if (row.place != LiveRow::Place::Gone && !row.isTried)
            ids.append(row.id);
    }
    return ids;
}

QList<CallId> LiveCallModel::missed() const
{
    QList<CallId> ids;
    for (const int slot : d->table.all()) {
        if (d->table.row(slot).place == LiveRow::Place::Left)
            ids.append(d->table.row(slot).id);
    }
    return ids;
}

QList<CallId> LiveCallModel::unreadForSort() const
{
    QList<CallId> ids;
    if (!d->order.needsDetails())
        return ids;
    for (const int slot : d->table.all()) {
        const LiveRow &row = d->table.row(slot);
        if (row.place == LiveRow::Place::Listed && !row.info && !row.isTried)
            ids.append(row.id);
    }
    return ids;
}

QList<int> LiveCallModel::countsByAge(const QList<std::chrono::seconds> &edges) const
{
    QList<int> counts(edges.size() + 2, 0);
    for (const int slot : d->table.all()) {
        const LiveRow &row = d->table.row(slot);
        if (row.place != LiveRow::Place::Listed)
            continue;
        const auto age = row.age(d->table.nowMs());
        const auto band = age ? std::upper_bound(edges.begin(), edges.end(), *age) - edges.begin() : edges.size() + 1;
        ++counts[band];
    }
    return counts;
}

// --- view
// A filter the user sets applies at once, held or not, and sorts anew: what is hidden must not stay selected. Holding
// puts off only what is read about the rows by itself.

void LiveCallModel::setFilter(const LiveCallFilter &filter)
{
    if (filter == d->matcher.filter())
        return;
    d->matcher.setFilter(filter);
    refreshOrder();
}

const LiveCallFilter &LiveCallModel::filter() const
{
    return d->matcher.filter();
}

void LiveCallModel::hold(bool held)
{
    d->isHeld = held;
    settle();
}

void LiveCallModel::refreshOrder()
{
    d->isFitPending = false;
    change([this] { showItems(d->order.sorted(d->table, d->fitting(d->table.all()))); });
}

} // namespace hangup
