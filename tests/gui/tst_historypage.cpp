// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "accessiblefind.h"
#include "historybench.h"
#include "models/historybatchmodel.h"
#include "models/historycallmodel.h"
#include "session/history.h"

#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace hangup;
using namespace hangup::test;
using namespace Qt::StringLiterals;

namespace {

QString column(const QTableView *table, int column)
{
    QStringList cells;
    for (int row = 0; row < table->model()->rowCount(); ++row)
        cells.append(table->model()->index(row, column).data().toString());
    return cells.join(u' ');
}

/// "1 8": the numbers of the calls shown.
QString calls(const QTableView *table)
{
    QStringList numbers;
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        const QString id = table->model()->index(row, HistoryCallModel::UuidColumn).data().toString();
        numbers.append(QString::number(id.last(12).toInt(nullptr, 16)));
    }
    return numbers.join(u' ');
}

/// As a click on that row. (selectRow() goes by the modifier keys, which tests leave down.)
void choose(QTableView *table, int row)
{
    table->selectionModel()->setCurrentIndex(table->model()->index(row, 0),
                                             QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

} // namespace

class TestHistoryPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_bench.reset(); }

    void showsAllAtFirst();
    void searches_data();
    void searches();
    void aWrongDayIsSaidAndSearchesNothing();
    void clearShowsAllAgain();
    void aBatchShowsItsCalls();
    void oneCallWithEveryAttempt();
    void receiptOfTheSelectedBatch();
    void receiptKeyIsThePages();
    void noReceiptWithoutABatch();
    void supportTextForAcceptedAndStillLive();
    void callsGoIntoTheList();
    void copiesUuids();
    void growsWithoutMoving();
    void followsTheAccount();
    void batchIsShownOnRequest();
    void everyControlHasAName();
    void tabGoesAsTheEyeDoes();

private:
    QTableView *batches() const { return m_bench->find<QTableView>(u"Batches"_s); }
    QTableView *callTable() const { return m_bench->find<QTableView>(u"Past calls"_s); }
    QString details() const { return m_bench->find<QPlainTextEdit>(u"One call with every attempt"_s)->toPlainText(); }
    QString notice() const
    {
        const auto *bar = m_bench->find<QFrame>(u"Message"_s);
        QString text;
        for (const QLabel *label : bar->findChildren<QLabel *>())
            text += label->text();
        return bar->isVisible() ? text : QString();
    }
    bool triggerMenu(const QString &words);
    std::unique_ptr<HistoryBench> m_bench;
};

void TestHistoryPage::init()
{
    m_bench = std::make_unique<HistoryBench>();
    m_bench->fillThreeBatches();
    m_bench->start();
    QTRY_COMPARE(batches()->model()->rowCount(), 3);
    QTRY_COMPARE(callTable()->model()->rowCount(), 9);
}

/// Opens the context menu of the calls and triggers the command with these words.
bool TestHistoryPage::triggerMenu(const QString &words)
{
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QApplication::sendEvent(callTable()->viewport(), &event);
    for (const QMenu *menu : m_bench->page().findChildren<QMenu *>()) {
        for (QAction *action : menu->actions()) {
            if (QString(action->text()).remove(u'&') == words && action->isEnabled() && menu->isVisible()) {
                action->trigger();
                return true;
            }
        }
    }
    return false;
}

void TestHistoryPage::showsAllAtFirst()
{
    QCOMPARE(column(batches(), HistoryBatchModel::TicketColumn), u"T-3 T-2 T-1"_s);
    QCOMPARE(calls(callTable()), u"1 8 7 1 2 3 4 5 6"_s);
    QCOMPARE(column(batches(), HistoryBatchModel::NotLiveColumn), u"1 0 2"_s);
    QCOMPARE(column(batches(), HistoryBatchModel::ProvenColumn), u"0 0 1"_s);
    const auto *state = m_bench->find<QLabel>(u"State of the history"_s);
    QVERIFY2(state->text().startsWith(u"Batches: 3. Calls shown: 9. As of "), qPrintable(state->text()));
}

void TestHistoryPage::searches_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("tickets");
    QTest::addColumn<QString>("found");
    const auto row = [](const char *name, const QString &field, const QString &text, const QString &tickets,
                        const QString &found) { QTest::newRow(name) << field << text << tickets << found; };
    row("a whole UUID", u"Search call UUID"_s, HistoryBench::call(1).toString(), u"T-3 T-1"_s, u"1 1"_s);
    row("a UUID with blanks and capitals", u"Search call UUID"_s,
        u"  "_s + HistoryBench::call(8).toString().toUpper() + u' ', u"T-3"_s, u"8"_s);
    row("the end of a UUID", u"Search call UUID"_s, u"00007"_s, u"T-2"_s, u"7"_s);
    row("a ticket", u"Search ticket"_s, u"t-2"_s, u"T-2"_s, u"7"_s);
    row("a part of tickets", u"Search ticket"_s, u"T-"_s, u"T-3 T-2 T-1"_s, u"1 8 7 1 2 3 4 5 6"_s);
    row("a wildcard is a character", u"Search ticket"_s, u"T%"_s, QString(), QString());
    row("an account", u"Search account"_s, u"practice"_s, u"T-3 T-2 T-1"_s, u"1 8 7 1 2 3 4 5 6"_s);
    row("another account", u"Search account"_s, u"Other"_s, QString(), QString());
    row("refused", u"Search outcome"_s, u"Refused"_s, u"T-1"_s, u"4"_s);
    row("not live, both kinds", u"Search outcome"_s, u"Not live"_s, u"T-3 T-1"_s, u"1 2 3"_s);
    row("from a day on", u"Search from"_s, u"2025-11-25"_s, u"T-3 T-2"_s, u"1 8 7"_s);
    row("to a day, with it", u"Search to"_s, u"2025-11-25"_s, u"T-2 T-1"_s, u"7 1 2 3 4 5 6"_s);
}

void TestHistoryPage::searches()
{
    QFETCH(QString, field);
    QFETCH(QString, text);
    QFETCH(QString, tickets);
    QFETCH(QString, found);
    if (auto *box = m_bench->find<QComboBox>(field))
        box->setCurrentText(text);
    else
        m_bench->find<QLineEdit>(field)->setText(text);
    QTRY_COMPARE(column(batches(), HistoryBatchModel::TicketColumn), tickets);
    QTRY_COMPARE(calls(callTable()), found);
}

void TestHistoryPage::aWrongDayIsSaidAndSearchesNothing()
{
    auto *from = m_bench->find<QLineEdit>(u"Search from"_s);
    from->setText(u"2026-02-30"_s);
    QTest::keyClick(from, Qt::Key_Return);
    QStringList said;
    for (const QLabel *label : m_bench->page().findChildren<QLabel *>()) {
        if (label->isVisible())
            said.append(label->text());
    }
    QVERIFY(said.contains(u"“2026-02-30” is not a day such as 2026-11-24."_s));
    QCOMPARE(batches()->model()->rowCount(), 3);
    from->setText(u"2025-11-26"_s);
    QTRY_COMPARE(column(batches(), HistoryBatchModel::TicketColumn), u"T-3"_s);
}

void TestHistoryPage::clearShowsAllAgain()
{
    auto *clear = m_bench->find<QPushButton>(u"Clear the search"_s);
    QCOMPARE(clear->isEnabled(), false);
    m_bench->find<QLineEdit>(u"Search ticket"_s)->setText(u"nobody's"_s);
    QTRY_COMPARE(batches()->model()->rowCount(), 0);
    QTRY_COMPARE(batches()->accessibleDescription(), u"No batch fits the search. Clear the search to see them all."_s);
    QTest::mouseClick(clear, Qt::LeftButton);
    QTRY_COMPARE(batches()->model()->rowCount(), 3);
    QCOMPARE(batches()->accessibleDescription(), QString());
}

void TestHistoryPage::aBatchShowsItsCalls()
{
    auto *all = m_bench->find<QPushButton>(u"Show calls of all batches"_s);
    QCOMPARE(all->isVisible(), false);
    choose(batches(), 2);
    QTRY_COMPARE(calls(callTable()), u"1 2 3 4 5 6"_s);
    QCOMPARE(m_bench->page().selectedBatch(), 101U);
    QTRY_COMPARE(all->isVisible(), true);
    // With the search beside it.
    m_bench->find<QComboBox>(u"Search outcome"_s)->setCurrentText(u"Ended"_s);
    QTRY_COMPARE(calls(callTable()), u"8 7 1"_s);
    choose(batches(), 2);
    QTRY_COMPARE(calls(callTable()), u"1"_s);
    QTest::mouseClick(all, Qt::LeftButton);
    QTRY_COMPARE(calls(callTable()), u"8 7 1"_s);
    QCOMPARE(m_bench->page().selectedBatch(), 0U);
}

void TestHistoryPage::oneCallWithEveryAttempt()
{
    choose(batches(), 2);
    QTRY_COMPARE(calls(callTable()), u"1 2 3 4 5 6"_s);
    choose(callTable(), 0);
    QTRY_VERIFY2(details().contains(u"Answer to attempt 1: 204 after 84 ms"_s), qPrintable(details()));
    const QString text = details();
    QVERIFY2(text.startsWith(HistoryBench::call(1).toString() + u"\n✓ Ended – Plivo confirmed the hang-up.\n"_s),
             qPrintable(text));
    QVERIFY2(text.contains(u"Proof: Proven – Plivo's record: ended by an API request at "), qPrintable(text));
    QVERIFY2(text.contains(u"Reason: <b>stuck</b> %1\n"), qPrintable(text));
    QVERIFY2(text.contains(u"  DELETE sent, attempt 1\n"), qPrintable(text));
    choose(callTable(), 4);
    QTRY_VERIFY2(details().contains(u"the server stayed silent"_s), qPrintable(details()));
    QVERIFY(!details().contains(HistoryBench::call(1).toString()));
    callTable()->clearSelection();
    QTRY_COMPARE(details(), QString());
}

void TestHistoryPage::receiptOfTheSelectedBatch()
{
    QApplication::clipboard()->clear();
    choose(batches(), 2);
    auto *button = m_bench->find<QPushButton>(u"Copy receipt"_s);
    QTRY_COMPARE(button->isEnabled(), true);
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_COMPARE(notice(), u"The receipt is on the clipboard."_s);
    const QMimeData *data = QApplication::clipboard()->mimeData();
    QVERIFY2(data->text().contains(u"Ticket: T-1\n"), qPrintable(data->text()));
    QVERIFY(data->text().contains(u"6 calls accepted: 1 ended, 2 not live, 1 refused, 1 unknown, 1 not sent"));
    QVERIFY(data->html().contains(u"<td>&lt;b&gt;stuck&lt;/b&gt; %1</td>"));
    QVERIFY(data->data(u"text/markdown"_s).contains("- Reason: `<b>stuck</b> %1`\n"));
}

void TestHistoryPage::receiptKeyIsThePages()
{
    QApplication::clipboard()->clear();
    choose(callTable(), 2); // of T-2; no batch is selected
    callTable()->setFocus();
    QTest::keyClick(callTable(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(QApplication::clipboard()->text().contains(u"Ticket: T-2\n"));
}

void TestHistoryPage::noReceiptWithoutABatch()
{
    QApplication::clipboard()->setText(u"mine"_s);
    QCOMPARE(m_bench->find<QPushButton>(u"Copy receipt"_s)->isEnabled(), false);
    m_bench->page().copyReceipt();
    QCOMPARE(notice(), u"Select a batch first: the receipt is of one batch."_s);
    QCOMPARE(QApplication::clipboard()->text(), u"mine"_s);
}

void TestHistoryPage::supportTextForAcceptedAndStillLive()
{
    auto *button = m_bench->find<QPushButton>(u"Copy text for Plivo’s support"_s);
    choose(callTable(), 1);
    QTRY_VERIFY2(details().contains(u"ended by the caller"), qPrintable(details()));
    QCOMPARE(button->isVisible(), false);
    QVERIFY(!triggerMenu(u"Copy text for Plivo’s support"_s));
    choose(callTable(), 2);
    QTRY_VERIFY2(details().contains(u"Proof: Still live – Accepted, but still live at "), qPrintable(details()));
    QCOMPARE(button->isVisible(), true);
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(QApplication::clipboard()->text().contains(u"Call UUID: "_s + HistoryBench::call(7).toString()));
}

void TestHistoryPage::callsGoIntoTheList()
{
    QSignalSpy listed(&m_bench->page(), &HistoryPage::listed);
    callTable()->selectAll(); // call 1 twice
    QVERIFY(triggerMenu(u"Put into the list"_s));
    QCOMPARE(m_bench->session().calls()->total(), 8);
    QCOMPARE(listed.count(), 1);
    QCOMPARE(m_bench->session().busy(), false);
    QCOMPARE(m_bench->session().calls()->tally().listed, 8);
    QCOMPARE(notice(), u"8 calls were put into the list. Nothing was sent."_s);
    QVERIFY(triggerMenu(u"Put into the list"_s));
    QCOMPARE(notice(), u"They are in the list already."_s);
}

void TestHistoryPage::copiesUuids()
{
    choose(callTable(), 2);
    QTest::keyClick(callTable(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), HistoryBench::call(7).toString() + u'\n');
}

void TestHistoryPage::growsWithoutMoving()
{
    m_bench->page().resize(1000, 520); // rows to scroll
    choose(callTable(), 5);
    callTable()->verticalScrollBar()->setValue(3);
    batches()->selectionModel()->setCurrentIndex(batches()->model()->index(1, 0), QItemSelectionModel::NoUpdate);
    const QString selected = callTable()->currentIndex().data().toString();
    QTRY_VERIFY(details().startsWith(selected));
    const QString top = callTable()->indexAt(QPoint(4, 4)).data().toString();

    // Another batch is ended meanwhile.
    Session &session = m_bench->session();
    session.addText(HistoryBench::call(20).toString(), TextSource::Typed);
    const auto confirmation = session.prepare({ HistoryBench::call(20) });
    QCOMPARE(int(session.hangUp(*confirmation, {}, { u"T-4"_s, u"new"_s })), int(ConfirmError::None));
    QTRY_COMPARE(batches()->model()->rowCount(), 4);
    QTRY_COMPARE(callTable()->model()->rowCount(), 10);
    QCOMPARE(column(batches(), HistoryBatchModel::TicketColumn), u"T-4 T-3 T-2 T-1"_s);
    QTRY_COMPARE(callTable()->model()->index(0, 0).data(HistoryCallModel::OutcomeRole).isValid(), true);

    QCOMPARE(callTable()->selectionModel()->selectedRows().size(), 1);
    QCOMPARE(callTable()->selectionModel()->selectedRows().first().data().toString(), selected);
    QCOMPARE(callTable()->indexAt(QPoint(4, 4)).data().toString(), top);
    QVERIFY(details().startsWith(selected));
}

void TestHistoryPage::followsTheAccount()
{
    Session &session = m_bench->session();
    QVERIFY(session.switchAccount(Account::environment(
        *AuthId::parse(u"MATESTTESTTESTTEST01"), std::get<ApiAddress>(ApiAddress::parse(u"http://127.0.0.1:9")))));
    QTRY_COMPARE(batches()->model()->rowCount(), 0);
    QCOMPARE(callTable()->model()->rowCount(), 0);
    QTRY_VERIFY(batches()->accessibleDescription().startsWith(u"Nothing is on record yet."));
    QVERIFY(session.switchAccount(Account::practice()));
    QTRY_COMPARE(batches()->model()->rowCount(), 3);
}

void TestHistoryPage::batchIsShownOnRequest()
{
    m_bench->find<QLineEdit>(u"Search ticket"_s)->setText(u"T-3"_s);
    QTRY_COMPARE(batches()->model()->rowCount(), 1);
    m_bench->page().showBatch(101);
    QTRY_COMPARE(m_bench->page().selectedBatch(), 101U);
    QTRY_COMPARE(calls(callTable()), u"1 2 3 4 5 6"_s);
}

void TestHistoryPage::everyControlHasAName()
{
    QCOMPARE(hangup::testing::namelessControls(QAccessible::queryAccessibleInterface(&m_bench->page())), QStringList());
}

void TestHistoryPage::tabGoesAsTheEyeDoes()
{
    m_bench->page().focusSearch();
    QStringList order;
    for (int i = 0; i < 16; ++i) {
        const QWidget *widget = QApplication::focusWidget();
        if (order.contains(widget->accessibleName()))
            break;
        order.append(widget->accessibleName());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    QCOMPARE(order.join(u", "),
             u"Search call UUID, Search ticket, Search account, Search outcome, Search from, Search to, Batches, Past "
             "calls, One call with every attempt, Export history, Remove old events, Verify the journal"_s);
}

QTEST_MAIN(TestHistoryPage)
#include "tst_historypage.moc"
