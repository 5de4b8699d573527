// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// What is read of the live calls, and what of it is shown.
#include "ui/livepage_p.h"

#include "domain/callwords.h"
#include "session/livecalls.h"
#include "ui/agepicture.h"
#include "ui/limitgauge.h"
#include "ui/livesearch.h"
#include "ui/livetable.h"

#include <QDateTime>
#include <QLabel>

#include <chrono>

using namespace std::chrono_literals;

namespace hangup {

namespace {

constexpr auto SightRest = 60ms;
constexpr auto CountsRest = 200ms;

qint64 now()
{
    return QDateTime::currentMSecsSinceEpoch();
}

} // namespace

void LivePage::Private::connectReading()
{
    second.setInterval(1s);
    sight.setSingleShot(true);
    sight.setInterval(SightRest);
    counts.setSingleShot(true);
    counts.setInterval(CountsRest);
    connect(&second, &QTimer::timeout, this, &Private::tick);
    connect(&sight, &QTimer::timeout, this, &Private::lookAtSight);
    connect(&counts, &QTimer::timeout, this, &Private::showCounts);

    connect(search, &LiveSearch::askedChanged, this, &Private::ask);
    connect(search, &LiveSearch::refreshRequested, page, &LivePage::refresh);
    connect(search, &LiveSearch::shownChanged, this, &Private::applyFilter);
    connect(search, &LiveSearch::intervalChosen, this, &Private::chooseInterval);
    connect(ages, &AgePicture::chosenChanged, this, &Private::applyFilter);
    connect(session, &Session::settingsChanged, this, &Private::applySettings);

    connect(live, &LiveCalls::stateChanged, this, &Private::showState);
    connect(live, &LiveCalls::useChanged, gauge, &LimitGauge::setUse);
    gauge->setUse(live->use()); // as it was before there was a gauge
    connect(live, &LiveCalls::finished, this, [this] {
        sortIfRead();
        waitsForSort = false; // what could not be read does not come
    });
    // Not anew each time: details that come all the time would put it off for ever.
    connect(model, &LiveCallModel::countsChanged, this, [this] {
        if (!counts.isActive())
            counts.start();
    });
    connect(table, &LiveTable::sightChanged, this, [this] { sight.start(); });
    connect(table, &LiveTable::sortChosen, this, &Private::wantSort);
}

/// Takes over what is to be asked of Plivo; false while that can't be understood.
bool LivePage::Private::ask()
{
    const auto filter = search->asked();
    isWrong = !filter;
    if (filter) {
        if (*filter != live->filter())
            sortWhenRead(true);
        live->setFilter(*filter);
    }
    watch(isVisible);
    return !isWrong;
}

void LivePage::refresh()
{
    if (!d->ask())
        return;
    d->sortWhenRead(true);
    if (!d->live->state().reading || d->live->state().asOfMs != 0)
        d->live->refresh();
}

void LivePage::Private::watch(bool visible)
{
    isVisible = visible;
    // With a number that is none the interval would go on asking for what stood there before.
    live->setWatched(visible && !isWrong);
    if (!visible) {
        second.stop();
        return;
    }
    if (!second.isActive()) {
        second.start();
        if (model->rowCount() == 0)
            sortWhenRead(true);
        tick();
    }
    sight.start();
}

void LivePage::Private::applySettings()
{
    const Settings &settings = session->settings();
    search->setInterval(settings.liveRefresh);
    search->setRules(settings.stuck);
    ages->setOldFrom(settings.stuck.olderThan);
}

void LivePage::Private::chooseInterval(std::chrono::seconds interval)
{
    Settings settings = session->settings();
    settings.liveRefresh = interval;
    session->setSettings(settings);
}

void LivePage::Private::applyFilter()
{
    LiveCallFilter filter = search->shown();
    if (const auto band = ages->chosen()) {
        filter.ageFrom = band->from;
        filter.ageBelow = band->below;
        filter.ageUnknown = !band->from && !band->below;
    }
    model->setFilter(filter);
    sight.start();
    showState();
    showButtons();
}

void LivePage::Private::tick()
{
    const qint64 ms = now();
    model->setNow(ms);
    gauge->setNow(ms);
    showCounts();
}

void LivePage::Private::showState()
{
    const LiveState &known = live->state();
    const QString words = words::liveState(known, now()) + awaitedWords();
    if (words != state->text())
        state->setText(words);
    table->setEmptyWords(emptyWords());
    if (known.reading) {
        if (!sight.isActive())
            sight.start();
        if (waitsForSort) {
            live->setNeededForSort(model->unreadForSort());
            sortIfRead();
        }
    }
}

/// What is to come, where the rest doesn't say it.
QString LivePage::Private::awaitedWords() const
{
    switch (live->awaits()) {
    case LiveCalls::Awaits::Token:
        return u' ' + LivePage::tr("They are read as soon as this account’s token is there.");
    case LiveCalls::Awaits::List:
        return live->state().asOfMs != 0 ? u' ' + LivePage::tr("Asking Plivo for a new list …") : QString();
    case LiveCalls::Awaits::User:
        return u' ' + LivePage::tr("The interval rests: press F5 to ask again.");
    case LiveCalls::Awaits::Nothing:
        break;
    }
    return {};
}

QString LivePage::Private::emptyWords() const
{
    const LiveState &known = live->state();
    if (model->total() > 0 || model->goneCount() > 0)
        return LivePage::tr("No call fits what is to be shown. Clear “Filter”, choose “All calls”, or press the chosen "
                            "age once more.");
    if (known.asOfMs == 0)
        return known.reading || known.hasFailed()
            ? QString() // the line above says it
            : LivePage::tr("Press F5 to read the live calls of this account. That ends nothing.");
    if (!known.filter.isEmpty())
        return LivePage::tr("Plivo names no live or queued call with this direction and these numbers.");
    return LivePage::tr("Plivo names no live or queued call of this account.");
}

void LivePage::Private::showCounts()
{
    ages->setCounts(model->countsByAge(AgePicture::edges()));
    table->setEmptyWords(emptyWords());
    showButtons();
}

void LivePage::Private::lookAtSight()
{
    const auto [first, last] = table->visibleRows();
    if (isVisible && first >= 0)
        live->setInSight(model->unreadIn(first, last));
}

void LivePage::Private::wantSort()
{
    sortWhenRead(false);
    live->setNeededForSort(model->unreadForSort());
    sight.start();
}

void LivePage::Private::sortWhenRead(bool newList)
{
    waitsForSort = true;
    sortedAsOf = newList ? live->state().asOfMs : 0;
}

/// Once all that the order needs is there, the rows take their places: once, and never under a selection.
void LivePage::Private::sortIfRead()
{
    const LiveState &known = live->state();
    if (!waitsForSort || known.asOfMs == sortedAsOf || known.asOfMs == 0)
        return;
    if (known.reading && !model->unreadForSort().isEmpty())
        return;
    waitsForSort = false;
    if (!table->isHeld())
        model->refreshOrder();
}

} // namespace hangup
