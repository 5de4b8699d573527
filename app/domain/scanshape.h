// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/callid.h"

#include <QStringView>

#include <optional>

/// Judges one word of a text: is it an id, something that was meant to be one, or just a word?
namespace hangup::scan {

enum class Shape : quint8 {
    Word, ///< nothing like an id
    Id,
    Nil,
    NotHex, ///< 36 characters, but not 8-4-4-4-12 hex
    CutOff,
    TooLong,
};

/// Fewer units than this are never taken for part of an id.
inline constexpr qsizetype ShortestPiece = 20;

/// @p word: letters, digits and hyphens only. Linear in its length.
Shape shapeOf(QStringView word);

/// True if the units could be an id that somebody got wrong; '?' stands for any digit.
bool looksLikeId(QStringView word);

} // namespace hangup::scan
