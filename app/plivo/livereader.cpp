// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "plivo/livereader.h"

#include <algorithm>
#include <iterator>

namespace hangup {

ReadEvents LiveReader::begin(quint64 reading, const LiveFilter &filter, DetailsRead read)
{
    ReadEvents events;
    std::optional<Ms> since;
    if (m_list) {
        events.append(ReadingFinished { m_list->reading, Reason::Stopped });
        if (read == DetailsRead::Keep)
            since = m_list->done ? m_knownSince : m_list->since;
    }
    leaveReading();
    m_list.emplace(List { .reading = reading,
                          .filter = filter,
                          .queued = ListPages(m_numbers.maxPages),
                          .live = ListPages(m_numbers.maxPages),
                          .since = since });
    m_unclear = 0;
    return events;
}

void LiveReader::ask(const QList<CallId> &ids, ReadUrgency urgency)
{
    if (urgency == ReadUrgency::Sight || urgency == ReadUrgency::Sort)
        m_queue.fallBack(urgency, QSet<CallId>(ids.cbegin(), ids.cend()));
    for (const CallId &id : ids) {
        if (urgency == ReadUrgency::Wanted || !isKnown(id))
            want(id, urgency);
    }
}

void LiveReader::ended(const CallId &id)
{
    if (const auto read = m_read.find(id); read != m_read.end())
        read->isGone = true;
}

void LiveReader::drop(const QList<CallId> &ids)
{
    for (const CallId &id : ids) {
        const ReadItem *item = m_queue.find(id);
        if (item && item->ofReading)
            m_queue.setUrgency(id, ReadUrgency::Rest);
        else if (item)
            erase(m_queue.items().find(id));
    }
}

ReadEvents LiveReader::stop()
{
    ReadEvents events;
    if (m_list)
        events.append(ReadingFinished { m_list->reading, Reason::Stopped });
    leaveReading();
    for (auto it = m_queue.items().begin(); it != m_queue.items().end();)
        it = it->second.urgency == ReadUrgency::Wanted ? std::next(it) : erase(it);
    return events;
}

ReadEvents LiveReader::fail(Reason reason)
{
    return failWith(reason, {});
}

std::optional<ReadUrgency> LiveReader::next(Ms now)
{
    m_queue.wake(now);
    if (listWaits() && m_list->due <= now)
        return ReadUrgency::Wanted;
    return m_queue.first();
}

std::optional<LiveReader::Ms> LiveReader::nextDue() const
{
    const std::optional<Ms> due = m_queue.nextDue();
    if (!listWaits())
        return due;
    return due ? std::min(*due, m_list->due) : m_list->due;
}

std::optional<LiveReader::Question> LiveReader::take(Ms now, qint64 wallMs)
{
    if (!next(now))
        return {};
    if (listWaits() && m_list->due <= now)
        return askList(now, wallMs);
    const auto [id, item] = m_queue.take(++m_last);
    return Question { .number = item.asking, .id = id, .kind = item.step, .urgency = item.urgency };
}

LiveReader::Question LiveReader::askList(Ms now, qint64 wallMs)
{
    List &list = *m_list;
    if (!list.askedAtMs) {
        list.askedAt = now;
        list.askedAtMs = wallMs;
    }
    list.asking = ++m_last;
    return { .number = list.asking,
             .kind = list.atLive ? RequestKind::LookLive : RequestKind::LookQueued,
             .filter = list.filter,
             .page = list.pages().next() };
}

ReadEvents LiveReader::listed(quint64 number, const ListVerdict &verdict, Ms now)
{
    if (!m_list || m_list->done || m_list->asking == 0 || m_list->asking != number)
        return {};
    m_list->asking = 0;
    if (!verdict.isList)
        return listTrouble(verdict.answer, now);
    m_list->tries = 0;
    return m_list->pages().add(verdict) ? ReadEvents() : listGoesOn(now);
}

ReadEvents LiveReader::listTrouble(const Verdict &answer, Ms now)
{
    if (answer.stopsOthers)
        return failWith(*answer.stopsOthers, answer);
    const bool isRefusal = answer.outcome == Outcome::Refused || answer.outcome == Outcome::NotLive;
    if (isRefusal && m_list->pages().refused())
        return listGoesOn(now);
    if (!isRefusal && ++m_list->tries < m_numbers.tries) {
        m_list->due = now + waitAfter(m_list->tries);
        return {};
    }
    m_list->pages().noteMissing();
    m_list->trouble = answer;
    return listGoesOn(now);
}

ReadEvents LiveReader::listGoesOn(Ms now)
{
    if (m_list->atLive)
        return tellList(m_list->trouble.reason, m_list->trouble);
    m_list->atLive = true;
    m_list->tries = 0;
    m_list->due = now;
    return {};
}

/// @p answer: what kept it from being complete, if it has a reason or a status.
CallListRead LiveReader::listSoFar(Reason reason, const Verdict &answer) const
{
    const List &list = *m_list;
    const QList<CallId> &live = list.live.ids();
    const QSet<CallId> isLive(live.cbegin(), live.cend());
    CallListRead told { .reading = list.reading, .live = live, .atMs = list.askedAtMs };
    for (const CallId &id : list.queued.ids()) {
        if (!isLive.contains(id)) // else dialled between the two questions
            told.queued.append(id);
    }
    told.looksCut = list.queued.looksCut() || list.live.looksCut();
    told.oddIds = list.queued.oddIds() + list.live.oddIds();
    told.pages = list.queued.pages() + list.live.pages();
    told.complete = reason == Reason::None && answer.httpStatus == 0;
    told.reason = reason;
    told.httpStatus = answer.httpStatus;
    told.message = answer.message;
    return told;
}

/// Its calls' details come next, as far as it was read.
ReadEvents LiveReader::tellList(Reason reason, const Verdict &answer)
{
    CallListRead told = listSoFar(reason, answer);
    m_list->done = true;
    m_list->reason = reason;
    if (told.complete || !told.live.isEmpty() || !told.queued.isEmpty())
        told.known = takeOver(told.live, told.queued);
    else
        goOnWithListBefore();
    return ReadEvents { told } + finishedIfSo();
}

/// There is no new list: what was to be read of the one before still is.
void LiveReader::goOnWithListBefore()
{
    for (auto &[id, item] : m_queue.items()) {
        item.ofReading = m_onList.contains(id);
        m_ofReading += item.ofReading ? 1 : 0;
    }
}

/// The details of what is on the list now, in the order of how long ago they were read. Returns those that are known.
QList<CallId> LiveReader::takeOver(const QList<CallId> &live, const QList<CallId> &queued)
{
    QHash<CallId, RequestKind> onList;
    onList.reserve(live.size() + queued.size());
    for (const CallId &id : live)
        onList.insert(id, RequestKind::LookLive);
    for (const CallId &id : queued)
        onList.insert(id, RequestKind::LookQueued);
    m_onList.swap(onList);
    m_knownSince = m_list->since.value_or(m_list->askedAt);
    for (auto it = m_queue.items().begin(); it != m_queue.items().end();) {
        const bool isOver = onList.contains(it->first) && !m_onList.contains(it->first)
            && it->second.urgency != ReadUrgency::Wanted && it->second.asking == 0;
        it = isOver ? erase(it) : std::next(it);
    }
    forgetOld(onList);
    QList<CallId> ids = live + queued;
    std::stable_sort(ids.begin(), ids.end(), [this](const CallId &a, const CallId &b) {
        return m_read.value(a).at < m_read.value(b).at;
    });
    QList<CallId> known;
    for (const CallId &id : std::as_const(ids)) {
        if (isKnown(id)) {
            known.append(id);
            continue;
        }
        const ReadItem *before = m_queue.find(id);
        if (before && before->urgency <= ReadUrgency::Rest)
            m_queue.setUrgency(id, ReadUrgency::Rest); // in the order of this list
        want(id, ReadUrgency::Rest);
        m_queue.find(id)->ofReading = true;
        ++m_ofReading;
    }
    return known;
}

/// When calls were read is of no use once they are on no list, nor if what was read can't be so any more: @p before has
/// them on the other list or on none, or they were found gone and are listed again.
void LiveReader::forgetOld(const QHash<CallId, RequestKind> &before)
{
    const auto isOld = [this, &before](const CallId &id, const Read &read) {
        const auto now = m_onList.constFind(id);
        if (now == m_onList.constEnd())
            return true;
        const auto then = before.constFind(id);
        return read.at < m_list->askedAt && (read.isGone || then == before.constEnd() || *then != *now);
    };
    for (auto it = m_read.begin(); it != m_read.end();)
        it = isOld(it.key(), it.value()) ? m_read.erase(it) : std::next(it);
}

ReadEvents LiveReader::informed(quint64 number, const InfoVerdict &verdict, Ms now)
{
    const std::optional<CallId> id = m_queue.answered(number);
    if (!id)
        return {};
    ReadItem &item = *m_queue.find(*id);
    if (verdict.answer.stopsOthers)
        return failWith(*verdict.answer.stopsOthers, verdict.answer);
    if (verdict.state == LookState::Unclear)
        return unclear(*id, item, verdict.answer, now);
    m_unclear = 0;
    if (verdict.state == LookState::Gone && goOn(*id, item))
        return {};
    CallInfoRead told { .id = *id, .state = verdict.state, .info = verdict.info };
    told.hasNoRecord = verdict.state == LookState::Gone && item.step == RequestKind::Record;
    told.httpStatus = verdict.answer.httpStatus;
    return tellInfo(told, now);
}

/// A 404 came to what was asked last. True: there is another question that may find the call.
bool LiveReader::goOn(const CallId &id, ReadItem &item)
{
    if (item.step == RequestKind::Record)
        return false;
    if (item.step == RequestKind::LookQueued) {
        item.notQueued = true;
        item.step = RequestKind::LookLive; // it may have been dialled meanwhile
    } else if (!item.lookEverywhere) {
        return false;
    } else if (!item.notQueued && m_onList.value(id, RequestKind::LookQueued) != RequestKind::LookLive) {
        item.step = RequestKind::LookQueued;
    } else { // what was live, or not queued, is never queued again
        item.step = RequestKind::Record;
    }
    item.tries = 0;
    m_queue.queueUp(id);
    return true;
}

ReadEvents LiveReader::unclear(const CallId &id, ReadItem &item, const Verdict &answer, Ms now)
{
    const bool isRefusal = answer.outcome == Outcome::Refused;
    if (!isRefusal && ++item.tries < m_numbers.tries) {
        m_queue.putLater(id, now + waitAfter(item.tries));
        return {};
    }
    const CallInfoRead told { .id = id,
                              .state = LookState::Unclear,
                              .reason = answer.reason,
                              .httpStatus = answer.httpStatus,
                              .message = answer.message };
    m_unclear += isRefusal ? 0 : 1;
    if (m_numbers.unclearInARow <= 0 || m_unclear < m_numbers.unclearInARow)
        return tellInfo(told, now);
    erase(m_queue.items().find(id));
    return ReadEvents { told } + failWith(answer.reason, answer);
}

ReadEvents LiveReader::tellInfo(const CallInfoRead &told, Ms now)
{
    const bool isOver = told.info && told.info->phase == CallPhase::Over;
    m_read.insert(told.id, { now, told.state == LookState::Gone || isOver });
    erase(m_queue.items().find(told.id));
    return ReadEvents { told } + finishedIfSo();
}

ReadEvents LiveReader::failWith(Reason reason, const Verdict &answer)
{
    ReadEvents events;
    if (m_list && !m_list->done) {
        m_list->pages().noteMissing();
        CallListRead told = listSoFar(reason, answer);
        for (const QList<CallId> &ids : { told.live, told.queued })
            std::copy_if(ids.begin(), ids.end(), std::back_inserter(told.known),
                         [this](const CallId &id) { return isKnown(id); });
        events.append(told);
    }
    for (const auto &[id, item] : m_queue.items()) {
        if (item.urgency == ReadUrgency::Wanted)
            events.append(CallInfoRead { .id = id,
                                         .state = LookState::Unclear,
                                         .reason = reason,
                                         .httpStatus = answer.httpStatus,
                                         .message = answer.message });
    }
    if (m_list)
        events.append(ReadingFinished { m_list->reading, reason });
    leaveReading();
    m_queue.clear();
    m_unclear = 0;
    return events;
}

void LiveReader::putOff(quint64 number, Ms at)
{
    if (m_list && m_list->asking != 0 && m_list->asking == number) {
        m_list->asking = 0;
        m_list->due = at;
        return;
    }
    if (const std::optional<CallId> id = m_queue.answered(number))
        m_queue.putLater(*id, at);
}

ReadEvents LiveReader::finishedIfSo()
{
    if (!m_list || !m_list->done || m_ofReading > 0)
        return {};
    const ReadingFinished finished { m_list->reading, m_list->reason };
    m_list.reset();
    return { finished };
}

void LiveReader::leaveReading()
{
    m_list.reset();
    for (auto &[id, item] : m_queue.items())
        item.ofReading = false;
    m_ofReading = 0;
}

/// Read since the list was, or since the first of those that it goes on with, and not being asked again.
bool LiveReader::isKnown(const CallId &id) const
{
    const auto read = m_read.constFind(id);
    return read != m_read.constEnd() && (!m_knownSince || read->at >= *m_knownSince) && !m_queue.has(id);
}

LiveReader::Ms LiveReader::waitAfter(int tries) const
{
    return m_numbers.again * (1 << std::min(tries - 1, 16));
}

void LiveReader::want(const CallId &id, ReadUrgency urgency)
{
    ReadItem *item = m_queue.find(id);
    if (!item) {
        const auto listed = m_onList.constFind(id);
        item = &m_queue.add(id, urgency);
        const bool isMissed = urgency == ReadUrgency::Missed; // it may be either, and how it ended nobody has asked
        item->step = listed != m_onList.constEnd() ? *listed
            : isMissed                             ? RequestKind::LookQueued
                                                   : RequestKind::LookLive;
        item->lookEverywhere = listed == m_onList.constEnd() && !isMissed;
    } else if (urgency > item->urgency) {
        m_queue.setUrgency(id, urgency);
    }
    item->lookEverywhere = item->lookEverywhere || urgency == ReadUrgency::Wanted;
}

ReadQueue::Iterator LiveReader::erase(ReadQueue::Iterator item)
{
    m_ofReading -= item->second.ofReading ? 1 : 0;
    return m_queue.erase(item);
}

} // namespace hangup
