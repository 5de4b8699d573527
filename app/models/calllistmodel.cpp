// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "models/calllistmodel.h"

#include "models/calllistmodel_p.h"
#include "models/calltexts.h"

#include <algorithm>
#include <utility>

namespace hangup {

CallListModel::CallListModel(QObject *parent) : IndexedTableModel(parent), d(std::make_unique<Private>()) { }

CallListModel::~CallListModel() = default;

int CallListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CallListModel::data(const QModelIndex &index, int role) const
{
    const int slot = index.isValid() && index.model() == this ? itemAt(index.row()) : -1;
    if (slot < 0)
        return {};
    const CallRow &row = d->table.row(slot);
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return calltexts::display(d->table, row, column);
    case Qt::ToolTipRole: {
        const QString text = calltexts::plainToolTip(calltexts::toolTip(d->table, row, column));
        return text.isEmpty() ? QVariant() : QVariant(text);
    }
    case Qt::AccessibleTextRole:
        return calltexts::accessible(d->table, row, column);
    case Qt::TextAlignmentRole:
        return calltexts::isNumeric(column) ? QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter))
                                            : QVariant();
    case StateRole:
        return static_cast<int>(row.state);
    case OutcomeRole:
        return row.isDone() ? QVariant(static_cast<int>(row.outcome)) : QVariant();
    case ProofRole:
        return row.proof >= 0 ? QVariant(static_cast<int>(d->table.proofState(row))) : QVariant();
    default: // roles are an open set
        return {};
    }
}

QVariant CallListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return IndexedTableModel::headerData(section, orientation, role);
    if (section < 0 || section >= ColumnCount)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return calltexts::header(section);
    case Qt::ToolTipRole:
        return calltexts::headerToolTip(section);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment((calltexts::isNumeric(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    default:
        return {};
    }
}

/// Does @p work, which may emit signals that rows come, go or change. What slots ask for meanwhile waits: another
/// change in the middle of one would pull rows from under it.
template <typename Work>
void CallListModel::change(Work work)
{
    ++d->changes;
    work();
    --d->changes;
    settle();
}

/// Does what holding put off, once nothing is held and no change is under way.
void CallListModel::settle()
{
    if (d->changes > 0 || d->isHeld || d->isAdding)
        return;
    if (d->isOrderPending)
        refreshOrder();
    else if (std::exchange(d->isFitPending, false))
        refit(d->table.list());
}

void CallListModel::sort(int column, Qt::SortOrder order)
{
    d->order = { column >= 0 && column < ColumnCount ? column : -1, order };
    d->isOrderPending = false;
    change([this] { showItems(d->order.sorted(d->table, shown())); });
}

// --- the list

QList<CallId> CallListModel::add(const ScanResult &scan)
{
    return add(scan, 0, scan.found.size());
}

QList<CallId> CallListModel::add(const ScanResult &scan, qsizetype first, qsizetype count)
{
    if (first == 0)
        d->table.reserve(scan.found.size());
    // With a sort all would be sorted anew with each part.
    d->isAdding = first + count < scan.found.size();
    const std::vector<int> slots = d->table.append(scan, first, count);
    QList<CallId> added;
    added.reserve(static_cast<qsizetype>(slots.size()));
    for (const int slot : slots)
        added.append(d->table.row(slot).id);
    showAdded(slots);
    settle();
    return added;
}

QList<RemovedCall> CallListModel::remove(const QList<CallId> &ids)
{
    std::vector<int> slots;
    for (const CallId &id : ids) {
        if (const int slot = d->table.slotOf(id); slot >= 0 && !d->table.row(slot).isUnderWay())
            slots.push_back(slot);
    }
    const auto position = [this](int slot) { return d->table.row(slot).position; };
    std::sort(slots.begin(), slots.end(), [&](int a, int b) { return position(a) < position(b); });
    slots.erase(std::unique(slots.begin(), slots.end()), slots.end());
    if (slots.empty())
        return {};

    QList<RemovedCall> removed = d->table.detach(slots);
    std::vector<int> stay;
    std::copy_if(shown().begin(), shown().end(), std::back_inserter(stay),
                 [&](int slot) { return position(slot) >= 0; });
    change([&] {
        showItems(stay);
        d->table.release(slots);
        std::erase_if(d->touched, [&](int slot) { return position(slot) < 0; });
        if (d->table.total() == 0) {
            d->table.clear();
            d->matcher.forgetTexts();
            forgetItems();
        }
    });
    tellTally();
    return removed;
}

void CallListModel::restore(const QList<RemovedCall> &rows)
{
    showAdded(d->table.restore(rows));
}

/// Shows those of @p slots that fit, in one insert: with a sort, all rows are sorted anew; but while held, rows that
/// are there stay where they are, and what comes stands at the end.
void CallListModel::showAdded(const std::vector<int> &slots)
{
    const std::vector<int> coming = d->fitting(slots);
    const bool isSorted = d->order.column >= 0;
    if (!coming.empty() && isSorted && !d->isHeld && !d->isAdding) {
        std::vector<int> target = shown();
        target.insert(target.end(), coming.begin(), coming.end());
        d->isOrderPending = false;
        change([&] { showItems(d->order.sorted(d->table, std::move(target)), 1); });
    } else if (!coming.empty() && (isSorted || isBehindAll(coming))) {
        d->isOrderPending |= isSorted;
        change([&] { appendItems(coming); });
    } else if (!coming.empty()) {
        change([&] { showItems(d->order.merged(d->table, shown(), coming), 1); });
    }
    tellTally();
}

/// Whether @p coming, in list order, stands in it behind all that is shown, which is in list order too: what is added
/// does, what comes back need not.
bool CallListModel::isBehindAll(const std::vector<int> &coming) const
{
    const auto position = [this](int slot) { return d->table.row(slot).position; };
    return shown().empty() || position(shown().back()) < position(coming.front());
}

void CallListModel::tellTally()
{
    if (d->told == d->table.tally())
        return;
    d->told = d->table.tally();
    Q_EMIT tallyChanged(d->told);
}

// --- progress

void CallListModel::beginUpdates()
{
    ++d->updates;
}

void CallListModel::setWaiting(const CallId &id)
{
    update(id, [this](int slot) { d->table.setWaiting(slot); });
}

void CallListModel::setOnItsWay(const CallId &id, int attempt)
{
    update(id, [this, attempt](int slot) { d->table.setOnItsWay(slot, attempt); });
}

void CallListModel::setLooking(const CallId &id)
{
    update(id, [this](int slot) { d->table.setLooking(slot); });
}

void CallListModel::setProof(const CallProof &proof)
{
    update(proof.id, [this, &proof](int slot) { d->table.setProof(slot, proof); });
}

void CallListModel::setInfo(const CallInfo &info)
{
    update(info.id, [this, &info](int slot) { d->table.setInfo(slot, info); });
}

void CallListModel::setNow(qint64 nowMs)
{
    if (d->table.setNow(nowMs) && d->table.hasInfos() && rowCount() > 0)
        Q_EMIT dataChanged(index(0, AgeColumn), index(rowCount() - 1, AgeColumn), { Qt::DisplayRole });
}

void CallListModel::setResult(const CallResult &result)
{
    update(result.id, [this, &result](int slot) { d->table.setResult(slot, result); });
}

template <typename Change>
void CallListModel::update(const CallId &id, Change change)
{
    const int slot = d->table.slotOf(id);
    if (slot < 0)
        return;
    beginUpdates();
    change(slot);
    d->touched.push_back(slot);
    endUpdates();
}

void CallListModel::endUpdates()
{
    if (d->updates == 0 || --d->updates > 0 || d->touched.empty())
        return;
    std::vector<int> touched = std::exchange(d->touched, {});
    // Calls of a batch come in the order of the list, and so they mostly are already.
    if (!std::is_sorted(touched.begin(), touched.end()))
        std::sort(touched.begin(), touched.end());
    touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
    change([&] {
        if (d->matcher.isActive())
            touched = refit(touched);
        emitChanged(touched);
    });
    tellTally();
}

/// Lets those of @p slots leave or come that no longer fit, or now fit, the filter; unless held. Returns those that
/// neither left nor came.
std::vector<int> CallListModel::refit(const std::vector<int> &slots)
{
    std::vector<int> leaving;
    std::vector<int> coming;
    std::vector<int> rest;
    for (const int slot : slots) {
        const bool fits = d->matcher.fits(d->table.row(slot));
        const bool isShown = rowOfItem(slot) >= 0;
        (fits == isShown || d->isHeld ? rest : fits ? coming : leaving).push_back(slot);
        d->isFitPending |= fits != isShown && d->isHeld;
    }
    if (leaving.empty() && coming.empty())
        return rest;
    std::sort(leaving.begin(), leaving.end());
    std::vector<int> staying = shown();
    std::erase_if(staying, [&](int slot) { return std::binary_search(leaving.begin(), leaving.end(), slot); });
    change([&] { showItems(coming.empty() ? staying : d->order.merged(d->table, staying, coming)); });
    return rest;
}

// --- view
// A filter the user sets applies at once, held or not, and sorts anew: what is hidden must not stay selected. Holding
// puts off only what outcomes do to the rows by themselves.

void CallListModel::setTextFilter(const QString &text)
{
    if (d->matcher.setText(text))
        refreshOrder();
}

void CallListModel::setFilter(CallFilter filter)
{
    if (d->matcher.setFilter(filter))
        refreshOrder();
}

CallFilter CallListModel::filter() const
{
    return d->matcher.filter();
}

void CallListModel::hold(bool held)
{
    d->isHeld = held;
    settle();
}

void CallListModel::refreshOrder()
{
    d->isFitPending = false;
    d->isOrderPending = false;
    change([this] { showItems(d->order.sortedFromList(d->table, d->fitting(d->table.list()))); });
}

} // namespace hangup
