// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/undocommands.h"

#include <QRegularExpression>
#include <QTest>
#include <QUndoStack>

using namespace hangup;
using namespace Qt::StringLiterals;

/// Undo brings rows back, never a state that is over: what became of a call stays what became of it.
class TestUndoCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void undoTakesOutWhatWasAdded();
    void undoLeavesWhatWasAskedToEnd_data();
    void undoLeavesWhatWasAskedToEnd();
    void anOutcomeOutlivesTheUndoOfAnOlderRemoval();
    void removedOutcomesComeBack();
    void redoRemovesWhatTheCallHasBecome();

private:
    void add(std::initializer_list<int> numbers);
    void remove(int number);
    QString shown() const;

    std::unique_ptr<CallListModel> m_model;
    std::unique_ptr<QUndoStack> m_stack;
};

namespace {

CallId idOf(int i)
{
    return *CallId::parse(u"defb0706-86a6-11e4-b303-498d468c930%1"_s.arg(i));
}

} // namespace

void TestUndoCommands::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_stack.reset();
    m_model = std::make_unique<CallListModel>();
    m_stack = std::make_unique<QUndoStack>();
}

/// As a paste does it.
void TestUndoCommands::add(std::initializer_list<int> numbers)
{
    QStringList lines;
    for (const int number : numbers)
        lines << idOf(number).toString();
    m_stack->push(new AddCallsCommand(m_model.get(), m_model->add(scanCalls(lines.join(u'\n')))));
}

void TestUndoCommands::remove(int number)
{
    m_stack->push(new RemoveCallsCommand(m_model.get(), { idOf(number) }));
}

/// "1 Listed, 2 Done": number and state of each call in list order; what is done with its outcome instead.
QString TestUndoCommands::shown() const
{
    QStringList parts;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QString outcome = m_model->index(row, CallListModel::OutcomeColumn).data().toString();
        const QString state = m_model->index(row, CallListModel::StateColumn).data().toString();
        parts << m_model->idAt(row)->toString().back() + u' ' + (outcome.isEmpty() ? state : outcome);
    }
    return parts.join(u", "_s);
}

void TestUndoCommands::undoTakesOutWhatWasAdded()
{
    add({ 1 });
    add({ 2, 3 });
    m_stack->undo();
    QCOMPARE(shown(), u"1 Listed"_s);
    m_stack->redo();
    QCOMPARE(shown(), u"1 Listed, 2 Listed, 3 Listed"_s);
    m_stack->undo();
    m_stack->undo();
    QCOMPARE(shown(), QString());
}

void TestUndoCommands::undoLeavesWhatWasAskedToEnd_data()
{
    QTest::addColumn<CallState>("state");
    QTest::addColumn<QString>("left");
    QTest::newRow("a call nobody asked to end goes") << CallState::Listed << QString();
    QTest::newRow("a waiting call stays") << CallState::Waiting << u"1 Waiting"_s;
    QTest::newRow("a call on its way stays") << CallState::OnItsWay << u"1 On its way"_s;
    QTest::newRow("a call with an outcome stays") << CallState::Done << u"1 Unknown"_s;
}

void TestUndoCommands::undoLeavesWhatWasAskedToEnd()
{
    QFETCH(CallState, state);
    add({ 1, 2 });
    if (state == CallState::Waiting)
        m_model->setWaiting(idOf(1));
    if (state == CallState::OnItsWay)
        m_model->setOnItsWay(idOf(1), 1);
    if (state == CallState::Done)
        m_model->setResult({ idOf(1), Outcome::Unknown });
    m_stack->undo();
    QTEST(shown(), "left");
    // Redo brings back what undo took, and touches nothing else.
    m_stack->redo();
    QCOMPARE(m_model->total(), 2);
    QCOMPARE(m_model->state(idOf(1)), state);
    QCOMPARE(m_model->state(idOf(2)), CallState::Listed);
}

void TestUndoCommands::anOutcomeOutlivesTheUndoOfAnOlderRemoval()
{
    add({ 1, 2 });
    remove(1);
    add({ 1 });
    m_model->setResult({ idOf(1), Outcome::Ended });
    m_stack->undo(); // of the second adding
    QCOMPARE(shown(), u"2 Listed, 1 Ended"_s);
    m_stack->undo(); // of the removal: the call is in the list
    QCOMPARE(shown(), u"2 Listed, 1 Ended"_s);
    m_stack->undo(); // of the first adding
    QCOMPARE(shown(), u"1 Ended"_s);
}

void TestUndoCommands::removedOutcomesComeBack()
{
    add({ 1, 2, 3 });
    m_model->setResult({ idOf(2), Outcome::Ended });
    remove(2);
    QCOMPARE(shown(), u"1 Listed, 3 Listed"_s);
    m_stack->undo();
    QCOMPARE(shown(), u"1 Listed, 2 Ended, 3 Listed"_s);
}

void TestUndoCommands::redoRemovesWhatTheCallHasBecome()
{
    add({ 1 });
    remove(1);
    m_stack->undo();
    m_model->setResult({ idOf(1), Outcome::Refused });
    m_stack->redo();
    QCOMPARE(shown(), QString());
    m_stack->undo();
    QCOMPARE(shown(), u"1 Refused"_s);
}

QTEST_MAIN(TestUndoCommands)
#include "tst_undocommands.moc"
