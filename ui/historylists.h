// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/history.h"
#include "models/historybatchmodel.h"
#include "models/historycallmodel.h"
#include "session/history.h"

#include <QObject>
#include <QPointer>

#include <functional>

class QTimer;

namespace hangup {

/// Keeps the two lists of the page "History" in step with the journal: asks one question at a time for each, drops
/// answers to older ones, fetches the next page when a list is scrolled to its end, and asks anew when the journal has
/// grown, which moves nothing. Of a long list only the rows in sight are asked for again.
class HistoryLists final : public QObject
{
    Q_OBJECT
public:
    /// Rows of a page.
    static constexpr int PageRows = 1000;
    /// A list up to so many rows is read again as a whole.
    static constexpr int WholeRows = 3 * PageRows;

    explicit HistoryLists(QObject *parent);
    HistoryBatchModel *batches() const { return m_batches; }
    HistoryCallModel *calls() const { return m_calls; }
    /// Another journal: the lists start empty. @p history may be null.
    void setHistory(History *history);
    History *history() const { return m_history; }
    /// First and last row of the calls in sight.
    void setVisibleCalls(std::function<std::pair<int, int>()> visible) { m_visible = std::move(visible); }
    /// While it is off (the page is not in sight) nothing is read again; switching on makes up for it.
    void setActive(bool active);

    void search(const HistoryQuery &query);
    /// The calls of that batch; 0: of all that were found.
    void showCallsOf(quint64 batch);
    /// The events of that call, now and whenever the journal grows; nothing: none.
    void watch(const std::optional<HistoryCall> &call);
    bool isWatching(const HistoryCall &call) const
    {
        return m_watched && m_watched->id == call.id && m_watched->batch.batch == call.batch.batch;
    }
    /// Rows came into sight.
    void callsScrolled();
    /// What the calls are searched by, for an export of just them.
    HistoryQuery callsQuery() const;

    bool isSearching() const { return m_batchQuestion.isSearch() || m_callQuestion.isSearch(); }
    bool hasFailed() const { return m_batchesFailed || m_callsFailed; }
    /// UTC, ms, of the latest answer; 0: none yet.
    qint64 asOfMs() const { return m_asOfMs; }

Q_SIGNALS:
    /// Searching, failed, totals or asOfMs() are others.
    void stateChanged();
    /// Rows are about to come, go or change; callsArrived() and batchesArrived() follow.
    void callsArriving();
    void batchesArriving();
    /// Rows of the calls came or changed.
    void callsArrived();
    void batchesArrived();
    void eventsFound(const QList<hangup::HistoryEvent> &events);

private:
    enum class Kind : quint8 { None, Search, More, Whole, Part };
    struct Question
    {
        quint64 number = 0;
        Kind kind = Kind::None;
        int offset = 0;
        bool isOpen() const { return kind != Kind::None; }
        bool isSearch() const { return kind == Kind::Search; }
    };

    void askBatches(Kind kind, int offset, int limit);
    void askCalls(Kind kind, int offset, int limit);
    void askEvents();
    void refresh();
    void refreshBatches();
    void refreshCalls();
    void takeBatches(quint64 question, const HistoryBatches &answer);
    void takeCalls(quint64 question, const HistoryCalls &answer);
    void takeEvents(quint64 question, const QList<HistoryEvent> &events);
    void grown();
    void answered();

    QPointer<History> m_history;
    HistoryBatchModel *m_batches;
    HistoryCallModel *m_calls;
    QTimer *m_rest;
    HistoryQuery m_query;
    quint64 m_batch = 0;
    std::optional<HistoryCall> m_watched;
    Question m_batchQuestion;
    Question m_callQuestion;
    quint64 m_eventQuestion = 0;
    std::function<std::pair<int, int>()> m_visible;
    qint64 m_asOfMs = 0;
    bool m_batchesFailed = false;
    bool m_callsFailed = false;
    bool m_isActive = false;
    bool m_hasGrown = false; ///< since it was last read
    bool m_isPart = false; ///< rows out of sight may be older than those in sight
};

} // namespace hangup
