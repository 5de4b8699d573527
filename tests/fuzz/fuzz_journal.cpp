// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "fuzz.h"
#include "journalbase.h"

#include "store/journalfile.h"
#include "store/journalrecovery.h"
#include "store/journalrows.h"
#include "store/journalsearch.h"
#include "store/journalverify.h"
#include "support/fakeclock.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSqlQuery>
#include <QTemporaryDir>

using namespace hangup;
using namespace Qt::StringLiterals;

namespace {

/// What the first byte of an input makes of the file.
enum class Way : quint8 {
    AnyBytes,
    Edited, ///< a whole journal, with bytes and pages changed
    EditedWithWal, ///< the same, with any bytes in its WAL
    ByAnIntruder, ///< rows changed by SQL
};
constexpr int Ways = 4;

/// Where everything happens; in memory, for the journal syncs each commit.
class Place
{
public:
    Place()
        : m_folder(QFileInfo(u"/dev/shm"_s).isWritable() ? u"/dev/shm/hangup-fuzz-XXXXXX"_s
                                                         : QDir::tempPath() + u"/hangup-fuzz-XXXXXX"_s),
          base(makeJournalBase(m_folder.path()))
    {
    }
    QString file() const { return m_folder.filePath(u"journal.sqlite"_s); }
    void clear() const
    {
        QDir folder(m_folder.path());
        for (const QString &name : folder.entryList(QDir::Files | QDir::Hidden))
            folder.remove(name);
        QDir(m_folder.filePath(u"locks"_s)).removeRecursively();
    }

private:
    QTemporaryDir m_folder;

public:
    const JournalBase base;
};

Place &place()
{
    static int argc = 0;
    static const QCoreApplication app(argc, nullptr);
    static Place place;
    return place;
}

void write(const QString &path, QByteArrayView bytes)
{
    QFile file(path);
    FUZZ_HOLDS(file.open(QIODevice::WriteOnly) && file.write(bytes.data(), bytes.size()) == bytes.size());
}

/// Six bytes a change: what, which row, which column, and three for the new value.
void changeRows(QByteArrayView changes)
{
    SqlConnection connection;
    FUZZ_HOLDS(connection.open(place().file(), SqlConnection::Mode::ReadWrite));
    connection.run(u"DROP TRIGGER event_stays"_s);
    connection.run(u"DROP TRIGGER event_kept"_s);
    static const QStringList columns { u"seq"_s,    u"kind"_s,    u"batch"_s, u"call"_s, u"run"_s,
                                       u"utc_ms"_s, u"mono_ms"_s, u"data"_s,  u"prev"_s, u"hash"_s };
    for (; changes.size() >= 6; changes = changes.sliced(6)) {
        const auto byte = [changes](qsizetype n) { return static_cast<unsigned char>(changes[n]); };
        const int seq = byte(1) % (static_cast<int>(place().base.events.size()) + 1);
        const QString column = columns.at(byte(2) % columns.size());
        const QByteArray value = changes.sliced(3, 3).toByteArray();
        switch (byte(0) % 6) {
        case 0:
            connection.run(u"UPDATE event SET %1=? WHERE seq=?"_s.arg(column), { QString::fromLatin1(value), seq });
            break;
        case 1:
            connection.run(u"UPDATE event SET %1=? WHERE seq=?"_s.arg(column), { value, seq });
            break;
        case 2:
            connection.run(u"DELETE FROM event WHERE seq=?"_s, { seq });
            break;
        case 3: // two change places, but for what column says
            connection.run(u"UPDATE event SET seq=-seq WHERE seq IN (?,?)"_s, { seq, byte(3) % 10 });
            connection.run(u"UPDATE event SET seq=?+?+seq WHERE seq<0"_s, { seq, byte(3) % 10 });
            break;
        case 4:
            connection.run(u"UPDATE call SET outcome=? WHERE position=?"_s,
                           { byte(3) % 2 == 0 ? u"ended"_s : u"unknown"_s, byte(4) % 3 });
            break;
        case 5: // the end is cut off, and the head says so
            connection.run(u"DELETE FROM event WHERE seq>?"_s, { seq });
            connection.run(u"UPDATE head SET seq=?"_s, { seq });
            break;
        }
    }
}

bool isPrefixOf(const QList<JournalEvent> &some, const QList<JournalEvent> &all)
{
    const auto same = [](const JournalEvent &a, const JournalEvent &b) {
        return a.seq == b.seq && a.kind == b.kind && a.batch == b.batch && a.call == b.call && a.run == b.run
            && a.utcMs == b.utcMs && a.monoMs == b.monoMs && a.data == b.data && a.prev == b.prev && a.hash == b.hash;
    };
    return some.size() <= all.size() && std::equal(some.begin(), some.end(), all.begin(), same);
}

QList<JournalEvent> eventsIn(SqlConnection &connection)
{
    QList<JournalEvent> events;
    QSqlQuery *rows = connection.rows(u"SELECT %1 FROM event ORDER BY seq"_s.arg(eventColumns()));
    if (rows == nullptr)
        return events;
    while (rows->next())
        events.append(journalEvent(*rows));
    rows->finish();
    return events;
}

const std::atomic<bool> NotCancelled { false };

/// As "Verify journal" reads it: a chain whose rows were changed is never said to be whole.
void verifyAsItIs()
{
    SqlConnection connection;
    if (!connection.open(place().file(), SqlConnection::Mode::ReadOnly)
        || !connection.value(u"SELECT 1 FROM head"_s).isValid())
        return;
    const JournalCheck check = verifyJournal(connection, NotCancelled);
    if (check.state != JournalCheck::State::Whole)
        return;
    const QList<JournalEvent> events = eventsIn(connection);
    FUZZ_HOLDS(check.removed == 0 && events.size() == check.events);
    FUZZ_HOLDS(events.isEmpty() || (isPrefixOf(events, place().base.events) && isPrefixOf(place().base.events, events)));
}

void readAll(SqlConnection &connection)
{
    for (const HistoryBatch &batch : searchBatches(connection, {}, NotCancelled).rows)
        FUZZ_HOLDS(batch.tally.accepted() >= 0);
    for (const HistoryCall &call : searchCalls(connection, {}, NotCancelled).rows)
        readHistoryEvents(connection, call.batch.batch, call.id);
}

/// As a start does. Whether it can be written now.
bool useAsAStartDoes(JournalFile &file, const test::FakeClock &clock)
{
    const JournalState state = file.open();
    if (state.kind != JournalState::Kind::Ready)
        return state.kind == JournalState::Kind::Newer;
    JournalWriter writer(file.connection(), file.runs(), clock);
    if (!writer.begin() || !closeDeadRuns(writer) || !writer.commit() || !readRecovery(file.connection())) {
        writer.rollBack();
        file.doubtFile();
        file.close();
        return false;
    }
    if (!state.setAside.isEmpty())
        FUZZ_HOLDS(QFileInfo(state.setAside).size() > 0);
    const QList<JournalEvent> events = eventsIn(file.connection());
    const JournalCheck check = verifyJournal(file.connection(), NotCancelled);
    const bool mended = !state.setAside.isEmpty();
    if (mended)
        FUZZ_HOLDS(check.state == JournalCheck::State::Whole && check.events == events.size());
    const qsizetype old = std::min(events.size(), place().base.events.size());
    if (!mended && check.state == JournalCheck::State::Whole && check.removed == 0)
        FUZZ_HOLDS(isPrefixOf(events.first(old), place().base.events));
    readAll(file.connection());
    return true;
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int *, char ***)
{
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) { }); // Qt tells of each failure
    place();
    return 0;
}

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    place().clear();
    const auto way = static_cast<Way>(data[0] % Ways);
    const QByteArrayView rest = fuzzBytes(data + 1, size - 1);
    switch (way) {
    case Way::AnyBytes:
        write(place().file(), rest);
        break;
    case Way::Edited:
        write(place().file(), editedFile(place().base.bytes, rest));
        break;
    case Way::EditedWithWal: {
        const qsizetype edits = std::min<qsizetype>(8, rest.size());
        write(place().file(), editedFile(place().base.bytes, rest.first(edits)));
        write(place().file() + u"-wal"_s, rest.sliced(edits));
        break;
    }
    case Way::ByAnIntruder:
        write(place().file(), place().base.bytes);
        changeRows(rest);
        break;
    }
    verifyAsItIs();
    const test::FakeClock clock;
    const JournalOptions options { .file = place().file(), .clock = &clock };
    const std::atomic<bool> stopping { false };
    JournalFile file(options, stopping);
    bool usable = false;
    for (int tries = 0; !usable && tries < 3; ++tries)
        usable = useAsAStartDoes(file, clock);
    FUZZ_HOLDS(usable); // whatever it was, what is readable was carried over, and calls can be ended again
    return 0;
}
