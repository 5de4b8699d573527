// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "session/livecalls.h"

#include "domain/clock.h"
#include "session/enginehost.h"
#include "session/livecalls_p.h"

#include <utility>

namespace hangup {

using namespace std::chrono_literals;

LiveCalls::Private::Private(Places given) : places(std::move(given))
{
    telling.setSingleShot(true);
    telling.setInterval(100ms);
    next.setSingleShot(true);
    QObject::connect(&telling, &QTimer::timeout, &telling, [this] { tell(); });
    QObject::connect(&next, &QTimer::timeout, &next, [this] { readByItself(); });
}

LiveCalls::LiveCalls(std::unique_ptr<Private> p, QObject *parent) : QObject(parent), d(std::move(p))
{
    d->q = this;
    d->model = new LiveCallModel(this);
}

LiveCalls::~LiveCalls() = default;

LiveCallModel *LiveCalls::model() const
{
    return d->model;
}

const LiveState &LiveCalls::state() const
{
    return d->state;
}

const AccountUse &LiveCalls::use() const
{
    return d->use;
}

const LiveFilter &LiveCalls::filter() const
{
    return d->filter;
}

LiveCalls::Awaits LiveCalls::awaits() const
{
    if (d->waitsForToken)
        return Awaits::Token;
    if (d->awaitsList)
        return Awaits::List;
    return d->isRefused && d->isWatched && d->interval.count() > 0 ? Awaits::User : Awaits::Nothing;
}

void LiveCalls::refresh()
{
    d->waitsForToken = !d->places.hasToken();
    if (d->waitsForToken)
        d->tell();
    else
        d->read(DetailsRead::AskAgain);
}

void LiveCalls::setFilter(const LiveFilter &filter)
{
    if (filter == d->filter)
        return;
    d->filter = filter;
    const bool wasRead = d->state.asOfMs != 0 || d->state.reading || d->waitsForToken;
    d->startAnew();
    if (wasRead)
        refresh();
}

void LiveCalls::stop()
{
    const bool waited = std::exchange(d->waitsForToken, false);
    d->next.stop();
    if (d->state.reading)
        d->places.engines()->stopReading();
    else if (waited)
        d->tell();
}

void LiveCalls::setWatched(bool watched)
{
    const bool isOther = std::exchange(d->isWatched, watched) != watched;
    d->scheduleNext();
    if (isOther && d->isRefused)
        d->tell();
    const bool isNew = d->state.asOfMs == 0 && !d->state.reading && !d->state.hasFailed();
    if (watched && isNew)
        refresh();
}

void LiveCalls::setInSight(const QList<CallId> &ids)
{
    if (d->state.reading)
        d->places.engines()->readDetails(ids, ReadUrgency::Sight);
}

void LiveCalls::setNeededForSort(const QList<CallId> &ids)
{
    if (d->state.reading)
        d->places.engines()->readDetails(ids, ReadUrgency::Sort);
}

void LiveCalls::Private::read(DetailsRead known)
{
    next.stop();
    isRefused = false;
    state.reading = true;
    awaitsList = true;
    early.clear();
    ++lastReading;
    places.engines()->readCalls(lastReading, filter, known);
    tell();
}

/// The interval is over.
void LiveCalls::Private::readByItself()
{
    if (!mayReadByItself())
        return;
    if (places.hasToken())
        read(DetailsRead::Keep);
    else
        q->refresh();
}

void LiveCalls::Private::startAnew()
{
    next.stop();
    waitsForToken = false;
    isRefused = false;
    if (state.reading)
        places.engines()->stopReading();
    ++lastReading; // what still comes of the one before is nobody's
    details.clear();
    early.clear();
    awaitsList = false;
    model->clear();
    state = {};
    use = {};
    tell();
    Q_EMIT q->useChanged(use);
}

void LiveCalls::Private::tokenCame()
{
    const bool wasRefused = std::exchange(isRefused, false);
    const bool isDue = isWatched && !state.reading && (state.asOfMs == 0 || wasRefused);
    if (std::exchange(waitsForToken, false) || isDue)
        q->refresh();
}

void LiveCalls::Private::setRules(const StuckRules &rules, std::chrono::seconds often)
{
    model->setRules(rules);
    if (std::exchange(interval, often) == often)
        return;
    next.stop();
    scheduleNext();
    tell();
}

void LiveCalls::Private::apply(const CallListRead &event)
{
    if (event.reading != lastReading)
        return;
    awaitsList = false;
    noteRefusal(event.reason);
    scheduleNext();
    const QHash<CallId, CallInfoRead> before = std::exchange(early, {});
    state.reason = event.reason;
    state.httpStatus = event.httpStatus;
    state.message = event.message;
    const qsizetype calls = event.live.size() + event.queued.size();
    if (!event.complete && calls == 0) {
        tell(); // the list before is better than none
        return;
    }
    // A list of more than a page each may miss a call that moved between two pages.
    constexpr int OnePageEach = 2;
    const bool whole = event.complete && !event.looksCut && event.pages == OnePageEach && event.oddIds == 0;
    state.asOfMs = event.atMs;
    state.looksCut = event.looksCut || !event.complete;
    state.oddIds = event.oddIds;
    state.filter = filter;
    state.isWhole = whole && filter.isEmpty();
    const QHash<CallId, Detail> detailsBefore = std::exchange(details, {});
    details.reserve(calls);
    for (const QList<CallId> &ids : { event.live, event.queued }) {
        for (const CallId &id : ids)
            details.insert(id, Detail::Unread);
    }
    state.calls = static_cast<int>(details.size());
    state.detailsRead = 0;
    state.detailsUnclear = 0;
    for (const CallId &id : event.known)
        setDetail(id, detailsBefore.value(id));
    model->setNow(places.clock->wall().count());
    model->setList(event.live, event.queued, whole, state.isWhole);
    // A call that such a list may have missed is asked for by itself; a list that is cut misses too many.
    if (!whole && !state.looksCut)
        places.engines()->readDetails(model->missed(), ReadUrgency::Missed);
    // What came since the list was asked for is not asked again.
    for (const CallInfoRead &read : before) {
        if (details.contains(read.id))
            apply(read);
    }
    tell();
}

void LiveCalls::Private::setDetail(const CallId &id, Detail detail)
{
    const auto at = details.find(id);
    if (at == details.end())
        return;
    const auto count = [this](Detail which, int by) {
        if (which == Detail::Read)
            state.detailsRead += by;
        else if (which == Detail::Unclear)
            state.detailsUnclear += by;
    };
    count(*at, -1);
    count(detail, 1);
    *at = detail;
}

void LiveCalls::Private::apply(const CallInfoRead &event)
{
    if (awaitsList)
        early.insert(event.id, event);
    setDetail(event.id, event.state == LookState::Unclear ? Detail::Unclear : Detail::Read);
    model->setInfo(event);
    tellSoon();
}

void LiveCalls::Private::apply(const ReadingFinished &event)
{
    if (event.reading != lastReading)
        return;
    state.reading = false;
    awaitsList = false;
    noteRefusal(event.reason);
    if (event.reason != Reason::None && event.reason != Reason::Stopped && !state.hasFailed())
        state.reason = event.reason;
    tell();
    scheduleNext();
    Q_EMIT q->finished();
}

void LiveCalls::Private::apply(const AccountUse &event)
{
    if (use == event)
        return;
    use = event;
    Q_EMIT q->useChanged(use);
}

void LiveCalls::Private::left(const CallId &id)
{
    if (!details.contains(id))
        return;
    setDetail(id, Detail::Read);
    model->setInfo({ .id = id, .state = LookState::Gone });
    tellSoon();
}

void LiveCalls::Private::tellSoon()
{
    if (!telling.isActive())
        telling.start();
}

void LiveCalls::Private::tell()
{
    telling.stop();
    Q_EMIT q->stateChanged(state);
}

void LiveCalls::Private::noteRefusal(Reason reason)
{
    isRefused |= reason == Reason::CredentialsRejected || reason == Reason::NotPermitted;
}

bool LiveCalls::Private::mayReadByItself() const
{
    return isWatched && interval.count() > 0 && !awaitsList && !waitsForToken && !isRefused;
}

/// An interval after the list came, however long its details take: one that runs already stays.
void LiveCalls::Private::scheduleNext()
{
    if (!mayReadByItself())
        next.stop();
    else if (!next.isActive())
        next.start(interval);
}

} // namespace hangup
