// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/callinfo.h"

#include <QFlags>
#include <QHash>
#include <QPair>
#include <QSet>

#include <array>
#include <chrono>
#include <optional>

namespace hangup {

/// Why a live call looks stuck. Reasons, never a verdict.
enum class StuckSign : quint8 {
    Old = 1, ///< older than StuckRules::olderThan
    RingingLong = 2, ///< it was ringing or queued for longer than StuckRules::ringingFor when it was read
    OtherLegGone = 4, ///< its A leg, or every B leg of it that was seen, isn't live any more
    SameNumbers = 8, ///< another live call has the same from and to
};
Q_DECLARE_FLAGS(StuckSigns, StuckSign)
inline constexpr std::array AllStuckSigns { StuckSign::Old, StuckSign::RingingLong, StuckSign::OtherLegGone,
                                            StuckSign::SameNumbers };

/// Which signs are looked for. 0 turns a time off.
struct StuckRules
{
    std::chrono::minutes olderThan { 240 }; ///< Plivo's own maximum
    std::chrono::seconds ringingFor { 120 };
    bool otherLegGone = true;
    bool sameNumbers = true;
    friend bool operator==(const StuckRules &, const StuckRules &) = default;
};

struct StuckFinding
{
    StuckSigns signs {};
    /// No sign, but a rule could not be looked at, because its data are missing. Never together with a sign.
    bool notSure = false;
    friend bool operator==(const StuckFinding &, const StuckFinding &) = default;
};

/// What the calls of an account say of each other. Pure: fed with the list and with details as they are read; each step
/// costs the same whatever the number of calls.
class StuckBook
{
public:
    /// The call is on the list of live or queued calls; its details may not be known yet.
    void appear(const CallId &id);
    /// Its details; it is on the list.
    void read(const CallInfo &info);
    /// Not on the list any more.
    void leave(const CallId &id);
    void clear();

    /// Of a call that is on the list. @p listIsWhole: every live call is known to be on the list; only then can the
    /// other leg be missing.
    StuckFinding finding(const CallId &id, const StuckRules &rules, qint64 nowMs, bool listIsWhole = true) const;

private:
    using Numbers = QPair<QString, QString>;

    void forgetNumbers(const CallInfo &info);
    bool otherLegGone(const CallInfo &info) const;

    QHash<CallId, std::optional<CallInfo>> m_calls; ///< on the list
    QHash<Numbers, int> m_sameNumbers;
    QHash<CallId, QSet<CallId>> m_children; ///< B legs ever seen, by their A leg
};

} // namespace hangup

// Not in the namespace: there it would hide Qt's own operators for keys and modifiers.
Q_DECLARE_OPERATORS_FOR_FLAGS(hangup::StuckSigns)
