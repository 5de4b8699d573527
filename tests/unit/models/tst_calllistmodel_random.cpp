// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "modeltesting.h"
#include "naivelist.h"

#include "models/calllistmodel.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QPersistentModelIndex>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hangup;
using namespace hangup::testing;

/// Thousands of random steps on the model and on a naive list; after each both must show the same.
class TestCallListModelRandom : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        // Qt 6.8's model tester asks for pictures, and says that a program without QtGui knows none.
        QTest::failOnWarning(QRegularExpression(u"^(?!Trying to construct an instance of an invalid type)"_s));
    }
    void doesAsANaiveList_data();
    void doesAsANaiveList();

private:
    void step(QRandomGenerator &random);
    void addSome(QRandomGenerator &random);
    void removeSome(QRandomGenerator &random);
    void restoreSome(QRandomGenerator &random);
    void updateSome(QRandomGenerator &random);
    void updateOne(QRandomGenerator &random, const CallId &id);
    void changeView(QRandomGenerator &random);
    void select(QRandomGenerator &random);
    QString difference() const;

    static constexpr int Ids = 150;
    std::unique_ptr<CallListModel> m_model;
    NaiveList m_naive;
    QList<QList<RemovedCall>> m_removed;
    std::unique_ptr<QItemSelectionModel> m_selection;
    bool m_isHeld = false; ///< as last asked for by the selection
    int m_letGoInside = 0; ///< times the selection went with its rows
};

namespace {

const QStringList Words { u"alpha"_s, u"Beta"_s, u"gamma"_s, u"ÄÖÜ"_s, u"7f"_s, u"request_uuid"_s };
const QStringList Messages { QString(), u"call not found"_s, u"Busy Beta"_s, u"<b>no</b>"_s };
const QStringList Sources { QString(), u"API Request"_s, u"Caller"_s, u"Carrier"_s };
const QStringList Needles { u"caller"_s, u"proven"_s,  u"live"_s,    QString(),   QString(), u"a"_s,
                            u"beta"_s,   u"ended"_s,   u"00-"_s,     u"äö"_s,     u"7F"_s,   u"not "_s,
                            u"stop"_s,   u"nowhere"_s, u"request"_s, u"earlier"_s };

template <typename T>
const T &oneOf(QRandomGenerator &random, const QList<T> &list)
{
    return list[random.bounded(list.size())];
}

} // namespace

void TestCallListModelRandom::addSome(QRandomGenerator &random)
{
    QList<Line> lines;
    QList<CallId> expected;
    const int count = random.bounded(4) == 0 ? random.bounded(Ids) : random.bounded(6);
    for (int i = 0; i < count; ++i) {
        const CallId id = idOf(random.bounded(Ids));
        if (std::any_of(lines.begin(), lines.end(), [&](const Line &line) { return line.id == id; }))
            continue;
        const QString context = random.bounded(5) == 0 ? QString() : oneOf(random, Words) + u' ' + oneOf(random, Words);
        lines.append({ id, context, static_cast<IdMark>(random.bounded(5)) });
        if (m_naive.find(id))
            continue;
        m_naive.list.append({ id, lines.last().mark, context });
        expected << id;
    }
    QCOMPARE(m_model->add(paste(lines)), expected);
    m_naive.showAdded(expected);
}

void TestCallListModelRandom::removeSome(QRandomGenerator &random)
{
    QList<CallId> ids;
    const int count = random.bounded(4) == 0 ? random.bounded(Ids) : random.bounded(6);
    for (int i = 0; i < count; ++i)
        ids << idOf(random.bounded(Ids));
    const auto goes = [&](const NaiveList::Call &call) {
        return ids.contains(call.id) && (call.result || call.state == CallState::Listed);
    };
    QList<CallId> expected;
    for (const auto &call : m_naive.list) {
        if (goes(call))
            expected << call.id;
    }
    const QList<RemovedCall> removed = m_model->remove(ids);
    QList<CallId> gone;
    for (const RemovedCall &row : removed) {
        QCOMPARE(row.position, m_naive.position(row.id));
        QCOMPARE(row.context, m_naive.call(row.id).context);
        gone << row.id;
    }
    QCOMPARE(gone, expected);
    m_naive.list.removeIf(goes);
    m_naive.shown.removeIf([&](const CallId &id) { return expected.contains(id); });
    m_removed << removed;
}

void TestCallListModelRandom::restoreSome(QRandomGenerator &random)
{
    if (m_removed.isEmpty())
        return;
    const QList<RemovedCall> rows = m_removed.takeAt(random.bounded(m_removed.size()));
    QList<CallId> added;
    for (const RemovedCall &row : rows) {
        if (m_naive.find(row.id))
            continue;
        m_naive.list.insert(std::min(row.position, m_naive.list.size()),
                            { row.id, row.mark, row.context, row.state, row.result,
                              row.result ? row.result->attempts : 0, row.proof.state, row.proof.hangupSource });
        added << row.id;
    }
    m_model->restore(rows);
    m_naive.showAdded(added);
}

void TestCallListModelRandom::updateOne(QRandomGenerator &random, const CallId &id)
{
    NaiveList::Call *call = m_naive.find(id);
    const int attempt = 1 + random.bounded(4);
    switch (random.bounded(6)) {
    case 4: {
        const QString source = oneOf(random, Sources);
        const auto state = static_cast<ProofState>(random.bounded(static_cast<int>(ProofState::Gone) + 1));
        m_model->setProof({ .id = id, .state = state, .hangupSource = source });
        if (call && call->result) {
            call->proof = state;
            call->source = state == ProofState::None ? QString() : source;
        }
        break;
    }
    case 5:
        m_model->setLooking(id);
        if (call)
            *call = { id, call->mark, call->context, CallState::Looking, {}, call->result ? 0 : call->attempts };
        break;
    case 0:
        m_model->setWaiting(id);
        if (call)
            *call = { id, call->mark, call->context, CallState::Waiting, {}, call->result ? 0 : call->attempts };
        break;
    case 1:
        m_model->setOnItsWay(id, attempt);
        if (call)
            *call = { id, call->mark, call->context, CallState::OnItsWay, {}, attempt };
        break;
    default:
        CallResult result
            = resultOf(id, AllOutcomes[random.bounded(6u)], random.bounded(3) * 200, oneOf(random, Messages));
        result.reason = static_cast<Reason>(random.bounded(static_cast<int>(Reason::GateRefused) + 1));
        result.attempts = random.bounded(5);
        result.elapsed = std::chrono::milliseconds(random.bounded(5) * 100);
        result.finishedAtMs += random.bounded(5) * 1000;
        if (const int kind = random.bounded(3); kind > 0)
            result.apiId = kind == 1 ? idOf(random.bounded(20)).toString() : oneOf(random, Words);
        m_model->setResult(result);
        if (call)
            *call = { id, call->mark, call->context, CallState::Done, result, result.attempts };
        break;
    }
}

void TestCallListModelRandom::updateSome(QRandomGenerator &random)
{
    const int count = random.bounded(4) == 0 ? random.bounded(Ids) : random.bounded(8);
    m_model->beginUpdates();
    for (int i = 0; i < count; ++i)
        updateOne(random, idOf(random.bounded(Ids)));
    m_model->endUpdates();
    m_naive.refit();
}

void TestCallListModelRandom::changeView(QRandomGenerator &random)
{
    switch (random.bounded(5)) {
    case 0:
        m_naive.column = random.bounded(-1, int(CallListModel::ColumnCount));
        m_naive.descending = random.bounded(2) == 1;
        m_model->sort(m_naive.column, m_naive.descending ? Qt::DescendingOrder : Qt::AscendingOrder);
        m_naive.sortShown();
        break;
    case 1:
        if (const QString needle = oneOf(random, Needles); needle != m_naive.needle) {
            m_naive.needle = needle;
            m_naive.refresh();
        }
        m_model->setTextFilter(m_naive.needle);
        break;
    case 2:
        if (const auto filter = static_cast<CallFilter>(random.bounded(8)); filter != m_naive.filter) {
            m_naive.filter = random.bounded(2) == 0 ? CallFilter::All : filter;
            m_naive.refresh();
            m_model->setFilter(m_naive.filter);
            m_model->refreshOrder();
        }
        break;
    case 3:
        select(random);
        break;
    default:
        m_model->refreshOrder();
        m_naive.refresh();
        break;
    }
}

/// Some rows or none; it is the selection that holds the rows still, as in the window.
void TestCallListModelRandom::select(QRandomGenerator &random)
{
    if (random.bounded(3) == 0 || m_model->rowCount() == 0)
        return m_selection->clearSelection();
    const int first = random.bounded(m_model->rowCount());
    const int last = std::min(first + random.bounded(3), m_model->rowCount() - 1);
    m_selection->select(QItemSelection(m_model->index(first, 0), m_model->index(last, 0)),
                        QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void TestCallListModelRandom::step(QRandomGenerator &random)
{
    switch (random.bounded(10)) {
    case 0:
    case 1:
        return addSome(random);
    case 2:
        return removeSome(random);
    case 3:
        return restoreSome(random);
    case 4:
    case 5:
        return changeView(random);
    default:
        return updateSome(random);
    }
}

/// Empty when both show the same.
QString TestCallListModelRandom::difference() const
{
    QList<CallId> all;
    QStringList expected;
    NaiveList naive = m_naive;
    for (const auto &call : naive.list)
        all << call.id;
    if (m_model->ids() != all)
        return u"the list"_s;
    for (const CallId &id : naive.shown) {
        const NaiveList::Call &call = naive.call(id);
        expected << u"%1 | %2 | %3 | %4 | %5 | %6 | %7"_s.arg(
            id.toString(), words::stateShort(call.state),
            call.result ? words::outcomeShort(call.result->outcome) : QString(), naive.proofWord(call), call.source,
            call.result ? call.result->apiId : QString(), naive.notes(call));
    }
    const QString is = asText(*m_model,
                              { CallListModel::UuidColumn, CallListModel::StateColumn, CallListModel::OutcomeColumn,
                                CallListModel::ProofColumn, CallListModel::SourceColumn, CallListModel::ApiIdColumn,
                                CallListModel::NotesColumn });
    if (is != expected.join(u'\n'))
        return u"the rows:\n%1\n--- expected:\n%2"_s.arg(is, expected.join(u'\n'));
    if (m_model->tally() != naive.tally() || m_model->tally().all() != m_model->total())
        return u"the tally"_s;
    for (const auto &call : naive.list) {
        if (m_model->rowOf(call.id) != naive.shown.indexOf(call.id) || m_model->context(call.id) != call.context)
            return u"row or context of "_s + call.id.toString();
    }
    return {};
}

void TestCallListModelRandom::doesAsANaiveList_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 6; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestCallListModelRandom::doesAsANaiveList()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    m_selection.reset();
    m_model = std::make_unique<CallListModel>();
    m_isHeld = false;
    m_letGoInside = 0;
    // Also told in the middle of a removal: a selection goes with its rows.
    bool isRemoving = false;
    connect(m_model.get(), &CallListModel::rowsAboutToBeRemoved, this, [&] { isRemoving = true; });
    connect(m_model.get(), &CallListModel::rowsRemoved, this, [&] { isRemoving = false; });
    m_selection = std::make_unique<QItemSelectionModel>(m_model.get());
    connect(m_selection.get(), &QItemSelectionModel::selectionChanged, this, [&] {
        const bool holds = !m_selection->selection().isEmpty();
        m_letGoInside += isRemoving && m_isHeld && !holds ? 1 : 0;
        m_isHeld = holds;
        m_model->hold(holds);
    });
    m_naive = {};
    m_removed.clear();
    const QAbstractItemModelTester tester(m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QList<std::pair<CallId, QPersistentModelIndex>> kept;
    qsizetype followed = 0;
    for (int i = 0; i < 800; ++i) {
        const QList<CallId> before = m_naive.shown;
        step(random);
        m_naive.hold(m_isHeld);
        const QString wrong = difference();
        QVERIFY2(wrong.isEmpty(), qPrintable(u"step %1: %2"_s.arg(i).arg(wrong)));
        // A row that stays is followed; one that left is known to be gone.
        for (const auto &[id, index] : kept)
            QCOMPARE(index.isValid() ? index.row() : -1, static_cast<int>(m_naive.shown.indexOf(id)));
        followed += kept.size();
        kept.clear();
        for (int row = random.bounded(3); row < m_model->rowCount(); row += 1 + random.bounded(3))
            kept.append(
                { *m_model->idAt(row),
                  QPersistentModelIndex(m_model->index(row, random.bounded(int(CallListModel::ColumnCount)))) });
        if (QTest::currentTestFailed())
            return;
    }
    QCOMPARE_GT(followed, 4000);
    QCOMPARE_GT(m_letGoInside, 0);
}

QTEST_APPLESS_MAIN(TestCallListModelRandom)
#include "tst_calllistmodel_random.moc"
