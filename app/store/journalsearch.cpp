// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "store/journalsearch.h"

#include "domain/words.h"
#include "store/journalfacts.h"
#include "store/journalrows.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

constexpr auto JoinedCalls = " FROM call c JOIN batch b USING (batch) "_L1;

void add(QStringList &terms, QVariantList &values, const QString &term, const QVariantList &more)
{
    terms.append(term);
    values += more;
}

/// What of a query is about one call.
void addCallTerms(const HistoryQuery &query, QStringList &terms, QVariantList &values)
{
    if (!query.uuid.isEmpty())
        add(terms, values, u"c.call LIKE ? ESCAPE '\\'"_s, { likePattern(query.uuid.toLower()) });
    if (query.outcomes.isEmpty())
        return;
    QStringList marks;
    QVariantList keys;
    for (const Outcome outcome : query.outcomes) {
        marks.append(u"?"_s);
        keys.append(words::outcomeKey(outcome).toString());
    }
    add(terms, values, u"c.outcome IN (%1)"_s.arg(marks.join(u',')), keys);
}

void addBatchTerms(const HistoryQuery &query, QStringList &terms, QVariantList &values)
{
    if (query.batch)
        add(terms, values, u"b.batch = ?"_s, { static_cast<qint64>(*query.batch) });
    if (!query.ticket.isEmpty())
        add(terms, values, u"b.ticket_folded LIKE ? ESCAPE '\\'"_s, { likePattern(query.ticket.toCaseFolded()) });
    if (!query.account.isEmpty())
        add(terms, values, u"b.account_folded LIKE ? ESCAPE '\\'"_s, { likePattern(query.account.toCaseFolded()) });
    if (query.fromMs != 0)
        add(terms, values, u"b.at_ms >= ?"_s, { query.fromMs });
    if (query.toMs != 0)
        add(terms, values, u"b.at_ms < ?"_s, { query.toMs });
}

HistoryBatch batchOf(const QSqlQuery &row, const AuthId &authId)
{
    HistoryBatch batch { .info = { .batch = static_cast<quint64>(row.value(0).toLongLong()), .authId = authId } };
    batch.info.accountName = row.value(2).toString();
    batch.info.operatorName = row.value(3).toString();
    batch.info.words = { row.value(4).toString(), row.value(5).toString() };
    batch.info.atMs = row.value(6).toLongLong();
    batch.info.monotonic = std::chrono::milliseconds(row.value(7).toLongLong());
    batch.finishedAtMs = row.value(8).toLongLong();
    return batch;
}

/// How the calls of one batch stand. False: the connection failed.
bool countCalls(SqlConnection &connection, HistoryBatch &batch)
{
    QSqlQuery *rows
        = connection.rows(u"SELECT outcome, count(*), sum(proof = ?) FROM call WHERE batch = ? GROUP BY outcome"_s,
                          { words::proofKey(ProofState::Proven), static_cast<qint64>(batch.info.batch) });
    if (rows == nullptr)
        return false;
    while (rows->next()) {
        const int count = rows->value(1).toInt();
        if (const auto outcome = words::outcomeFromKey(rows->value(0).toString()))
            batch.tally[*outcome] += count;
        else
            batch.tally.waiting += count;
        batch.proven += rows->value(2).toInt();
    }
    rows->finish();
    return true;
}

QString requestWords(const JournalEvent &event, EventKind kind)
{
    const auto fact = facts::readRequest(event);
    if (!fact)
        return {};
    if (kind == EventKind::Answer)
        return words::requestAnswered(*fact);
    if (kind == EventKind::Sent)
        return words::requestSent(*fact);
    return QCoreApplication::translate("hangup", "Attempt %1 put on record, to be sent").arg(fact->attempt);
}

/// Of the kinds that belong to one call; plain text.
QString eventWords(const JournalEvent &event, EventKind kind)
{
    switch (kind) {
    case EventKind::Intent:
    case EventKind::Sent:
    case EventKind::Answer:
        return requestWords(event, kind);
    case EventKind::Outcome:
        if (const auto outcome = facts::readOutcome(event))
            return words::resultSentence(outcome->result);
        break;
    case EventKind::Proof:
        if (const auto proof = facts::readProof(event))
            return words::proofSentence(*proof);
        break;
    case EventKind::Note:
        return facts::readNote(event);
    case EventKind::Batch:
    case EventKind::Checkpoint:
        break;
    }
    return {};
}

} // namespace

QString likePattern(const QString &text)
{
    QString pattern = u"%"_s;
    for (const QChar c : text) {
        if (c == u'%' || c == u'_' || c == u'\\')
            pattern += u'\\';
        pattern += c;
    }
    return pattern + u'%';
}

SearchTerms searchTerms(const HistoryQuery &query, bool perCall)
{
    QStringList terms;
    QVariantList values;
    addBatchTerms(query, terms, values);
    QStringList callTerms;
    addCallTerms(query, callTerms, values);
    if (perCall)
        terms += callTerms;
    else if (!callTerms.isEmpty())
        terms.append(u"EXISTS (SELECT 1 FROM call c WHERE c.batch = b.batch AND %1)"_s.arg(callTerms.join(u" AND "_s)));
    return { terms.isEmpty() ? QString() : u"WHERE "_s + terms.join(u" AND "_s), values };
}

HistoryBatches searchBatches(SqlConnection &connection, const HistoryQuery &query, const std::atomic<bool> &cancelled)
{
    const SearchTerms terms = searchTerms(query, false);
    HistoryBatches found { .failed = true };
    const QVariant total = connection.value(u"SELECT count(*) FROM batch b "_s + terms.where, terms.values);
    if (!total.isValid())
        return found;
    QSqlQuery *rows = connection.rows(
        u"SELECT b.batch, b.auth, b.name, b.operator, b.ticket, b.reason, b.at_ms, b.mono_ms, b.finished_ms"
        " FROM batch b %1 ORDER BY b.at_ms DESC, b.batch DESC LIMIT ? OFFSET ?"_s.arg(terms.where),
        terms.values + QVariantList { query.limit, query.offset });
    if (rows == nullptr)
        return found;
    while (rows->next()) {
        if (const auto authId = AuthId::parse(rows->value(1).toString()))
            found.rows.append(batchOf(*rows, *authId));
    }
    rows->finish();
    for (HistoryBatch &batch : found.rows) {
        if (cancelled || !countCalls(connection, batch))
            return { .failed = true };
    }
    found.total = total.toInt();
    found.failed = false;
    return found;
}

HistoryCalls searchCalls(SqlConnection &connection, const HistoryQuery &query, const std::atomic<bool> &cancelled)
{
    const SearchTerms terms = searchTerms(query, true);
    const QVariant total = connection.value(u"SELECT count(*)"_s + JoinedCalls + terms.where, terms.values);
    if (!total.isValid())
        return { .failed = true };
    QSqlQuery *rows = connection.rows(u"SELECT "_s + callColumns() + JoinedCalls + terms.where
                                          + u" ORDER BY b.at_ms DESC, b.batch DESC, c.position LIMIT ? OFFSET ?"_s,
                                      terms.values + QVariantList { query.limit, query.offset });
    if (rows == nullptr)
        return { .failed = true };
    HistoryCalls found { .total = total.toInt() };
    while (!cancelled && rows->next()) {
        if (const auto call = historyCall(*rows))
            found.rows.append(*call);
    }
    rows->finish();
    found.failed = cancelled;
    return found;
}

QList<HistoryEvent> readHistoryEvents(SqlConnection &connection, quint64 batch, const CallId &id)
{
    // In one statement: of one moment.
    const QVariantList call { static_cast<qint64>(batch), id.toString() };
    QSqlQuery *rows = connection.rows(
        u"SELECT %1 FROM event WHERE seq >= (SELECT nullif(first_seq, 0) FROM call WHERE batch=? AND call=?)"
        " AND seq <= (SELECT iif(c.outcome IS NULL, b.last_seq, c.last_seq) FROM call c JOIN batch b USING (batch)"
        " WHERE c.batch=? AND c.call=?) AND batch=? AND call=? ORDER BY seq"_s.arg(eventColumns()),
        call + call + call);
    QList<HistoryEvent> found;
    while (rows != nullptr && rows->next()) {
        const JournalEvent event = journalEvent(*rows);
        if (const auto kind = eventKindFromKey(event.kind))
            found.append({ event.seq, *kind, event.utcMs, eventWords(event, *kind) });
    }
    if (rows != nullptr)
        rows->finish();
    return found;
}

} // namespace hangup
