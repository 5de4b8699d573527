// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// What the window says, and goes on saying, when a batch runs into trouble: sleep, Plivo's limit, no network, a bad
// certificate; and that it stays alive meanwhile.
#include "support/certificates.h"
#include "support/heldup.h"
#include "windowbench.h"

#include <QAbstractButton>
#include <QAction>
#include <QDateTime>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

#include <algorithm>
#include <chrono>
#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace hangup;
using namespace hangup::test;

class TestWindowTrouble : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksWhetherToGoOnAfterSleep_data();
    void asksWhetherToGoOnAfterSleep();
    void keepsTheQuestionAfterSleep();
    void goesOnFromTheMenuWhenTheQuestionIsClosed();
    void tellsThatAConfirmedCallWaits();
    void takesTheQuestionAwayWithTheBatch();
    void saysHeldAsLongAsItLasts();
    void forgetsTheHoldWithTheAccount();
    void namesARefusingNetwork();
    void namesABadCertificate_data();
    void namesABadCertificate();
    void staysAliveDuringABatch();

private:
    /// More calls than are sent at once, and a sleep of five minutes while the first ones are on their way.
    static void sleepDuringABatch(WindowBench &bench, int calls);
    static QLabel *heldLabel(const WindowBench &bench);
    static std::optional<std::chrono::milliseconds> heldUpByABatch();
    static bool asksAboutSleep(const WindowBench &bench) { return bench.notice().contains(u"The computer slept"_s); }
};

void TestWindowTrouble::sleepDuringABatch(WindowBench &bench, int calls)
{
    bench.list(calls);
    bench.server().hold();
    bench.askForAll();
    QVERIFY(bench.confirm(calls));
    QTRY_VERIFY(bench.session().onTheirWay() > 0);
    bench.clock().sleep(std::chrono::minutes(5));
    bench.server().release();
    QTRY_VERIFY(asksAboutSleep(bench));
    QTRY_COMPARE(bench.session().onTheirWay(), 0);
    QVERIFY(bench.session().waiting() > 0);
}

QLabel *TestWindowTrouble::heldLabel(const WindowBench &bench)
{
    const auto labels = const_cast<WindowBench &>(bench).window().findChildren<QLabel *>();
    for (QLabel *label : labels) {
        if (label->isVisible() && label->text().startsWith(u"Held by Plivo's limit until"_s))
            return label;
    }
    return nullptr;
}

void TestWindowTrouble::asksWhetherToGoOnAfterSleep_data()
{
    QTest::addColumn<QString>("answer");
    QTest::newRow("Continue sends the rest") << u"Continue"_s;
    QTest::newRow("Stop leaves the rest unsent") << u"Stop"_s;
}

void TestWindowTrouble::asksWhetherToGoOnAfterSleep()
{
    QFETCH(const QString, answer);
    WindowBench bench(WindowBench::On::Server);
    sleepDuringABatch(bench, 50);
    const int sent = bench.server().deletes();
    QVERIFY(sent < 50);
    auto *bar = bench.find<QWidget>(u"Message"_s);
    const auto buttons = bar->findChildren<QAbstractButton *>();
    for (QAbstractButton *button : buttons) {
        if (button->accessibleName() == answer)
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QTRY_VERIFY(!bench.session().busy());
    const bool goOn = answer == u"Continue"_s;
    QCOMPARE(bench.server().deletes(), goOn ? 50 : sent);
    QCOMPARE(bench.session().calls()->tally()[Outcome::Ended], goOn ? 50 : sent);
    QCOMPARE(bench.session().calls()->tally()[Outcome::NotSent], goOn ? 0 : 50 - sent);
    QCOMPARE(bench.notice(), QString());
    QVERIFY(!bench.command(u"Continue"_s)->isEnabled());
}

void TestWindowTrouble::keepsTheQuestionAfterSleep()
{
    WindowBench bench(WindowBench::On::Server);
    sleepDuringABatch(bench, 50);
    bench.window().addRows({ u"/no such folder/missing.txt"_s });
    QTRY_VERIFY2(bench.status().contains(u"missing.txt"_s), qPrintable(bench.status()));
    QVERIFY2(asksAboutSleep(bench), qPrintable(bench.notice()));
    bool inLog = false;
    const QList<LogEntry> entries = bench.session().log()->entries();
    for (const LogEntry &entry : entries)
        inLog = inLog || entry.text.contains(u"missing.txt"_s);
    QVERIFY(inLog);
    bench.command(u"Stop"_s)->trigger();
    QTRY_VERIFY(!bench.session().busy());
    QCOMPARE(bench.notice(), QString());
    // From now on trouble is shown again.
    bench.window().addRows({ u"/no such folder/missing.txt"_s });
    QTRY_VERIFY2(bench.notice().contains(u"missing.txt"_s), qPrintable(bench.notice()));
}

void TestWindowTrouble::goesOnFromTheMenuWhenTheQuestionIsClosed()
{
    WindowBench bench(WindowBench::On::Server);
    sleepDuringABatch(bench, 50);
    QTest::mouseClick(bench.find<QAbstractButton>(u"Close the message"_s), Qt::LeftButton);
    QCOMPARE(bench.notice(), QString());
    QVERIFY2(bench.status().contains(u"Continue"_s), qPrintable(bench.status()));
    QVERIFY(bench.session().busy());
    QVERIFY(bench.command(u"Continue"_s)->isEnabled());
    bench.command(u"Continue"_s)->trigger();
    QTRY_COMPARE(bench.session().calls()->tally()[Outcome::Ended], 50);
}

void TestWindowTrouble::tellsThatAConfirmedCallWaits()
{
    WindowBench bench(WindowBench::On::Server);
    sleepDuringABatch(bench, 50);
    const int sent = bench.server().deletes();
    QTest::mouseClick(bench.find<QAbstractButton>(u"Close the message"_s), Qt::LeftButton);
    bench.session().addText(WindowBench::id(99).toString(), TextSource::Pasted);
    bench.command(u"Hang up all"_s)->trigger();
    QVERIFY(bench.confirm(1));
    QCOMPARE(bench.status(), u"1 call was confirmed and is waiting until you continue."_s);
    QVERIFY2(bench.notice().contains(u"%1 calls wait."_s.arg(51 - sent)), qPrintable(bench.notice()));
    QCOMPARE(bench.server().deletes(), sent);
    bench.command(u"Continue"_s)->trigger();
    QTRY_COMPARE(bench.session().calls()->tally()[Outcome::Ended], 51);
    QCOMPARE(bench.notice(), QString());
}

void TestWindowTrouble::takesTheQuestionAwayWithTheBatch()
{
    WindowBench bench(WindowBench::On::Server);
    sleepDuringABatch(bench, 50);
    bench.session().stop(); // as the question at closing does
    QTRY_VERIFY(!bench.session().busy());
    QCOMPARE(bench.notice(), QString());
    QVERIFY(!bench.command(u"Continue"_s)->isEnabled());
}

void TestWindowTrouble::saysHeldAsLongAsItLasts()
{
    WindowBench bench(WindowBench::On::Server);
    QElapsedTimer time;
    time.start();
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    Q_EMIT bench.session().held(now + 300);
    Q_EMIT bench.session().held(now + 4000); // longer than a machine is away between here and the next look
    Q_EMIT bench.session().held(now + 600);
    Q_EMIT bench.session().idle();
    QVERIFY(heldLabel(bench));
    QTRY_VERIFY_WITH_TIMEOUT(!heldLabel(bench), 20'000);
    QVERIFY2(time.elapsed() >= 4000, qPrintable(QString::number(time.elapsed())));
}

void TestWindowTrouble::forgetsTheHoldWithTheAccount()
{
    WindowBench bench(WindowBench::On::Server);
    Q_EMIT bench.session().held(QDateTime::currentMSecsSinceEpoch() + 60'000);
    QVERIFY(heldLabel(bench));
    QVERIFY(bench.session().switchAccount(Account::practice()));
    QVERIFY(!heldLabel(bench));
    Q_EMIT bench.session().held(QDateTime::currentMSecsSinceEpoch() + 3000);
    QVERIFY(heldLabel(bench));
    QTRY_VERIFY_WITH_TIMEOUT(!heldLabel(bench), 20'000);
}

void TestWindowTrouble::namesARefusingNetwork()
{
    WindowBench bench(WindowBench::On::Server);
    bench.list(3);
    bench.closeServer();
    bench.askForAll();
    QVERIFY(bench.confirm(3));
    QTRY_COMPARE(bench.session().calls()->tally()[Outcome::NotSent], 3);
    QTRY_COMPARE(bench.notice(),
                 u"Not sent: the server refused the connection. Check the network, then press “Retry failed”."_s);
    QVERIFY(bench.find<QPushButton>(u"Retry failed"_s)->isEnabled());
    QTest::mouseClick(bench.find<QAbstractButton>(u"Close the message"_s), Qt::LeftButton);
    // Told once: the next batch's end says nothing of this one's.
    Q_EMIT bench.session().idle();
    QCOMPARE(bench.notice(), QString());
}

void TestWindowTrouble::namesABadCertificate_data()
{
    QTest::addColumn<QString>("which");
    for (const char *which : { "self-signed", "over since yesterday", "another host's" })
        QTest::newRow(which) << QString::fromLatin1(which);
}

void TestWindowTrouble::namesABadCertificate()
{
    QFETCH(const QString, which);
    const Certificates &made = Certificates::make();
    if (!made.error().isEmpty())
        QSKIP(qPrintable(made.error()));
    WindowBench bench(WindowBench::On::Server, {},
                      which == u"self-signed"_s                ? made.selfSigned()
                          : which == u"over since yesterday"_s ? made.expired()
                                                               : made.wrongHost());
    bench.list(30);
    bench.askForAll();
    QVERIFY(bench.confirm(30));
    QTRY_VERIFY2(bench.notice().contains(u"certificate"_s), qPrintable(bench.notice()));
    QTRY_VERIFY(!bench.session().busy());
    QCOMPARE(bench.session().calls()->tally()[Outcome::NotSent], 30);
    QCOMPARE(bench.server().count(), 0);
    QVERIFY2(bench.notice().contains(u"certificate"_s), qPrintable(bench.notice()));
}

/// The longest time for which a batch of 500 holds up the window's event loop, or nothing if it came to no end.
std::optional<std::chrono::milliseconds> TestWindowTrouble::heldUpByABatch()
{
    WindowBench bench(WindowBench::On::Server);
    bench.server().setDefaultAnswer(Answer::ended().after(Ms(20)));
    bench.list(500);
    bench.command(u"Hang up all"_s)->trigger();
    auto *number = bench.find<QLineEdit>(u"Number of calls"_s);
    if (!number)
        return {};
    number->setText(u"500"_s);
    if (!bench.confirm(500))
        return {};
    HeldUp held(10ms);
    if (!QTest::qWaitFor([&] { return bench.session().calls()->tally()[Outcome::Ended] == 500; }, 60'000))
        return {};
    const auto longest = held.take();
    qInfo("event loop held up for %lld ms at most, %d turns", static_cast<long long>(longest.count()), held.turns());
    return held.turns() > 5 ? std::optional(longest) : std::nullopt;
}

void TestWindowTrouble::staysAliveDuringABatch()
{
    // The machine may be away for a moment, but not in each of three batches.
    std::chrono::milliseconds least = std::chrono::milliseconds::max();
    for (int batch = 0; batch < 3 && least >= 250ms; ++batch) {
        const auto longest = heldUpByABatch();
        QVERIFY(longest);
        least = std::min(least, *longest);
    }
    QVERIFY2(least < 250ms, qPrintable(QString::number(least.count())));
}

QTEST_MAIN(TestWindowTrouble)
#include "tst_windowtrouble.moc"
