// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/historylists.h"

#include <QDateTime>
#include <QTimer>

#include <chrono>

using namespace std::chrono_literals;

namespace hangup {

namespace {

constexpr auto RefreshRest = 200ms;

int wholePages(int rows)
{
    return (rows / HistoryLists::PageRows + 1) * HistoryLists::PageRows;
}

} // namespace

HistoryLists::HistoryLists(QObject *parent)
    : QObject(parent), m_batches(new HistoryBatchModel(this)), m_calls(new HistoryCallModel(this)),
      m_rest(new QTimer(this))
{
    m_rest->setSingleShot(true);
    m_rest->setInterval(RefreshRest);
    connect(m_rest, &QTimer::timeout, this, &HistoryLists::refresh);
    connect(m_batches, &HistoryModel::moreWanted, this, [this] {
        if (m_batchQuestion.isOpen())
            m_batches->giveUpMore(); // the view wishes again when those rows are there
        else
            askBatches(Kind::More, m_batches->rowCount(), PageRows);
    });
    connect(m_calls, &HistoryModel::moreWanted, this, [this] {
        if (m_callQuestion.isOpen())
            m_calls->giveUpMore();
        else
            askCalls(Kind::More, m_calls->rowCount(), PageRows);
    });
}

void HistoryLists::setHistory(History *history)
{
    if (history == m_history)
        return;
    if (m_history)
        m_history->disconnect(this);
    m_history = history;
    // Answers of the other one are on their way, perhaps; their numbers mean nothing here.
    m_batchQuestion = {};
    m_callQuestion = {};
    m_eventQuestion = 0;
    m_watched.reset();
    m_batch = 0;
    m_asOfMs = 0;
    m_batches->setRows({}, 0);
    m_calls->setRows({}, 0);
    if (!history)
        return;
    connect(history, &History::batchesFound, this, &HistoryLists::takeBatches);
    connect(history, &History::callsFound, this, &HistoryLists::takeCalls);
    connect(history, &History::eventsFound, this, &HistoryLists::takeEvents);
    connect(history, &History::changed, this, &HistoryLists::grown);
    search(m_query);
}

void HistoryLists::setActive(bool active)
{
    m_isActive = active;
    if (active && m_hasGrown)
        refresh();
}

void HistoryLists::search(const HistoryQuery &query)
{
    m_query = query;
    m_batch = 0;
    askBatches(Kind::Search, 0, PageRows);
    askCalls(Kind::Search, 0, PageRows);
    Q_EMIT stateChanged();
}

void HistoryLists::showCallsOf(quint64 batch)
{
    if (batch == m_batch)
        return;
    m_batch = batch;
    askCalls(Kind::Search, 0, PageRows);
    Q_EMIT stateChanged();
}

HistoryQuery HistoryLists::callsQuery() const
{
    HistoryQuery query = m_query;
    if (m_batch != 0)
        query.batch = m_batch;
    return query;
}

void HistoryLists::askBatches(Kind kind, int offset, int limit)
{
    if (!m_history)
        return;
    HistoryQuery query = m_query;
    query.offset = offset;
    query.limit = limit;
    m_batchQuestion = { m_history->findBatches(query), kind, offset };
}

void HistoryLists::askCalls(Kind kind, int offset, int limit)
{
    if (!m_history)
        return;
    HistoryQuery query = callsQuery();
    query.offset = offset;
    query.limit = limit;
    m_callQuestion = { m_history->findCalls(query), kind, offset };
}

void HistoryLists::watch(const std::optional<HistoryCall> &call)
{
    m_watched = call;
    m_eventQuestion = 0;
    askEvents();
}

void HistoryLists::askEvents()
{
    if (m_history && m_watched)
        m_eventQuestion = m_history->findEvents(m_watched->batch.batch, m_watched->id);
}

void HistoryLists::grown()
{
    m_hasGrown = true;
    // Not anew each time: a busy batch would put it off for ever.
    if (m_isActive && !m_rest->isActive())
        m_rest->start();
}

void HistoryLists::callsScrolled()
{
    if (m_isPart && m_isActive && !m_rest->isActive())
        m_rest->start();
}

void HistoryLists::refresh()
{
    if (m_batchQuestion.isOpen() || m_callQuestion.isOpen()) {
        m_rest->start(); // after the answer
        return;
    }
    m_hasGrown = false;
    refreshBatches();
    refreshCalls();
    askEvents();
}

void HistoryLists::refreshBatches()
{
    askBatches(Kind::Whole, 0, wholePages(m_batches->rowCount()));
}

void HistoryLists::refreshCalls()
{
    const int rows = m_calls->rowCount();
    const auto [first, last] = m_visible ? m_visible() : std::pair(0, rows - 1);
    if (rows <= WholeRows || first < 0) {
        m_isPart = false;
        askCalls(Kind::Whole, 0, wholePages(rows));
        return;
    }
    m_isPart = true;
    const int margin = PageRows / 4;
    const int from = qMax(0, first - margin);
    askCalls(Kind::Part, from, qMin(rows, last + margin) - from);
}

void HistoryLists::takeBatches(quint64 question, const HistoryBatches &answer)
{
    if (question != m_batchQuestion.number || !m_batchQuestion.isOpen())
        return; // late
    const Question asked = std::exchange(m_batchQuestion, {});
    m_batchesFailed = answer.failed;
    Q_EMIT batchesArriving();
    if (answer.failed) {
        m_batches->giveUpMore();
    } else if (asked.kind == Kind::More) {
        m_batches->append(answer.rows, answer.total);
    } else {
        m_batches->setRows(answer.rows, answer.total);
    }
    Q_EMIT batchesArrived();
    answered();
}

void HistoryLists::takeCalls(quint64 question, const HistoryCalls &answer)
{
    if (question != m_callQuestion.number || !m_callQuestion.isOpen())
        return; // late
    const Question asked = std::exchange(m_callQuestion, {});
    m_callsFailed = answer.failed;
    Q_EMIT callsArriving();
    if (answer.failed) {
        m_calls->giveUpMore();
    } else if (asked.kind == Kind::More) {
        m_calls->append(answer.rows, answer.total);
    } else if (asked.kind == Kind::Part) {
        // Other calls stand there: a batch came or went, and all rows moved.
        if (!m_calls->updateRows(asked.offset, answer.rows, answer.total)) {
            const int more = qMax(0, answer.total - m_calls->total());
            askCalls(Kind::Whole, 0, wholePages(m_calls->rowCount() + more));
        }
    } else {
        m_calls->setRows(answer.rows, answer.total);
    }
    Q_EMIT callsArrived();
    answered();
}

void HistoryLists::takeEvents(quint64 question, const QList<HistoryEvent> &events)
{
    if (question == m_eventQuestion && question != 0)
        Q_EMIT eventsFound(events);
}

void HistoryLists::answered()
{
    m_asOfMs = QDateTime::currentMSecsSinceEpoch();
    Q_EMIT stateChanged();
}

} // namespace hangup
