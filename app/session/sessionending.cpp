// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// From a confirmation to the engine, and how far what was confirmed is.
#include "session/session_p.h"

#include <algorithm>
#include <utility>

namespace hangup {

using namespace Qt::StringLiterals;

bool Session::Private::canBeEnded(const CallId &id, const CallStanding &standing) const
{
    if (grace.holds(id))
        return false;
    switch (standing.state) {
    case CallState::Waiting:
    case CallState::OnItsWay:
    case CallState::Looking:
        return false;
    case CallState::Listed:
        return true;
    case CallState::Done:
        break;
    }
    // Plivo confirmed that one: another DELETE could only turn a proven end into a "not live".
    return standing.outcome != Outcome::Ended;
}

std::optional<Confirmation> Session::prepare(const QList<CallId> &ids)
{
    Confirmation confirmation(d->account);
    confirmation.m_typeNumberAbove = d->settings.typeNumberAbove;
    confirmation.m_ids = d->calls->listedOnce(
        ids, [this](const CallId &id, const CallStanding &standing) { return d->canBeEnded(id, standing); });
    if (confirmation.m_ids.isEmpty())
        return std::nullopt;
    d->learn(confirmation);
    confirmation.m_slept = d->clock->slept();
    confirmation.m_number = d->openConfirmation = ++d->lastConfirmation;
    return confirmation;
}

void Session::connectAhead(int calls)
{
    const bool hasToken = d->book->tokenState(d->account.key) == TokenState::Ready;
    if (hasToken && !d->shuttingDown && !d->policy.objection(d->account))
        d->engines->connectAhead(calls);
}

bool Session::mayBeRequest(const CallId &id) const
{
    const std::optional<CallResult> result = d->calls->result(id);
    const bool hasNoCall = result
        && (result->outcome == Outcome::NotLive || result->outcome == Outcome::NotLiveMaybeUs
            || (result->outcome == Outcome::NotSent && result->reason == Reason::OverAlready));
    return hasNoCall || d->lookedGone.contains(id);
}

std::optional<Confirmation> Session::prepareRequest(const CallId &id)
{
    std::optional<Confirmation> confirmation = mayBeRequest(id) ? prepare({ id }) : std::nullopt;
    if (!confirmation)
        return {};
    confirmation->m_target = EndTarget::Request;
    // What is known under this id is known of a call.
    confirmation->m_known.clear();
    confirmation->m_flags.clear();
    confirmation->m_checked = false;
    return confirmation;
}

void Session::Private::learn(Confirmation &confirmation) const
{
    confirmation.m_known.clear();
    confirmation.m_flags.clear();
    confirmation.m_rules = settings.cutOff;
    const bool few = confirmation.m_ids.size() <= settings.checkAgainUpTo;
    confirmation.m_checked = few || !settings.cutOff.protectedNumbers.isEmpty();
    const qint64 now = clock->wall().count();
    const bool anyNotSent = calls->tally()[Outcome::NotSent] > 0;
    if (!anyNotSent && looked.isEmpty() && live->model()->total() + live->model()->goneCount() == 0)
        return; // of 100,000 pasted calls nobody knows
    for (const CallId &id : std::as_const(confirmation.m_ids)) {
        // One that was flagged a moment ago is not ended among many that nobody looks at.
        if (anyNotSent) {
            const std::optional<CallStanding> standing = calls->standing(id);
            confirmation.m_checked |= standing && standing->reason == Reason::NeedsAnotherStep;
        }
        const std::optional<CallInfo> info = q->info(id);
        if (!info)
            continue; // Unread, where numbers are protected, is for the check to find out
        confirmation.m_known.insert(id, *info);
        if (const CutOffFlags flags = cutOffFlags(info, settings.cutOff, now))
            confirmation.m_flags.insert(id, flags);
    }
}

Confirmation Session::renewed(const Confirmation &confirmation) const
{
    Confirmation newest = confirmation;
    if (!newest.isRequest())
        d->learn(newest);
    return newest;
}

QList<CallId> Confirmation::flagged() const
{
    QList<CallId> ids;
    if (m_flags.isEmpty())
        return ids;
    for (const CallId &id : m_ids) {
        if (needsAnotherStep(flags(id)))
            ids.append(id);
    }
    return ids;
}

QList<CallId> Confirmation::chosen(FlaggedCalls flagged) const
{
    if (flagged != FlaggedCalls::LeftOut || m_flags.isEmpty())
        return m_ids;
    QList<CallId> ids;
    for (const CallId &id : m_ids) {
        if (!needsAnotherStep(flags(id)))
            ids.append(id);
    }
    return ids;
}

ConfirmError Session::Private::objection(const Confirmation &confirmation) const
{
    if (shuttingDown)
        return ConfirmError::ShuttingDown;
    if (!(confirmation.account() == account))
        return ConfirmError::AccountChanged;
    if (book->isSaving(account.key))
        return ConfirmError::AccountIsChanging;
    // Before the token: a forbidden account has none.
    if (const auto forbidden = policy.objection(account))
        return *forbidden == PolicyObjection::Broken ? ConfirmError::PolicyBroken : ConfirmError::NotAllowed;
    if (!journals.state().canEnd())
        return ConfirmError::NoJournal;
    const TokenState token = book->tokenState(account.key);
    if (token != TokenState::Ready && token != TokenState::NotNeeded)
        return ConfirmError::NoToken;
    return ConfirmError::None;
}

ConfirmError Session::hangUp(const Confirmation &confirmation, const QString &typedNumber, const BatchWords &words,
                             const EndingChoice &choice)
{
    if (!d->shuttingDown && (confirmation.m_number == 0 || confirmation.m_number != d->openConfirmation))
        return confirmation.m_account == d->account ? ConfirmError::AlreadyUsed : ConfirmError::AccountChanged;
    // Whatever it said when the user was asked: now it counts.
    refreshPolicy();
    // With these it is still open: the user may type again, there may be room again, a token may come.
    if (const ConfirmError error = d->objection(confirmation); error != ConfirmError::None)
        return error;
    Confirmation chosen = confirmation;
    chosen.m_ids = confirmation.chosen(choice.flagged);
    chosen.m_choice = choice;
    if (chosen.m_ids.isEmpty())
        return ConfirmError::OnlyFlagged;
    if (chosen.needsNumber() && typedNumber.trimmed() != QString::number(chosen.m_ids.size()))
        return ConfirmError::WrongNumber;
    const BatchWords said = words.cleaned();
    if (const ConfirmError error = d->objectionByPolicy(chosen, said); error != ConfirmError::None)
        return error;
    d->openConfirmation = 0;
    if (const ConfirmError error = d->staleness(chosen); error != ConfirmError::None)
        return error;
    if (d->options.grace && d->settings.grace.count() > 0 && !choice.dryRun) {
        d->grace.begin(chosen, said, d->settings.grace);
        Q_EMIT graceChanged();
    } else {
        d->submit(chosen, said);
    }
    return ConfirmError::None;
}

/// What makes a confirmation worthless for good.
ConfirmError Session::Private::staleness(const Confirmation &confirmation) const
{
    if (clock->slept() - confirmation.m_slept > limits.sleepTolerance)
        return ConfirmError::Slept;
    if (!(confirmation.rules() == settings.cutOff))
        return ConfirmError::RulesChanged;
    const QList<CallId> &ids = confirmation.ids();
    const bool all = std::all_of(ids.cbegin(), ids.cend(), [this](const CallId &id) {
        const std::optional<CallStanding> standing = calls->standing(id);
        return standing && canBeEnded(id, *standing);
    });
    return all ? ConfirmError::None : ConfirmError::ListChanged;
}

void Session::Private::graceOver(const Confirmation &confirmation, const BatchWords &words)
{
    q->refreshPolicy();
    ConfirmError error = objection(confirmation);
    if (error == ConfirmError::None)
        error = objectionByPolicy(confirmation, words);
    if (error == ConfirmError::None)
        error = staleness(confirmation);
    if (error == ConfirmError::None)
        submit(confirmation, words);
    Q_EMIT q->graceChanged();
    if (error != ConfirmError::None)
        Q_EMIT q->graceRefused(error);
}

int Session::inGrace() const
{
    return d->grace.calls();
}

std::chrono::milliseconds Session::graceLeft() const
{
    return d->grace.left();
}

std::chrono::milliseconds Session::graceWhole() const
{
    return d->grace.whole();
}

int Session::undoHangUp()
{
    const int calls = d->grace.undo();
    if (calls == 0)
        return 0;
    note(calls == 1 ? tr("1 confirmed call was taken back in time. Nothing was sent.")
                    : tr("%n confirmed calls were taken back in time. Nothing was sent.", nullptr, calls));
    Q_EMIT graceChanged();
    return calls;
}

/// To the engine, and on record before.
void Session::Private::submit(const Confirmation &confirmation, const BatchWords &words)
{
    const EndingChoice &choice = confirmation.m_choice;
    Order order { .batch = newBatchNumber(clock->wall().count()),
                  .ids = confirmation.ids(),
                  .first = confirmation.ids().size() == 1 && q->busy(),
                  .check = confirmation.isChecked(),
                  .seen = confirmation.known(),
                  .cutOff = settings.cutOff,
                  .leavesFlaggedOut = choice.flagged != FlaggedCalls::All && !confirmation.isRequest(),
                  .target = confirmation.m_target,
                  .dryRun = choice.dryRun };
    if (choice.flagged == FlaggedCalls::AsShown) {
        for (const CallId &id : confirmation.flagged())
            order.flaggedToo.insert(id);
    }
    const bool anyToLookAt = !putBack.isEmpty() || calls->tally()[Outcome::Unknown] > 0;
    for (const CallId &id : std::as_const(order.ids)) {
        if (!anyToLookAt)
            break;
        if (!needsLook(id))
            continue;
        order.lookFirst.insert(id);
        order.earlier.insert(id, earlierAttempts(id));
    }
    if (order.target == EndTarget::Request)
        requests.insert(order.batch);
    record(order, words);
    progress.accepted(order.batch, static_cast<int>(order.ids.size()), clock->monotonic());
    calls->beginUpdates();
    for (const CallId &id : std::as_const(order.ids))
        calls->setWaiting(id);
    calls->endUpdates();
    const int count = static_cast<int>(order.ids.size());
    q->note((count == 1 ? Session::tr("1 call confirmed for ending on %1 (%2).")
                        : Session::tr("%n calls confirmed for ending on %1 (%2).", nullptr, count))
                .arg(account.name, account.authId.toString()));
    askedForProxyLogin = false;
    setBusy();
    engines->submit(order, confirmation.m_slept);
    Q_EMIT q->progressChanged();
}

QList<CallId> Session::notYetAsked() const
{
    QList<CallId> ids = d->calls->idsIn(CallState::Listed);
    if (!d->grace.isEmpty())
        ids.removeIf([this](const CallId &id) { return d->grace.holds(id); });
    return ids;
}

QList<CallId> Session::retryable() const
{
    const Tally &tally = d->calls->tally();
    if (tally[Outcome::NotSent] + tally[Outcome::Unknown] == 0)
        return {};
    QList<CallId> ids = d->calls->idsIn(CallState::Done);
    ids.removeIf([this](const CallId &id) {
        const std::optional<CallStanding> standing = d->calls->standing(id);
        const bool failed
            = standing && (standing->outcome == Outcome::NotSent || standing->outcome == Outcome::Unknown);
        return !failed || d->grace.holds(id);
    });
    return ids;
}

void Session::stop()
{
    d->putOnRecord(u"The user pressed Stop."_s);
    d->engines->stop();
}

void Session::resume()
{
    d->putOnRecord(u"The user went on after a pause."_s);
    d->engines->resume();
}

void Session::abort()
{
    d->putOnRecord(u"The user cancelled what was on its way."_s);
    d->engines->abort();
}

bool Session::busy() const
{
    return d->progress.underWay() > 0;
}

int Session::onTheirWay() const
{
    return static_cast<int>(d->onTheirWay.size());
}

int Session::waiting() const
{
    return d->progress.underWay() - onTheirWay();
}

int Session::progressDone() const
{
    return d->progress.done();
}

int Session::progressTotal() const
{
    return d->progress.total();
}

std::optional<std::chrono::milliseconds> Session::timeLeft() const
{
    return d->progress.left(d->clock->monotonic());
}

} // namespace hangup
