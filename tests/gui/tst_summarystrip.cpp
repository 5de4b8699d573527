// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "accessiblefind.h"
#include "domain/words.h"
#include "ui/filterchip.h"
#include "ui/summarystrip.h"
#include "ui/tallybar.h"
#include "ui/theme.h"

#include <QFontInfo>
#include <QLabel>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <numeric>

using namespace hangup;
using namespace hangup::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Tally tallyOf(int ended, int notLive, int maybeUs, int refused, int unknown, int notSent, int waiting, int listed)
{
    Tally tally;
    tally[Outcome::Ended] = ended;
    tally[Outcome::NotLive] = notLive;
    tally[Outcome::NotLiveMaybeUs] = maybeUs;
    tally[Outcome::Refused] = refused;
    tally[Outcome::Unknown] = unknown;
    tally[Outcome::NotSent] = notSent;
    tally.waiting = waiting;
    tally.listed = listed;
    return tally;
}

FilterChip *chip(SummaryStrip &strip, CallFilter filter)
{
    const auto chips = strip.findChildren<FilterChip *>();
    for (FilterChip *one : chips) {
        if (one->filter() == filter)
            return one;
    }
    return nullptr;
}

QStringList chipNames(SummaryStrip &strip)
{
    QStringList names;
    const auto chips = strip.findChildren<FilterChip *>();
    for (const FilterChip *one : chips)
        names.append(one->accessibleName());
    return names;
}

QLabel *summary(SummaryStrip &strip)
{
    const auto labels = strip.findChildren<QLabel *>();
    for (QLabel *label : labels) {
        if (label->accessibleName() == u"Summary"_s)
            return label;
    }
    return nullptr;
}

} // namespace

class TestSummaryStrip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::apply(ColourScheme::Light); }
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support propagateSizeHints)"_s)); }
    void chipsTellWordAndNumber();
    void summaryIsFoundByName();
    void clickChoosesAFilter_data();
    void clickChoosesAFilter();
    void keyboardReachesEveryChip();
    void setFilterIsSilent();
    void nothingMovesWhileOutcomesArrive();
    void progressTexts_data();
    void progressTexts();
    void heldIsShownAndTakenAway();
    void piecesAddUp_data();
    void piecesAddUp();
    void narrowWindowsGetASecondRow();
};

void TestSummaryStrip::chipsTellWordAndNumber()
{
    SummaryStrip strip;
    strip.setTally(tallyOf(9, 1, 1, 1, 1, 0, 3, 2));
    QCOMPARE(chipNames(strip),
             (QStringList { u"All 18"_s, u"Listed 2"_s, u"Waiting 3"_s, u"Ended 9"_s, u"Not live 2"_s, u"Refused 1"_s,
                            u"Unknown 1"_s, u"Not sent 0"_s }));
    QCOMPARE(namelessControls(QAccessible::queryAccessibleInterface(&strip)), QStringList());
}

void TestSummaryStrip::summaryIsFoundByName()
{
    QWidget window;
    SummaryStrip strip(&window);
    const Tally tally = tallyOf(9, 2, 0, 1, 1, 0, 3, 0);
    strip.setTally(tally);
    strip.setProgress(13, 16, 2s);
    QAccessibleInterface *found = findByName(&window, u"Summary"_s);
    QVERIFY(found);
    const QString sentence = words::tally(tally);
    QCOMPARE(found->role(), QAccessible::StaticText);
    QCOMPARE(found->text(QAccessible::Description), sentence);
    QCOMPARE(found->text(QAccessible::Value), sentence);
    QVERIFY(found->textInterface());
    QCOMPARE(found->textInterface()->text(0, found->textInterface()->characterCount()), sentence);
    QAccessibleInterface *bar = findByName(&window, u"Outcomes as a bar"_s);
    QVERIFY(bar);
    QCOMPARE(bar->text(QAccessible::Description), sentence);
}

void TestSummaryStrip::clickChoosesAFilter_data()
{
    QTest::addColumn<CallFilter>("filter");
    QTest::newRow("listed") << CallFilter::Listed;
    QTest::newRow("waiting") << CallFilter::Waiting;
    QTest::newRow("ended") << CallFilter::Ended;
    QTest::newRow("not live") << CallFilter::NotLive;
    QTest::newRow("refused") << CallFilter::Refused;
    QTest::newRow("unknown") << CallFilter::Unknown;
    QTest::newRow("not sent") << CallFilter::NotSent;
}

void TestSummaryStrip::clickChoosesAFilter()
{
    QFETCH(CallFilter, filter);
    SummaryStrip strip;
    QSignalSpy chosen(&strip, &SummaryStrip::filterChosen);
    QTest::mouseClick(chip(strip, filter), Qt::LeftButton);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.takeFirst().at(0).value<CallFilter>(), filter);
    QCOMPARE(chip(strip, CallFilter::All)->isChecked(), false);
    QTest::mouseClick(chip(strip, CallFilter::All), Qt::LeftButton);
    QCOMPARE(chosen.takeFirst().at(0).value<CallFilter>(), CallFilter::All);
    // The accessible action does what a click does.
    QAccessibleInterface *element = QAccessible::queryAccessibleInterface(chip(strip, filter));
    QVERIFY(element->actionInterface());
    const QStringList actions = element->actionInterface()->actionNames();
    QVERIFY(!actions.isEmpty());
    element->actionInterface()->doAction(actions.first());
    QTRY_COMPARE(chosen.count(), 1);
    QCOMPARE(chosen.takeFirst().at(0).value<CallFilter>(), filter);
}

void TestSummaryStrip::keyboardReachesEveryChip()
{
    SummaryStrip strip;
    strip.resize(1248, 80);
    strip.show();
    strip.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&strip));
    QSignalSpy chosen(&strip, &SummaryStrip::filterChosen);
    chip(strip, CallFilter::All)->setFocus(Qt::TabFocusReason);
    QList<CallFilter> seen;
    for (int i = 0; i < 7; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
        auto *focused = qobject_cast<FilterChip *>(QApplication::focusWidget());
        QVERIFY(focused);
        QTest::keyClick(focused, Qt::Key_Space);
        seen.append(focused->filter());
        QCOMPARE(focused->isChecked(), true);
    }
    QCOMPARE(seen,
             (QList<CallFilter> { CallFilter::Listed, CallFilter::Waiting, CallFilter::Ended, CallFilter::NotLive,
                                  CallFilter::Refused, CallFilter::Unknown, CallFilter::NotSent }));
    QCOMPARE(chosen.last().at(0).value<CallFilter>(), CallFilter::NotSent);
}

void TestSummaryStrip::setFilterIsSilent()
{
    SummaryStrip strip;
    QSignalSpy chosen(&strip, &SummaryStrip::filterChosen);
    strip.setFilter(CallFilter::Unknown);
    QCOMPARE(chip(strip, CallFilter::Unknown)->isChecked(), true);
    QCOMPARE(chip(strip, CallFilter::All)->isChecked(), false);
    QCOMPARE(chosen.count(), 0);
}

void TestSummaryStrip::nothingMovesWhileOutcomesArrive()
{
    SummaryStrip strip;
    strip.resize(1248, 80);
    strip.show();
    const auto places = [&strip] {
        QList<QRect> rects;
        const auto chips = strip.findChildren<FilterChip *>();
        for (const FilterChip *one : chips)
            rects.append(one->geometry());
        // The bar's length was once what the words beside it left.
        rects.append(strip.findChild<TallyBar *>()->geometry());
        const auto labels = { summary(strip), strip.findChild<QLabel *>(u"timeLeft"_s) };
        for (const QLabel *label : labels)
            rects.append(QRect(label->mapTo(&strip, QPoint()), label->size()));
        return rects;
    };
    strip.setTally(tallyOf(0, 0, 0, 0, 0, 0, 1200, 0));
    strip.setProgress(0, 1200, {});
    QApplication::sendPostedEvents();
    const auto before = places();
    strip.setTally(tallyOf(1111, 20, 0, 9, 20, 40, 0, 0));
    strip.setProgress(1111, 1200, 12345s);
    QApplication::sendPostedEvents();
    QCOMPARE(places(), before);
}

void TestSummaryStrip::progressTexts_data()
{
    QTest::addColumn<int>("done");
    QTest::addColumn<int>("total");
    QTest::addColumn<int>("leftMs");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("below");
    QTest::newRow("no batch") << 0 << 0 << -1 << QString() << QString();
    QTest::newRow("not enough known") << 1 << 16 << -1 << u"1 of 16"_s << u"Under way"_s;
    QTest::newRow("under way") << 13 << 16 << 1300 << u"13 of 16"_s << u"about 2 s left"_s;
    QTest::newRow("the last moment is not 0 s") << 15 << 16 << 0 << u"15 of 16"_s << u"about 1 s left"_s;
    QTest::newRow("minutes") << 1 << 16 << 125000 << u"1 of 16"_s << u"about %1 left"_s.arg(words::duration(125s));
    QTest::newRow("done") << 16 << 16 << 900 << u"16 of 16"_s << u"Done"_s;
    QTest::newRow("large") << 1234 << 100000 << -1 << u"1,234 of 100,000"_s << u"Under way"_s;
}

void TestSummaryStrip::progressTexts()
{
    QFETCH(int, done);
    QFETCH(int, total);
    QFETCH(int, leftMs);
    QFETCH(QString, text);
    QFETCH(QString, below);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    SummaryStrip strip;
    std::optional<std::chrono::milliseconds> left;
    if (leftMs >= 0)
        left = std::chrono::milliseconds(leftMs);
    strip.setProgress(done, total, left);
    QCOMPARE(summary(strip)->text(), text);
    QCOMPARE(strip.findChild<QLabel *>(u"timeLeft"_s)->text(), below);
    QCOMPARE(summary(strip)->textFormat(), Qt::PlainText);
    // Read across the room: twice the size of the words below it.
    QCOMPARE_GE(QFontInfo(summary(strip)->font()).pointSizeF(), QFontInfo(strip.font()).pointSizeF() * 1.8);
}

void TestSummaryStrip::heldIsShownAndTakenAway()
{
    SummaryStrip strip;
    const auto heldTexts = [&strip] {
        QStringList texts;
        const auto labels = strip.findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            if (!label->isHidden() && label->text().startsWith(u"Held"_s))
                texts.append(label->text());
        }
        return texts;
    };
    QCOMPARE(heldTexts(), QStringList());
    const QDateTime until(QDate(2026, 7, 1), QTime(14, 2, 11));
    strip.setHeldUntil(until.toMSecsSinceEpoch());
    QCOMPARE(heldTexts(), QStringList { u"Held by Plivo's limit until 14:02:11"_s });
    strip.setHeldUntil(0);
    QCOMPARE(heldTexts(), QStringList());
}

void TestSummaryStrip::piecesAddUp_data()
{
    QTest::addColumn<Tally>("tally");
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("sum");
    QTest::newRow("empty") << Tally() << 1000 << 0;
    QTest::newRow("one ended") << tallyOf(1, 0, 0, 0, 0, 0, 0, 0) << 1000 << 1000;
    QTest::newRow("thirds") << tallyOf(1, 1, 0, 1, 0, 0, 0, 0) << 1000 << 1000;
    QTest::newRow("one among 100,000 is seen") << tallyOf(99999, 0, 0, 0, 1, 0, 0, 0) << 1000 << 1000;
    QTest::newRow("all kinds, listed ones too") << tallyOf(9, 1, 1, 1, 1, 2, 3, 4) << 777 << 777;
}

void TestSummaryStrip::piecesAddUp()
{
    QFETCH(Tally, tally);
    QFETCH(int, width);
    QFETCH(int, sum);
    const auto pieces = TallyBar::pieces(tally, width);
    QCOMPARE(std::accumulate(pieces.begin(), pieces.end(), 0), sum);
    const std::array<int, 7> counts { tally[Outcome::Ended],
                                      tally.notLiveBoth(),
                                      tally[Outcome::Refused],
                                      tally[Outcome::Unknown],
                                      tally[Outcome::NotSent],
                                      tally.waiting,
                                      tally.listed };
    for (std::size_t i = 0; i < counts.size(); ++i)
        QCOMPARE(pieces.at(i) >= 4, counts.at(i) > 0);
}

void TestSummaryStrip::narrowWindowsGetASecondRow()
{
    SummaryStrip strip;
    strip.setTally(tallyOf(9, 2, 0, 1, 1, 0, 3, 0));
    strip.resize(480, strip.heightForWidth(480));
    strip.show();
    QApplication::sendPostedEvents();
    QCOMPARE(strip.minimumSizeHint().width() <= 480, true);
    const auto chips = strip.findChildren<FilterChip *>();
    for (const FilterChip *one : chips)
        QCOMPARE(strip.rect().contains(one->geometry()), true);
    QCOMPARE(chips.first()->y() < chips.last()->y(), true);
}

QTEST_MAIN(TestSummaryStrip)
#include "tst_summarystrip.moc"
