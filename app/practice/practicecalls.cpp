// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "practice/practicecalls.h"

#include "practice/practicecard.h"

namespace hangup {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// A queued call that nobody cancels is dialled after this time.
constexpr auto QueuedFor = 10min;

bool matches(PracticePlace place, const PracticeFilter &filter)
{
    if (filter.direction.isEmpty() && filter.from.isEmpty() && filter.to.isEmpty())
        return true;
    const PracticeCard card = practiceCard(place);
    return (filter.direction.isEmpty() || filter.direction == card.direction()) && card.from.contains(filter.from)
        && card.to.contains(filter.to);
}

} // namespace

// The first ticket's calls are there from the start: a newcomer pastes that one.
PracticeCalls::PracticeCalls(PracticeOwner owner, Ms beganAt)
    : m_owner(owner),
      m_beganAt(beganAt), m_tickets { owner == PracticeOwner::First ? StandingCalls : SecondStandingCalls, 0 }
{
}

void PracticeCalls::meet(PracticePlace place, Ms now)
{
    if (isArriving(place) || place.ticket == StandingCalls || place.ticket == SecondStandingCalls
        || m_tickets.contains(place.ticket))
        return;
    m_tickets.append(place.ticket);
    m_metAt.insert(place.ticket, now);
}

void PracticeCalls::end(const CallId &id, Ms now)
{
    if (isLive(id, now))
        m_ended.insert(id, { now, false });
    else if (isQueued(id, now))
        m_ended.insert(id, { now, true });
}

std::optional<PracticePlace> PracticeCalls::known(const CallId &id) const
{
    const auto place = practicePlace(id);
    return place && practiceOwner(*place) == m_owner ? place : std::nullopt;
}

// A call of a ticket that nobody has asked about yet is as old as the ticket: it has not begun to end.
PracticeCalls::Ms PracticeCalls::sinceMet(PracticePlace place, Ms now) const
{
    if (isArriving(place))
        return now;
    return m_tickets.contains(place.ticket) ? now - m_metAt.value(place.ticket, Ms(0)) : Ms(0);
}

bool PracticeCalls::isLive(const CallId &id, Ms now) const
{
    const auto place = known(id);
    if (!place || m_ended.contains(id) || now < -practiceAge(*place))
        return false;
    switch (practiceFate(*place)) {
    case PracticeFate::Over:
    case PracticeFate::NeverExisted:
    case PracticeFate::ListedOnly:
        return false;
    case PracticeFate::EndsByItself:
        return sinceMet(*place, now) < practiceEndsAfter(*place);
    case PracticeFate::Queued:
        return sinceMet(*place, now) >= QueuedFor;
    case PracticeFate::Stuck:
    case PracticeFate::Refuses:
    case PracticeFate::Limited:
    case PracticeFate::ServerTrouble:
    case PracticeFate::Reset:
    case PracticeFate::StaysLive:
    case PracticeFate::Unclear:
    case PracticeFate::Unreachable:
    case PracticeFate::Slow:
    case PracticeFate::VerySlow:
        return true;
    }
    return false;
}

bool PracticeCalls::isQueued(const CallId &id, Ms now) const
{
    const auto place = known(id);
    return place && practiceFate(*place) == PracticeFate::Queued && sinceMet(*place, now) < QueuedFor
        && !m_ended.contains(id);
}

QList<PracticePlace> PracticeCalls::places(Ms now) const
{
    QList<PracticePlace> all;
    for (const quint32 ticket : m_tickets) {
        for (quint16 place = 0; place < practicePlaceCount(ticket); ++place)
            all.append({ ticket, quint8(place) });
    }
    if (m_owner != PracticeOwner::First)
        return all;
    // Those that can still be there: the last of them has just begun.
    const auto last = quint64((now + ArrivalLastsAtMost) / ArrivesEvery);
    for (quint64 number = last - ArrivedBefore; number <= last; ++number)
        all.append(arrivalPlace(number));
    return all;
}

QList<CallId> PracticeCalls::live(Ms now) const
{
    QList<CallId> found;
    for (const PracticePlace place : places(now)) {
        if (const CallId id = practiceCallId(place); isLive(id, now))
            found.append(id);
    }
    return found;
}

QList<CallId> PracticeCalls::listedLive(Ms now, const PracticeFilter &filter) const
{
    QList<CallId> found;
    for (const PracticePlace place : places(now)) {
        const CallId id = practiceCallId(place);
        if ((isLive(id, now) || practiceFate(place) == PracticeFate::ListedOnly) && matches(place, filter))
            found.append(id);
    }
    return found;
}

QList<CallId> PracticeCalls::listedQueued(Ms now, const PracticeFilter &filter) const
{
    QList<CallId> found;
    for (const PracticePlace place : places(now)) {
        if (const CallId id = practiceCallId(place); isQueued(id, now) && matches(place, filter))
            found.append(id);
    }
    return found;
}

std::optional<CallId> PracticeCalls::queuedOfRequest(const CallId &id, Ms now) const
{
    auto place = practiceRequestPlace(id);
    if (!place)
        place = practicePlace(id);
    if (!place || practiceCard(*place).request != id || practiceCard(*place).inbound)
        return std::nullopt;
    const CallId call = practiceCallId(*place);
    return isQueued(call, now) ? std::optional(call) : std::nullopt;
}

QList<CallId> PracticeCalls::queuedRequested(Ms now) const
{
    return listedQueued(now, { .direction = u"outbound"_s });
}

PracticeCalls::Ms PracticeCalls::startedAt(PracticePlace place) const
{
    return m_beganAt - practiceAge(place);
}

std::optional<QJsonObject> PracticeCalls::liveDetails(const CallId &id, Ms now) const
{
    if (!isLive(id, now))
        return std::nullopt;
    const PracticePlace place = *practicePlace(id);
    const bool rings = now + practiceAge(place) < practiceRingsFor(place);
    return practiceDetails(place, rings ? u"ringing"_s : u"in-progress"_s, startedAt(place));
}

std::optional<QJsonObject> PracticeCalls::queuedDetails(const CallId &id, Ms now) const
{
    if (!isQueued(id, now))
        return std::nullopt;
    const PracticePlace place = *practicePlace(id);
    return practiceDetails(place, u"queued"_s, startedAt(place));
}

std::optional<QJsonObject> PracticeCalls::record(const CallId &id, Ms now, bool atOnce) const
{
    const auto place = known(id);
    if (!place || practiceFate(*place) == PracticeFate::NeverExisted || now < -practiceAge(*place) || isLive(id, now)
        || isQueued(id, now))
        return std::nullopt;
    const Ms ended = endOf(*place);
    if (!atOnce && now < ended + practiceRecordDelay(*place))
        return std::nullopt;
    return practiceRecord(*place,
                          { .startedAt = startedAt(*place),
                            .endedAt = m_beganAt + ended,
                            .byUs = m_ended.contains(id),
                            .neverDialled = m_ended.value(id).wasQueued });
}

PracticeCalls::Ms PracticeCalls::endOf(PracticePlace place) const
{
    if (const auto found = m_ended.constFind(practiceCallId(place)); found != m_ended.cend())
        return found->at;
    if (practiceFate(place) == PracticeFate::EndsByItself)
        return m_metAt.value(place.ticket, Ms(0)) + practiceEndsAfter(place);
    return -1min; // Over: its record has been there since before the world began
}

} // namespace hangup
