// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QHashFunctions>
#include <QString>
#include <QStringView>

#include <compare>
#include <optional>

namespace hangup {

/// A call UUID: 36 characters, 8-4-4-4-12 hex, never nil. Illegal values can't be built.
///
/// Plivo ends every call of an account when the UUID in the address is missing, so nothing but this
/// type may become part of a request. Checked by hand: QUuid accepts trailing rubbish, braces and the
/// nil UUID, `^…$` in QRegularExpression accepts a trailing newline.
class CallId
{
public:
    /// Characters of an id, hyphens included.
    static constexpr qsizetype Length = 36;

    /// The id that @p text is, lower-cased; nothing when it is not exactly an id. Never trims or repairs.
    static std::optional<CallId> parse(QStringView text);

    /// 36 characters, lower case.
    QString toString() const;
    /// The same in ASCII, for an address.
    QByteArray toLatin1() const;
    /// "defb0706…930b", for the log.
    QString shortened() const;

    friend bool operator==(const CallId &, const CallId &) = default;
    friend auto operator<=>(const CallId &, const CallId &) = default;
    friend size_t qHash(const CallId &id, size_t seed = 0) noexcept { return qHashMulti(seed, id.m_high, id.m_low); }

private:
    CallId(quint64 high, quint64 low) : m_high(high), m_low(low) { }

    quint64 m_high;
    quint64 m_low;
};

/// What an id names on the server.
enum class EndTarget : quint8 {
    Call, ///< …/Call/<id>/: a live or queued call
    Request, ///< …/Request/<id>/: an outbound request that nobody has answered yet
};

} // namespace hangup
