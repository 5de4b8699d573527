// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "journalbase.h"

#include "fuzz.h"

#include "store/journalfacts.h"
#include "store/journalrows.h"
#include "store/journalschema.h"
#include "store/journalwriter.h"
#include "support/fakeclock.h"

#include <QFile>

using namespace hangup;
using namespace Qt::StringLiterals;

namespace {

constexpr quint64 Batch = 7;
constexpr int MaxEdits = 24;
constexpr qsizetype BytesAnEdit = 4;

CallId callNumber(int n)
{
    return *CallId::parse(u"00000000-0000-4000-8000-%1"_s.arg(n, 12, 16, QLatin1Char('0')));
}

QList<JournalEvent> baseEvents()
{
    const AuthId account = *AuthId::parse(u"MA00000000000000TEST");
    const auto fact = [&](int call, int status) {
        RequestFact f { .batch = Batch, .id = callNumber(call), .authId = account, .attempt = 1, .atMs = 1000 };
        f.httpStatus = status;
        f.outcome = Outcome::Ended;
        return f;
    };
    const BatchInfo batch { .batch = Batch,
                            .authId = account,
                            .accountName = u"Büro"_s,
                            .operatorName = u"anna"_s,
                            .words = { u"TCK-7"_s, u"stuck"_s },
                            .atMs = 900 };
    const CallResult ended { .id = callNumber(1), .outcome = Outcome::Ended, .httpStatus = 204, .attempts = 1 };
    const CallProof proof { .id = callNumber(1), .state = ProofState::Proven, .isFinal = true };
    return {
        facts::batchEvent(batch, { callNumber(1), callNumber(2), callNumber(3) }),
        facts::intentEvent({ Batch, callNumber(1), account, 1, 1000, {} }),
        facts::sentEvent(fact(1, 0)),
        facts::answerEvent(fact(1, 204)),
        facts::outcomeEvent(Batch, account, ended, false),
        facts::proofEvent(Batch, account, proof),
        facts::intentEvent({ Batch, callNumber(2), account, 1, 1100, {} }),
        facts::sentEvent(fact(2, 0)),
        facts::noteEvent(Batch, u"note "_s.repeated(400)),
    };
}

} // namespace

JournalBase makeJournalBase(const QString &folder)
{
    const QString path = folder + u"/base.sqlite"_s;
    JournalBase base;
    {
        const test::FakeClock clock;
        const RunLocks runs(folder + u"/locks"_s);
        SqlConnection connection;
        FUZZ_HOLDS(connection.open(path, SqlConnection::Mode::ReadWrite));
        FUZZ_HOLDS(connection.run(u"PRAGMA page_size=%1"_s.arg(FuzzPageSize)));
        FUZZ_HOLDS(migrate(connection, journalSteps()));
        JournalWriter writer(connection, runs, clock);
        FUZZ_HOLDS(writer.begin());
        for (JournalEvent event : baseEvents()) {
            event.run = QString(32, u'a'); // a program that is gone
            event.utcMs = 1000;
            FUZZ_HOLDS(writer.append(event));
        }
        FUZZ_HOLDS(writer.commit());
        QSqlQuery *rows = connection.rows(u"SELECT %1 FROM event ORDER BY seq"_s.arg(eventColumns()));
        FUZZ_HOLDS(rows != nullptr);
        while (rows->next())
            base.events.append(journalEvent(*rows));
        rows->finish();
    }
    QFile file(path);
    FUZZ_HOLDS(file.open(QIODevice::ReadOnly));
    base.bytes = file.readAll();
    FUZZ_HOLDS(base.events.size() == baseEvents().size() && base.bytes.size() % FuzzPageSize == 0);
    file.remove();
    return base;
}

QByteArray editedFile(QByteArray file, QByteArrayView edits)
{
    for (int n = 0; n < MaxEdits && edits.size() >= BytesAnEdit && !file.isEmpty(); ++n) {
        const auto byte = [&edits](qsizetype i) { return static_cast<unsigned char>(edits[i]); };
        const qsizetype at = (byte(1) << 8 | byte(2)) % file.size();
        const char value = edits[3];
        const qsizetype page = at / FuzzPageSize * FuzzPageSize;
        const qsizetype length = std::min(FuzzPageSize, file.size() - page);
        switch (byte(0) % 6) {
        case 0:
            file[at] = value;
            break;
        case 1:
            file[at] = static_cast<char>(file[at] ^ (1 << (byte(3) % 8)));
            break;
        case 2:
            file.replace(page, length, file.mid(byte(3) * FuzzPageSize % file.size(), length).leftJustified(length, '\0'));
            break;
        case 3:
            file.replace(page, length, QByteArray(length, value));
            break;
        case 4:
            file.truncate(at);
            break;
        case 5:
            file[at] = static_cast<char>(file[at] + value);
            break;
        }
        edits = edits.sliced(BytesAnEdit);
    }
    return file;
}
