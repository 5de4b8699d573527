// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "practice/practicedesk.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrlQuery>

namespace hangup {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Ms = std::chrono::milliseconds;

// The time a 429 asks for, and how many answers of it a burst has.
constexpr auto BurstLength = 3;
constexpr Ms BurstTime = 1s;
// How long after the first attempt a call of fate Unclear or Unreachable gives no answer: longer than the engine tries.
constexpr Ms TroubleTime = 20s;
// The longest page of a list.
constexpr int PageMost = 20;

PracticeAnswer json(int status, const QJsonObject &object)
{
    return { .status = status,
             .body = QJsonDocument(object).toJson(QJsonDocument::Compact),
             .contentType = "application/json"_ba };
}

// A number as a list is asked for it: digits alone.
QString digitsOf(const QUrlQuery &query, const QString &key)
{
    QString number = query.queryItemValue(key, QUrl::FullyDecoded);
    if (number.startsWith(u'+'))
        number.remove(0, 1);
    return number;
}

/// Which part of a list is asked for.
struct Page
{
    int offset = 0;
    std::optional<int> limit {}; ///< nothing: all the rest
};

// Nothing for numbers that are none, as for a page of none.
std::optional<Page> pageOf(const QUrlQuery &query)
{
    Page page;
    bool good = true;
    if (query.hasQueryItem(u"offset"_s))
        page.offset = query.queryItemValue(u"offset"_s).toInt(&good);
    if (!good || page.offset < 0)
        return std::nullopt;
    if (!query.hasQueryItem(u"limit"_s))
        return page;
    page.limit = query.queryItemValue(u"limit"_s).toInt(&good);
    return good && *page.limit > 0 ? std::optional(page) : std::nullopt;
}

} // namespace

PracticeDesk::PracticeDesk(PracticeOwner owner, AuthId authId, bool quick, Ms beganAt)
    : m_owner(owner), m_authId(std::move(authId)), m_quick(quick), m_calls(owner, beganAt)
{
}

QJsonObject PracticeDesk::withApiId(QJsonObject object)
{
    // Looks like an id, as Plivo's does, and is none of a call.
    const QByteArray a = QByteArray::number(practiceNumber({ 0, 0 }, m_asked), 16).rightJustified(16, '0');
    const QByteArray b = QByteArray::number(practiceNumber({ 1, 0 }, m_asked), 16).rightJustified(16, '0');
    const QByteArray id = a.left(8) + '-' + a.mid(8, 4) + "-11f0-9" + b.mid(1, 3) + '-' + b.mid(4);
    object.insert("api_id"_L1, QString::fromLatin1(id));
    return object;
}

PracticeAnswer PracticeDesk::error(int status, const QString &words)
{
    return json(status, withApiId({ { u"error"_s, words } }));
}

PracticeAnswer PracticeDesk::tooMany()
{
    PracticeAnswer answer = error(429, u"too many requests"_s);
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(m_quick ? Ms(0) : BurstTime).count();
    answer.headers.append({ "Retry-After"_ba, QByteArray::number(qint64(seconds)) });
    return answer;
}

// Plivo's list has no total, and nobody documents its pages: it comes whole unless a part of it is asked for.
PracticeAnswer PracticeDesk::list(const QUrlQuery &query)
{
    const QString status = query.queryItemValue(u"status"_s);
    if (status != "live"_L1 && status != "queued"_L1)
        return error(400, u"invalid status"_s);
    const PracticeFilter filter { .direction = query.queryItemValue(u"call_direction"_s),
                                  .from = digitsOf(query, u"from_number"_s),
                                  .to = digitsOf(query, u"to_number"_s) };
    if (!filter.direction.isEmpty() && filter.direction != "inbound"_L1 && filter.direction != "outbound"_L1)
        return error(400, u"invalid call_direction"_s);
    const std::optional<Page> page = pageOf(query);
    if (!page)
        return error(400, u"invalid limit or offset"_s);
    const QList<CallId> all
        = status == "live"_L1 ? m_calls.listedLive(m_now, filter) : m_calls.listedQueued(m_now, filter);
    const QList<CallId> part
        = page->limit ? all.mid(page->offset, qMin(*page->limit, PageMost)) : all.mid(page->offset);
    QJsonArray ids;
    for (const CallId &id : part)
        ids.append(id.toString());
    return json(200, withApiId({ { u"calls"_s, ids } }));
}

PracticeAnswer PracticeDesk::read(const CallId &id, const QString &status)
{
    if (const auto place = practicePlace(id);
        place && practiceFate(*place) == PracticeFate::Unclear && m_triedFirst.contains(id) && isInTrouble(id))
        return error(503, u"service unavailable"_s);
    std::optional<QJsonObject> found;
    if (status == "live"_L1)
        found = m_calls.liveDetails(id, m_now);
    else if (status == "queued"_L1)
        found = m_calls.queuedDetails(id, m_now);
    else
        found = m_calls.record(id, m_now, m_quick);
    return found ? json(200, withApiId(*found)) : error(404, u"call not found"_s);
}

PracticeAnswer PracticeDesk::account()
{
    const QString name = m_owner == PracticeOwner::First ? Account::practice().name : Account::secondPractice().name;
    return json(200, withApiId({ { u"auth_id"_s, m_authId.toString() }, { u"name"_s, name } }));
}

// Nobody documents what Plivo makes of a request without an id; the practice account is not kinder than the worst.
PracticeAnswer PracticeDesk::cancelAll()
{
    for (const CallId &id : m_calls.queuedRequested(m_now))
        m_calls.end(id, m_now);
    return { .status = 204 };
}

PracticeAnswer PracticeDesk::cancel(const CallId &request)
{
    const std::optional<CallId> queued = m_calls.queuedOfRequest(request, m_now);
    if (!queued)
        return error(404, u"not found"_s);
    m_calls.end(*queued, m_now);
    return { .status = 204 };
}

PracticeAnswer PracticeDesk::hangUpAll()
{
    for (const CallId &id : m_calls.live(m_now))
        m_calls.end(id, m_now);
    return { .status = 204 };
}

PracticeAnswer PracticeDesk::hangUp(const CallId &id)
{
    const auto place = practicePlace(id);
    if (!place || !(m_calls.isLive(id, m_now) || m_calls.isQueued(id, m_now)))
        return error(404, u"call not found"_s);
    return hangUpPlace(*place);
}

PracticeAnswer PracticeDesk::hangUpPlace(PracticePlace place)
{
    const CallId id = practiceCallId(place);
    switch (practiceFate(place)) {
    case PracticeFate::Refuses:
        return error(400, u"invalid call state"_s);
    case PracticeFate::StaysLive:
        return { .status = 204 };
    case PracticeFate::ServerTrouble:
    case PracticeFate::Reset:
    case PracticeFate::Unclear:
    case PracticeFate::Unreachable:
        if (isInTrouble(id))
            return trouble(place);
        break;
    case PracticeFate::Stuck:
    case PracticeFate::EndsByItself:
    case PracticeFate::Queued:
    case PracticeFate::Over:
    case PracticeFate::NeverExisted:
    case PracticeFate::Limited:
    case PracticeFate::Slow:
    case PracticeFate::VerySlow:
    case PracticeFate::ListedOnly:
        break;
    }
    m_calls.end(id, m_now);
    return { .status = 204 };
}

// ServerTrouble and Reset trouble the first attempt alone; the others last.
bool PracticeDesk::isInTrouble(const CallId &id) const
{
    const auto first = m_triedFirst.constFind(id);
    if (first == m_triedFirst.cend())
        return true;
    const auto fate = practiceFate(*practicePlace(id));
    const bool lasts = fate == PracticeFate::Unclear || fate == PracticeFate::Unreachable;
    return lasts && m_now < *first + TroubleTime;
}

PracticeAnswer PracticeDesk::trouble(PracticePlace place)
{
    const CallId id = practiceCallId(place);
    if (!m_triedFirst.contains(id))
        m_triedFirst.insert(id, m_now);
    const auto fate = practiceFate(place);
    if (fate == PracticeFate::Unreachable)
        return PracticeAnswer::refusedConnection();
    if (fate != PracticeFate::Unclear && practiceEndsInTruth(place))
        m_calls.end(id, m_now);
    return fate == PracticeFate::Reset ? PracticeAnswer() : error(500, u"internal server error"_s);
}

// A burst begins with the first attempt to end a call of that fate, and takes in whatever else is asked meanwhile: the
// limit is the account's, not the call's.
bool PracticeDesk::burstCovers(std::optional<PracticePlace> place)
{
    if (place && practiceFate(*place) == PracticeFate::Limited && !m_limitedBefore.contains(practiceCallId(*place))) {
        m_limitedBefore.insert(practiceCallId(*place));
        m_burstLeft = m_quick ? 1 : BurstLength;
        m_burstUntil = m_now + BurstTime;
    }
    if (m_burstLeft == 0 || m_now >= m_burstUntil)
        return false;
    --m_burstLeft;
    return true;
}

PracticeDesk::Ms PracticeDesk::delay(std::optional<PracticePlace> place) const
{
    // By the number of the request, so that each run has the same jitter.
    const auto jitter = [this](quint64 range) { return Ms(practiceNumber({ 2, 0 }, m_asked) % range); };
    const auto fate = place ? practiceFate(*place) : PracticeFate::Stuck;
    if (fate == PracticeFate::VerySlow)
        return m_quick ? 60ms : 7s + jitter(500);
    if (fate == PracticeFate::Slow)
        return m_quick ? 30ms : 2s + jitter(1000);
    return m_quick ? 0ms : 60ms + jitter(61);
}

PracticeAnswer PracticeDesk::answerCalls(const PracticeAsked &asked)
{
    if (asked.name.isEmpty())
        return asked.isDelete ? hangUpAll() : list(QUrlQuery(asked.query));
    const auto id = CallId::parse(QString::fromLatin1(asked.name));
    if (!id)
        return error(404, u"not found"_s);
    const auto place = practicePlace(*id);
    if (burstCovers(asked.isDelete ? place : std::nullopt))
        return tooMany();
    // Only the hang-up of a live call takes its time.
    const bool wasLive = m_calls.isLive(*id, m_now);
    PracticeAnswer answer
        = asked.isDelete ? hangUp(*id) : read(*id, QUrlQuery(asked.query).queryItemValue(u"status"_s));
    answer.delay = delay(asked.isDelete && wasLive ? place : std::nullopt);
    return answer;
}

PracticeAnswer PracticeDesk::answerRequests(const PracticeAsked &asked)
{
    if (!asked.isDelete)
        return error(404, u"not found"_s);
    if (asked.name.isEmpty())
        return cancelAll();
    const auto id = CallId::parse(QString::fromLatin1(asked.name));
    if (!id)
        return error(404, u"not found"_s);
    return burstCovers({}) ? tooMany() : cancel(*id);
}

PracticeAnswer PracticeDesk::answerKind(const PracticeAsked &asked)
{
    switch (asked.kind) {
    case PracticeAsked::Kind::Account:
        return account();
    case PracticeAsked::Kind::Calls:
        return answerCalls(asked);
    case PracticeAsked::Kind::Requests:
        return answerRequests(asked);
    case PracticeAsked::Kind::WrongMethod:
        return error(405, u"method not allowed"_s);
    case PracticeAsked::Kind::Unknown:
        break;
    }
    return error(404, u"not found"_s);
}

PracticeAnswer PracticeDesk::answer(const PracticeAsked &asked, quint64 number, Ms now)
{
    m_asked = number;
    m_now = now;
    if (const auto id = CallId::parse(QString::fromLatin1(asked.name))) {
        if (const auto place = practicePlace(*id))
            m_calls.meet(*place, now);
        else if (const auto requested = practiceRequestPlace(*id))
            m_calls.meet(*requested, now);
    }
    PracticeAnswer answer = answerKind(asked);
    if (answer.delay == Ms(0))
        answer.delay = delay({});
    return answer;
}

bool PracticeDesk::isLive(const CallId &id, Ms now) const
{
    return m_calls.isLive(id, now);
}

qsizetype PracticeDesk::liveCount(Ms now) const
{
    return m_calls.live(now).size();
}

} // namespace hangup
