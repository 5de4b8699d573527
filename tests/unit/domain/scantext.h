// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/callscan.h"
#include "domain/words.h"

#include <QString>

/// A whole scan as text, a line an entry, so that a failure reads as a diff. Ids are told apart by their first digit: A
/// is "a0000000-86a6-11e5-9fde-e43ee3e2930b".
namespace scantext {

using namespace Qt::StringLiterals;

inline QString id(char16_t first)
{
    return QChar(first) + u"0000000-86a6-11e5-9fde-e43ee3e2930b"_s;
}

/// @p text with {a}, {b} … replaced by ids; {a35} and {a37} are an id with its last digit missing and with one more.
inline QString filled(QString text)
{
    for (const char16_t first : std::u16string_view(u"0123456789abcdef")) {
        const QChar letter(first);
        text.replace(u'{' + letter + u'}', id(first));
        text.replace(u'{' + letter + u"35}"_s, id(first).chopped(1));
        text.replace(u'{' + letter + u"37}"_s, id(first) + u'0');
    }
    return text;
}

/// "call a 1:1", "call b 2:5 request UUID", "ignored 1:4 cut off (35 of 36 characters)".
inline QString described(const hangup::ScanResult &scan)
{
    QString text;
    for (const hangup::FoundCall &call : scan.found) {
        text += u"call %1 %2:%3 %4"_s.arg(call.id.toString().first(1))
                    .arg(call.line)
                    .arg(call.column)
                    .arg(hangup::words::mark(call.mark))
                    .trimmed()
            + u'\n';
    }
    for (const hangup::IgnoredText &piece : scan.ignored)
        text += u"ignored %1:%2 %3\n"_s.arg(piece.line).arg(piece.column).arg(hangup::words::ignored(piece));
    return text;
}

} // namespace scantext
