// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/callinfo.h"

#include <algorithm>
#include <array>

namespace hangup {

using namespace Qt::StringLiterals;

std::optional<std::chrono::seconds> CallInfo::age(qint64 nowMs) const
{
    if (phase == CallPhase::Over && record.endTimeMs <= 0)
        return record.duration; // it does not grow any more
    const qint64 until = phase == CallPhase::Over ? record.endTimeMs : nowMs;
    if (startedAtMs <= 0 || startedAtMs > until + std::chrono::milliseconds(ClockTolerance).count())
        return {};
    const std::chrono::milliseconds ms(std::max<qint64>(0, until - startedAtMs));
    return std::chrono::floor<std::chrono::seconds>(ms);
}

bool CallInfo::isAnswered() const
{
    static constexpr std::array NotYet { "ringing"_L1, "queued"_L1, "initiated"_L1, "early-media"_L1, "pre-answer"_L1 };
    if (phase != CallPhase::Live)
        return false;
    return std::none_of(NotYet.begin(), NotYet.end(), [this](QLatin1StringView word) {
        return status.compare(word, Qt::CaseInsensitive) == 0;
    });
}

bool sameNumbers(const CallInfo &a, const CallInfo &b)
{
    return !a.from.isEmpty() && !a.to.isEmpty() && a.from == b.from && a.to == b.to;
}

} // namespace hangup
