// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// The settings dialog by itself: by keyboard, with what is typed, and what it tells.
#include "ui/settingsdialog.h"

#include "accessiblefind.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QHash>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QTest>

using namespace hangup;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

template <typename Widget>
Widget *named(const QWidget &root, const QString &name)
{
    const auto widgets = root.findChildren<Widget *>();
    for (Widget *widget : widgets) {
        if (widget->accessibleName() == name)
            return widget;
    }
    return nullptr;
}

bool says(const QWidget &root, const QString &words)
{
    const auto labels = root.findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(),
                       [&words](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
}

const QString Share = u"Share of the account's limit"_s;
const QString Silence = u"Silence"_s;
const QString Total = u"Total"_s;
const QString Above = u"Type the number above"_s;

int numberIn(const Settings &settings, const QString &field)
{
    if (field == Share)
        return settings.sharePercent;
    if (field == Silence)
        return static_cast<int>(settings.silence.count());
    return field == Total ? static_cast<int>(settings.total.count()) : settings.typeNumberAbove;
}

} // namespace

class TestSettingsDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }
    void showsWhatIsSet();
    void takesOnlyWhatIsAllowed_data();
    void takesOnlyWhatIsAllowed();
    void keepsTheTotalAtLeastTheSilence();
    void saysThePace_data();
    void saysThePace();
    void previewsColoursAndTakesThemBack();
    void refusesWhatProtectsNothing();
    void restoresDefaults();
    void saysWhatHoldsWhileCallsAreUnderWay();
    void namesEveryControl();
    void goesThroughAllByTab();
    void givesEachAltKeyOneMeaning_data();
    void givesEachAltKeyOneMeaning();
};

void TestSettingsDialog::showsWhatIsSet()
{
    Settings settings;
    settings.sharePercent = 80;
    settings.silence = 7s;
    settings.total = 31s;
    settings.typeNumberAbove = 9;
    settings.grace = 10s;
    settings.cutOff.protectedNumbers = ProtectedNumbers::parse(u"112\n+1 800*").numbers;
    settings.notifyWhenDone = false;
    settings.checkAgainUpTo = 7;
    settings.cutOff.youngUnder = 90s;
    settings.stuck = { .olderThan = 30min, .ringingFor = 0s, .otherLegGone = false, .sameNumbers = false };
    settings.liveRefresh = 30s;
    settings.colours = ColourScheme::ContrastDark;
    settings.language = u"en"_s;
    const SettingsDialog dialog(settings, nullptr);
    QVERIFY(dialog.chosen() == settings);
}

void TestSettingsDialog::takesOnlyWhatIsAllowed_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("expected");
    QTest::newRow("a share within") << Share << u"75"_s << 75;
    QTest::newRow("a share below") << Share << u"1"_s << 5;
    QTest::newRow("a share above: the last digit is not taken") << Share << u"101"_s << 10;
    QTest::newRow("no number") << Share << u"abc"_s << 50;
    QTest::newRow("a negative number: the sign is not taken") << Silence << u"-12"_s << 12;
    QTest::newRow("a fraction: the point is not taken") << Silence << u"1.5"_s << 15;
    QTest::newRow("a silence below") << Silence << u"2"_s << 3;
    QTest::newRow("a total below the silence") << Total << u"6"_s << 10;
    QTest::newRow("a total within") << Total << u"90"_s << 90;
    QTest::newRow("a threshold of zero") << Above << u"0"_s << 1;
    QTest::newRow("a threshold within") << Above << u"200"_s << 200;
}

void TestSettingsDialog::takesOnlyWhatIsAllowed()
{
    QFETCH(const QString, field);
    QFETCH(const QString, typed);
    QFETCH(const int, expected);
    SettingsDialog dialog({}, nullptr);
    dialog.open();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QSpinBox *box = named<QSpinBox>(dialog, field);
    QVERIFY(box);
    box->setFocus();
    box->selectAll();
    QTest::keyClicks(box, typed);
    QSignalSpy accepted(&dialog, &QDialog::accepted);
    QTest::keyClick(box, Qt::Key_Return);
    QCOMPARE(accepted.count(), 1);
    QCOMPARE(numberIn(dialog.chosen(), field), expected);
    QVERIFY(dialog.chosen() == dialog.chosen().corrected());
}

void TestSettingsDialog::keepsTheTotalAtLeastTheSilence()
{
    SettingsDialog dialog({}, nullptr);
    dialog.open();
    QSpinBox *silence = named<QSpinBox>(dialog, Silence);
    QSpinBox *total = named<QSpinBox>(dialog, Total);
    silence->setValue(45);
    QCOMPARE(total->value(), 45);
    QVERIFY(says(dialog, u"Raised to 45 s"_s));
    total->setValue(44);
    QCOMPARE(total->value(), 45);
    total->setValue(20);
    QCOMPARE(total->value(), 45);
    // Back below: the total of before is there again, and what was said is gone.
    silence->setValue(12);
    total->setValue(20);
    QCOMPARE(total->value(), 20);
    QVERIFY(!says(dialog, u"Raised"_s));
    silence->setValue(60);
    silence->setValue(5);
    QCOMPARE(total->value(), 20);
}

void TestSettingsDialog::saysThePace_data()
{
    QTest::addColumn<int>("share");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("least") << 5 << u"At most 15 requests in any 5 seconds"_s;
    QTest::newRow("half") << 50 << u"At most 150 requests in any 5 seconds; Plivo allows an account 300"_s;
    QTest::newRow("all") << 100 << u"At most 300 requests in any 5 seconds"_s;
}

void TestSettingsDialog::saysThePace()
{
    QFETCH(const int, share);
    QFETCH(const QString, sentence);
    SettingsDialog dialog({}, nullptr);
    dialog.open();
    named<QSpinBox>(dialog, Share)->setValue(share);
    QVERIFY(says(dialog, sentence));
    QVERIFY(named<QSpinBox>(dialog, Share)->accessibleDescription().contains(sentence));
}

void TestSettingsDialog::previewsColoursAndTakesThemBack()
{
    SettingsDialog dialog({}, nullptr);
    QSignalSpy previews(&dialog, &SettingsDialog::previewed);
    dialog.open();
    dialog.findChild<QTabWidget *>()->setCurrentIndex(4);
    QComboBox *box = named<QComboBox>(dialog, u"Colours"_s);
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Down);
    QTest::keyClick(box, Qt::Key_Down);
    QCOMPARE(previews.count(), 2);
    QCOMPARE(previews.at(1).at(0).value<ColourScheme>(), ColourScheme::Dark);
    QTest::keyClick(box, Qt::Key_Escape);
    QCOMPARE(dialog.result(), int(QDialog::Rejected));
    QCOMPARE(previews.count(), 3);
    QCOMPARE(previews.at(2).at(0).value<ColourScheme>(), ColourScheme::System);
}

/// A number that can't be read must not be taken for one that is protected.
void TestSettingsDialog::refusesWhatProtectsNothing()
{
    SettingsDialog dialog({}, nullptr);
    dialog.open();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    auto *numbers = named<QPlainTextEdit>(dialog, u"Never end calls of"_s);
    QVERIFY(numbers);
    numbers->setPlainText(u"+1 800 555 0100\n*"_s);
    QSignalSpy accepted(&dialog, &QDialog::accepted);
    dialog.accept();
    QCOMPARE(accepted.count(), 0);
    QVERIFY(numbers->isVisible()); // its page is shown
    QVERIFY(says(dialog, u"“*” can't be a number"_s));
    numbers->setPlainText(u"+1 800 555 0100\n"_s + QString(101, u'1'));
    QVERIFY(says(dialog, u"is too long: at most 100 characters"_s));
    numbers->setPlainText(u" +1 800 555 0100 \n\n112"_s);
    QVERIFY(says(dialog, u"A number a line"_s));
    dialog.accept();
    QCOMPARE(accepted.count(), 1);
    QCOMPARE(dialog.chosen().cutOff.protectedNumbers.patterns(), (QStringList { u"+1 800 555 0100"_s, u"112"_s }));
}

void TestSettingsDialog::restoresDefaults()
{
    Settings settings;
    settings.sharePercent = 100;
    settings.silence = 60s;
    settings.total = 120s;
    settings.typeNumberAbove = 200;
    settings.notifyWhenDone = false;
    settings.colours = ColourScheme::Light;
    settings.language = u"en"_s;
    SettingsDialog dialog(settings, nullptr);
    QSignalSpy previews(&dialog, &SettingsDialog::previewed);
    dialog.open();
    QTest::mouseClick(named<QPushButton>(dialog, u"Restore defaults"_s), Qt::LeftButton);
    QVERIFY(dialog.isVisible());
    QVERIFY(dialog.chosen() == Settings());
    QCOMPARE(previews.count(), 1);
}

void TestSettingsDialog::saysWhatHoldsWhileCallsAreUnderWay()
{
    SettingsDialog dialog({}, nullptr);
    dialog.open();
    QVERIFY(!says(dialog, u"Calls are under way"_s));
    dialog.setBusy(true);
    QVERIFY(says(dialog, u"Calls are under way"_s));
    dialog.setBusy(false);
    QVERIFY(!says(dialog, u"Calls are under way"_s));
}

void TestSettingsDialog::namesEveryControl()
{
    SettingsDialog dialog({}, nullptr);
    dialog.open();
    auto *pages = dialog.findChild<QTabWidget *>();
    for (int page = 0; page < pages->count(); ++page) {
        pages->setCurrentIndex(page);
        QCOMPARE(testing::namelessControls(QAccessible::queryAccessibleInterface(&dialog)).join(u" "_s), QString());
    }
    QStringList undescribed;
    const auto controls = pages->findChildren<QWidget *>();
    for (const QWidget *control : controls) {
        const bool field = qobject_cast<const QSpinBox *>(control) || qobject_cast<const QComboBox *>(control);
        if (field && (control->accessibleName().isEmpty() || control->accessibleDescription().isEmpty()))
            undescribed += QString::fromLatin1(control->metaObject()->className());
    }
    QCOMPARE(undescribed, QStringList());
}

void TestSettingsDialog::goesThroughAllByTab()
{
    SettingsDialog dialog({}, nullptr);
    dialog.open();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QStringList order;
    for (int n = 0; n < 8; ++n) {
        const QWidget *now = QApplication::focusWidget();
        order += now->accessibleName();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    const QStringList expected {
        Share, Silence, Total, Above, u"Restore defaults"_s, u"Cancel"_s, u"OK"_s, u"Pages of the settings"_s
    };
    QCOMPARE(order, expected);
}

void TestSettingsDialog::givesEachAltKeyOneMeaning_data()
{
    QTest::addColumn<int>("page");
    QTest::newRow("ending calls") << 0;
    QTest::newRow("safety") << 1;
    QTest::newRow("live calls") << 2;
    QTest::newRow("the record") << 3;
    QTest::newRow("the window") << 4;
}

void TestSettingsDialog::givesEachAltKeyOneMeaning()
{
    QFETCH(const int, page);
    SettingsDialog dialog({}, nullptr);
    dialog.open();
    auto *pages = dialog.findChild<QTabWidget *>();
    pages->setCurrentIndex(page);
    QStringList texts;
    for (int tab = 0; tab < pages->count(); ++tab)
        texts += pages->tabText(tab);
    const auto widgets = dialog.findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        const auto *label = qobject_cast<const QLabel *>(widget);
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        if (widget->isVisible() && (button || (label && label->buddy())))
            texts += button ? button->text() : label->text();
    }
    QHash<QChar, QString> meanings;
    for (const QString &text : std::as_const(texts)) {
        const qsizetype at = text.indexOf(u'&');
        if (at < 0)
            continue;
        const QChar key = text.at(at + 1).toLower();
        QVERIFY2(!meanings.contains(key), qPrintable(meanings.value(key) + u", "_s + text));
        meanings.insert(key, text);
    }
    QVERIFY(meanings.size() > 4);
}

QTEST_MAIN(TestSettingsDialog)
#include "tst_settingsdialog.moc"
