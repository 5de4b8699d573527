// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "fuzz.h"

#include "domain/export.h"

using namespace hangup;

namespace {

// A reader of RFC 4180 of its own: the cells of one line.
QList<QByteArray> readLine(QByteArrayView line)
{
    QList<QByteArray> cells { {} };
    bool quoted = false;
    for (qsizetype n = 0; n < line.size(); ++n) {
        const char c = line[n];
        if (quoted && c == '"' && n + 1 < line.size() && line[n + 1] == '"') {
            cells.last().append(c);
            ++n;
        } else if (c == '"') {
            quoted = !quoted;
        } else if (!quoted && c == ',') {
            cells.append(QByteArray());
        } else {
            FUZZ_HOLDS(quoted || (c != '\r' && c != '\n'));
            cells.last().append(c);
        }
    }
    FUZZ_HOLDS(!quoted);
    return cells;
}

} // namespace

// What goes into a cell comes out of it, but for the apostrophe that keeps a spreadsheet from running it.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QString text = QString::fromUtf8(fuzzBytes(data, size));
    const QByteArray line = "first," + csvCell(text) + ",last";
    const QList<QByteArray> cells = readLine(line);
    FUZZ_HOLDS(cells.size() == 3);
    FUZZ_HOLDS(cells.last() == "last");
    QByteArray cell = cells.at(1);
    if (!text.isEmpty() && QStringView(u"=+-@\t\r").contains(text.front())) {
        FUZZ_HOLDS(cell.startsWith('\''));
        cell.remove(0, 1);
    }
    FUZZ_HOLDS(cell == text.toUtf8());
    return 0;
}
