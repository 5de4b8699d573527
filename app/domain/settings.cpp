// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/settings.h"

#include <algorithm>

namespace hangup {

using namespace Qt::StringLiterals;

namespace {

int within(const SettingRange &range, qint64 value)
{
    return static_cast<int>(std::clamp<qint64>(value, range.least, range.most));
}

/// The one of @p choices that is @p value, or else the next smaller one.
template <typename Choices>
std::chrono::seconds oneOf(const Choices &choices, std::chrono::seconds value)
{
    int best = choices.front();
    for (const int choice : choices)
        best = choice <= value.count() ? choice : best;
    return std::chrono::seconds(best);
}

} // namespace

QStringList Settings::languages()
{
    return QStringLiteral(HANGUP_LANGUAGES).split(u' ');
}

Settings Settings::corrected() const
{
    Settings good = *this;
    good.sharePercent = within(SharePercent, sharePercent);
    good.silence = std::chrono::seconds(within(SilenceSeconds, silence.count()));
    good.total = std::max(good.silence, std::chrono::seconds(within(TotalSeconds, total.count())));
    good.typeNumberAbove = within(TypeNumberAbove, typeNumberAbove);
    good.proofFor = std::chrono::minutes(within(ProofMinutes, proofFor.count()));
    good.grace = oneOf(GraceSeconds, grace);
    good.checkAgainUpTo = within(CheckAgainUpTo, checkAgainUpTo);
    good.cutOff.youngUnder = std::chrono::seconds(within(YoungUnderSeconds, cutOff.youngUnder.count()));
    good.stuck.olderThan = std::chrono::minutes(within(StuckOlderThanMinutes, stuck.olderThan.count()));
    good.stuck.ringingFor = std::chrono::seconds(within(StuckRingingSeconds, stuck.ringingFor.count()));
    good.liveRefresh = oneOf(LiveRefreshSeconds, liveRefresh);
    if (!languages().contains(language))
        good.language.clear();
    return good;
}

int Settings::windowRequests() const
{
    // Plivo's documented limit for everything but starting calls.
    constexpr int AccountLimit = 300;
    return std::max(1, AccountLimit * sharePercent / 100);
}

} // namespace hangup
