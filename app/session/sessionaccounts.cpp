// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT

// Accounts, settings and the proxy: the half of Session that decides as whom, how fast and by which way.
#include "domain/words.h"
#include "session/accountbook_p.h"
#include "session/session_p.h"

#include <algorithm>

namespace hangup {

using namespace Qt::StringLiterals;

AccountBook *Session::Private::makeBook()
{
    leftovers = new Leftovers({ .file = &file,
                                .fileName = options.settingsFile,
                                .saveFile = [this](Leftovers::Done done) { saveFile(std::move(done)); },
                                .onFileThread = [this](std::function<void()> job) { files.run(std::move(job)); },
                                .secrets = secrets.get(),
                                .isInUse = [this](const QString &entry) { return isNamed(entry); } },
                              q);
    AccountBookPlaces places {
        .file = &file,
        .saveFile = [this](std::function<void(std::optional<FileError>)> done) { saveFile(std::move(done)); },
        .secrets = secrets.get(),
        .redactor = options.redactor.get(),
        .engines = engines.get(),
        .leftovers = leftovers,
        .readFile = [this](std::function<void()> done) { readFile(std::move(done)); },
        .fileName = options.settingsFile,
        .isCurrent = [this](const QString &key) { return key == account.key; },
        .underWay = [this](const QString &key) { return key == account.key && q->busy(); },
        .objection = [this](const Account &asked) { return policy.objection(asked); },
        .mayUseKeychain = [this] { return policy.mayUseKeychain(); },
        .sessionOnly = [this] { return policy.policy().sessionOnlyTokens; },
    };
    proxies = new ProxyBook(
        { .file = &file,
          .saveFile = [this](std::function<void(std::optional<FileError>)> done) { saveFile(std::move(done)); },
          .secrets = secrets.get(),
          .leftovers = leftovers,
          .learnSecret =
              [this](const SecretBytes &secret) {
                  options.redactor->addSecret(secret);
                  engines->learnSecret(secret);
              },
          .note = [this](const QString &sentence) { q->note(sentence); },
          .mayUseKeychain = [this] { return policy.mayUseKeychain(); } },
        proxyLogins, q);
    auto p = std::make_unique<AccountBook::Private>(std::move(places));
    const ReadFromFile<QList<AccountRecord>> stored = readAccounts(file);
    p->records = stored.value;
    noteWhatWasNotUnderstood(stored.notUnderstood);
    if (options.environmentAccount && options.environmentToken) {
        p->environment = options.environmentAccount;
        p->environmentToken = options.environmentToken;
        p->tokens.insert(options.environmentAccount->key,
                         { .state = TokenState::Ready, .problem = {}, .token = options.environmentToken, .job = {} });
    }
    auto *made = new AccountBook(std::move(p), q);
    connect(made, &AccountBook::tested, q, [this](const CheckVerdict &verdict) {
        if (verdict.kind == CheckVerdict::Kind::ProxyLogin)
            Q_EMIT q->proxyLoginNeeded(proxyLogins->lastUsed());
    });
    connect(made, &AccountBook::changed, q, [this] { accountsChanged(); });
    connect(made, &AccountBook::tokenStateChanged, q, [this](const QString &key) { tokenChanged(key); });
    return made;
}

Account Session::Private::firstAccount() const
{
    const std::optional<Account> asked = book->find(options.startWith);
    if (policy.policy().practiceOnly)
        return asked && asked->isPractice() ? *asked : Account::practice();
    if (asked)
        return *asked;
    if (options.environmentAccount && options.environmentToken)
        return *options.environmentAccount;
    return book->find(readLastAccount(file)).value_or(Account::practice());
}

void Session::Private::use(const Account &chosen)
{
    openConfirmation = 0;
    elsewhere.cancel();
    if (account.key != chosen.key)
        book->d->forgetToken(account.key);
    account = chosen;
    progress.clear();
    journals.use(chosen);
    lastBatch = 0;
    batchOf.clear();
    proofPending.clear();
    putBack.clear();
    live->d->startAnew(); // of the engine before
    looked.clear();
    lookedGone.clear();
    lookUps.clear();
    engines->use(chosen, book->d->token(chosen.key));
    if (!chosen.isPractice())
        proxies->load();
    book->loadToken(chosen.key);
    live->d->tokenCame();
    showRecovered();
}

void Session::Private::startRowsAnew()
{
    QList<RemovedCall> rows = calls->remove(calls->ids());
    for (RemovedCall &row : rows) {
        row.state = CallState::Listed;
        row.result.reset();
        row.info.reset();
        row.proof = CallProof { row.id };
    }
    calls->restore(rows);
}

void Session::Private::accountsChanged()
{
    elsewhere.giveUp(); // a token goes only where it was entered for, and they were asked about as they were
    const Account now = book->find(account.key).value_or(Account::practice());
    if (now == account)
        return;
    // Another name or colour is another look; another ID or address is another account.
    if (now.authId == account.authId && now.address == account.address) {
        openConfirmation = 0; // it showed the old name
        account = now;
    } else {
        startRowsAnew();
        use(now);
    }
    q->note(Session::tr("Account: %1 (%2).").arg(account.name, account.authId.toString()));
    Q_EMIT q->accountChanged(account);
}

void Session::Private::tokenChanged(const QString &key)
{
    elsewhere.tokenChanged(key);
    if (key != account.key)
        return;
    engines->setToken(book->d->token(key));
    if (hasToken())
        live->d->tokenCame();
}

bool Session::Private::isNamed(const QString &entry) const
{
    const auto names = [&entry](const AccountRecord &record) { return record.tokenEntry == entry; };
    const QList<AccountRecord> &records = book->d->records;
    return std::any_of(records.cbegin(), records.cend(), names) || proxies->names(entry);
}

AccountBook *Session::book() const
{
    return d->book;
}

const Account &Session::account() const
{
    return d->account;
}

bool Session::canSwitchAccount() const
{
    return !busy() && d->grace.isEmpty();
}

bool Session::switchAccount(const Account &account)
{
    if (account == d->account)
        return true;
    if (!canSwitchAccount() || !d->book->accounts().contains(account) || d->policy.objection(account))
        return false;
    d->startRowsAnew();
    d->use(account);
    Q_EMIT journalChanged(journalState());
    if (readLastAccount(d->file) != account.key) {
        writeLastAccount(d->file, account.key);
        d->saveFile({});
    }
    note(tr("Account: %1 (%2).").arg(account.name, account.authId.toString()));
    Q_EMIT accountChanged(account);
    return true;
}

// --- settings

const Settings &Session::settings() const
{
    return d->settings;
}

void Session::setSettings(const Settings &settings)
{
    const Settings good = d->policy.policy().ownPart(settings.corrected(), d->own);
    if (good == d->own)
        return;
    d->own = good;
    writeSettings(d->file, good);
    d->saveFile({});
    d->putSettingsInForce();
}

EngineLimits withSettings(EngineLimits limits, const Settings &settings)
{
    limits.windowRequests = settings.windowRequests();
    limits.silence = settings.silence;
    limits.total = settings.total;
    limits.proofFor = settings.proofFor;
    return limits;
}

void Session::Private::readFile(std::function<void()> done)
{
    files.run([this, name = options.settingsFile, before = saves, done = std::move(done)] {
        QMetaObject::invokeMethod(
            q,
            [this, before, done, found = SettingsFile::look(name)] {
                // What was read may be older than what this program is about to write.
                if (before != saves) {
                    readFile(done);
                } else if (found) {
                    file.takeOver(*found);
                    done();
                }
            },
            Qt::QueuedConnection);
    });
}

void Session::Private::saveFile(std::function<void(std::optional<FileError>)> done)
{
    ++saves;
    files.run([this, snapshot = file.takeForSaving(), done = std::move(done)] {
        const std::optional<FileError> error = snapshot.save();
        QMetaObject::invokeMethod(
            q,
            [this, snapshot, error, done] {
                if (error)
                    file.putBack(snapshot);
                if (done)
                    done(error);
                else if (error && !std::exchange(toldSettingsNotSaved, true))
                    q->note(words::fileError(*error));
                if (!error)
                    toldSettingsNotSaved = false;
            },
            Qt::QueuedConnection);
    });
}

void Session::Private::tellSettingsTrouble(const QString &sentence)
{
    q->note(sentence);
    settingsTrouble += (settingsTrouble.isEmpty() ? QString() : u" "_s) + sentence;
}

void Session::Private::noteWhatWasNotUnderstood(const QStringList &keys)
{
    if (!keys.isEmpty())
        tellSettingsTrouble(
            Session::tr("Not understood in the settings file, and left out: %1.").arg(keys.join(u", "_s)));
}

QString Session::settingsTrouble() const
{
    return d->settingsTrouble;
}

// --- the proxy

void Session::setProxyLogin(const ProxyLogin &login, TokenPlace place)
{
    d->askedForProxyLogin = false;
    d->proxies->set(login, place);
}

} // namespace hangup
