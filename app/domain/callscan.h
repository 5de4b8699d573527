// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/callid.h"

#include <QList>
#include <QString>

namespace hangup {

/// What the text says an id is, when it says something else than just "a call".
enum class IdMark : quint8 {
    None, ///< a call, or nothing said
    Request, ///< `request_uuid`: an outbound request; often, not always, the call's own id
    ParentLeg, ///< `parent_call_uuid`
    ALeg, ///< `ALegUUID`
    BLeg, ///< `BLegUUID`, `DialBLegUUID`
};

/// Why a piece of text that looked like an id was left out.
enum class IgnoredReason : quint8 {
    Duplicate, ///< the same id stands further up in the same text
    CutOff, ///< fewer than 36 characters
    TooLong, ///< more than 36 characters
    InvisibleCharacter, ///< an invisible or look-alike character inside or at the id
    NamedOtherwise, ///< its key, column or path names something that is not a call
    Nil, ///< 00000000-0000-0000-0000-000000000000
    NotHex, ///< 36 characters in the right shape, but not all of them hex
};

/// One id found in a text, in the order of the text. Small: there are 100,000 and more, in memory that nobody has
/// touched before.
struct FoundCall
{
    CallId id;
    IdMark mark = IdMark::None;
    quint16 contextLength = 0; ///< of the words around the id: at most 200 units, never splitting a surrogate pair …
    int line = 0; ///< from 1
    int column = 0; ///< from 1, in UTF-16 units
    quint32 contextAt = 0; ///< … a range of ScanResult::text, within one line
};
static_assert(sizeof(FoundCall) == 32);

/// One piece that was ignored.
struct IgnoredText
{
    IgnoredReason reason = IgnoredReason::CutOff;
    QString excerpt {}; ///< the piece as it stood, at most 80 units, invisible characters as U+XXXX
    int line = 0; ///< from 1
    int column = 0; ///< from 1: of the piece; for InvisibleCharacter of that character
    int length = 0; ///< units of the piece, for CutOff and TooLong
    char32_t codePoint = 0; ///< for InvisibleCharacter
    QString key {}; ///< for NamedOtherwise: "api_id", "message_uuid", …
};

struct ScanResult
{
    QString text; ///< what was scanned (implicitly shared)
    QList<FoundCall> found; ///< unique, in the text's order
    QList<IgnoredText> ignored; ///< in the text's order; at most MaxIgnoredListed of them …
    qsizetype ignoredCount = 0; ///< … of this many
    static constexpr qsizetype MaxIgnoredListed = 1000;

    QStringView context(const FoundCall &call) const
    {
        return QStringView(text).mid(call.contextAt, call.contextLength);
    }
};

/// Finds call UUIDs in any text: one a line, CSV, a log, JSON, an e-mail, addresses, webhook parameters.
/// A hand-written single pass over the text (100,000 ids in 4 MB take about 10 ms); strict 36 characters,
/// lower-cased, nil refused, never repaired.
ScanResult scanCalls(const QString &text);

} // namespace hangup
