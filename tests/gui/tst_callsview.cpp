// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "accessiblefind.h"
#include "ui/callsview.h"
#include "ui/tablelayout.h"
#include "ui/theme.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace hangup;
using namespace hangup::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr int Calls = 9;

CallId idOf(int i)
{
    return *CallId::parse(u"defb0706-86a6-11e4-b303-498d468c930%1"_s.arg(i));
}

QString ticket()
{
    QString text;
    for (int i = 0; i < Calls; ++i)
        text += u"<b>row %1</b>\t%2\n"_s.arg(i).arg(idOf(i).toString());
    return text;
}

QList<int> hiddenColumns(const QTableView &view)
{
    QList<int> hidden;
    for (int column = 0; column < CallListModel::ColumnCount; ++column) {
        if (view.isColumnHidden(column))
            hidden.append(column);
    }
    return hidden;
}

} // namespace

class TestCallsView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::apply(ColourScheme::Light); }
    void init();
    void cleanup();
    void isFoundByName();
    void idsAreShownUncut();
    void deleteAsksOnlyWithASelection_data();
    void deleteAsksOnlyWithASelection();
    void copyTakesWhatIsShown();
    void copyWithoutSelectionLeavesTheClipboard();
    void contextMenuActsOnTheSelection_data();
    void contextMenuActsOnTheSelection();
    void contextMenuCopiesExactlyOneCallAs_data();
    void contextMenuCopiesExactlyOneCallAs();
    void contextMenuLetsGoOfTheButton();
    void selectionIsCountedAndInOrder();
    void rowsHoldStillWhileSelected();
    void deletingTheLastSelectedCallLetsTheRestLeave();
    void staysAtTheTopWhenTheCurrentRowLeaves();
    void layoutComesBack();
    void hiddenColumnsKeepTheirWidth();
    void badLayoutsAreRefused_data();
    void badLayoutsAreRefused();
    void tabLeavesTheTable();

private:
    std::unique_ptr<CallListModel> m_model;
    std::unique_ptr<CallsView> m_view;
};

void TestCallsView::init()
{
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )"_s));
    m_model = std::make_unique<CallListModel>();
    m_model->add(scanCalls(ticket()));
    m_view = std::make_unique<CallsView>(m_model.get());
    m_view->resize(1248, 400);
    m_view->show();
}

void TestCallsView::cleanup()
{
    m_view.reset();
    m_model.reset();
}

void TestCallsView::isFoundByName()
{
    QAccessibleInterface *table = findByName(m_view.get(), u"Calls"_s);
    QVERIFY(table);
    QCOMPARE(table->role(), QAccessible::Table);
    QVERIFY(table->tableInterface());
    QCOMPARE(table->tableInterface()->rowCount(), Calls);
}

void TestCallsView::idsAreShownUncut()
{
    const int needed = QFontMetrics(theme::fixedFont()).horizontalAdvance(idOf(0).toString());
    QVERIFY(m_view->columnWidth(CallListModel::UuidColumn) >= needed + 16);
    QCOMPARE(m_view->rowHeight(0), theme::RowHeight);
    // All columns of a first start fit a window of usual width, and nothing but the notes is stretched.
    QCOMPARE(m_view->horizontalHeader()->length(), m_view->viewport()->width());
    QCOMPARE(hiddenColumns(*m_view),
             (QList<int> { CallListModel::ApiIdColumn, CallListModel::FromColumn, CallListModel::ToColumn,
                           CallListModel::DirectionColumn, CallListModel::AgeColumn }));
}

void TestCallsView::deleteAsksOnlyWithASelection_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<bool>("selected");
    QTest::addColumn<int>("asked");
    QTest::newRow("Delete with a row") << Qt::Key_Delete << true << 1;
    QTest::newRow("Backspace with a row") << Qt::Key_Backspace << true << 1;
    QTest::newRow("Delete with nothing") << Qt::Key_Delete << false << 0;
    QTest::newRow("Return with a row") << Qt::Key_Return << true << 0;
}

void TestCallsView::deleteAsksOnlyWithASelection()
{
    QFETCH(Qt::Key, key);
    QFETCH(bool, selected);
    QFETCH(int, asked);
    QSignalSpy spy(m_view.get(), &CallsView::removeRequested);
    if (selected)
        m_view->selectRow(1);
    QTest::keyClick(m_view.get(), key);
    QCOMPARE(spy.count(), asked);
    QCOMPARE(m_model->total(), Calls);
}

void TestCallsView::copyTakesWhatIsShown()
{
    m_view->selectRow(1);
    m_view->setColumnHidden(CallListModel::NotesColumn, true);
    QTest::keyClick(m_view.get(), Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.value(0), u"Call UUID\tState\tOutcome\tProof\tHangup source\tHTTP\tAttempts\tTook\tWhen"_s);
    QCOMPARE(lines.value(1), idOf(1).toString() + u"\tListed\t\t\t\t\t\t\t"_s);
    QCOMPARE(lines.size(), 3);
    m_view->copyIds();
    QCOMPARE(QGuiApplication::clipboard()->text(), idOf(1).toString() + u'\n');
}

void TestCallsView::copyWithoutSelectionLeavesTheClipboard()
{
    QGuiApplication::clipboard()->setText(u"mine"_s);
    m_view->copySelection();
    m_view->copyIds();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"mine"_s);
}

void TestCallsView::contextMenuActsOnTheSelection_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<bool>("selected");
    QTest::addColumn<QString>("copied");
    QTest::addColumn<int>("asked");
    QTest::newRow("copies rows") << u"&Copy"_s << true << u"Call UUID\tState"_s << 0;
    QTest::newRow("copies ids") << u"Copy &UUIDs"_s << true << idOf(1).toString() + u'\n' << 0;
    QTest::newRow("asks for removal") << u"&Remove from list"_s << true << u"mine"_s << 1;
    QTest::newRow("looks up") << u"&Look up"_s << true << u"mine"_s << 0;
    QTest::newRow("looks nothing up without a selection") << u"&Look up"_s << false << u"mine"_s << 0;
    QTest::newRow("copies nothing without a selection") << u"Copy &UUIDs"_s << false << u"mine"_s << 0;
    QTest::newRow("asks for nothing without a selection") << u"&Remove from list"_s << false << u"mine"_s << 0;
}

void TestCallsView::contextMenuActsOnTheSelection()
{
    QFETCH(QString, command);
    QFETCH(bool, selected);
    QFETCH(QString, copied);
    QFETCH(int, asked);
    QGuiApplication::clipboard()->setText(u"mine"_s);
    QSignalSpy spy(m_view.get(), &CallsView::removeRequested);
    const QSignalSpy lookUps(m_view.get(), &CallsView::lookUpRequested);
    if (selected)
        m_view->selectRow(1);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, m_view->mapToGlobal(QPoint(20, 60)));
    QCoreApplication::sendEvent(m_view->viewport(), &event);
    auto *menu = m_view->findChild<QMenu *>();
    QVERIFY(menu);
    QStringList commands;
    const auto actions = menu->actions();
    for (QAction *action : actions) {
        commands << action->text();
        if (action->text() == command)
            action->trigger();
    }
    QCOMPARE(commands,
             (QStringList { u"&Copy"_s, u"Copy &UUIDs"_s, u"Copy text for Plivo's &support"_s, u"Co&py as"_s, QString(),
                            u"&Look up"_s, u"&Remove from list"_s }));
    QCOMPARE(lookUps.count(), selected && command == u"&Look up"_s ? 1 : 0);
    QCOMPARE(QGuiApplication::clipboard()->text().first(copied.size()), copied);
    QCOMPARE(spy.count(), asked);
    QCOMPARE(m_model->total(), Calls);
}

void TestCallsView::contextMenuCopiesExactlyOneCallAs_data()
{
    QTest::addColumn<int>("selected");
    QTest::newRow("none") << 0;
    QTest::newRow("one") << 1;
    QTest::newRow("two") << 2;
}

void TestCallsView::contextMenuCopiesExactlyOneCallAs()
{
    QFETCH(int, selected);
    QSignalSpy spy(m_view.get(), &CallsView::copyAsRequested);
    for (int row = 0; row < selected; ++row)
        m_view->selectionModel()->select(m_model->index(row, 0),
                                         QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, m_view->mapToGlobal(QPoint(20, 60)));
    QCoreApplication::sendEvent(m_view->viewport(), &event);
    auto *menu = m_view->findChild<QMenu *>()->findChild<QMenu *>();
    QVERIFY(menu);
    QCOMPARE(menu->isEnabled(), selected == 1);
    QCOMPARE(menu->actions().size(), qsizetype(AllCopyLanguages.size()));
    if (selected == 1) {
        menu->actions().at(1)->trigger();
        QCOMPARE(spy.count(), 1);
        QCOMPARE(spy.at(0).at(0).value<CopyLanguage>(), CopyLanguage::Python);
    }
}

void TestCallsView::contextMenuLetsGoOfTheButton()
{
    // The menu swallows the release of the button that opened it; rows must not be held for ever.
    const QPoint empty(20, m_view->viewport()->height() - 4);
    m_model->setFilter(CallFilter::Listed);
    QTest::mousePress(m_view->viewport(), Qt::RightButton, {}, empty);
    QContextMenuEvent event(QContextMenuEvent::Mouse, empty, m_view->viewport()->mapToGlobal(empty));
    QCoreApplication::sendEvent(m_view->viewport(), &event);
    m_model->setWaiting(idOf(5));
    QTRY_COMPARE(m_model->rowCount(), Calls - 1);
}

void TestCallsView::selectionIsCountedAndInOrder()
{
    QSignalSpy spy(m_view.get(), &CallsView::selectionCountChanged);
    m_view->sortByColumn(CallListModel::UuidColumn, Qt::DescendingOrder);
    m_view->selectCall(idOf(2));
    QCOMPARE(spy.last().at(0).toInt(), 1);
    const QModelIndex other = m_model->index(m_model->rowOf(idOf(7)), 0);
    m_view->selectionModel()->select(other, QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QCOMPARE(spy.last().at(0).toInt(), 2);
    QCOMPARE(m_view->selectedIds(), (QList<CallId> { idOf(7), idOf(2) }));
    QTest::keyClick(m_view.get(), Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(spy.last().at(0).toInt(), Calls);
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QCOMPARE(spy.last().at(0).toInt(), 0);
    QCOMPARE(m_view->selectedIds(), QList<CallId>());
}

void TestCallsView::rowsHoldStillWhileSelected()
{
    m_model->setFilter(CallFilter::Listed);
    m_view->selectRow(0);
    m_model->beginUpdates();
    m_model->setWaiting(idOf(4));
    m_model->endUpdates();
    QCOMPARE(m_model->rowCount(), Calls);
    m_view->clearSelection();
    QTRY_COMPARE(m_model->rowCount(), Calls - 1);

    // A button that is down holds as well, before anything is selected.
    const QPoint empty(20, m_view->viewport()->height() - 4);
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, empty);
    m_model->beginUpdates();
    m_model->setWaiting(idOf(5));
    m_model->endUpdates();
    QCOMPARE(m_model->rowCount(), Calls - 1);
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, empty);
    QTRY_COMPARE(m_model->rowCount(), Calls - 2);
}

void TestCallsView::deletingTheLastSelectedCallLetsTheRestLeave()
{
    // Each call is selected and ended, and stays only since it is held; then the selection goes with its row.
    m_model->setFilter(CallFilter::Listed);
    for (int i = 0; i < Calls - 1; ++i) {
        m_view->selectCall(idOf(i));
        CallResult result { idOf(i), Outcome::Ended };
        m_model->setResult(result);
    }
    m_view->selectCall(idOf(Calls - 1));
    QCOMPARE(m_model->rowCount(), Calls);
    connect(m_view.get(), &CallsView::removeRequested, this, [this] { m_model->remove(m_view->selectedIds()); });
    QTest::keyClick(m_view.get(), Qt::Key_Delete);
    QTRY_COMPARE(m_model->rowCount(), 0);
    QCOMPARE(m_model->total(), Calls - 1);
    m_model->setFilter(CallFilter::All);
    QCOMPARE(m_model->rowCount(), Calls - 1);
}

/// Qt would go to the end: it scrolls to its next current row where that stands before the others have left.
void TestCallsView::staysAtTheTopWhenTheCurrentRowLeaves()
{
    QString text;
    for (int n = 400; n < 700; ++n)
        text += u"defb0706-86a6-11e4-b303-498d468c9%1 %2\n"_s.arg(n).arg(n < 600 ? u"early"_s : u"late"_s);
    m_model->add(scanCalls(text));
    m_view->selectRow(4);
    QCOMPARE(m_view->currentIndex().row(), 4);
    m_model->setTextFilter(u"late"_s);
    QTRY_COMPARE(m_model->rowCount(), 100);
    QVERIFY(m_view->verticalScrollBar()->maximum() > 0);
    QCOMPARE(m_view->verticalScrollBar()->value(), 0);
    m_model->setTextFilter({});
    QTRY_COMPARE(m_model->rowCount(), Calls + 300);
    QCOMPARE(m_view->verticalScrollBar()->value(), 0);
}

void TestCallsView::layoutComesBack()
{
    m_view->horizontalHeader()->moveSection(2, 1);
    m_view->setColumnHidden(CallListModel::HttpColumn, true);
    m_view->setColumnWidth(CallListModel::OutcomeColumn, 177);
    m_view->sortByColumn(CallListModel::UuidColumn, Qt::DescendingOrder);
    const QByteArray state = m_view->saveLayout();
    CallsView other(m_model.get());
    QCOMPARE(other.restoreLayout(state), true);
    QCOMPARE(other.columnWidth(CallListModel::OutcomeColumn), 177);
    QCOMPARE(other.isColumnHidden(CallListModel::HttpColumn), true);
    QCOMPARE(other.horizontalHeader()->visualIndex(CallListModel::OutcomeColumn), 1);
    QCOMPARE(m_model->idAt(0).value().toString(), idOf(Calls - 1).toString());
    other.resetLayout();
    QCOMPARE(other.isColumnHidden(CallListModel::HttpColumn), false);
    QCOMPARE(m_model->idAt(0).value().toString(), idOf(0).toString());
}

void TestCallsView::hiddenColumnsKeepTheirWidth()
{
    // One hidden by hand, one that never was shown, and one hidden since the last start but one.
    m_view->setColumnWidth(CallListModel::OutcomeColumn, 177);
    m_view->setColumnHidden(CallListModel::OutcomeColumn, true);
    const int unseen = QFontMetrics(m_view->font()).horizontalAdvance(u"outbound-api"_s) + 18;
    QByteArray state = m_view->saveLayout();
    for (int start = 0; start < 2; ++start) {
        CallsView other(m_model.get());
        QCOMPARE(other.restoreLayout(state), true);
        state = other.saveLayout();
        QCOMPARE(other.isColumnHidden(CallListModel::OutcomeColumn), true);
        other.setColumnHidden(CallListModel::OutcomeColumn, false);
        other.setColumnHidden(CallListModel::DirectionColumn, false);
        QCOMPARE(other.columnWidth(CallListModel::OutcomeColumn), 177);
        QCOMPARE(other.columnWidth(CallListModel::DirectionColumn), unseen);
    }
}

void TestCallsView::badLayoutsAreRefused_data()
{
    QTest::addColumn<QByteArray>("state");
    TableLayout good;
    for (int column = 0; column < CallListModel::ColumnCount; ++column)
        good.sections.append({ column, 100, false });
    const auto changed = [&good](auto change) {
        TableLayout layout = good;
        change(layout);
        return layout.encode();
    };
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("rubbish") << QByteArray("rubbish that is long enough to be a layout, or so it seems");
    QTest::newRow("cut off") << good.encode().chopped(1);
    QTest::newRow("more at its end") << good.encode() + 'x';
    QTest::newRow("another number of columns") << changed([](TableLayout &l) { l.sections.removeLast(); });
    QTest::newRow("two columns in one place") << changed([](TableLayout &l) { l.sections[1].visual = 0; });
    QTest::newRow("a width of millions") << changed([](TableLayout &l) { l.sections[1].width = 5000000; });
    QTest::newRow("a negative width") << changed([](TableLayout &l) { l.sections[1].width = -1; });
    QTest::newRow("ids hidden") << changed([](TableLayout &l) { l.sections[0].hidden = true; });
    QTest::newRow("sorted by no column") << changed([](TableLayout &l) { l.sortColumn = 99; });
}

void TestCallsView::badLayoutsAreRefused()
{
    QFETCH(QByteArray, state);
    m_view->setColumnHidden(CallListModel::HttpColumn, true);
    QCOMPARE(m_view->restoreLayout(state), false);
    QCOMPARE(m_view->isColumnHidden(CallListModel::HttpColumn), false);
}

void TestCallsView::tabLeavesTheTable()
{
    m_view->selectRow(0);
    const QModelIndex before = m_view->currentIndex();
    QTest::keyClick(m_view.get(), Qt::Key_Tab);
    QCOMPARE(m_view->currentIndex(), before);
}

QTEST_MAIN(TestCallsView)
#include "tst_callsview.moc"
