// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "store/journalevent.h"

#include <QTest>

using namespace hangup;
using namespace Qt::StringLiterals;

class TestJournalEvent : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theHashIsWhatOthersMake();
    void eachFieldCounts_data();
    void eachFieldCounts();
};

namespace {

JournalEvent sample()
{
    return { .seq = 7,
             .kind = u"intent"_s,
             .batch = 3,
             .call = u"0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"_s,
             .run = u"run-1"_s,
             .utcMs = 1764547200000,
             .monoMs = 42,
             .data = "{\"attempt\":1,\"name\":\"\xc3\xa9\"}"_ba,
             .prev = chainStart() };
}

} // namespace

/// The value is Python's, hashlib.blake2b(…, digest_size=32) over each field behind struct.pack(">Q", its length).
void TestJournalEvent::theHashIsWhatOthersMake()
{
    QCOMPARE(chainStart(), QByteArray(32, '\0'));
    QCOMPARE(hashOf(sample()).toHex(), "e33347d27cf55b8024492a658257f34e946b5f8cb6e3352b0bd497d7eda7c7a4"_ba);
}

void TestJournalEvent::eachFieldCounts_data()
{
    QTest::addColumn<JournalEvent>("changed");
    const auto row = [](const char *name, const auto &change) {
        JournalEvent changed = sample();
        change(changed);
        QTest::newRow(name) << changed;
    };
    row("seq", [](JournalEvent &e) { e.seq = 8; });
    row("kind", [](JournalEvent &e) { e.kind = u"sent"_s; });
    row("batch", [](JournalEvent &e) { e.batch = 4; });
    row("call", [](JournalEvent &e) { e.call.back() = u'1'; });
    row("run", [](JournalEvent &e) { e.run = u"run-2"_s; });
    row("time", [](JournalEvent &e) { ++e.utcMs; });
    row("steady time", [](JournalEvent &e) { ++e.monoMs; });
    row("data", [](JournalEvent &e) { e.data.replace("1", "2"); });
    row("the one before", [](JournalEvent &e) { e.prev.back() = 1; });
    row("a byte from one field to the next", [](JournalEvent &e) {
        e.run.prepend(e.call.back());
        e.call.chop(1);
    });
}

void TestJournalEvent::eachFieldCounts()
{
    QFETCH(const JournalEvent, changed);
    QVERIFY(hashOf(changed) != hashOf(sample()));
    JournalEvent same = sample();
    same.hash = "none of its own business"_ba;
    QCOMPARE(hashOf(same), hashOf(sample()));
}

QTEST_GUILESS_MAIN(TestJournalEvent)
#include "tst_journalevent.moc"
