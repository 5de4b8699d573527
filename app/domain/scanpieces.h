// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringView>

#include <optional>
#include <vector>

/// Pieces of a text: what is shown of them, and what is odd about them.
namespace hangup::scan {

/// A range of the text, in UTF-16 units.
struct Range
{
    qsizetype begin = 0;
    qsizetype end = 0;
    qsizetype size() const { return end - begin; }
};

/// The words around an id: up to 200 units of its line, with the id in the middle where the line allows it.
Range contextAround(QStringView text, qsizetype lineStart, Range id);

/// At most 80 units of a piece; what can't be seen is spelt out as [U+200B].
QString excerptOf(QStringView text, Range piece);

/// Place of the first character of @p piece that is invisible or looks like another, or of one of the word @p whole
/// that touches the piece. Nothing if there is none, or if the piece isn't meant as an id.
std::optional<qsizetype> oddCharacterOf(QStringView text, Range piece, Range whole);

/// What stands between the dashes of a word that are no ASCII hyphens; never empty pieces.
std::vector<Range> partsBetweenDashes(QStringView text, Range word);

/// Where an id starts in a @p word behind what is glued to it without being part of it: a line break or a sign written
/// as an escape ("\n", "\u003d", as in JSON within a log), or the dash of a list at the start of a line. -1 if there
/// is none.
qsizetype escapedStart(QStringView text, qsizetype lineStart, Range word);

} // namespace hangup::scan
