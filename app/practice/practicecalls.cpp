// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "practice/practicecalls.h"

#include <QDateTime>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace hangup {

namespace {

// A queued call that nobody cancels is dialled after this time.
constexpr auto QueuedFor = 10min;

// Plivo's two spellings of a time, as its documentation shows them.
QString liveTime(PracticeCalls::Ms at)
{
    return QDateTime::fromMSecsSinceEpoch(at.count(), Qt::UTC).toString(u"yyyy-MM-dd HH:mm:ss.zzz000"_s);
}

QString recordTime(PracticeCalls::Ms at)
{
    return QDateTime::fromMSecsSinceEpoch(at.count(), Qt::UTC).toString(u"yyyy-MM-dd HH:mm:ss"_s) + u"+00:00"_s;
}

QString phoneNumber(PracticePlace place, quint64 salt)
{
    return u"1212555%1"_s.arg(100 + practiceNumber(place, salt) % 100, 4, 10, QLatin1Char('0'));
}

QString direction(PracticePlace place)
{
    return practiceNumber(place, 6) % 3 == 0 ? u"outbound"_s : u"inbound"_s;
}

} // namespace

PracticeCalls::PracticeCalls(Ms beganAt) : m_beganAt(beganAt), m_tickets { StandingCalls, 0 } { }

void PracticeCalls::meet(quint32 ticket)
{
    if (!m_tickets.contains(ticket))
        m_tickets.append(ticket);
}

void PracticeCalls::end(const CallId &id, Ms now)
{
    if (isLive(id, now))
        m_ended.insert(id, { now, false });
    else if (isQueued(id, now))
        m_ended.insert(id, { now, true });
}

bool PracticeCalls::isLive(const CallId &id, Ms now) const
{
    const auto place = practicePlace(id);
    if (!place || m_ended.contains(id))
        return false;
    switch (practiceFate(*place)) {
    case PracticeFate::Over:
    case PracticeFate::NeverExisted:
        return false;
    case PracticeFate::EndsByItself:
        return now < practiceEndsAfter(*place);
    case PracticeFate::Queued:
        return now >= QueuedFor;
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
    const auto place = practicePlace(id);
    return place && practiceFate(*place) == PracticeFate::Queued && now < QueuedFor && !m_ended.contains(id);
}

QList<PracticePlace> PracticeCalls::places() const
{
    QList<PracticePlace> all;
    for (const quint32 ticket : m_tickets) {
        const quint8 count = ticket == StandingCalls ? StandingCallCount : CallsPerTicket;
        for (quint8 place = 0; place < count; ++place)
            all.append({ ticket, place });
    }
    return all;
}

QList<CallId> PracticeCalls::live(Ms now) const
{
    QList<CallId> found;
    for (const PracticePlace place : places()) {
        if (const CallId id = practiceCallId(place); isLive(id, now))
            found.append(id);
    }
    return found;
}

QList<CallId> PracticeCalls::queued(Ms now) const
{
    QList<CallId> found;
    for (const PracticePlace place : places()) {
        if (const CallId id = practiceCallId(place); isQueued(id, now))
            found.append(id);
    }
    return found;
}

PracticeCalls::Ms PracticeCalls::startedAt(PracticePlace place) const
{
    return m_beganAt - practiceAge(place);
}

QJsonObject PracticeCalls::details(PracticePlace place, const QString &status) const
{
    const QString id = practiceCallId(place).toString();
    return {
        { u"call_uuid"_s, id },
        { u"request_uuid"_s, id },
        { u"call_status"_s, status },
        { u"direction"_s, direction(place) },
        { u"from"_s, phoneNumber(place, 4) },
        { u"to"_s, phoneNumber(place, 5) },
        { u"caller_name"_s, phoneNumber(place, 4) },
        { u"session_start"_s, liveTime(startedAt(place)) },
        { u"stir_verification"_s, u"Not Applicable"_s },
    };
}

std::optional<QJsonObject> PracticeCalls::liveDetails(const CallId &id, Ms now) const
{
    if (!isLive(id, now))
        return std::nullopt;
    return details(*practicePlace(id), u"in-progress"_s);
}

std::optional<QJsonObject> PracticeCalls::queuedDetails(const CallId &id, Ms now) const
{
    if (!isQueued(id, now))
        return std::nullopt;
    return details(*practicePlace(id), u"queued"_s);
}

std::optional<QJsonObject> PracticeCalls::record(const CallId &id, Ms now, bool atOnce) const
{
    const auto place = practicePlace(id);
    if (!place || practiceFate(*place) == PracticeFate::NeverExisted || isLive(id, now) || isQueued(id, now))
        return std::nullopt;
    const Ms ended = endOf(*place);
    if (!atOnce && now < ended + practiceRecordDelay(*place))
        return std::nullopt;
    const bool byUs = m_ended.contains(id);
    const bool cancelled = byUs && m_ended.value(id).wasQueued;
    const Ms start = startedAt(*place);
    const auto talked = cancelled ? std::chrono::seconds(0)
                                  : std::chrono::duration_cast<std::chrono::seconds>(m_beganAt + ended - start);
    const auto minutes = (talked.count() + 59) / 60;
    const QString source = byUs ? u"API Request"_s : practiceCallerEnds(*place) ? u"Caller"_s : u"Callee"_s;
    return QJsonObject {
        { u"call_uuid"_s, id.toString() },
        { u"parent_call_uuid"_s, QJsonValue::Null },
        { u"from_number"_s, phoneNumber(*place, 4) },
        { u"to_number"_s, phoneNumber(*place, 5) },
        { u"call_direction"_s, direction(*place) },
        { u"initiation_time"_s, recordTime(start) },
        { u"answer_time"_s, cancelled ? QJsonValue(QJsonValue::Null) : QJsonValue(recordTime(start + 4s)) },
        { u"end_time"_s, recordTime(m_beganAt + ended) },
        { u"call_duration"_s, qint64(talked.count()) },
        { u"bill_duration"_s, qint64(minutes * 60) },
        { u"total_amount"_s, QString::number(double(minutes) * 0.0085, 'f', 5) },
        { u"call_state"_s, cancelled ? u"CANCEL"_s : u"ANSWER"_s },
        { u"hangup_cause_name"_s, cancelled ? u"Canceled"_s : u"Normal Hangup"_s },
        { u"hangup_cause_code"_s, cancelled ? 1000 : 4000 },
        { u"hangup_source"_s, source },
    };
}

PracticeCalls::Ms PracticeCalls::endOf(PracticePlace place) const
{
    if (const auto found = m_ended.constFind(practiceCallId(place)); found != m_ended.cend())
        return found->at;
    if (practiceFate(place) == PracticeFate::EndsByItself)
        return practiceEndsAfter(place);
    return -1min; // Over: its record has been there since before the world began
}

} // namespace hangup
