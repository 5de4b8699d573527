// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/callinfo.h"
#include "domain/callscan.h"
#include "domain/outcome.h"
#include "domain/proof.h"
#include "models/indexedtablemodel.h"

#include <QList>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace hangup {

/// What a filter on the table lets through: an outcome (NotLive takes both kinds), calls that wait or are on their way,
/// or calls only listed.
enum class CallFilter : quint8 { All, Listed, Waiting, Ended, NotLive, Refused, Unknown, NotSent };

/// A row taken out of the list, with all it needs to come back as it was (undo).
struct RemovedCall
{
    qsizetype position = 0; ///< in list order, before the removal
    CallId id;
    IdMark mark = IdMark::None;
    QString context;
    CallState state = CallState::Listed;
    std::optional<CallResult> result;
    CallProof proof;
    std::shared_ptr<const CallInfo> info {}; ///< null: it was not looked up
};

/// What matters of a listed call to whether it may be ended, without its texts.
struct CallStanding
{
    CallState state = CallState::Listed;
    std::optional<Outcome> outcome {}; ///< of a call that is done
    Reason reason = Reason::None; ///< of the outcome
};

/// The calls the user listed, with what became of them: one model with its own filter and sort index (a proxy
/// is ten times slower at 100,000 rows). Lives on the window's thread; needs no display.
///
/// Rows stay where they are while outcomes arrive; sorting is applied by sort(), by inserts, and by refreshOrder().
/// With hold(true) (rows are selected, or a mouse button is down) rows that no longer fit the filter stay, and with a
/// sort what is added stands at the end, until hold(false).
class CallListModel : public IndexedTableModel
{
    Q_OBJECT
public:
    enum Column {
        UuidColumn,
        StateColumn,
        OutcomeColumn,
        ProofColumn,
        SourceColumn, ///< hangup source, as Plivo's record says
        HttpColumn,
        AttemptsColumn,
        TookColumn,
        WhenColumn,
        ApiIdColumn,
        FromColumn,
        ToColumn,
        DirectionColumn,
        AgeColumn,
        NotesColumn,
        ColumnCount
    };
    enum Role {
        StateRole = Qt::UserRole + 1, ///< int of CallState
        OutcomeRole, ///< int of Outcome, or invalid
        ProofRole, ///< int of ProofState, or invalid without a proof
    };

    explicit CallListModel(QObject *parent = nullptr);
    ~CallListModel() override;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    /// Stable; equal keys and column -1 keep list order.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    // --- the list
    /// Adds the ids not yet listed, in one insert; returns those added, in order.
    QList<CallId> add(const ScanResult &scan);
    /// The same for @p count ids from the one at @p first on: a long text is added part by part, so that the window
    /// stays responsive. The part with @p first 0 makes room for all; with a sort, rows stand at the end until the last
    /// part, which must come.
    QList<CallId> add(const ScanResult &scan, qsizetype first, qsizetype count);
    /// Takes rows out; calls that wait or are on their way stay (they are not in the answer).
    QList<RemovedCall> remove(const QList<CallId> &ids);
    /// Puts them back where they were; ids listed meanwhile are left alone.
    void restore(const QList<RemovedCall> &rows);
    bool contains(const CallId &id) const;
    int total() const; ///< rows, whatever the filter
    QList<CallId> ids() const; ///< all, in list order
    QList<CallId> idsAt(const QList<int> &rows) const; ///< of visible rows, in the order shown
    std::optional<CallId> idAt(int row) const;
    int rowOf(const CallId &id) const; ///< visible row, or -1
    CallState state(const CallId &id) const;
    /// Nothing when it is not listed. One look, where contains(), state() and result() are three, and texts.
    std::optional<CallStanding> standing(const CallId &id) const;
    /// Those of @p ids that are listed and that @p take wants, each once, in the order given. 100,000 are asked for at
    /// once.
    QList<CallId> listedOnce(const QList<CallId> &ids,
                             const std::function<bool(const CallId &id, const CallStanding &standing)> &take) const;
    QList<CallId> idsIn(CallState state) const; ///< all in that state, in list order
    std::optional<CallResult> result(const CallId &id) const;
    QString context(const CallId &id) const;
    CallProof proof(const CallId &id) const;
    std::optional<CallInfo> info(const CallId &id) const;
    const Tally &tally() const;

    // --- progress; call between beginUpdates() and endUpdates(): dataChanged goes out in runs
    void beginUpdates();
    void setWaiting(const CallId &id);
    void setOnItsWay(const CallId &id, int attempt);
    void setLooking(const CallId &id);
    void setResult(const CallResult &result);
    /// Of a call that is done; of others it is ignored. A new attempt forgets it.
    void setProof(const CallProof &proof);
    /// What Plivo said of a listed call: fills From, To, Direction and Age. Outcomes and new attempts leave it.
    void setInfo(const CallInfo &info);
    void endUpdates();
    /// Ages are as of then (UTC, ms since 1970), or of a look that was later.
    void setNow(qint64 nowMs);

    // --- view
    /// Case-insensitive, in id, outcome and proof words, hangup source, api_id, notes, from, to, direction, context.
    void setTextFilter(const QString &text);
    void setFilter(CallFilter filter);
    CallFilter filter() const;
    /// May be called from slots of the model's own signals (a selection goes in the middle of a removal): what it lets
    /// go then happens when the change under way is done.
    void hold(bool held);
    /// Applies sort and filter anew.
    void refreshOrder();

Q_SIGNALS:
    void tallyChanged(const hangup::Tally &tally);

private:
    struct Private;

    template <typename Work>
    void change(Work work);
    void settle();
    void showAdded(const std::vector<int> &slots);
    bool isBehindAll(const std::vector<int> &coming) const;
    template <typename Change>
    void update(const CallId &id, Change change);
    std::vector<int> refit(const std::vector<int> &slots);
    void tellTally();

    std::unique_ptr<Private> d;
};

} // namespace hangup
