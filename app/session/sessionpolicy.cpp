// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT

// What the organisation's policy does to a session. It is read at the start, before each batch is accepted, and when
// its file changes; a batch that was accepted goes on under the policy of then.
#include "domain/policywords.h"
#include "session/accountbook_p.h"
#include "session/session_p.h"

#include <algorithm>

namespace hangup {

const Policy &Session::policy() const
{
    return d->policy.policy();
}

const PolicyTrouble *Session::policyTrouble() const
{
    return d->policy.trouble() ? &*d->policy.trouble() : nullptr;
}

void Session::followPolicy()
{
    connect(&d->policy, &PolicyDesk::touched, this, &Session::refreshPolicy);
    d->policy.follow();
}

void Session::refreshPolicy()
{
    if (!d->policy.refresh())
        return;
    if (const PolicyTrouble *trouble = policyTrouble())
        note(words::policyBroken(*trouble));
    else
        note(tr("Your organisation's policy was read anew."));
    d->putSettingsInForce();
    d->journals.setMayExport(d->policy.mayExport());
    d->obeyPolicy();
    Q_EMIT policyChanged();
}

const Settings &Session::ownSettings() const
{
    return d->own;
}

void Session::Private::putSettingsInForce()
{
    const Settings now = policy.policy().over(own);
    const bool isOther = !(now == settings);
    const bool isOtherPace = now.sharePercent != settings.sharePercent || now.silence != settings.silence
        || now.total != settings.total || now.proofFor != settings.proofFor;
    settings = now;
    if (isOtherPace)
        wantedLimits = withSettings(wantedLimits, now);
    limits = allowedLimits();
    progress.setPace(limits.windowRequests, limits.window);
    engines->setLimits(limits);
    live->d->setRules(now.stuck, now.liveRefresh);
    if (isOther)
        Q_EMIT q->settingsChanged(now);
}

EngineLimits Session::Private::allowedLimits() const
{
    EngineLimits allowed = wantedLimits;
    if (const std::optional<int> most = policy.policy().windowRequests()) {
        const bool unlimited = allowed.windowRequests == 0;
        allowed.windowRequests = unlimited ? *most : std::min(allowed.windowRequests, *most);
    }
    return allowed;
}

void Session::Private::obeyPolicy()
{
    // Without its token a batch that was accepted would break off.
    policyWaits = q->busy();
    if (!policyWaits)
        book->d->obeyPolicy();
}

/// Beside objection(), which knows whether the account may be used at all.
ConfirmError Session::Private::objectionByPolicy(const Confirmation &confirmation, const BatchWords &words) const
{
    if (confirmation.ids().size() > policy.policy().largestBatch.value_or(Policy::LargestBatch.most))
        return ConfirmError::BatchTooLarge;
    if (settings.ticketRequired && (words.ticket.isEmpty() || words.reason.isEmpty()))
        return ConfirmError::TicketMissing;
    return ConfirmError::None;
}

void AccountBook::Private::obeyPolicy()
{
    for (const Account &account : q->accounts()) {
        if (account.isPractice())
            continue;
        const Token known = tokens.value(account.key);
        const bool isRefused = known.state == TokenState::Missing && known.problem == SecretProblem::ByPolicy;
        const bool isForbidden = places.objection(account).has_value();
        if (isForbidden == isRefused)
            continue;
        if (isForbidden && known.state == TokenState::NotAsked && !places.isCurrent(account.key))
            continue; // it is refused when it is asked for
        if (known.job)
            known.job->cancel();
        if (isForbidden) {
            setToken(account.key, TokenState::Missing, SecretProblem::ByPolicy, {});
            continue;
        }
        tokens.remove(account.key);
        Q_EMIT q->tokenStateChanged(account.key);
        if (places.isCurrent(account.key) || account.kind == AccountKind::Environment)
            q->loadToken(account.key);
    }
    Q_EMIT q->changed(); // where tokens are kept may be another now
}

std::optional<PolicyObjection> AccountBook::objection(const Account &account) const
{
    return d->places.objection(account);
}

bool AccountBook::mayUseKeychain() const
{
    return d->places.mayUseKeychain();
}

TokenPlace AccountBook::Private::placeOf(const Account &account) const
{
    return places.sessionOnly() ? TokenPlace::Session : account.tokenPlace;
}

std::optional<AuthToken> AccountBook::Private::token(const QString &key) const
{
    const std::optional<Account> account = q->find(key);
    return account && !places.objection(*account) ? tokens.value(key).token : std::nullopt;
}

} // namespace hangup
