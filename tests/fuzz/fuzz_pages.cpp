// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "fuzz.h"
#include "journalbase.h"

#include "store/sqlitepages.h"

#include <QCoreApplication>
#include <QSet>
#include <QTemporaryDir>

using namespace hangup;

namespace {

const JournalBase &base()
{
    static const JournalBase made = [] {
        static int argc = 0;
        static const QCoreApplication app(argc, nullptr);
        return makeJournalBase(QTemporaryDir().path());
    }();
    return made;
}

} // namespace

/// The first byte says what is read: any bytes as file and WAL, or a journal that was changed. What is found in it is
/// what was written, unchanged.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 2)
        return 0;
    const QByteArrayView rest = fuzzBytes(data + 2, size - 2);
    QByteArray file;
    QByteArray wal;
    if (data[0] % 2 == 0) {
        const qsizetype half = rest.size() * data[1] / 255;
        file = rest.first(half).toByteArray();
        wal = rest.sliced(half).toByteArray();
    } else {
        file = editedFile(base().bytes, rest);
    }
    QSet<QByteArray> known;
    for (const JournalEvent &event : base().events)
        known.insert(event.hash);
    findEventsInPages(file, wal, [&known](const JournalEvent &event, auto...) {
        FUZZ_HOLDS(known.contains(event.hash) && hashOf(event) == event.hash);
        return true;
    });
    return 0;
}
