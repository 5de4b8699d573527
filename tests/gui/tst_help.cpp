// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// The help: what it says, where it leads, and how it is used with keys.
#include "windowbench.h"

#include "accessiblefind.h"
#include "domain/words.h"
#include "ui/helppage.h"
#include "ui/helpwindow.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTest>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextDocument>

using namespace Qt::StringLiterals;
using namespace hangup;
using namespace hangup::test;

namespace {

HelpWindow *openHelp()
{
    const auto windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows) {
        if (auto *help = qobject_cast<HelpWindow *>(window); help && help->isVisible())
            return help;
    }
    return nullptr;
}

QString plain(const QString &html)
{
    QTextDocument document;
    document.setHtml(html);
    return document.toPlainText().replace(QChar::Nbsp, u' ');
}

} // namespace

class TestHelp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }
    void saysTheOutcomesInTheProgramsWords_data();
    void saysTheOutcomesInTheProgramsWords();
    void fillsAllPlaces();
    void leadsNowhere();
    void escapesWhatItIsGiven();
    void namesMenusThatAreThere();
    void listsEveryKey();
    void opensWithF1_data();
    void opensWithF1();
    void findsWords();
    void followsContentsAndPage();
    void takesTheColours();
    void closesWithTheWindow();
    void namesEveryControl();
};

void TestHelp::saysTheOutcomesInTheProgramsWords_data()
{
    QTest::addColumn<Outcome>("outcome");
    for (const Outcome outcome : AllOutcomes)
        QTest::newRow(words::outcomeKey(outcome).data()) << outcome;
}

void TestHelp::saysTheOutcomesInTheProgramsWords()
{
    QFETCH(const Outcome, outcome);
    // In one row of the table: the short word, then the sentence, then something to do.
    const QRegularExpression row(u"<tr><td>(.*?)</td><td>(.*?)</td><td>(.+?)</td></tr>"_s);
    QStringList rows;
    const QString page = helpPage({});
    for (auto it = row.globalMatch(page); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        rows += plain(match.captured(1)) + u'|' + plain(match.captured(2));
    }
    const QString begin = u"%1 %2|%3"_s.arg(words::outcomeSymbol(outcome))
                              .arg(words::outcomeShort(outcome), words::outcomeSentence(outcome));
    QCOMPARE(rows.filter(QRegularExpression(u"^"_s + QRegularExpression::escape(begin))).size(), 1);
}

void TestHelp::fillsAllPlaces()
{
    const QString page = helpPage({ .shortcuts = { { u"Paste"_s, u"Ctrl+V"_s } },
                                    .settingsFile = u"/tmp/x/hangup.ini"_s,
                                    .dataFolder = u"/tmp/y"_s,
                                    .policyPlace = u"/etc/z.ini"_s });
    QVERIFY(!page.contains(u"{{"_s));
    QVERIFY(!page.contains(u"<!--"_s));
    for (const QString &words : { u"/tmp/x/hangup.ini"_s, u"/tmp/y"_s, u"/etc/z.ini"_s, u"Paste"_s, u"Ctrl+V"_s })
        QVERIFY2(plain(page).contains(QDir::toNativeSeparators(words)), qPrintable(words));
    QStringList anchors;
    const auto sections = helpSections(page);
    for (const HelpSection &section : sections)
        anchors += section.anchor;
    QCOMPARE(anchors.join(u' '), u"tour live outcomes accounts proof recovery settings shortcuts files problems"_s);
}

void TestHelp::leadsNowhere()
{
    const QString page = helpPage({});
    for (const QString &way : { u"http"_s, u"src="_s, u"<img"_s, u"url("_s, u"file:"_s, u"@import"_s })
        QVERIFY2(!page.contains(way, Qt::CaseInsensitive), qPrintable(way));
    static const QRegularExpression outward(u"href=\"(?!#)"_s);
    QVERIFY(!page.contains(outward));
}

void TestHelp::escapesWhatItIsGiven()
{
    const QString page = helpPage({ .shortcuts = { { u"<img src=x>"_s, u"{{path:data}}"_s } },
                                    .settingsFile = u"/tmp/<b>a&b</b>/hangup.ini"_s,
                                    .dataFolder = u"/data"_s });
    QVERIFY(!page.contains(u"<img"_s));
    QVERIFY(!page.contains(u"<b>a"_s));
    // What was filled in is not filled again.
    QVERIFY(page.contains(u"{{path:data}}"_s));
}

void TestHelp::namesMenusThatAreThere()
{
    WindowBench bench;
    const QString page = helpPage({});
    // "<b>Edit, Settings</b>"
    static const QRegularExpression way(u"<b>(?:File|Edit|Help), ([^<]*)</b>"_s);
    int found = 0;
    for (auto it = way.globalMatch(page); it.hasNext(); ++found) {
        const QString command = it.next().captured(1);
        QVERIFY2(bench.command(command), qPrintable(command));
    }
    QVERIFY(found >= 5);
}

void TestHelp::listsEveryKey()
{
    WindowBench bench;
    bench.command(u"Hangup help"_s)->trigger();
    HelpWindow *help = openHelp();
    QVERIFY(help);
    const QString text = help->findChild<QTextBrowser *>()->toPlainText();
    const auto actions = bench.window().findChildren<QAction *>();
    for (const QAction *action : actions) {
        if (!action->shortcut().isEmpty() && action->parent() != help)
            QVERIFY2(text.contains(action->shortcut().toString(QKeySequence::NativeText)), qPrintable(action->text()));
    }
    QVERIFY(text.contains(u"Ctrl+,"_s));
}

void TestHelp::opensWithF1_data()
{
    QTest::addColumn<QString>("dialog");
    QTest::newRow("from the window") << QString();
    QTest::newRow("from the settings") << u"Settings"_s;
    QTest::newRow("from the shortcuts") << u"Keyboard shortcuts"_s;
}

void TestHelp::opensWithF1()
{
    QFETCH(const QString, dialog);
    WindowBench bench;
    QVERIFY(!openHelp());
    if (!dialog.isEmpty()) {
        bench.command(dialog)->trigger();
        QTRY_COMPARE(QApplication::activeWindow(), bench.find<QDialog>(dialog));
    }
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F1);
    HelpWindow *help = openHelp();
    QVERIFY(help);
    QTRY_COMPARE(QApplication::activeWindow(), help); // not held up by the dialog
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_End);
    QTRY_VERIFY(help->findChild<QTextBrowser *>()->verticalScrollBar()->value() > 0);
    QTest::keyClick(help, Qt::Key_Escape);
    QVERIFY(!openHelp());
    QVERIFY(bench.window().isVisible());
}

void TestHelp::findsWords()
{
    HelpWindow help(HelpFacts {});
    help.show();
    QVERIFY(QTest::qWaitForWindowActive(&help));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F, Qt::ControlModifier);
    auto *field = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(field);
    auto *page = help.findChild<QTextBrowser *>();
    QTest::keyClicks(field, u"keychain"_s);
    const int first = page->textCursor().selectionStart();
    QCOMPARE(page->textCursor().selectedText().toLower(), u"keychain"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(page->textCursor().selectionStart() > first);
    QTest::keyClick(field, Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(page->textCursor().selectionStart(), first);
    // Round the end.
    QTest::keyClick(field, Qt::Key_F3, Qt::ShiftModifier);
    QVERIFY(page->textCursor().selectionStart() > first);
    QTest::keyClicks(field, u"zzz"_s);
    QVERIFY(testing::findByName(&help, u"What was found"_s));
    const auto labels = help.findChildren<QLabel *>();
    QStringList said;
    for (const QLabel *label : labels)
        said += label->text();
    QVERIFY2(said.contains(u"Not in the help."_s), qPrintable(said.join(u'|')));
}

void TestHelp::followsContentsAndPage()
{
    HelpWindow help(HelpFacts {});
    help.resize(700, 400);
    help.show();
    QVERIFY(QTest::qWaitForWindowActive(&help));
    auto *contents = help.findChild<QListWidget *>();
    auto *page = help.findChild<QTextBrowser *>();
    contents->setFocus();
    QTest::keyClick(contents, Qt::Key_Down);
    QTest::keyClick(contents, Qt::Key_Down);
    const int accounts = page->verticalScrollBar()->value();
    QVERIFY(accounts > 0);
    page->verticalScrollBar()->setValue(0);
    QCOMPARE(contents->currentRow(), 0);
    page->verticalScrollBar()->setValue(accounts);
    QCOMPARE(contents->currentRow(), 2);
    help.goTo(u"tour"_s);
    QCOMPARE(contents->currentRow(), 0);
}

void TestHelp::takesTheColours()
{
    theme::apply(ColourScheme::Light);
    HelpWindow help(HelpFacts {});
    help.show();
    auto *page = help.findChild<QTextBrowser *>();
    const auto inkOfText = [page] {
        QTextCursor cursor(page->document()->begin().next());
        cursor.movePosition(QTextCursor::NextCharacter);
        return cursor.charFormat().foreground().color();
    };
    QCOMPARE(inkOfText(), QApplication::palette().color(QPalette::Text));
    theme::apply(ColourScheme::Dark);
    QTRY_COMPARE(inkOfText(), QApplication::palette().color(QPalette::Text));
    QVERIFY(inkOfText().lightness() > 200);
    theme::apply(ColourScheme::System);
}

void TestHelp::closesWithTheWindow()
{
    WindowBench bench;
    bench.command(u"Hangup help"_s)->trigger();
    QVERIFY(openHelp());
    bench.window().close();
    QVERIFY(!bench.window().isVisible());
    QVERIFY(!openHelp());
}

void TestHelp::namesEveryControl()
{
    HelpWindow help(HelpFacts {});
    help.show();
    QCOMPARE(testing::namelessControls(QAccessible::queryAccessibleInterface(&help)).join(u" "_s), QString());
    for (const QString &name : { u"Contents"_s, u"Help page"_s, u"Find in the help"_s, u"Next"_s, u"Previous"_s })
        QVERIFY2(testing::findByName(&help, name), qPrintable(name));
}

QTEST_MAIN(TestHelp)
#include "tst_help.moc"
