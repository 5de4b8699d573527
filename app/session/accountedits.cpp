// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT

// Adding, changing and removing accounts. A change goes the new entry's name to disk first, then the token into the
// keychain, then hangup.ini, then the old token: whatever breaks off in between, the account still has the token of
// before, and no entry is left that nobody knows of.
#include "session/accountbook.h"
#include "session/accountbook_p.h"

#include "session/leftovers.h"

#include <algorithm>

namespace hangup {

std::optional<AccountEditError> AccountBook::Private::objectionTo(const Account &account, bool withToken) const
{
    if (!account.isStored() || !Account::isStoredKey(account.key))
        return AccountEditError::NotStored;
    if (change)
        return AccountEditError::Busy;
    QStringList otherNames;
    bool sameElsewhere = false;
    for (const AccountRecord &other : records) {
        if (other.account.key == account.key)
            continue;
        otherNames.append(other.account.name);
        sameElsewhere |= other.account.authId == account.authId && other.account.address == account.address;
    }
    if (checkAccountName(account.name, otherNames))
        return AccountEditError::Name;
    if (sameElsewhere)
        return AccountEditError::SameIdAndAddress;
    if (places.underWay(account.key))
        return AccountEditError::UnderWay;
    if (places.objection(account))
        return AccountEditError::NotAllowed;
    if (account.tokenPlace == TokenPlace::Keychain && !places.mayUseKeychain())
        return AccountEditError::KeychainNotAllowed;
    const AccountRecord *old = record(account.key);
    const bool tokenStays = old && old->account.authId == account.authId && old->account.address == account.address
        && placeOf(old->account) == account.tokenPlace;
    const bool comesLater = !old && account.tokenPlace == TokenPlace::Session;
    return withToken || tokenStays || comesLater ? std::nullopt : std::optional(AccountEditError::TokenNeeded);
}

std::optional<AccountEditError> AccountBook::save(const Account &account, const std::optional<AuthToken> &token)
{
    if (const auto objection = d->objectionTo(account, token.has_value()))
        return objection;
    Account kept = account;
    kept.name = account.name.trimmed();
    Private::Change change { .key = kept.key, .before = d->records, .after = d->records, .token = token };
    const bool toKeychain = token && kept.tokenPlace == TokenPlace::Keychain;
    if (token) {
        d->places.redactor->addSecret(kept.authId, *token);
        change.newEntry = toKeychain
            ? newSecretEntry(tr("%1 at %2").arg(kept.authId.toString(), kept.address.hostAndPort()))
            : QString();
    }
    if (const AccountRecord *old = d->record(kept.key)) {
        // While the policy keeps tokens out of the keychain, what is there waits for the day when it does no more.
        const bool waits = d->places.sessionOnly() && old->account.authId == kept.authId
            && old->account.address == kept.address;
        if (waits)
            kept.tokenPlace = old->account.tokenPlace;
        const QString entry = token && !waits ? change.newEntry : old->tokenEntry;
        change.oldEntry = entry == old->tokenEntry ? QString() : old->tokenEntry;
        change.after[d->indexOf(kept.key)] = { kept, entry };
    } else {
        change.after.append({ kept, change.newEntry });
    }
    d->begin(std::move(change));
    if (toKeychain)
        d->writeEntryName(kept);
    else
        d->writeFile();
    return std::nullopt;
}

std::optional<AccountEditError> AccountBook::remove(const QString &key)
{
    const qsizetype index = d->indexOf(key);
    if (index < 0)
        return AccountEditError::NotStored;
    if (d->change)
        return AccountEditError::Busy;
    if (d->places.underWay(key))
        return AccountEditError::UnderWay;
    Private::Change change { .key = key, .before = d->records, .after = d->records };
    change.oldEntry = d->records.at(index).tokenEntry;
    change.after.removeAt(index);
    d->begin(std::move(change));
    d->writeFile();
    return std::nullopt;
}

std::optional<AccountEditError> AccountBook::move(const QString &key, int to)
{
    const qsizetype index = d->indexOf(key);
    if (index < 0)
        return AccountEditError::NotStored;
    if (d->change)
        return AccountEditError::Busy;
    Private::Change change { .key = key, .before = d->records, .after = d->records };
    change.after.move(index, std::clamp<qsizetype>(to, 0, d->records.size() - 1));
    d->begin(std::move(change));
    d->writeFile();
    return std::nullopt;
}

bool AccountBook::canCancelSave() const
{
    return d->change && (d->change->isNaming || d->change->job);
}

bool AccountBook::isSaving(const QString &key) const
{
    return d->change && d->change->key == key;
}

bool AccountBook::saving() const
{
    return d->change.has_value();
}

void AccountBook::cancelSave()
{
    if (d->change && d->change->job)
        d->change->job->cancel();
    else if (d->change && d->change->isNaming)
        d->failBeforeToken(SecretProblem::Cancelled);
}

void AccountBook::Private::begin(Change started)
{
    change = std::move(started);
}

void AccountBook::Private::writeEntryName(const Account &account)
{
    change->isNaming = true;
    const auto named = [this, account, entry = change->newEntry](const std::optional<FileError> &error) {
        if (!change || change->newEntry != entry)
            return; // cancelled; another one may be under way
        if (error) {
            failBeforeToken(*error);
            return;
        }
        change->isNaming = false;
        writeToken(account);
    };
    places.leftovers->announce(change->newEntry, named);
}

void AccountBook::Private::failBeforeToken(const AccountSaveProblem &problem)
{
    // The keychain was asked for nothing, so there is nothing that it must remove. What the disk did not take now, it
    // gets with the next save.
    places.leftovers->forget(change->newEntry);
    if (!std::holds_alternative<FileError>(problem))
        places.saveFile({});
    places.leftovers->settle(change->newEntry);
    failChange(problem);
}

void AccountBook::Private::writeToken(const Account &account)
{
    SecretJob *job
        = places.secrets->write(change->newEntry, sealToken(account.authId, account.address, *change->token));
    change->job = job;
    tellWhenSlow(job, change->key);
    QObject::connect(job, &SecretJob::finished, q, [this, job](const SecretAnswer &answer) {
        if (!change || change->job != job)
            return;
        change->job.clear(); // past cancelling
        if (answer.problem) {
            places.leftovers->remove(change->newEntry);
            failChange(*answer.problem);
        } else {
            writeFile();
        }
    });
}

void AccountBook::Private::writeFile()
{
    // In one piece: who names which entry, and which are to go.
    writeAccounts(*places.file, change->after);
    places.leftovers->forget(change->newEntry);
    places.leftovers->add(change->oldEntry);
    places.saveFile([this](const std::optional<FileError> &error) {
        if (!error) {
            finishChange();
            return;
        }
        writeAccounts(*places.file, change->before);
        places.leftovers->forget(change->oldEntry);
        places.leftovers->add(change->newEntry);
        places.leftovers->remove(change->newEntry);
        failChange(*error);
    });
}

void AccountBook::Private::finishChange()
{
    const Change done = *std::exchange(change, std::nullopt);
    records = done.after;
    places.leftovers->settle(done.newEntry);
    places.leftovers->remove(done.oldEntry);
    const bool removed = !record(done.key);
    if (removed) {
        if (const QPointer<SecretJob> job = tokens.value(done.key).job)
            job->cancel();
        tokens.remove(done.key);
    }
    // Before anybody hears of the change: the token of before must not meet a new address. One that the keychain can
    // give again stays in memory only for the account in use.
    const bool stays = !removed && (places.isCurrent(done.key) || done.newEntry.isEmpty());
    if (done.token && stays)
        tokens[done.key] = { .state = TokenState::Ready, .problem = {}, .token = done.token, .job = {} };
    else if (done.token)
        tokens.remove(done.key);
    Q_EMIT q->changed();
    if (done.token)
        Q_EMIT q->tokenStateChanged(done.key);
    Q_EMIT q->saved(done.key);
}

void AccountBook::Private::failChange(const AccountSaveProblem &problem)
{
    change.reset();
    Q_EMIT q->saveFailed(problem);
}

} // namespace hangup
