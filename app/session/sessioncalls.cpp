// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT

// Who is on the calls: the half of Session that reads and ends nothing.
#include "session/accountbook_p.h"
#include "session/session_p.h"

#include <algorithm>

namespace hangup {

LiveCalls *Session::Private::makeLive()
{
    return new LiveCalls(std::make_unique<LiveCalls::Private>(LiveCalls::Private::Places {
                             .engines = [this] { return engines.get(); },
                             .clock = clock.get(),
                             .hasToken = [this] { return hasToken(); } }),
                         q);
}

Elsewhere::Places Session::Private::placesElsewhere()
{
    return { .tokenState = [this](const QString &key) { return book->tokenState(key); },
             .loadToken = [this](const QString &key) { book->loadToken(key); },
             .forgetToken =
                 [this](const QString &key) {
                     if (key != account.key)
                         book->d->forgetToken(key);
                 },
             .ask = [this](const Account &other,
                           const CallId &id) { engines->lookUpIn(other, book->d->token(other.key), id); },
             .letGo = [this](const Account &other) { engines->letGo(other); },
             .tell = [this](const Account &other, const CallInfoRead &read) { Q_EMIT q->readElsewhere(other, read); },
             .finished = [this](const CallId &id) { Q_EMIT q->elsewhereFinished(id); } };
}

bool Session::Private::hasToken() const
{
    const TokenState token = book->tokenState(account.key);
    return token == TokenState::Ready || token == TokenState::NotNeeded;
}

void Session::Private::apply(const CallInfoRead &event)
{
    live->d->apply(event);
    lookUps.remove(event.id);
    if (event.info) {
        // Mostly the live page's model has it; it keeps nothing of calls that it does not show.
        const std::optional<CallInfo> kept = live->model()->info(event.id);
        if (!kept || kept->readAtMs < event.info->readAtMs)
            looked.insert(event.id, *event.info);
        calls->setInfo(*event.info);
    }
    // What could not be read says nothing; nor does it where the record was not asked for, as in the background.
    if (event.hasNoRecord)
        lookedGone.insert(event.id);
    else if (event.state == LookState::Live)
        lookedGone.remove(event.id);
    Q_EMIT q->infoRead(event);
}

LiveCalls *Session::live() const
{
    return d->live;
}

std::optional<CallInfo> Session::info(const CallId &id) const
{
    std::optional<CallInfo> newest = d->live->model()->info(id);
    const auto looked = d->looked.constFind(id);
    if (looked != d->looked.cend() && (!newest || newest->readAtMs < looked->readAtMs))
        newest = *looked;
    return newest;
}

void Session::lookUp(const QList<CallId> &ids)
{
    if (ids.isEmpty() || !d->hasToken())
        return;
    for (const CallId &id : ids)
        ++d->lookUps[id];
    d->engines->readDetails(ids, ReadUrgency::Wanted);
}

void Session::stopLookUp(const QList<CallId> &ids)
{
    QList<CallId> nobodys;
    for (const CallId &id : ids) {
        const auto waiting = d->lookUps.find(id);
        if (waiting == d->lookUps.end() || --*waiting > 0)
            continue;
        d->lookUps.erase(waiting);
        nobodys.append(id);
    }
    if (!nobodys.isEmpty())
        d->engines->stopDetails(nobodys);
}

QList<Account> Session::otherAccounts() const
{
    QList<Account> others;
    for (const Account &other : d->book->accounts()) {
        const auto isSame
            = [&other](const Account &one) { return one.authId == other.authId && one.address == other.address; };
        // The environment's may be a stored one, too.
        const bool isNew = !isSame(d->account) && std::none_of(others.cbegin(), others.cend(), isSame);
        if (isNew && other.isPractice() == d->account.isPractice() && !d->policy.objection(other))
            others.append(other);
    }
    return others;
}

void Session::lookUpElsewhere(const CallId &id)
{
    d->elsewhere.begin(id, otherAccounts());
}

AddReport Session::addCalls(const QList<CallId> &ids)
{
    QStringList lines;
    lines.reserve(ids.size());
    for (const CallId &id : ids)
        lines.append(id.toString());
    return d->add(scanCalls(lines.join(u'\n')), TextSource::Live, {});
}

} // namespace hangup
