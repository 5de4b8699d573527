// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "accessiblefind.h"
#include "ui/logpane.h"
#include "ui/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace hangup;
using namespace hangup::testing;
using namespace Qt::StringLiterals;

namespace {

QList<LogEntry> entries(int count, int from = 0)
{
    QList<LogEntry> list;
    for (int i = from; i < from + count; ++i) {
        LogEntry entry;
        entry.kind = LogEntry::Kind::Answer;
        entry.atMs = 1782900131000 + i;
        entry.id = CallId::parse(u"defb0706-86a6-11e4-b303-%1"_s.arg(i + 1, 12, 16, QLatin1Char('0')));
        entry.sent = u"DELETE Call"_s;
        entry.httpStatus = i % 2 ? 404 : 204;
        entry.outcome = i % 2 ? Outcome::NotLive : Outcome::Ended;
        entry.text = u"line <b>%1</b>"_s.arg(i);
        entry.elapsedMs = 84;
        list.append(entry);
    }
    return list;
}

/// The id a signal carried. (CallId has no default, so QVariant::value() can't make one.)
QString calledId(const QVariantList &arguments)
{
    return static_cast<const CallId *>(arguments.at(0).constData())->toString();
}

} // namespace

class TestLogPane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::apply(ColourScheme::Light); }
    void init();
    void cleanup();
    void controlsAreFoundByName_data();
    void controlsAreFoundByName();
    void tabGoesAsTheEyeDoes();
    void buttonsTakeEnterAndNoRepeats();
    void layoutIsReset();
    void followsTheTailAtTheBottom();
    void staysWhereOneReads();
    void filters();
    void enterAndDoubleClickGiveTheCall();
    void copyTakesSelectedOrAll();
    void saveIsAsked();
    void floodIsShownQuickly();

private:
    QTableView *table() const { return m_pane->findChild<QTableView *>(); }
    QScrollBar *bar() const { return table()->verticalScrollBar(); }
    std::unique_ptr<LogModel> m_model;
    std::unique_ptr<LogPane> m_pane;
};

void TestLogPane::init()
{
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support propagateSizeHints)"_s));
    m_model = std::make_unique<LogModel>(500);
    m_pane = std::make_unique<LogPane>(m_model.get());
    m_pane->resize(1248, 240);
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
}

void TestLogPane::cleanup()
{
    m_pane.reset();
    m_model.reset();
}

void TestLogPane::controlsAreFoundByName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("role");
    QTest::newRow("the table") << u"Log"_s << int(QAccessible::Table);
    QTest::newRow("the box of outcomes") << u"Log outcome"_s << int(QAccessible::ComboBox);
    QTest::newRow("the filter") << u"Filter log"_s << int(QAccessible::EditableText);
    QTest::newRow("follow") << u"Follow"_s << int(QAccessible::CheckBox);
    QTest::newRow("copy") << u"Copy log"_s << int(QAccessible::Button);
    QTest::newRow("the filter's clear button") << u"Clear the log filter"_s << int(QAccessible::Button);
    QTest::newRow("save") << u"Save log"_s << int(QAccessible::Button);
}

void TestLogPane::controlsAreFoundByName()
{
    QFETCH(QString, name);
    QFETCH(int, role);
    QAccessibleInterface *found = findByName(m_pane.get(), name);
    QVERIFY(found);
    QCOMPARE(int(found->role()), role);
    QCOMPARE(namelessControls(QAccessible::queryAccessibleInterface(m_pane.get())), QStringList());
}

void TestLogPane::tabGoesAsTheEyeDoes()
{
    m_pane->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
    m_pane->findChild<QCheckBox *>()->setFocus();
    QStringList names;
    QList<int> places;
    for (int i = 0; i < 6; ++i) {
        QWidget *focused = QApplication::focusWidget();
        QVERIFY(focused);
        names << focused->accessibleName();
        places << focused->mapTo(m_pane.get(), QPoint()).x();
        QTest::keyClick(focused, Qt::Key_Tab);
    }
    QCOMPARE(names,
             (QStringList { u"Follow"_s, u"Log outcome"_s, u"Filter log"_s, u"Copy log"_s, u"Save log"_s, u"Log"_s }));
    places.removeLast();
    QCOMPARE(std::is_sorted(places.begin(), places.end()), true);
}

void TestLogPane::buttonsTakeEnterAndNoRepeats()
{
    QPushButton *save = nullptr;
    const auto buttons = m_pane->findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->accessibleName() == u"Save log"_s)
            save = button;
    }
    QVERIFY(save);
    QSignalSpy spy(m_pane.get(), &LogPane::saveRequested);
    QTest::keyClick(save, Qt::Key_Return);
    QCOMPARE(spy.count(), 1);
    QKeyEvent repeated(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, QString(), true);
    QCoreApplication::sendEvent(save, &repeated);
    QCOMPARE(spy.count(), 1);
}

void TestLogPane::layoutIsReset()
{
    QHeaderView *header = table()->horizontalHeader();
    const int before = header->sectionSize(LogModel::MessageColumn);
    header->moveSection(1, 3);
    header->resizeSection(LogModel::MessageColumn, before + 50);
    header->setSectionHidden(LogModel::TimeColumn, true);
    m_pane->resetLayout();
    QCOMPARE(header->sectionSize(LogModel::MessageColumn), before);
    QCOMPARE(header->isSectionHidden(LogModel::TimeColumn), false);
    QCOMPARE(header->visualIndex(LogModel::CallColumn), int(LogModel::CallColumn));
}

void TestLogPane::followsTheTailAtTheBottom()
{
    m_model->append(entries(100));
    QTRY_COMPARE(bar()->value(), bar()->maximum());
    QVERIFY(bar()->maximum() > 0);
    m_model->append(entries(100, 100));
    QTRY_COMPARE(bar()->value(), bar()->maximum());
    m_pane->findChild<QCheckBox *>()->setChecked(false);
    const int before = bar()->value();
    m_model->append(entries(100, 200));
    QTRY_VERIFY(bar()->maximum() > before);
    QCOMPARE(bar()->value(), before);
    m_pane->findChild<QCheckBox *>()->setChecked(true);
    QTRY_COMPARE(bar()->value(), bar()->maximum());
}

void TestLogPane::staysWhereOneReads()
{
    m_model->append(entries(400));
    QTRY_COMPARE(bar()->value(), bar()->maximum());
    bar()->setValue(150);
    const auto firstShown
        = [this] { return table()->indexAt(QPoint(4, 4)).siblingAtColumn(LogModel::OutcomeColumn).data().toString(); };
    QCOMPARE(firstShown(), u"line <b>150</b>"_s);
    // The oldest 100 of 500 go.
    m_model->append(entries(200, 400));
    QCoreApplication::sendPostedEvents();
    QCOMPARE(m_model->rowCount(), 500);
    QTRY_COMPARE(firstShown(), u"line <b>150</b>"_s);
}

void TestLogPane::filters()
{
    m_model->append(entries(10));
    auto *box = m_pane->findChild<QComboBox *>();
    QCOMPARE(box->count(), 6);
    box->setCurrentIndex(1);
    QCOMPARE(m_model->rowCount(), 5);
    auto *filter = m_pane->findChild<QLineEdit *>();
    m_pane->focusFilter();
    QTest::keyClicks(filter, u"line <b>4"_s);
    QCOMPARE(m_model->rowCount(), 1);
    filter->clear();
    box->setCurrentIndex(0);
    QCOMPARE(m_model->rowCount(), 10);
}

void TestLogPane::enterAndDoubleClickGiveTheCall()
{
    m_model->append(entries(5));
    QSignalSpy spy(m_pane.get(), &LogPane::callActivated);
    table()->setCurrentIndex(m_model->index(3, 0));
    QTest::keyClick(table(), Qt::Key_Return);
    QCOMPARE(spy.count(), 1);
    QCOMPARE(calledId(spy.takeFirst()), m_model->idAt(3).value().toString());
    const QPoint place = table()->visualRect(m_model->index(1, LogModel::OutcomeColumn)).center();
    QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, place);
    QTest::mouseDClick(table()->viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(spy.count(), 1);
    QCOMPARE(calledId(spy.takeFirst()), m_model->idAt(1).value().toString());
    // Ctrl+Enter is the window's.
    QTest::keyClick(table(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(spy.count(), 0);
}

void TestLogPane::copyTakesSelectedOrAll()
{
    m_model->append(entries(3));
    m_pane->copy();
    QCOMPARE(QGuiApplication::clipboard()->text(),
             m_model->lineText(0) + u'\n' + m_model->lineText(1) + u'\n' + m_model->lineText(2) + u'\n');
    table()->selectRow(1);
    QTest::keyClick(table(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), m_model->lineText(1) + u'\n');
}

void TestLogPane::saveIsAsked()
{
    QSignalSpy spy(m_pane.get(), &LogPane::saveRequested);
    const auto buttons = m_pane->findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->accessibleName() == u"Save log"_s)
            button->click();
    }
    QCOMPARE(spy.count(), 1);
}

void TestLogPane::floodIsShownQuickly()
{
    // One second of 2,000 lines, in runs of 66 every 33 ms, must leave the window most of that second.
    QElapsedTimer timer;
    timer.start();
    for (int run = 0; run < 30; ++run) {
        m_model->append(entries(66, run * 66));
        QCoreApplication::sendPostedEvents();
        m_pane->grab();
    }
    const qint64 took = timer.elapsed();
    qInfo("30 runs of 66 lines, painted each time: %lld ms", took);
    QVERIFY2(took < 5000, qPrintable(QString::number(took)));
    QCOMPARE(bar()->value(), bar()->maximum());
}

QTEST_MAIN(TestLogPane)
#include "tst_logpane.moc"
