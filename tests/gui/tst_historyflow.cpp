// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "historybench.h"
#include "session/history.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace hangup;
using namespace hangup::test;
using namespace Qt::StringLiterals;

class TestHistoryFlow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs); }
    void init();
    void cleanup() { m_bench.reset(); }

    void exportsWhatIsShown_data();
    void exportsWhatIsShown();
    void anExportThatFailsIsSaid();
    void verifies();
    void removalIsNotTheDefault();
    void removalNeedsADayOfThePast_data();
    void removalNeedsADayOfThePast();
    void removesAfterAnExport();
    void removesNothingWhenTheExportFails();
    void removesNothingWhileCallsAreBeingEnded();

private:
    QTableView *batches() const { return m_bench->find<QTableView>(u"Batches"_s); }
    void press(const QString &name) { QTest::mouseClick(m_bench->find<QPushButton>(name), Qt::LeftButton); }
    /// Chooses @p path in the open file dialog; false when there is none.
    bool saveAs(const QString &path);
    QString notice() const;
    std::unique_ptr<HistoryBench> m_bench;
};

void TestHistoryFlow::init()
{
    m_bench = std::make_unique<HistoryBench>();
    m_bench->fillThreeBatches();
    m_bench->start();
    QTRY_COMPARE(batches()->model()->rowCount(), 3);
    QTRY_COMPARE(m_bench->find<QTableView>(u"Past calls"_s)->model()->rowCount(), 9);
}

bool TestHistoryFlow::saveAs(const QString &path)
{
    auto *dialog = m_bench->page().findChild<QFileDialog *>();
    if (!dialog || !QTest::qWaitFor([dialog] { return dialog->isVisible(); }))
        return false;
    dialog->selectFile(path);
    QMetaObject::invokeMethod(dialog, "accept");
    return true;
}

QString TestHistoryFlow::notice() const
{
    const auto *bar = m_bench->find<QFrame>(u"Message"_s);
    QString text;
    for (const QLabel *label : bar->findChildren<QLabel *>())
        text += label->text();
    return bar->isVisible() ? text : QString();
}

void TestHistoryFlow::exportsWhatIsShown_data()
{
    QTest::addColumn<QString>("ticket");
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("calls");
    QTest::newRow("all, as CSV") << QString() << u"all.csv"_s << 9;
    QTest::newRow("all, as JSON") << QString() << u"all.json"_s << 9;
    QTest::newRow("what a search found") << u"T-1"_s << u"some.json"_s << 6;
    QTest::newRow("one call") << u"T-2"_s << u"one.csv"_s << 1;
}

void TestHistoryFlow::exportsWhatIsShown()
{
    QFETCH(QString, ticket);
    QFETCH(QString, name);
    QFETCH(int, calls);
    auto *table = m_bench->find<QTableView>(u"Past calls"_s);
    m_bench->find<QLineEdit>(u"Search ticket"_s)->setText(ticket);
    QTRY_COMPARE(table->model()->rowCount(), calls);
    press(u"Export history"_s);
    QVERIFY(saveAs(m_bench->path(name)));
    const QString said
        = calls == 1 ? u"1 call is saved in “%1”."_s.arg(name) : u"%1 calls are saved in “%2”."_s.arg(calls).arg(name);
    QTRY_COMPARE(notice(), said);
    QFile file(m_bench->path(name));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    if (name.endsWith(u".json"))
        QCOMPARE(QJsonDocument::fromJson(bytes).array().size(), calls);
    else
        QCOMPARE(bytes.count("\r\n"), calls + 1);
}

void TestHistoryFlow::anExportThatFailsIsSaid()
{
    const QString folder = m_bench->path(u"gone"_s);
    QVERIFY(QDir().mkpath(folder));
    press(u"Export history"_s);
    auto *dialog = m_bench->page().findChild<QFileDialog *>();
    QVERIFY(dialog);
    // The folder went while the dialog was open.
    QVERIFY(QDir(folder).removeRecursively());
    Q_EMIT dialog->fileSelected(folder + u"/x.csv"_s);
    QTRY_COMPARE(notice(), u"“x.csv” could not be saved."_s);
    QTRY_COMPARE(m_bench->find<QPushButton>(u"Export history"_s)->isEnabled(), true);
}

void TestHistoryFlow::verifies()
{
    press(u"Verify the journal"_s);
    QTRY_VERIFY2(notice().startsWith(u"The journal is whole: "), qPrintable(notice()));
    QVERIFY2(notice().endsWith(u" events checked."), qPrintable(notice()));
}

void TestHistoryFlow::removalIsNotTheDefault()
{
    press(u"Remove old events"_s);
    auto *go = m_bench->find<QPushButton>(u"Export and remove"_s);
    auto *cancel = m_bench->find<QPushButton>(u"Cancel"_s);
    QTRY_VERIFY(cancel && cancel->isVisible());
    QCOMPARE(go->isDefault(), false);
    QCOMPARE(go->autoDefault(), false);
    QCOMPARE(cancel->isDefault(), true);
    QTest::keyClick(cancel, Qt::Key_Return);
    QTRY_COMPARE(m_bench->find<QPushButton>(u"Export and remove"_s), nullptr);
    QCOMPARE(m_bench->page().findChild<QFileDialog *>(), nullptr);
}

void TestHistoryFlow::removalNeedsADayOfThePast_data()
{
    QTest::addColumn<QString>("day");
    QTest::addColumn<bool>("good");
    QTest::newRow("today") << u"today"_s << true;
    QTest::newRow("tomorrow") << u"tomorrow"_s << false;
    QTest::newRow("nothing") << QString() << false;
    QTest::newRow("no day") << u"2026-02-30"_s << false;
    QTest::newRow("long ago") << u"2001-01-01"_s << true;
}

void TestHistoryFlow::removalNeedsADayOfThePast()
{
    QFETCH(QString, day);
    QFETCH(bool, good);
    press(u"Remove old events"_s);
    const QDate today = QDate::currentDate();
    const QString typed = day == u"today"_s ? today.toString(Qt::ISODate)
        : day == u"tomorrow"_s              ? today.addDays(1).toString(Qt::ISODate)
                                            : day;
    m_bench->find<QLineEdit>(u"Remove before"_s)->setText(typed);
    const bool taken = m_bench->find<QPushButton>(u"Export and remove"_s)->isEnabled();
    if (QDate::currentDate() != today)
        QSKIP("It has become midnight.");
    QCOMPARE(taken, good);
}

void TestHistoryFlow::removesNothingWhileCallsAreBeingEnded()
{
    m_bench->session().history()->setEnding(true);
    press(u"Remove old events"_s);
    QTRY_COMPARE(notice(), u"Nothing was removed: calls are being ended. Try again when they are through."_s);
    QCOMPARE(m_bench->find<QPushButton>(u"Export and remove"_s), nullptr);
}

void TestHistoryFlow::removesAfterAnExport()
{
    press(u"Remove old events"_s);
    m_bench->find<QLineEdit>(u"Remove before"_s)->setText(u"2025-11-26"_s);
    press(u"Export and remove"_s);
    QVERIFY(saveAs(m_bench->path(u"old.csv"_s)));
    QTRY_VERIFY2(notice().startsWith(u"7 calls are saved in “old.csv”. "), qPrintable(notice()));
    QVERIFY2(notice().endsWith(u" events were removed from the journal."), qPrintable(notice()));
    QTRY_COMPARE(batches()->model()->rowCount(), 1);
    QCOMPARE(batches()->model()->index(0, 1).data().toString(), u"T-3"_s);
    press(u"Verify the journal"_s);
    QTRY_VERIFY2(notice().contains(u"The journal is whole: "), qPrintable(notice()));
    QVERIFY2(notice().endsWith(u" were removed on request, on record."), qPrintable(notice()));
}

void TestHistoryFlow::removesNothingWhenTheExportFails()
{
    press(u"Remove old events"_s);
    m_bench->find<QLineEdit>(u"Remove before"_s)->setText(u"2025-11-26"_s);
    press(u"Export and remove"_s);
    auto *dialog = m_bench->page().findChild<QFileDialog *>();
    QVERIFY(dialog);
    Q_EMIT dialog->fileSelected(m_bench->path(u"no/such/folder.csv"_s));
    QTRY_COMPARE(notice(), u"“folder.csv” could not be saved, so nothing was removed."_s);
    QCOMPARE(batches()->model()->rowCount(), 3);
}

QTEST_MAIN(TestHistoryFlow)
#include "tst_historyflow.moc"
