// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/settings.h"

#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace hangup;

Q_DECLARE_METATYPE(hangup::Settings)

class TestSettings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ranges_data();
    void ranges();
    void corrected_data();
    void corrected();
    void windowRequests_data();
    void windowRequests();
    void languages();
};

void TestSettings::ranges_data()
{
    QTest::addColumn<int>("least");
    QTest::addColumn<int>("most");
    QTest::addColumn<int>("byDefault");
    const auto row = [](const char *name, const SettingRange &range) {
        QTest::newRow(name) << range.least << range.most << range.byDefault;
    };
    row("share", Settings::SharePercent);
    row("silence", Settings::SilenceSeconds);
    row("total", Settings::TotalSeconds);
    row("threshold", Settings::TypeNumberAbove);
    row("proof", Settings::ProofMinutes);
}

void TestSettings::ranges()
{
    QFETCH(int, least);
    QFETCH(int, most);
    QFETCH(int, byDefault);
    const SettingRange range { least, most, byDefault };
    QVERIFY(range.contains(least) && range.contains(most) && range.contains(byDefault));
    QVERIFY(!range.contains(least - 1) && !range.contains(most + 1));
    QVERIFY(Settings().corrected() == Settings());
}

void TestSettings::corrected_data()
{
    QTest::addColumn<Settings>("set");
    QTest::addColumn<Settings>("good");
    using s = std::chrono::seconds;
    using min = std::chrono::minutes;
    const auto row
        = [](const char *name, const Settings &set, const Settings &good) { QTest::newRow(name) << set << good; };
    row("all of the default", {}, {});
    row("a share below 5 %", { .sharePercent = 0 }, { .sharePercent = 5 });
    row("a share over 100 %", { .sharePercent = 101 }, { .sharePercent = 100 });
    row("a negative share", { .sharePercent = std::numeric_limits<int>::min() }, { .sharePercent = 5 });
    row("no silence", { .silence = s(0) }, { .silence = s(3) });
    row("silence of years", { .silence = s::max() }, { .silence = s(60), .total = s(60) });
    row("a total below the silence", { .silence = s(30), .total = s(20) }, { .silence = s(30), .total = s(30) });
    row("a total of years", { .total = s::max() }, { .total = s(120) });
    row("no threshold", { .typeNumberAbove = 0 }, { .typeNumberAbove = 1 });
    row("a threshold over 200", { .typeNumberAbove = 201 }, { .typeNumberAbove = 200 });
    row("no proof at all", { .proofFor = min(0) }, { .proofFor = min(0) });
    row("proof before the batch", { .proofFor = min(-1) }, { .proofFor = min(0) });
    row("proof for years", { .proofFor = min::max() }, { .proofFor = min(120) });
    row("a grace between two", { .grace = s(4) }, { .grace = s(3) });
    row("a negative grace", { .grace = s(-1) }, { .grace = s(0) });
    row("a grace of years", { .grace = s::max() }, { .grace = s(10) });
    row("checks of everything", { .checkAgainUpTo = 1'000'000 }, { .checkAgainUpTo = 1000 });
    row("young for years", { .cutOff = { .youngUnder = s::max() } }, { .cutOff = { .youngUnder = s(3600) } });
    row("stuck before it begins", { .stuck = { .olderThan = min(-1) } }, { .stuck = { .olderThan = min(0) } });
    row("ringing for years", { .stuck = { .ringingFor = s::max() } }, { .stuck = { .ringingFor = s(3600) } });
    row("read all the time", { .liveRefresh = s(1) }, { .liveRefresh = s(0) });
    row("read each half hour", { .liveRefresh = s(1800) }, { .liveRefresh = s(60) });
    row("a language that is spoken", { .language = u"en"_s }, { .language = u"en"_s });
    row("one that is not", { .language = u"tlh"_s }, { .language = QString() });
    row("what has no range stays", { .ticketRequired = true, .notifyWhenDone = false, .colours = ColourScheme::Dark },
        { .ticketRequired = true, .notifyWhenDone = false, .colours = ColourScheme::Dark });
}

void TestSettings::corrected()
{
    QFETCH(Settings, set);
    QFETCH(Settings, good);
    const Settings corrected = set.corrected();
    QCOMPARE(corrected.sharePercent, good.sharePercent);
    QCOMPARE(corrected.silence.count(), good.silence.count());
    QCOMPARE(corrected.total.count(), good.total.count());
    QCOMPARE(corrected.proofFor.count(), good.proofFor.count());
    QCOMPARE(corrected.typeNumberAbove, good.typeNumberAbove);
    QVERIFY(corrected == good);
}

void TestSettings::windowRequests_data()
{
    QTest::addColumn<int>("share");
    QTest::addColumn<int>("requests");
    QTest::newRow("5 %") << 5 << 15;
    QTest::newRow("the default") << Settings().sharePercent << 150;
    QTest::newRow("33 %, rounded down") << 33 << 99;
    QTest::newRow("all of it") << 100 << 300;
    QTest::newRow("never none") << 0 << 1;
}

void TestSettings::windowRequests()
{
    QFETCH(int, share);
    QFETCH(int, requests);
    QCOMPARE(Settings { .sharePercent = share }.windowRequests(), requests);
}

void TestSettings::languages()
{
    QVERIFY(Settings::languages().contains(u"en"_s));
    QCOMPARE(Settings::languages().removeDuplicates(), 0);
}

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
