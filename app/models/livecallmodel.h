// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/callreading.h"
#include "domain/stucksigns.h"
#include "models/indexedtablemodel.h"

#include <QList>
#include <QString>

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace hangup {

/// What of the live calls is shown; all parts must fit.
struct LiveCallFilter
{
    /// In any column but the age, which ticks; in the start when it looks like a part of a time ("14:02");
    /// case-insensitive.
    QString text {};
    bool looksStuck = false; ///< only calls with at least one sign
    std::optional<StuckSign> sign {}; ///< only calls with this sign
    /// Only calls of this age: from .. up to, not including; calls without a known age fit no range.
    std::optional<std::chrono::seconds> ageFrom {};
    std::optional<std::chrono::seconds> ageBelow {};
    bool ageUnknown = false; ///< only calls without a known age
    friend bool operator==(const LiveCallFilter &, const LiveCallFilter &) = default;
};

/// The live and queued calls of an account, with their details as they are read and what looks stuck. Rows hold still
/// while lists are read anew: a call that is gone stays, greyed, until dropGone(); new ones come at the end, or where a
/// sort puts them at the next refreshOrder(). Of a list that is not whole nobody knows whether what it leaves out is
/// gone: such a call says so, looks like nothing, and counts as little as one that is gone. Lives on the window's
/// thread; needs no display.
class LiveCallModel : public IndexedTableModel
{
    Q_OBJECT
public:
    enum Column {
        FromColumn,
        ToColumn,
        DirectionColumn,
        StatusColumn,
        CallerNameColumn,
        StartedColumn,
        AgeColumn,
        StuckColumn,
        UuidColumn,
        ColumnCount
    };
    enum Role {
        GoneRole = Qt::UserRole + 1, ///< bool: not on the latest whole list, or found over
        UnreadRole, ///< bool: its details were not read (yet), whatever the list
        StuckRole, ///< bool: it has a sign
    };
    explicit LiveCallModel(QObject *parent = nullptr);
    ~LiveCallModel() override;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    /// Stable; equal keys and column -1 keep Plivo's order, as the calls first appeared. Unknown values are last both
    /// ways.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    // --- what is read
    /// A list was read. @p whole: what is not on it is gone. @p ofAllCalls: it is whole, and was asked for without a
    /// filter, so that another leg that is not on it is gone, too.
    void setList(const QList<CallId> &live, const QList<CallId> &queued, bool whole, bool ofAllCalls = true);
    /// What was said of a call; of one that is not on the list nothing is kept.
    void setInfo(const CallInfoRead &read);
    /// Another account: nothing is known.
    void clear();
    /// Takes the rows out that are not on the latest list.
    void dropGone();
    /// Rules of the signs.
    void setRules(const StuckRules &rules);
    /// Ages, and the signs that depend on them, are as of then (UTC ms). Cheap to call each second. Before the first
    /// call no age is known.
    void setNow(qint64 nowMs);

    // --- what is known
    int total() const; ///< on the latest list, whatever the filter; greyed ones left out
    int goneCount() const; ///< not on the latest list: what dropGone() would take out
    QList<CallId> ids() const; ///< total() of them, in Plivo's order
    QList<CallId> idsAt(const QList<int> &rows) const; ///< of visible rows, greyed ones too
    std::optional<CallId> idAt(int row) const;
    int rowOf(const CallId &id) const; ///< visible row, or -1
    bool isGone(const CallId &id) const;
    std::optional<CallInfo> info(const CallId &id) const;
    StuckFinding finding(const CallId &id) const; ///< nothing for a greyed call; not sure for one a cut list left out
    /// Those with a sign that are shown, in the order shown; no greyed ones.
    QList<CallId> stuck() const;
    /// Shown rows from @p first to @p last whose details nobody asked for since the latest list: what is in sight.
    QList<CallId> unreadIn(int first, int last) const;
    /// Not on the latest list, which may have missed them: nobody knows whether they are gone.
    QList<CallId> missed() const;
    /// Calls whose details the sort by the column needs and nobody asked for; none for a column of the list itself.
    QList<CallId> unreadForSort() const;
    /// Calls of the latest list, greyed ones left out, by age: how many are younger than the first of @p edges, then
    /// from each edge up to the next, then from the last on; at the end those without a known age.
    QList<int> countsByAge(const QList<std::chrono::seconds> &edges) const;

    // --- view
    void setFilter(const LiveCallFilter &filter);
    const LiveCallFilter &filter() const;
    /// With true (rows are selected, or a mouse button is down) rows stay though they no longer fit the filter.
    void hold(bool held);
    /// Applies sort and filter anew.
    void refreshOrder();

Q_SIGNALS:
    /// Calls came or went, or their ages or signs changed as a whole: counts must be taken anew.
    void countsChanged();

private:
    struct Private;

    template <typename Work>
    void change(Work work);
    void settle();
    void took(const std::vector<int> &slots);
    std::vector<int> refit(const std::vector<int> &slots);

    std::unique_ptr<Private> d;
};

} // namespace hangup
