// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/callscan.h"

#include <QString>
#include <QStringView>

/// What the key, column or path beside an id says that the id is.
namespace hangup::scan {

enum class Meaning : quint8 {
    Unknown, ///< says nothing: the id is taken as a call's
    Call, ///< says "a call"
    Request,
    ParentLeg,
    ALeg,
    BLeg,
    Other, ///< names something that is not a call
};

/// How the key stands before the id.
enum class KeyPlace : quint8 {
    Named, ///< `key:`, `key=`, `<key>`, or a column
    Path, ///< `/key/`
    Bare, ///< only a blank between: it must end in "id" or "uuid"
};

/// A key with its meaning, as it was written.
struct Key
{
    Meaning meaning = Meaning::Unknown;
    QString text {};
    bool plural = false; ///< "recording_ids": holds for a whole list
};

/// Compared without case and punctuation: "api_id", "ApiId" and "API ID" are one key.
Key readKey(QStringView written, KeyPlace place);

/// The mark of a found call; not for Other.
IdMark markOf(Meaning meaning);

} // namespace hangup::scan
