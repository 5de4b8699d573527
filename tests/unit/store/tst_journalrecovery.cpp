// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/words.h"
#include "store/journalfacts.h"
#include "store/journalrecovery.h"

#include <QTest>

using namespace hangup;
using namespace Qt::StringLiterals;

namespace {

const CallId Id = *CallId::parse(u"00000001-1111-4222-8333-aaaaaaaaaaaa");
const AuthId Account = *AuthId::parse(u"MATESTTESTTESTTEST00");

RequestFact fact(RequestKind kind, int attempt, int status = 0, std::optional<Outcome> outcome = {})
{
    RequestFact fact { .batch = 1, .id = Id, .authId = Account, .kind = kind, .attempt = attempt };
    fact.httpStatus = status;
    fact.outcome = outcome;
    return fact;
}

JournalEvent intent(int attempt)
{
    return facts::intentEvent({ .batch = 1, .id = Id, .authId = Account, .attempt = attempt });
}

JournalEvent sent(int attempt)
{
    return facts::sentEvent(fact(RequestKind::HangUp, attempt));
}

JournalEvent answer(int attempt, int status, std::optional<Outcome> outcome)
{
    return facts::answerEvent(fact(RequestKind::HangUp, attempt, status, outcome));
}

/// A look by a check, before any intent.
JournalEvent check(RequestKind kind, int status)
{
    return facts::answerEvent(fact(kind, 0, status));
}

} // namespace

/// The outcome of a call whose program is gone, from its events alone.
class TestJournalRecovery : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void checksAreNoAttempts_data();
    void checksAreNoAttempts();
};

void TestJournalRecovery::checksAreNoAttempts_data()
{
    QTest::addColumn<QList<JournalEvent>>("events");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<int>("attempts");
    const auto row = [](const char *name, const QList<JournalEvent> &events, Outcome outcome, int attempts) {
        QTest::newRow(name) << events << QString(words::outcomeKey(outcome)) << attempts;
    };
    const JournalEvent live = check(RequestKind::LookLive, 200);
    const JournalEvent notLive = check(RequestKind::LookLive, 404);
    const JournalEvent notQueued = check(RequestKind::LookQueued, 404);
    const JournalEvent trouble = check(RequestKind::LookLive, 503);
    row("nothing", {}, Outcome::NotSent, 0);
    row("checked: live", { live }, Outcome::NotSent, 0);
    row("checked: over", { notLive, notQueued }, Outcome::NotSent, 0);
    row("checked without a clear answer, and again", { trouble, live }, Outcome::NotSent, 0);
    row("checked, and about to be sent", { live, intent(1) }, Outcome::Unknown, 1);
    row("checked and sent", { live, intent(1), sent(1) }, Outcome::Unknown, 1);
    row("checked and ended", { live, intent(1), sent(1), answer(1, 204, Outcome::Ended) }, Outcome::Ended, 1);
    row("limited, and checked again", { live, intent(1), sent(1), answer(1, 429, {}), notLive, notQueued },
        Outcome::NotSent, 1);
    row("no verdict, and a look that says gone",
        { live, intent(1), sent(1), answer(1, 503, Outcome::Unknown), notLive }, Outcome::Unknown, 1);
}

void TestJournalRecovery::checksAreNoAttempts()
{
    QFETCH(QList<JournalEvent>, events);
    const CallResult result = outcomeOfAbandoned(Id, events, false, 1'795'525'331'084);
    QTEST(QString(words::outcomeKey(result.outcome)), "outcome");
    QTEST(result.attempts, "attempts");
    if (result.outcome == Outcome::NotSent)
        QCOMPARE(result.reason, Reason::ProgramEnded);
}

QTEST_APPLESS_MAIN(TestJournalRecovery)
#include "tst_journalrecovery.moc"
