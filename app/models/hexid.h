// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/callid.h"

#include <QString>
#include <QStringView>
#include <QtGlobal>

#include <bit>
#include <compare>
#include <optional>
#include <vector>

namespace hangup {

/// The 32 hex digits of a UUID as two numbers: a quarter of the memory of its text, compared without building strings.
/// Only a way to store and search text in the models; it never becomes part of a request (that is CallId's part).
struct HexId
{
    static constexpr qsizetype Length = 36; ///< characters of the text, hyphens included

    quint64 high = 0;
    quint64 low = 0;

    /// Nothing unless @p text is exactly 8-4-4-4-12 lower-case hex: what comes out of toString() is then what went in.
    static std::optional<HexId> parse(QStringView text);
    /// The digits of @p id without a text in between: a CallId is made of the same two numbers, in the same order.
    static HexId of(const CallId &id) noexcept { return std::bit_cast<HexId>(id); }
    bool isNull() const { return high == 0 && low == 0; }
    QString toString() const;

    friend bool operator==(const HexId &, const HexId &) = default;
    friend auto operator<=>(const HexId &, const HexId &) = default;
};

/// @p text case-folded unit by unit, so that offsets stay as they are.
QString foldedText(const QString &text);

/// A part of a UUID's text to look for: every place where it could stand is worked out once, as the bits that must be
/// there.
class HexNeedle
{
public:
    HexNeedle() = default;
    /// Fits nothing when @p folded has other characters than lower-case hex digits and hyphens, or could stand nowhere.
    explicit HexNeedle(QStringView folded);
    bool isIn(const HexId &id) const
    {
        if (!m_digits.empty())
            return isInDigits(id);
        for (const Place &place : m_places) {
            if ((id.high & place.mask.high) == place.value.high && (id.low & place.mask.low) == place.value.low)
                return true;
        }
        return false;
    }

private:
    /// The lowest bit of each digit of @p half that is the one of which @p digits is made; no other bit.
    static quint64 equalDigits(quint64 half, quint64 digits)
    {
        quint64 differing = half ^ digits;
        differing |= differing >> 2;
        differing |= differing >> 1;
        return ~differing & InEachDigit;
    }
    /// A needle without hyphens, at all places at once: from its last digit to its first, what goes on as it should.
    bool isInDigits(const HexId &id) const
    {
        HexId goesOn { equalDigits(id.high, m_digits.back()), equalDigits(id.low, m_digits.back()) };
        // Between the halves is a hyphen.
        for (std::size_t i = m_digits.size() - 1; i-- > 0;)
            goesOn = { equalDigits(id.high, m_digits[i]) & goesOn.high << 4,
                       equalDigits(id.low, m_digits[i]) & goesOn.low << 4 };
        return ((goesOn.high & m_starts.high) | (goesOn.low & m_starts.low)) != 0;
    }

    static constexpr quint64 InEachDigit = 0x1111'1111'1111'1111;

    struct Place
    {
        HexId mask;
        HexId value;
    };
    std::vector<Place> m_places;
    std::vector<quint64> m_digits; ///< of a needle without hyphens: each digit, sixteen times
    HexId m_starts; ///< the lowest bit of each digit where that needle could begin
};

} // namespace hangup
