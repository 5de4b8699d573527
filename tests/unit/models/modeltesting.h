// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/callscan.h"
#include "domain/outcome.h"

#include <QAbstractItemModel>
#include <QList>
#include <QSignalSpy>
#include <QString>
#include <QStringList>

#include <utility>

/// What the tests of the models share: ids, pastes and whole models as text, so that a failure reads as a diff.
namespace hangup::testing {

/// The id that ends in @p n: "00000000-0000-4000-8000-00000000000n".
inline CallId idOf(int n)
{
    return *CallId::parse(QStringLiteral("00000000-0000-4000-8000-%1").arg(n, 12, 16, QLatin1Char('0')));
}

/// One found call and the line it stood in.
struct Line
{
    CallId id;
    QString context;
    IdMark mark = IdMark::None;
};

/// A paste of these lines, as the scan would report it.
inline ScanResult paste(const QList<Line> &lines)
{
    ScanResult scan;
    int number = 0;
    for (const Line &line : lines) {
        scan.found.append({ .id = line.id,
                            .mark = line.mark,
                            .contextLength = static_cast<quint16>(line.context.size()),
                            .line = ++number,
                            .column = 1,
                            .contextAt = static_cast<quint32>(scan.text.size()) });
        scan.text += line.context + QLatin1Char('\n');
    }
    return scan;
}

/// A paste of the ids first..last, each alone on its line.
inline ScanResult pasteOf(int first, int last)
{
    QList<Line> lines;
    for (int n = first; n <= last; ++n)
        lines.append({ idOf(n), idOf(n).toString() });
    return paste(lines);
}

/// A result as an engine would report it.
inline CallResult resultOf(const CallId &id, Outcome outcome, int status = 0, const QString &message = {})
{
    CallResult result { id, outcome };
    result.httpStatus = status;
    result.attempts = outcome == Outcome::NotSent ? 0 : 1;
    result.message = message;
    if (outcome != Outcome::NotSent) {
        result.startedAtMs = 1'790'000'000'000;
        result.elapsed = std::chrono::milliseconds(84);
    }
    result.finishedAtMs = 1'790'000'000'084;
    return result;
}

/// Rows as lines, the given columns joined by " | ".
inline QString asText(const QAbstractItemModel &model, const QList<int> &columns, int role = Qt::DisplayRole)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (const int column : columns)
            cells << model.index(row, column).data(role).toString();
        lines << cells.join(QStringLiteral(" | "));
    }
    return lines.join(QLatin1Char('\n'));
}

/// The last hex digits of the ids shown in column 0, without leading zeros: "1 2 a".
inline QString idsShown(const QAbstractItemModel &model)
{
    QStringList ids;
    for (int row = 0; row < model.rowCount(); ++row)
        ids << QString::number(model.index(row, 0).data().toString().right(12).toULongLong(nullptr, 16), 16);
    return ids.join(QLatin1Char(' '));
}

/// "1-3 7-7": first and last row of each emission of a rows or dataChanged signal.
inline QString runs(const QSignalSpy &spy)
{
    QStringList text;
    for (const QList<QVariant> &arguments : spy) {
        const auto row = [&arguments](int at) {
            return arguments[at].canConvert<int>() ? arguments[at].toInt() : arguments[at].value<QModelIndex>().row();
        };
        // dataChanged(topLeft, bottomRight) or rowsX(parent, first, last)
        const bool isData = arguments[1].canConvert<QModelIndex>();
        text << QStringLiteral("%1-%2").arg(row(isData ? 0 : 1)).arg(row(isData ? 1 : 2));
    }
    return text.join(QLatin1Char(' '));
}

} // namespace hangup::testing
