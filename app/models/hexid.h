// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringView>
#include <QtGlobal>

#include <compare>
#include <optional>
#include <string_view>

namespace hangup {

/// The 32 hex digits of a UUID as two numbers: a quarter of the memory of its text, compared without building strings.
/// Only a way to store and search text in the models; it never becomes part of a request (that is CallId's part).
struct HexId
{
    static constexpr qsizetype Length = 36; ///< characters of the text, hyphens included
    using Chars = char[Length];

    quint64 high = 0;
    quint64 low = 0;

    /// Nothing unless @p text is exactly 8-4-4-4-12 lower-case hex: what comes out of toString() is then what went in.
    static std::optional<HexId> parse(QStringView text);
    bool isNull() const { return high == 0 && low == 0; }
    void write(Chars &out) const;
    QString toString() const;
    /// Whether @p needle (lower-case hex digits and hyphens) stands in the text.
    bool contains(std::string_view needle) const;

    friend bool operator==(const HexId &, const HexId &) = default;
    friend auto operator<=>(const HexId &, const HexId &) = default;
};

/// @p text case-folded unit by unit, so that offsets stay as they are.
QString foldedText(QStringView text);

/// @p folded as bytes when it could stand in a UUID (hex digits and hyphens only), else empty.
QByteArray hexNeedle(QStringView folded);

} // namespace hangup
