// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// The window in German: nothing in it is left in English, nothing is cut, each Alt key has one meaning. Paints pictures
// into the folder that HANGUP_PICTURES names (else into the working folder's "pictures").
#include "accountbench.h"
#include "domain/words.h"
#include "faults.h"
#include "i18n/messagefile.h"
#include "ui/accountdialog.h"
#include "ui/helpwindow.h"
#include "ui/pagetabs.h"
#include "ui/settingsdialog.h"
#include "ui/spokenlanguage.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QStatusBar>
#include <QTableView>
#include <QTabWidget>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hangup;
using namespace hangup::test;

namespace {

/// English texts that are other words in German.
QSet<QString> englishOnly()
{
    QSet<QString> english;
    QSet<QString> german;
    const QList<Message> messages = readMessages(QStringLiteral(HANGUP_SOURCE_DIR) + u"/resources/i18n/hangup_de.ts"_s);
    for (const Message &message : messages) {
        english += QString(message.source).remove(u'&');
        for (const QString &words : message.translations)
            german += QString(words).remove(u'&');
    }
    return english.subtract(german);
}

void addHeaders(const QAbstractItemModel *model, QStringList &texts)
{
    for (int column = 0; model && column < model->columnCount(); ++column) {
        for (const int role : { Qt::DisplayRole, Qt::ToolTipRole })
            texts += model->headerData(column, Qt::Horizontal, role).toString();
    }
}

/// All words that are seen or spoken in @p window, without the marks of the Alt keys.
QStringList wordsIn(const QWidget *window)
{
    QStringList texts { window->windowTitle() };
    const auto widgets = window->findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        texts << widget->accessibleName() << widget->accessibleDescription() << widget->toolTip();
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            texts += label->text();
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            texts += button->text();
        if (const auto *field = qobject_cast<const QLineEdit *>(widget))
            texts += field->placeholderText();
        if (const auto *tabs = qobject_cast<const QTabBar *>(widget)) {
            for (int tab = 0; tab < tabs->count(); ++tab)
                texts += tabs->tabText(tab);
        }
        if (const auto *box = qobject_cast<const QComboBox *>(widget)) {
            for (int item = 0; item < box->count(); ++item)
                texts += box->itemText(item);
        }
        if (const auto *view = qobject_cast<const QTableView *>(widget))
            addHeaders(view->model(), texts);
    }
    const auto actions = window->findChildren<QAction *>();
    for (const QAction *action : actions)
        texts << action->text() << action->toolTip();
    for (QString &text : texts)
        text.remove(u'&');
    return texts;
}

/// The texts of @p window that were left in English.
QString leftIn(const QWidget *window)
{
    static const QSet<QString> english = englishOnly();
    QSet<QString> left;
    const QStringList words = wordsIn(window);
    for (const QString &text : words) {
        if (english.contains(text))
            left += text;
    }
    return QStringList(left.values()).join(u" | "_s);
}

QString keyOf(const QString &text)
{
    static const QRegularExpression mnemonic(u"&([^&])"_s);
    return mnemonic.match(text).captured(1).toLower();
}

/// The Alt keys that two of @p texts share.
QString sharedKeys(const QStringList &texts)
{
    QSet<QString> keys;
    QStringList shared;
    for (const QString &text : texts) {
        const QString key = keyOf(text);
        if (!key.isEmpty() && keys.contains(key))
            shared += text;
        keys += key;
    }
    return shared.join(u" | "_s);
}

/// The texts of a window whose Alt keys work at the same time.
QStringList keyTexts(const QWidget *window)
{
    QStringList texts;
    const auto labels = window->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->buddy() && label->isVisible())
            texts += label->text();
    }
    const auto buttons = window->findChildren<QAbstractButton *>();
    for (const QAbstractButton *button : buttons) {
        if (button->isVisible())
            texts += button->text();
    }
    const auto bars = window->findChildren<QTabBar *>();
    for (const QTabBar *bar : bars) {
        for (int tab = 0; tab < bar->count(); ++tab)
            texts += bar->tabText(tab);
    }
    return texts;
}

} // namespace

class TestGerman : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void saysOutcomesInGerman_data();
    void saysOutcomesInGerman();
    void countsInGerman();
    void opensInGerman();
    void isGermanAfterABatch();
    void dialogsAreGerman_data();
    void dialogsAreGerman();
    void helpIsGerman();
    void altKeysHaveOneMeaning_data();
    void altKeysHaveOneMeaning();

private:
    void check(QWidget *window, const QString &name);

    std::unique_ptr<SpokenLanguage> m_language;
    QDir m_folder;
};

void TestGerman::initTestCase()
{
    m_language = std::make_unique<SpokenLanguage>(u"de"_s);
    QCOMPARE(m_language->code(), u"de"_s);
    m_folder = QDir(qEnvironmentVariable("HANGUP_PICTURES", u"pictures"_s));
    QVERIFY(m_folder.mkpath(u"."_s));
    QVERIFY(englishOnly().size() > 400);
}

void TestGerman::check(QWidget *window, const QString &name)
{
    QVERIFY(QTest::qWaitForWindowExposed(window));
    QVERIFY(window->grab().save(m_folder.filePath(u"german-%1.png"_s.arg(name))));
    QCOMPARE(leftIn(window), QString());
    QTRY_COMPARE(faultsIn(window).join(u'\n'), QString()); // what changed has its room with one of the next turns
}

void TestGerman::saysOutcomesInGerman_data()
{
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<QString>("words");
    QTest::newRow("ended") << Outcome::Ended << u"Beendet"_s;
    QTest::newRow("not live") << Outcome::NotLive << u"Nicht aktiv"_s;
    QTest::newRow("not live, maybe by us") << Outcome::NotLiveMaybeUs << u"Nicht aktiv"_s;
    QTest::newRow("refused") << Outcome::Refused << u"Abgelehnt"_s;
    QTest::newRow("unknown") << Outcome::Unknown << u"Unbekannt"_s;
    QTest::newRow("not sent") << Outcome::NotSent << u"Nicht gesendet"_s;
}

void TestGerman::saysOutcomesInGerman()
{
    QFETCH(Outcome, outcome);
    QTEST(words::outcomeShort(outcome), "words");
}

void TestGerman::countsInGerman()
{
    const QString one = WindowBench::id(1).toString();
    QCOMPARE(words::scanSummary(scanCalls(one), 1, 0), u"1 gefunden: 1 hinzugefügt."_s);
    const QString text = one + u'\n' + WindowBench::id(2).toString() + u'\n' + one + u'\n' + one;
    QCOMPARE(words::scanSummary(scanCalls(text), 1, 1),
             u"2 gefunden: 1 hinzugefügt, 1 schon in der Liste. 2 ignoriert: 2 sind doppelt."_s);
    Tally tally;
    QVERIFY(words::tally(tally).startsWith(u"0 Anrufe übernommen: 0 beendet"_s));
}

void TestGerman::opensInGerman()
{
    WindowBench bench;
    bench.window().resize(1280, 720);
    check(&bench.window(), u"empty"_s);
}

void TestGerman::isGermanAfterABatch()
{
    WindowBench bench;
    bench.window().resize(1280, 720);
    QString ids;
    for (int n = 1; n <= 20; ++n)
        ids += WindowBench::id(n).toString() + u'\n';
    QGuiApplication::clipboard()->setText(ids);
    bench.command(u"Einfügen"_s)->trigger();
    auto *table = bench.find<QTableView>(u"Anrufe"_s);
    QVERIFY(table);
    table->setFocus();
    table->selectAll();
    QTest::keyClick(&bench.window(), Qt::Key_Return, Qt::ControlModifier);
    auto *button = bench.find<QPushButton>(u"20 Anrufe beenden"_s);
    QVERIFY(button);
    check(button->window(), u"confirm"_s);
    QTRY_VERIFY(button->isEnabled());
    QTest::mouseClick(button, Qt::LeftButton);
    check(&bench.window(), u"running"_s);
    QTRY_COMPARE_WITH_TIMEOUT(bench.session().progressDone(), 20, 20'000);
    check(&bench.window(), u"done"_s);
    // German titles are long: on the usual screen all columns are in sight all the same.
    QCOMPARE(table->horizontalHeader()->length(), table->viewport()->width());
}

void TestGerman::dialogsAreGerman_data()
{
    QTest::addColumn<QString>("menuWords");
    QTest::addColumn<QString>("title");
    QTest::newRow("settings") << u"Einstellungen"_s << u"Einstellungen"_s;
    QTest::newRow("accounts") << u"Konten verwalten"_s << u"Konten"_s;
    QTest::newRow("new account") << u"Konto hinzufügen"_s << u"Konto hinzufügen"_s;
    QTest::newRow("shortcuts") << u"Tastenkürzel"_s << u"Tastenkürzel"_s;
    QTest::newRow("diagnostics") << u"Diagnose kopieren"_s << u"Diagnose kopieren"_s;
    QTest::newRow("about") << u"Über Hangup"_s << u"Über Hangup"_s;
}

void TestGerman::dialogsAreGerman()
{
    QFETCH(QString, menuWords);
    QFETCH(QString, title);
    AccountBench bench;
    bench.addAccount(u"Kundin Nord"_s, 1);
    bench.addAccount(u"Kunde Süd"_s, 2, TokenPlace::Session);
    QAction *command = bench.window().command(menuWords);
    QVERIFY(command);
    command->trigger();
    const auto shown = [&title]() -> QWidget * {
        const auto all = QApplication::topLevelWidgets();
        for (QWidget *widget : all) {
            if (widget->isVisible() && widget->windowTitle().startsWith(title))
                return widget;
        }
        return nullptr;
    };
    QTRY_VERIFY(shown());
    QWidget *dialog = shown();
    const QString name = QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'-');
    check(dialog, name);
    QCOMPARE(sharedKeys(keyTexts(dialog)), QString());
    if (auto *tabs = dialog->findChild<QTabBar *>()) {
        for (int tab = 1; tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            check(dialog, u"%1-%2"_s.arg(name).arg(tab + 1));
            QCOMPARE(sharedKeys(keyTexts(dialog)), QString());
        }
    }
    dialog->close();
}

void TestGerman::helpIsGerman()
{
    HelpWindow help({ .shortcuts = {}, .settingsFile = u"/tmp/hangup.ini"_s, .dataFolder = u"/tmp"_s });
    help.show();
    check(&help, u"help"_s);
    const QString page = helpPage({});
    QVERIFY(page.contains(u"Die ersten fünf Minuten"_s));
    QCOMPARE(page.count(u"{{"_s), 0);
    // The same sections as in English, so that what leads to one leads there in each language.
    QFile english(QStringLiteral(HANGUP_SOURCE_DIR) + u"/resources/help/help_en.html"_s);
    QVERIFY(english.open(QIODevice::ReadOnly));
    QStringList anchors;
    QStringList expected;
    for (const HelpSection &section : helpSections(page))
        anchors += section.anchor;
    for (const HelpSection &section : helpSections(QString::fromUtf8(english.readAll())))
        expected += section.anchor;
    expected.removeAll(u"anchor"_s); // the example in that file's comment
    QCOMPARE(anchors, expected);
}

void TestGerman::altKeysHaveOneMeaning_data()
{
    QTest::addColumn<int>("page");
    QTest::newRow("the calls") << 0;
    QTest::newRow("the live calls") << 1;
    QTest::newRow("the history") << 2;
}

void TestGerman::altKeysHaveOneMeaning()
{
    QFETCH(const int, page);
    WindowBench bench;
    bench.window().findChild<PageTabBar *>()->setCurrentIndex(page);
    QStringList together = keyTexts(&bench.window());
    const auto bar = bench.window().menuBar()->actions();
    for (const QAction *action : bar)
        together += action->text();
    QVERIFY(together.size() > 8);
    QCOMPARE(sharedKeys(together), QString());
    const auto menus = bench.window().menuBar()->findChildren<QMenu *>();
    for (const QMenu *menu : menus) {
        QStringList texts;
        const auto actions = menu->actions();
        for (const QAction *action : actions)
            texts += action->text();
        QCOMPARE(sharedKeys(texts), QString());
    }
}

QTEST_MAIN(TestGerman)
#include "tst_german.moc"
