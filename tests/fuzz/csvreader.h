// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "fuzz.h"

#include <QByteArray>
#include <QList>

/// A reader of RFC 4180 that knows nothing of the writer: the records of a file, each with its cells. It aborts where
/// the file is none.
inline QList<QList<QByteArray>> readCsv(QByteArrayView csv)
{
    QList<QList<QByteArray>> records;
    QList<QByteArray> record { {} };
    bool quoted = false;
    bool wasQuoted = false;
    for (qsizetype n = 0; n < csv.size(); ++n) {
        const char c = csv[n];
        const char next = n + 1 < csv.size() ? csv[n + 1] : '\0';
        if (quoted) {
            if (c != '"') {
                record.last().append(c);
            } else if (next == '"') {
                record.last().append(c);
                ++n;
            } else {
                quoted = false;
                wasQuoted = true;
            }
        } else if (c == ',') {
            record.append(QByteArray());
            wasQuoted = false;
        } else if (c == '\r' && next == '\n') {
            ++n;
            records.append(record);
            record = { {} };
            wasQuoted = false;
        } else if (c == '"') {
            FUZZ_HOLDS(record.last().isEmpty() && !wasQuoted);
            quoted = true;
        } else {
            FUZZ_HOLDS(!wasQuoted && c != '\r' && c != '\n');
            record.last().append(c);
        }
    }
    FUZZ_HOLDS(!quoted && record == QList<QByteArray> { {} }); // each record has its line break
    return records;
}
