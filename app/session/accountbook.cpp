// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "session/accountbook.h"

#include "session/accountbook_p.h"
#include "session/enginehost.h"
#include "session/leftovers.h"

#include <algorithm>

namespace hangup {

namespace {

/// A keychain that takes longer probably asks the user for something.
constexpr std::chrono::milliseconds SlowAfter { 1000 };

} // namespace

AccountBook::AccountBook(std::unique_ptr<Private> p, QObject *parent) : QObject(parent), d(std::move(p))
{
    d->q = this;
    connect(d->places.engines, &EngineHost::checked, this, [this](quint64 check, const CheckVerdict &verdict) {
        if (d->runningTest && d->runningTest->check == check)
            d->finishTest(verdict);
    });
    connect(d->places.leftovers, &Leftovers::answered, this, &AccountBook::tidied);
}

AccountBook::~AccountBook() = default;

bool AccountBook::isTidying() const
{
    return d->places.leftovers->isAsking();
}

bool AccountBook::hasLeftovers() const
{
    return !d->places.leftovers->isEmpty();
}

QList<Account> AccountBook::accounts() const
{
    QList<Account> all = Account::practices();
    if (d->environment)
        all.append(*d->environment);
    return all + storedAccounts();
}

QList<Account> AccountBook::storedAccounts() const
{
    QList<Account> stored;
    for (const AccountRecord &record : d->records) {
        stored.append(record.account);
        stored.last().tokenPlace = d->placeOf(record.account);
    }
    return stored;
}

std::optional<Account> AccountBook::find(const QString &key) const
{
    const QList<Account> all = accounts();
    const auto found
        = std::find_if(all.cbegin(), all.cend(), [&key](const Account &account) { return account.key == key; });
    return found == all.cend() ? std::nullopt : std::optional(*found);
}

qsizetype AccountBook::Private::indexOf(const QString &key) const
{
    const auto found = std::find_if(records.cbegin(), records.cend(),
                                    [&key](const AccountRecord &record) { return record.account.key == key; });
    return found == records.cend() ? -1 : found - records.cbegin();
}

const AccountRecord *AccountBook::Private::record(const QString &key) const
{
    const qsizetype index = indexOf(key);
    return index < 0 ? nullptr : &records.at(index);
}

// --- tokens

TokenState AccountBook::tokenState(const QString &key) const
{
    if (Account::isPracticeKey(key))
        return TokenState::NotNeeded;
    return d->tokens.value(key).state;
}

std::optional<SecretProblem> AccountBook::tokenProblem(const QString &key) const
{
    return d->tokens.value(key).problem;
}

void AccountBook::loadToken(const QString &key)
{
    const TokenState state = tokenState(key);
    const std::optional<Account> account = find(key);
    if (!account || account->isPractice() || state == TokenState::Ready || state == TokenState::Loading)
        return;
    if (d->places.objection(*account)) {
        d->setToken(key, TokenState::Missing, SecretProblem::ByPolicy, {});
        return;
    }
    const AccountRecord *record = d->record(key);
    if (!record) {
        d->setToken(key, TokenState::Ready, {}, d->environmentToken);
        return;
    }
    if (account->tokenPlace == TokenPlace::Session) {
        d->setToken(key, TokenState::Missing, SecretProblem::SessionOver, {});
        return;
    }
    if (record->tokenEntry.isEmpty()) {
        d->setToken(key, TokenState::Missing, SecretProblem::NotFound, {});
        return;
    }
    SecretJob *job = d->places.secrets->read(record->tokenEntry);
    d->tokens[key].job = job;
    connect(job, &SecretJob::finished, this,
            [this, key, asked = *record](const SecretAnswer &answer) { d->answered(key, asked, answer); });
    d->setToken(key, TokenState::Loading, {}, {});
    d->tellWhenSlow(job, key);
}

void AccountBook::cancelLoad(const QString &key)
{
    if (SecretJob *job = d->tokens.value(key).job)
        job->cancel();
}

bool AccountBook::enterToken(const QString &key, const AuthToken &token)
{
    const AccountRecord *record = d->record(key);
    const bool isKept = record && d->placeOf(record->account) == TokenPlace::Keychain;
    if (!record || isKept || d->places.objection(record->account))
        return false;
    d->places.redactor->addSecret(record->account.authId, token);
    d->setToken(key, TokenState::Ready, {}, token);
    return true;
}

void AccountBook::Private::answered(const QString &key, const AccountRecord &asked, const SecretAnswer &answer)
{
    tokens[key].job.clear();
    const AccountRecord *now = record(key);
    if (!now || tokens.value(key).state != TokenState::Loading)
        return; // gone, or given anew meanwhile
    if (now->tokenEntry != asked.tokenEntry || answer.problem) {
        setToken(key, TokenState::Missing, answer.problem.value_or(SecretProblem::NotFound), {});
        return;
    }
    const auto unsealed = unsealToken(answer.value, now->account.authId, now->account.address);
    if (const auto *problem = std::get_if<SecretProblem>(&unsealed)) {
        setToken(key, TokenState::Missing, *problem, {});
        return;
    }
    const auto &token = std::get<AuthToken>(unsealed);
    places.redactor->addSecret(now->account.authId, token);
    setToken(key, TokenState::Ready, {}, token);
}

void AccountBook::Private::setToken(const QString &key, TokenState state, std::optional<SecretProblem> problem,
                                    std::optional<AuthToken> token)
{
    Token &entry = tokens[key];
    entry.state = state;
    entry.problem = problem;
    entry.token = std::move(token);
    Q_EMIT q->tokenStateChanged(key);
}

void AccountBook::Private::forgetToken(const QString &key)
{
    const AccountRecord *kept = record(key);
    if (!kept || placeOf(kept->account) != TokenPlace::Keychain)
        return; // in memory alone: the keychain couldn't give it again
    if (const QPointer<SecretJob> job = tokens.value(key).job)
        job->cancel();
    tokens.remove(key);
    Q_EMIT q->tokenStateChanged(key);
}

void AccountBook::Private::tellWhenSlow(SecretJob *job, const QString &key)
{
    auto *timer = new QTimer(job); // goes with the job
    timer->setSingleShot(true);
    QObject::connect(timer, &QTimer::timeout, q, [this, key] { Q_EMIT q->keychainIsSlow(key); });
    QObject::connect(job, &SecretJob::finished, timer, &QTimer::stop);
    timer->start(SlowAfter);
}

// --- Test

void AccountBook::test(const Account &account, const std::optional<AuthToken> &token)
{
    cancelTest();
    d->runningTest.emplace();
    const std::optional<AuthToken> known = token ? token : d->token(account.key);
    const AccountRecord *record = d->record(account.key);
    // The account's own token goes to the address it was entered for, and to no other.
    const std::optional<Account> own = find(account.key);
    const bool isOwn = own && own->authId == account.authId && own->address == account.address;
    if (token || (known && isOwn)) {
        d->startCheck(account, *known);
        return;
    }
    if (isOwn && own->isPractice()) {
        d->startCheck(account, AuthToken::parse("practice").value());
        return;
    }
    if (!isOwn || !record || record->tokenEntry.isEmpty() || !mayUseKeychain()) {
        d->finishTest({ .kind = CheckVerdict::Kind::NoToken });
        return;
    }
    SecretJob *job = d->places.secrets->read(record->tokenEntry);
    d->runningTest->job = job;
    d->tellWhenSlow(job, account.key);
    connect(job, &SecretJob::finished, this, [this, job, account](const SecretAnswer &answer) {
        if (!d->runningTest || d->runningTest->job != job)
            return;
        d->runningTest->job.clear();
        const auto unsealed = answer.problem ? std::variant<AuthToken, SecretProblem>(*answer.problem)
                                             : unsealToken(answer.value, account.authId, account.address);
        if (const auto *stored = std::get_if<AuthToken>(&unsealed))
            d->startCheck(account, *stored);
        else
            d->finishTest({ .kind = CheckVerdict::Kind::NoToken, .problem = std::get<SecretProblem>(unsealed) });
    });
}

void AccountBook::cancelTest()
{
    if (!d->runningTest)
        return;
    const Private::Test running = *d->runningTest;
    d->finishTest({ .kind = CheckVerdict::Kind::Cancelled });
    if (running.job)
        running.job->cancel();
    if (running.check != 0)
        d->places.engines->cancelCheck(running.check);
}

void AccountBook::Private::startCheck(const Account &account, const AuthToken &token)
{
    places.redactor->addSecret(account.authId, token);
    if (places.objection(account)) {
        finishTest({ .kind = CheckVerdict::Kind::NoToken, .problem = SecretProblem::ByPolicy });
        return;
    }
    runningTest->check = places.engines->check(account, token);
}

void AccountBook::Private::finishTest(const CheckVerdict &verdict)
{
    runningTest.reset();
    // Never from within test(): the caller may not listen yet.
    QMetaObject::invokeMethod(
        q, [this, verdict] { Q_EMIT q->tested(verdict); }, Qt::QueuedConnection);
}

} // namespace hangup
