// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// The settings through the window, the session and a real hangup.ini.
#include "windowbench.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hangup;
using namespace hangup::test;

class TestSettingsFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsWhatWasChosenWithKeys();
    void keepsNothingAfterCancel_data();
    void keepsNothingAfterCancel();
    void keepsTheColoursOfTheMenu();
    void resetsTheLayout();
    void asksForTheNumberAboveTheThreshold();

private:
    QString file() const { return m_folder->filePath(u"hangup.ini"_s); }
    static QDialog *open(WindowBench &bench);
    static void type(WindowBench &bench, const QString &field, const QString &number);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSettingsFlow::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

QDialog *TestSettingsFlow::open(WindowBench &bench)
{
    QTest::keyClick(&bench.window(), Qt::Key_Comma, Qt::ControlModifier);
    auto *dialog = bench.find<QDialog>(u"Settings"_s);
    // Not qWaitForWindowActive(): to Qt a dialog is active when the window it belongs to is.
    return dialog && QTest::qWaitFor([dialog] { return QApplication::activeWindow() == dialog; }) ? dialog : nullptr;
}

void TestSettingsFlow::type(WindowBench &bench, const QString &field, const QString &number)
{
    auto *box = bench.find<QSpinBox>(field);
    box->setFocus();
    box->selectAll();
    QTest::keyClicks(box, number);
}

void TestSettingsFlow::keepsWhatWasChosenWithKeys()
{
    Settings expected;
    {
        WindowBench bench(WindowBench::On::Practice, file(), {}, {}, WindowBench::Grace::Off, WindowBench::Checks::On);
        QDialog *dialog = open(bench);
        QVERIFY(dialog);
        type(bench, u"Share of the account's limit"_s, u"80"_s);
        type(bench, u"Silence"_s, u"30"_s);
        type(bench, u"Type the number above"_s, u"3"_s);
        for (int page = 0; page < 4; ++page) // past Safety, Live calls and Record
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab, Qt::ControlModifier);
        auto *notify = bench.find<QCheckBox>(u"Show a notification"_s);
        QVERIFY(notify);
        notify->setFocus();
        QTest::keyClick(notify, Qt::Key_Space);
        QTest::keyClick(notify, Qt::Key_Return);
        QTRY_VERIFY(!bench.find<QDialog>(u"Settings"_s));
        expected.sharePercent = 80;
        expected.silence = expected.total = std::chrono::seconds(30);
        expected.typeNumberAbove = 3;
        expected.notifyWhenDone = false;
        QVERIFY(bench.session().settings() == expected);
    }
    WindowBench next(WindowBench::On::Practice, file(), {}, {}, WindowBench::Grace::Off, WindowBench::Checks::On);
    QVERIFY(next.session().settings() == expected);
}

void TestSettingsFlow::keepsNothingAfterCancel_data()
{
    QTest::addColumn<bool>("byEscape");
    QTest::newRow("Esc") << true;
    QTest::newRow("closing the dialog") << false;
}

void TestSettingsFlow::keepsNothingAfterCancel()
{
    QFETCH(const bool, byEscape);
    WindowBench bench(WindowBench::On::Practice, file());
    bench.command(u"Light"_s)->trigger();
    QVERIFY(!theme::isDark(QApplication::palette()));
    const Settings before = bench.session().settings();
    QDialog *dialog = open(bench);
    QVERIFY(dialog);
    type(bench, u"Silence"_s, u"30"_s);
    dialog->findChild<QTabWidget *>()->setCurrentIndex(4);
    auto *colours = bench.find<QComboBox>(u"Colours"_s);
    colours->setFocus();
    QTest::keyClick(colours, Qt::Key_Down);
    QVERIFY(theme::isDark(QApplication::palette())); // shown at once
    if (byEscape)
        QTest::keyClick(colours, Qt::Key_Escape);
    else
        dialog->close();
    QVERIFY(!theme::isDark(QApplication::palette()));
    QVERIFY(bench.session().settings() == before);
    QVERIFY(bench.command(u"Light"_s)->isChecked());
    bench.command(u"Colours of the system"_s)->trigger();
}

void TestSettingsFlow::keepsTheColoursOfTheMenu()
{
    const std::pair<QString, ColourScheme> all[] = { { u"Light"_s, ColourScheme::Light },
                                                     { u"Dark"_s, ColourScheme::Dark },
                                                     { u"High contrast, light"_s, ColourScheme::ContrastLight },
                                                     { u"High contrast, dark"_s, ColourScheme::ContrastDark },
                                                     { u"Colours of the system"_s, ColourScheme::System } };
    for (const auto &[words, colours] : all) {
        {
            WindowBench bench(WindowBench::On::Practice, file());
            bench.command(words)->trigger();
            QCOMPARE(bench.session().settings().colours, colours);
            // Chosen again it stays marked.
            bench.command(words)->trigger();
            QVERIFY(bench.command(words)->isChecked());
        }
        WindowBench next(WindowBench::On::Practice, file());
        QCOMPARE(next.session().settings().colours, colours);
        QVERIFY(next.command(words)->isChecked());
    }
}

void TestSettingsFlow::resetsTheLayout()
{
    WindowBench bench(WindowBench::On::Practice, file());
    bench.command(u"Log"_s)->setChecked(false);
    QDialog *dialog = open(bench);
    QVERIFY(dialog);
    dialog->findChild<QTabWidget *>()->setCurrentIndex(4);
    auto *reset = bench.find<QPushButton>(u"Reset layout"_s);
    QVERIFY(reset);
    reset->setFocus();
    QTest::keyClick(reset, Qt::Key_Return);
    QVERIFY(bench.command(u"Log"_s)->isChecked());
    QVERIFY(dialog->isVisible());
}

void TestSettingsFlow::asksForTheNumberAboveTheThreshold()
{
    WindowBench bench;
    QVERIFY(open(bench));
    type(bench, u"Type the number above"_s, u"3"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    bench.window().activateWindow();
    QTRY_COMPARE(QApplication::activeWindow(), &bench.window());
    bench.list(4);
    bench.askForAll();
    QVERIFY(bench.find<QLineEdit>(u"Number of calls"_s));
}

QTEST_MAIN(TestSettingsFlow)
#include "tst_settingsflow.moc"
