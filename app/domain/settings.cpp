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
