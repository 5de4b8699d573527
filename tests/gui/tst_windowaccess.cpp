// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// Names for screen readers and scripts, mnemonics, and the whole job with keys alone.
#include "windowbench.h"

#include "accessiblefind.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QSet>
#include <QTabBar>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hangup;
using namespace hangup::test;

class TestWindowAccess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsItsNames_data();
    void keepsItsNames();
    void keepsTheDialogsNames();
    void namesEveryControl();
    void hasUniqueMnemonics_data();
    void hasUniqueMnemonics();
    void hasUniqueKeys();
    void doesTheWholeJobWithKeys();
    void reachesEveryControlByTab();
    void holdsEveryCommandInAMenu_data();
    void holdsEveryCommandInAMenu();
    void filtersFromTheMenuAsFromTheChips();
    void repeatsNoCommandOfAHeldKey();
    void tellsTheKeys();
};

void TestWindowAccess::keepsItsNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("role");
    QTest::newRow("field") << u"Enter or paste call UUIDs"_s << int(QAccessible::EditableText);
    QTest::newRow("filter") << u"Filter calls"_s << int(QAccessible::EditableText);
    for (const QString &name : { u"Add"_s, u"Hang up selected"_s, u"Hang up all"_s, u"Stop"_s, u"Retry failed"_s })
        QTest::newRow(qPrintable(name)) << name << int(QAccessible::Button);
    QTest::newRow("calls") << u"Calls"_s << int(QAccessible::Table);
    QTest::newRow("log") << u"Log"_s << int(QAccessible::Table);
    QTest::newRow("account") << u"Account"_s << int(QAccessible::ComboBox);
}

void TestWindowAccess::keepsItsNames()
{
    QFETCH(const QString, name);
    QFETCH(const int, role);
    WindowBench bench;
    const auto widgets = bench.window().findChildren<QWidget *>();
    QList<int> roles;
    for (QWidget *widget : widgets) {
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
        if (widget->isVisible() && face && face->text(QAccessible::Name) == name)
            roles += face->role();
    }
    QVERIFY2(roles.contains(role), qPrintable(name));
}

void TestWindowAccess::keepsTheDialogsNames()
{
    WindowBench bench;
    QVERIFY(testing::findByName(&bench.window(), u"Summary"_s));
    bench.list(60);
    bench.askForAll();
    auto *dialog = bench.find<QDialog>(u"Confirm hang up"_s);
    QVERIFY(dialog);
    for (const QString &name : { u"Cancel"_s, u"Hang up 60 calls"_s, u"Number of calls"_s })
        QVERIFY2(testing::findByName(dialog, name), qPrintable(name));
    QCOMPARE(testing::namelessControls(QAccessible::queryAccessibleInterface(dialog)).join(u" "_s), QString());
}

void TestWindowAccess::namesEveryControl()
{
    WindowBench bench;
    bench.list(3);
    QStringList nameless;
    const auto controls = bench.window().findChildren<QWidget *>();
    for (QWidget *control : controls) {
        const bool reachable = control->isVisible() && (control->focusPolicy() & Qt::TabFocus);
        const QAccessibleInterface *face = QAccessible::queryAccessibleInterface(control);
        if (reachable && face && face->text(QAccessible::Name).isEmpty())
            nameless += QString::fromLatin1(control->metaObject()->className());
    }
    QCOMPARE(nameless.join(u" "_s), QString());
    // The buttons inside the fields too, which the Tab key doesn't reach.
    QCOMPARE(testing::namelessControls(QAccessible::queryAccessibleInterface(&bench.window())).join(u" "_s), QString());
    for (const QString &name : { u"Clear the filter"_s, u"Clear the field"_s })
        QVERIFY2(testing::findByName(&bench.window(), name), qPrintable(name));
}

void TestWindowAccess::hasUniqueMnemonics_data()
{
    QTest::addColumn<int>("page");
    QTest::newRow("the calls") << 0;
    QTest::newRow("the live calls") << 1;
    QTest::newRow("the history") << 2;
}

void TestWindowAccess::hasUniqueMnemonics()
{
    QFETCH(const int, page);
    WindowBench bench;
    bench.find<QTabBar>(u"Pages"_s)->setCurrentIndex(page);
    static const QRegularExpression mnemonic(u"&([^&])"_s);
    const auto letterOf = [](const QString &text) { return mnemonic.match(text).captured(1).toLower(); };
    const auto menus = bench.window().menuBar()->findChildren<QMenu *>();
    for (const QMenu *menu : menus) {
        QSet<QString> letters;
        const auto actions = menu->actions();
        for (const QAction *action : actions) {
            const QString letter = letterOf(action->text());
            QVERIFY2(letter.isEmpty() || !letters.contains(letter), qPrintable(action->text()));
            letters += letter;
        }
    }
    // The menu bar's and the window's buttons' share the Alt key.
    QSet<QString> letters;
    const auto check = [&](const QString &text) {
        const QString letter = letterOf(text);
        if (letter.isEmpty())
            return true;
        const bool fresh = !letters.contains(letter);
        letters += letter;
        return fresh;
    };
    const auto bar = bench.window().menuBar()->actions();
    for (const QAction *action : bar)
        QVERIFY2(check(action->text()), qPrintable(action->text()));
    const auto buttons = bench.window().findChildren<QAbstractButton *>();
    // Those of the page in front: hidden ones hear no key.
    for (const QAbstractButton *button : buttons)
        QVERIFY2(!button->isVisible() || check(button->text()), qPrintable(button->text()));
    const auto labels = bench.window().findChildren<QLabel *>();
    for (const QLabel *label : labels)
        QVERIFY2(!label->isVisible() || !label->buddy() || check(label->text()), qPrintable(label->text()));
}

void TestWindowAccess::hasUniqueKeys()
{
    WindowBench bench;
    QSet<QString> keys;
    const auto actions = bench.window().findChildren<QAction *>();
    for (const QAction *action : actions) {
        const auto shortcuts = action->shortcuts();
        for (const QKeySequence &shortcut : shortcuts) {
            const QString key = shortcut.toString();
            QVERIFY2(!keys.contains(key), qPrintable(key + u' ' + action->text()));
            keys += key;
        }
    }
    QVERIFY(keys.contains(u"Ctrl+Return"_s));
    QVERIFY(keys.contains(u"Ctrl+F"_s));
    QVERIFY(bench.command(u"Hang up all"_s)->shortcuts().isEmpty());
}

void TestWindowAccess::doesTheWholeJobWithKeys()
{
    const auto press = [](Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    };
    WindowBench bench(WindowBench::On::Server);
    // The field has the focus from the start.
    QTRY_COMPARE(QApplication::focusWidget()->accessibleName(), u"Enter or paste call UUIDs"_s);
    QTest::keyClicks(QApplication::focusWidget(), WindowBench::id(1).toString());
    press(Qt::Key_Return);
    QApplication::clipboard()->setText(WindowBench::id(2).toString() + u'\n' + WindowBench::id(3).toString());
    press(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(bench.session().calls()->total(), 3);
    for (int i = 0; i < 30 && QApplication::focusWidget()->accessibleName() != u"Calls"_s; ++i)
        press(Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget()->accessibleName(), u"Calls"_s);
    press(Qt::Key_A, Qt::ControlModifier);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(QApplication::focusWidget()->accessibleName(), u"Cancel"_s);
    QTRY_VERIFY(bench.confirmButton(3)->isEnabled());
    press(Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget()->accessibleName(), u"Hang up 3 calls"_s);
    press(Qt::Key_Space);
    QTRY_COMPARE(bench.session().calls()->tally()[Outcome::Ended], 3);
    QCOMPARE(bench.server().deletes(), 3);
}

void TestWindowAccess::reachesEveryControlByTab()
{
    WindowBench bench;
    bench.list(3);
    bench.selectAll();
    QSet<QWidget *> reached;
    for (int i = 0; i < 60; ++i) {
        reached += QApplication::focusWidget();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    QStringList missed;
    const auto controls = bench.window().findChildren<QWidget *>();
    for (QWidget *control : controls) {
        const bool wanted = (control->focusPolicy() & Qt::TabFocus) && control->isVisible() && control->isEnabled()
            && !control->focusProxy() && !control->accessibleName().isEmpty();
        if (wanted && !reached.contains(control))
            missed += control->accessibleName();
    }
    QCOMPARE(missed, QStringList());
    for (const QString &name : { u"Hang up selected"_s, u"Hang up all"_s, u"Account"_s, u"Filter calls"_s, u"Log"_s })
        QVERIFY2(reached.contains(bench.find<QWidget>(name)), qPrintable(name));
}

void TestWindowAccess::holdsEveryCommandInAMenu_data()
{
    QTest::addColumn<QString>("menu");
    QTest::addColumn<QString>("command");
    QTest::newRow("filter log") << u"Edit"_s << u"Filter log"_s;
    QTest::newRow("copy ids") << u"Edit"_s << u"Copy UUIDs"_s;
    QTest::newRow("ignored") << u"Edit"_s << u"Show what was ignored"_s;
    QTest::newRow("show only") << u"View"_s << u"Show only"_s;
    for (const char *filter : { "All", "Listed", "Waiting", "Ended", "Not live", "Refused", "Unknown", "Not sent" })
        QTest::newRow(filter) << u"Show only"_s << QString::fromLatin1(filter);
}

void TestWindowAccess::holdsEveryCommandInAMenu()
{
    QFETCH(const QString, menu);
    QFETCH(const QString, command);
    WindowBench bench;
    QStringList held;
    const auto menus = bench.window().menuBar()->findChildren<QMenu *>();
    for (const QMenu *one : menus) {
        const auto actions = one->title().remove(u'&') == menu ? one->actions() : QList<QAction *>();
        for (const QAction *action : actions)
            held += action->text().remove(u'&').remove(u'…');
    }
    QVERIFY2(held.contains(command), qPrintable(held.join(u", "_s)));
}

void TestWindowAccess::filtersFromTheMenuAsFromTheChips()
{
    WindowBench bench;
    bench.list(3);
    bench.command(u"Ended"_s)->trigger();
    QCOMPARE(bench.session().calls()->filter(), CallFilter::Ended);
    QVERIFY(bench.command(u"Ended"_s)->isChecked());
    QVERIFY(!bench.command(u"All"_s)->isChecked());
    bench.find<QPushButton>(u"Show all calls"_s)->click();
    QCOMPARE(bench.session().calls()->filter(), CallFilter::All);
    QVERIFY(bench.command(u"All"_s)->isChecked());

    bench.selectAll();
    bench.command(u"Copy UUIDs"_s)->trigger();
    QCOMPARE(QApplication::clipboard()->text().count(u'\n'), 3);
    bench.command(u"Log"_s)->setChecked(false);
    bench.command(u"Filter log"_s)->trigger();
    QCOMPARE(QApplication::focusWidget()->accessibleName(), u"Filter log"_s);
}

void TestWindowAccess::repeatsNoCommandOfAHeldKey()
{
    WindowBench bench;
    QStringList repeating;
    const auto menus = bench.window().menuBar()->findChildren<QMenu *>();
    for (const QMenu *menu : menus) {
        const auto actions = menu->actions();
        for (const QAction *action : actions) {
            if (!action->shortcuts().isEmpty() && action->autoRepeat())
                repeating += action->text();
        }
    }
    QCOMPARE(repeating, QStringList());
}

void TestWindowAccess::tellsTheKeys()
{
    WindowBench bench;
    bench.command(u"Keyboard shortcuts"_s)->trigger();
    auto *dialog = bench.find<QDialog>(u"Keyboard shortcuts"_s);
    QVERIFY(dialog);
    QStringList words;
    const auto labels = dialog->findChildren<QLabel *>();
    for (const QLabel *label : labels)
        words += label->text();
    QVERIFY2(words.contains(u"Del, Backspace"_s), qPrintable(words.join(u'\n')));
    QVERIFY2(words.contains(u"Ctrl+V, Shift+Ins"_s), qPrintable(words.join(u'\n')));
}

QTEST_MAIN(TestWindowAccess)
#include "tst_windowaccess.moc"
