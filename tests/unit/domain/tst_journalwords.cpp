// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/words.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace hangup;

Q_DECLARE_METATYPE(hangup::JournalState)
Q_DECLARE_METATYPE(hangup::JournalCheck)
Q_DECLARE_METATYPE(hangup::Pause)

class TestJournalWords : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void states_data();
    void states();
    void everythingThatForbidsEndingIsSaid();
    void setAside_data();
    void setAside();
    void checks_data();
    void checks();
    void pauses_data();
    void pauses();
};

void TestJournalWords::states_data()
{
    QTest::addColumn<JournalState>("state");
    QTest::addColumn<QString>("sentence");
    using Kind = JournalState::Kind;
    const auto row
        = [](const char *name, const JournalState &state, const QString &is) { QTest::newRow(name) << state << is; };
    const QString kept = u"1 outcome is known but not on disk yet: it is written as soon as there is room. Until then "
                         "nothing more is ended; leave Hangup open."_s;
    row("all is well", { .kind = Kind::Ready }, QString());
    row("it opens", { .kind = Kind::Opening }, QString());
    row("an outcome is kept", { .kind = Kind::Ready, .outcomesKept = 1 }, kept);
    row("outcomes are kept", { .kind = Kind::Ready, .outcomesKept = 12 },
        u"12 outcomes are known but not on disk yet: they are written as soon as there is room. Until then nothing "
        u"more "
        "is ended; leave Hangup open."_s);
    row("a network disk", { .kind = Kind::NetworkDisk, .file = u"/net/%1/journal.sqlite"_s },
        u"No calls can be ended: the journal would be on a network disk, where it is not safe "
        u"(/net/%1/journal.sqlite). "
        "Put its folder on a disk of this computer."_s);
    row("a newer one", { .kind = Kind::Newer },
        u"No calls can be ended: the journal was written by a newer Hangup and can only be read. Use that version."_s);
    row("not writable, and an outcome kept",
        { .kind = Kind::NotWritable, .outcomesKept = 1, .file = u"/x/journal.sqlite"_s },
        u"No calls can be ended: the journal can't be written (/x/journal.sqlite). Is the disk full, or the folder "
        "protected? "_s
            + kept);
    row("in use", { .kind = Kind::InUse },
        u"No calls can be ended: the journal is damaged, and another Hangup has it open. Close that one, then start "
        u"this "
        "one again."_s);
}

void TestJournalWords::states()
{
    QFETCH(JournalState, state);
    QFETCH(QString, sentence);
    QCOMPARE(words::journalState(state), sentence);
}

void TestJournalWords::everythingThatForbidsEndingIsSaid()
{
    using Kind = JournalState::Kind;
    QSet<QString> said;
    for (const Kind kind :
         { Kind::Opening, Kind::Ready, Kind::NetworkDisk, Kind::Newer, Kind::NotWritable, Kind::InUse }) {
        for (const int kept : { 0, 3 }) {
            const JournalState state { .kind = kind, .outcomesKept = kept };
            QCOMPARE(words::journalState(state).isEmpty(), state.canEnd());
            said.insert(words::journalState(state));
        }
    }
    // Opening and Ready say the same, be it nothing.
    QCOMPARE(said.size(), 10);
}

void TestJournalWords::setAside_data()
{
    QTest::addColumn<JournalState>("state");
    QTest::addColumn<QString>("sentence");
    const QString path = u"/home/x/journal.broken-1.sqlite"_s;
    QTest::newRow("whole") << JournalState {} << QString();
    QTest::newRow("damaged, all saved") << JournalState { .setAside = path, .carriedOver = 1 }
                                        << u"The journal was damaged. It was kept as “journal.broken-1.sqlite”, and a "
                                           "new one begun. 1 event was carried over."_s;
    QTest::newRow("damaged, some lost") << JournalState { .setAside = path, .carriedOver = 12, .lost = 3 }
                                        << u"The journal was damaged. It was kept as “journal.broken-1.sqlite”, and a "
                                           "new one begun. 12 events were carried over. 3 events could not be read."_s;
}

void TestJournalWords::setAside()
{
    QFETCH(JournalState, state);
    QFETCH(QString, sentence);
    QCOMPARE(words::journalSetAside(state), sentence);
}

void TestJournalWords::checks_data()
{
    QTest::addColumn<JournalCheck>("check");
    QTest::addColumn<QString>("sentence");
    using State = JournalCheck::State;
    const auto row
        = [](const char *name, const JournalCheck &check, const QString &is) { QTest::newRow(name) << check << is; };
    row("whole and empty", {}, u"The journal is whole: 0 events checked."_s);
    row("whole", { .events = 1 }, u"The journal is whole: 1 event checked."_s);
    row("old ones removed", { .events = 5, .checkpoints = 2, .removed = 40 },
        u"The journal is whole: 5 events checked. 40 old events were removed on request, on record."_s);
    row("broken", { .state = State::Broken, .events = 16, .brokenAt = 17 },
        u"The journal was changed at event 17. 16 events are as they were written."_s);
    row("broken somewhere", { .state = State::Broken, .events = 1 },
        u"The journal was changed. 1 event is as it was written."_s);
    row("unreadable", { .state = State::Unreadable, .events = 2 },
        u"The journal can't be read to its end: 2 events checked."_s);
}

void TestJournalWords::checks()
{
    QFETCH(JournalCheck, check);
    QFETCH(QString, sentence);
    QCOMPARE(words::journalCheck(check), sentence);
}

void TestJournalWords::pauses_data()
{
    QTest::addColumn<Pause>("pause");
    QTest::addColumn<QString>("question");
    const auto row
        = [](const char *name, const Pause &pause, const QString &is) { QTest::newRow(name) << pause << is; };
    row("slept", { PauseReason::Slept, 125s, 12 },
        u"The computer slept for 2 min 5 s, and the batch holds. 12 calls wait. Continue?"_s);
    row("unknown in a row", { PauseReason::UnknownInARow, 0ms, 1 },
        u"Five answers in a row were unclear, and the batch holds: something is wrong with the connection or with "
        "Plivo. 1 call waits. Continue?"_s);
    row("none found", { PauseReason::NoneFound, 0ms, 7 },
        u"None of the first five calls is live on this account, and the batch holds. Is this the right account? 7 "
        u"calls "
        "wait. Continue?"_s);
    row("a long wait", { PauseReason::LongWait, 300s, 2 },
        u"Plivo asks to wait for 5 min 0 s, and the batch holds. Nothing is sent before that, also if you continue. 2 "
        "calls wait. Continue?"_s);
}

void TestJournalWords::pauses()
{
    QFETCH(Pause, pause);
    QFETCH(QString, question);
    QCOMPARE(words::pause(pause), question);
}

QTEST_GUILESS_MAIN(TestJournalWords)
#include "tst_journalwords.moc"
