// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "plivo/caution.h"
#include "plivo/pacer.h"
#include "plivo/retrypolicy.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <limits>

using namespace hangup;
using namespace Qt::StringLiterals;
using Ms = RetryPolicy::Ms;

namespace {

constexpr quint32 Most = std::numeric_limits<quint32>::max();

/// One way in which an attempt ends.
struct Ending
{
    bool limited;
    Outcome outcome;
    Reason reason;
    int status;
};

const std::array Endings {
    Ending { true, Outcome::Unknown, Reason::None, 429 },
    Ending { false, Outcome::Ended, Reason::None, 204 },
    Ending { false, Outcome::NotLive, Reason::None, 404 },
    Ending { false, Outcome::Refused, Reason::None, 400 },
    Ending { false, Outcome::Unknown, Reason::Silence, 0 },
    Ending { false, Outcome::Unknown, Reason::TooLate, 0 },
    Ending { false, Outcome::Unknown, Reason::ServerTrouble, 503 },
    Ending { false, Outcome::Unknown, Reason::ConnectionLost, 0 },
    Ending { false, Outcome::Unknown, Reason::Aborted, 0 },
    Ending { false, Outcome::NotSent, Reason::HostNotFound, 0 },
    Ending { false, Outcome::NotSent, Reason::ConnectionRefused, 0 },
    Ending { false, Outcome::NotSent, Reason::CertificateRejected, 0 },
};

} // namespace

/// Which attempts are repeated, when, and how often at most; and when a batch holds back.
class TestRetryPolicy : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsRetried_data();
    void whatIsRetried();
    void waitsFullJitter_data();
    void waitsFullJitter();
    void jitterIsSpreadEvenly();
    void fourTriesAtMost();
    void budget_data();
    void budget();
    void otherNumbersKeepWhatWasUsed();
    void cautionCountsInARow();
    void cautionLooksAtFirstAnswers();
    void cautionCanBeTurnedOff();
    void tenThousandTraces();
};

void TestRetryPolicy::whatIsRetried_data()
{
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<Reason>("reason");
    QTest::addColumn<bool>("retried");
    using enum Outcome;
    const auto row = [](const char *name, Outcome outcome, Reason reason, bool retried) {
        QTest::newRow(name) << outcome << reason << retried;
    };
    row("a 204", Ended, Reason::None, false);
    row("a 404", NotLive, Reason::None, false);
    row("a 404 that may have been us", NotLiveMaybeUs, Reason::None, false);
    row("a refusal", Refused, Reason::None, false);
    row("silence", Unknown, Reason::Silence, true);
    row("too late", Unknown, Reason::TooLate, true);
    row("a lost connection", Unknown, Reason::ConnectionLost, true);
    row("a broken answer", Unknown, Reason::BrokenAnswer, true);
    row("a 5xx", Unknown, Reason::ServerTrouble, true);
    row("a redirect", Unknown, Reason::Redirected, true);
    row("an odd status", Unknown, Reason::OddStatus, true);
    row("not from Plivo", Unknown, Reason::NotFromPlivo, true);
    row("cancelled by the user", Unknown, Reason::Aborted, false);
    row("the program ended", Unknown, Reason::ProgramEnded, false);
    row("no such host", NotSent, Reason::HostNotFound, true);
    row("a refused connection", NotSent, Reason::ConnectionRefused, true);
    for (const Reason reason :
         { Reason::CertificateRejected, Reason::ProxyTrouble, Reason::ProxyLoginNeeded, Reason::Stopped,
           Reason::StoppedAfterLimit, Reason::CredentialsRejected, Reason::NotPermitted, Reason::ConnectionUnsafe,
           Reason::NoToken, Reason::JournalNotWritable, Reason::UnderWayElsewhere, Reason::GateRefused })
        row(qPrintable(u"not sent for reason %1"_s.arg(static_cast<int>(reason))), NotSent, reason, false);
}

void TestRetryPolicy::whatIsRetried()
{
    QFETCH(const Outcome, outcome);
    QFETCH(const Reason, reason);
    QTEST(RetryPolicy::isRetried(outcome, reason), "retried");
    RetryPolicy policy({});
    QTEST(policy.retry(1, outcome, reason, 0).has_value(), "retried");
}

void TestRetryPolicy::waitsFullJitter_data()
{
    QTest::addColumn<int>("tries");
    QTest::addColumn<int>("most");
    QTest::newRow("before the second attempt") << 1 << 1000;
    QTest::newRow("before the third") << 2 << 2000;
    QTest::newRow("before the fourth") << 3 << 4000;
    QTest::newRow("before the sixth") << 5 << 16000;
    QTest::newRow("before the seventh: no longer than this") << 6 << 20000;
    QTest::newRow("before the hundredth") << 99 << 20000;
}

void TestRetryPolicy::waitsFullJitter()
{
    QFETCH(const int, tries);
    QFETCH(const int, most);
    RetryPolicy policy({ .maxAttempts = 200 });
    QCOMPARE(policy.retry(tries, Outcome::Unknown, Reason::ServerTrouble, 0), Ms(0));
    QCOMPARE(policy.retry(tries, Outcome::Unknown, Reason::ServerTrouble, Most), Ms(most));
    const Ms middle = *policy.retry(tries, Outcome::Unknown, Reason::ServerTrouble, Most / 2);
    QVERIFY2(std::abs(middle.count() - most / 2) <= 1, qPrintable(QString::number(middle.count())));
}

void TestRetryPolicy::jitterIsSpreadEvenly()
{
    QRandomGenerator random(7);
    RetryPolicy policy({ .budget = 1'000'000 });
    std::array<int, 10> tenths {};
    for (int i = 0; i < 10'000; ++i) {
        const Ms wait = *policy.retry(1, Outcome::Unknown, Reason::ServerTrouble, random.generate());
        ++tenths[std::min<std::size_t>(9, static_cast<std::size_t>(wait.count()) / 100)];
    }
    for (const int n : tenths)
        QVERIFY2(n > 850 && n < 1150, qPrintable(QString::number(n)));
}

void TestRetryPolicy::fourTriesAtMost()
{
    RetryPolicy policy({});
    for (int tries = 1; tries <= 3; ++tries)
        QVERIFY(policy.retry(tries, Outcome::Unknown, Reason::ServerTrouble, 0).has_value());
    QCOMPARE(policy.retry(4, Outcome::Unknown, Reason::ServerTrouble, 0), std::nullopt);
    QCOMPARE(policy.retry(5, Outcome::Unknown, Reason::ServerTrouble, 0), std::nullopt);
    QCOMPARE(policy.retry(0, Outcome::Unknown, Reason::ServerTrouble, 0), std::nullopt);
    QCOMPARE(policy.budget(), 500 - 15); // what was not given cost nothing
}

void TestRetryPolicy::budget_data()
{
    QTest::addColumn<Reason>("reason");
    QTest::addColumn<int>("cost");
    QTest::newRow("after a 5xx") << Reason::ServerTrouble << 5;
    QTest::newRow("after a lost connection") << Reason::ConnectionLost << 5;
    QTest::newRow("after silence") << Reason::Silence << 10;
    QTest::newRow("after no complete answer in time") << Reason::TooLate << 10;
}

void TestRetryPolicy::budget()
{
    QFETCH(const Reason, reason);
    QFETCH(const int, cost);
    RetryPolicy policy({ .budget = 30 });
    for (int left = 30; left >= cost; left -= cost) {
        QCOMPARE(policy.budget(), left);
        QVERIFY(policy.retry(1, Outcome::Unknown, reason, 0).has_value());
    }
    QCOMPARE(policy.budget(), 0);
    QCOMPARE(policy.retry(1, Outcome::Unknown, reason, 0), std::nullopt);
    for (int i = 0; i < cost; ++i)
        policy.noteClean();
    QVERIFY(policy.retry(1, Outcome::Unknown, reason, 0).has_value());
    for (int i = 0; i < 100; ++i)
        policy.noteClean();
    QCOMPARE(policy.budget(), 30); // never more than at the start
}

void TestRetryPolicy::otherNumbersKeepWhatWasUsed()
{
    RetryPolicy policy({ .budget = 100 });
    for (int i = 0; i < 4; ++i)
        QVERIFY(policy.retry(1, Outcome::Unknown, Reason::ServerTrouble, 0).has_value());
    policy.setNumbers({ .budget = 50 });
    QCOMPARE(policy.budget(), 30);
    policy.setNumbers({ .budget = 10 });
    QCOMPARE(policy.budget(), 0);
}

void TestRetryPolicy::cautionCountsInARow()
{
    Caution caution(3, 0);
    const Verdict unknown {};
    Verdict limited {};
    limited.waits = true;
    Verdict neverLeft {};
    neverLeft.outcome = Outcome::NotSent;
    Verdict ended {};
    ended.outcome = Outcome::Ended;
    QCOMPARE(caution.note(1, unknown, true), std::nullopt);
    QCOMPARE(caution.note(1, unknown, false), std::nullopt);
    QCOMPARE(caution.note(2, limited, false), std::nullopt); // says nothing either way
    QCOMPARE(caution.note(2, neverLeft, false), std::nullopt);
    QCOMPARE(caution.note(2, unknown, true), PauseReason::UnknownInARow); // across batches
    QCOMPARE(caution.note(2, unknown, true), PauseReason::UnknownInARow);
    caution.goOn();
    QCOMPARE(caution.note(1, unknown, true), std::nullopt);
    QCOMPARE(caution.note(1, unknown, true), std::nullopt);
    QCOMPARE(caution.note(1, ended, true), std::nullopt); // counts anew
    QCOMPARE(caution.note(1, unknown, true), std::nullopt);
    QCOMPARE(caution.note(1, unknown, true), std::nullopt);
    QCOMPARE(caution.note(1, unknown, true), PauseReason::UnknownInARow);
}

void TestRetryPolicy::cautionLooksAtFirstAnswers()
{
    Caution caution(0, 3);
    Verdict missing {};
    missing.outcome = Outcome::NotLive;
    missing.httpStatus = 404;
    Verdict page {}; // of a proxy, or of a wrong address
    page.httpStatus = 404;
    QCOMPARE(caution.note(1, missing, true), std::nullopt);
    QCOMPARE(caution.note(1, missing, false), std::nullopt); // a second answer to the same call
    QCOMPARE(caution.note(2, missing, true), std::nullopt); // another batch
    QCOMPARE(caution.note(1, page, true), std::nullopt);
    QCOMPARE(caution.note(1, missing, true), PauseReason::NoneFound);
    QCOMPARE(caution.note(1, missing, true), std::nullopt); // once a batch
    Verdict ended {};
    ended.outcome = Outcome::Ended;
    ended.httpStatus = 204;
    QCOMPARE(caution.note(2, ended, true), std::nullopt);
    QCOMPARE(caution.note(2, missing, true), std::nullopt);
    QCOMPARE(caution.note(2, missing, true), std::nullopt);
}

void TestRetryPolicy::cautionCanBeTurnedOff()
{
    Caution caution(2, 2);
    caution.setKeepGoing(true);
    Verdict page {};
    page.httpStatus = 404;
    for (int i = 0; i < 10; ++i)
        QCOMPARE(caution.note(1, page, true), std::nullopt);
    caution.setKeepGoing(false);
    QCOMPARE(caution.note(1, page, true), PauseReason::UnknownInARow);
}

/// A call as the engine treats it, with endings at random: policy and pacer alone decide when it is sent.
void TestRetryPolicy::tenThousandTraces()
{
    QRandomGenerator random(4711);
    RetryPolicy policy({});
    Pacer pacer(150, Ms(5000));
    Ms now(0);
    int retries = 0;
    int limited = 0;
    for (int trace = 0; trace < 10'000; ++trace) {
        int tries = 0;
        Ms waited(0);
        bool over = false;
        while (!over) {
            now += pacer.waitAt(now);
            QVERIFY(!pacer.isHeld(now)); // never before Retry-After
            pacer.count(now);
            ++tries;
            QVERIFY2(tries <= 4, qPrintable(u"trace %1"_s.arg(trace)));
            now += Ms(random.bounded(200));
            const Ending &ending = Endings[random.bounded(static_cast<quint32>(Endings.size()))];
            if (ending.limited) {
                --tries;
                ++limited;
                const Ms held = now + Ms(random.bounded(3000));
                pacer.holdUntil(held);
                QVERIFY(now + pacer.waitAt(now) >= held);
                continue;
            }
            const int before = policy.budget();
            const auto wait = policy.retry(tries, ending.outcome, ending.reason, random.generate());
            QVERIFY(policy.budget() >= 0 && policy.budget() <= before);
            const bool final = ending.outcome == Outcome::Ended || ending.outcome == Outcome::NotLive
                || ending.outcome == Outcome::Refused;
            if (final) {
                QCOMPARE(wait, std::nullopt); // never after a verdict
                policy.noteClean();
                QVERIFY(policy.budget() <= 500);
            }
            over = !wait;
            if (!wait)
                continue;
            ++retries;
            QVERIFY(*wait >= Ms(0) && *wait <= policy.ceiling(tries - 1));
            waited += *wait;
            QVERIFY(waited <= Ms(1000 + 2000 + 4000));
            now += *wait;
        }
    }
    QVERIFY2(retries > 300 && limited > 500, qPrintable(u"%1 %2"_s.arg(retries).arg(limited)));
}

QTEST_GUILESS_MAIN(TestRetryPolicy)
#include "tst_retrypolicy.moc"
