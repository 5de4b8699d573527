// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "practice/practiceworld.h"

#include "domain/account.h"
#include "practice/practicecalls.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace hangup {

namespace {

using Ms = std::chrono::milliseconds;

// The time a 429 asks for, and how many answers of it a burst has.
constexpr auto BurstLength = 3;
constexpr Ms BurstTime = 1s;
// How long after the first attempt a call of fate Unclear or Unreachable gives no answer: longer than the engine tries.
constexpr Ms TroubleTime = 20s;

PracticeAnswer json(int status, const QJsonObject &object)
{
    return { .status = status,
             .body = QJsonDocument(object).toJson(QJsonDocument::Compact),
             .contentType = "application/json"_ba };
}

// The segments of a path as a server sees them: decoded, without "." and "..".
QList<QByteArray> segmentsOf(const QUrl &url)
{
    QList<QByteArray> segments;
    const QByteArray path = url.path(QUrl::FullyEncoded).toLatin1();
    for (const QByteArray &encoded : path.mid(1).split('/')) {
        const QByteArray segment = QByteArray::fromPercentEncoding(encoded);
        if (segment == "..") {
            if (!segments.isEmpty())
                segments.removeLast();
        } else if (segment != ".") {
            segments.append(segment);
        }
    }
    return segments;
}

// Any token will do, as long as there is one: there is nothing to protect here, but the header must be right.
bool isAuthorized(const QByteArray &authorization)
{
    if (!authorization.startsWith("Basic "))
        return false;
    const auto decoded = QByteArray::fromBase64Encoding(authorization.mid(6), QByteArray::AbortOnBase64DecodingErrors);
    const QByteArray user = Account::practice().authId.toLatin1() + ':';
    return decoded && (*decoded).startsWith(user) && (*decoded).size() > user.size();
}

} // namespace

struct PracticeWorld::Private
{
    Private(bool isQuick, std::shared_ptr<const Clock> givenClock)
        : quick(isQuick), clock(givenClock ? std::move(givenClock) : std::make_shared<SystemClock>()),
          began(clock->monotonic()), calls(clock->wall())
    {
    }

    Ms now() const { return clock->monotonic() - began; }
    QJsonObject withApiId(QJsonObject object);
    PracticeAnswer error(int status, const QString &words)
    {
        return json(status, withApiId({ { u"error"_s, words } }));
    }
    PracticeAnswer notAuthorized() const;
    PracticeAnswer tooMany();
    PracticeAnswer route(const PracticeRequest &request);
    PracticeAnswer list(const QString &status);
    PracticeAnswer read(const CallId &id, const QString &status);
    PracticeAnswer hangUp(const CallId &id);
    PracticeAnswer hangUpAll();
    PracticeAnswer hangUpPlace(PracticePlace place);
    bool burstCovers(std::optional<PracticePlace> place);
    bool isInTrouble(const CallId &id) const;
    PracticeAnswer trouble(PracticePlace place);
    Ms delay(std::optional<PracticePlace> place);

    bool quick;
    std::shared_ptr<const Clock> clock;
    Ms began;
    PracticeCalls calls;
    quint64 asked = 0; ///< requests so far
    QSet<CallId> limitedBefore;
    QHash<CallId, Ms> triedFirst; ///< of the fates with trouble: when somebody tried to end it first
    int burstLeft = 0;
    Ms burstUntil { 0 };
};

QJsonObject PracticeWorld::Private::withApiId(QJsonObject object)
{
    // Looks like an id, as Plivo's does, and is none of a call.
    const QByteArray a = QByteArray::number(practiceNumber({ 0, 0 }, asked), 16).rightJustified(16, '0');
    const QByteArray b = QByteArray::number(practiceNumber({ 1, 0 }, asked), 16).rightJustified(16, '0');
    const QByteArray id = a.left(8) + '-' + a.mid(8, 4) + "-11f0-9" + b.mid(1, 3) + '-' + b.mid(4);
    object.insert("api_id"_L1, QString::fromLatin1(id));
    return object;
}

PracticeAnswer PracticeWorld::Private::notAuthorized() const
{
    PracticeAnswer answer { .status = 401,
                            .body = "Could not verify your access level for that URL."_ba,
                            .contentType = "text/plain"_ba };
    answer.headers.append({ "WWW-Authenticate"_ba, "Basic realm=\"Login Required\""_ba });
    return answer;
}

PracticeAnswer PracticeWorld::Private::tooMany()
{
    PracticeAnswer answer = error(429, u"too many requests"_s);
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(quick ? Ms(0) : BurstTime).count();
    answer.headers.append({ "Retry-After"_ba, QByteArray::number(qint64(seconds)) });
    return answer;
}

PracticeAnswer PracticeWorld::Private::list(const QString &status)
{
    if (status != "live"_L1 && status != "queued"_L1)
        return error(400, u"invalid status"_s);
    QJsonArray ids;
    for (const CallId &id : status == "live"_L1 ? calls.live(now()) : calls.queued(now()))
        ids.append(id.toString());
    return json(200, withApiId({ { u"calls"_s, ids } }));
}

PracticeAnswer PracticeWorld::Private::read(const CallId &id, const QString &status)
{
    if (const auto place = practicePlace(id);
        place && practiceFate(*place) == PracticeFate::Unclear && triedFirst.contains(id) && isInTrouble(id))
        return error(503, u"service unavailable"_s);
    std::optional<QJsonObject> found;
    if (status == "live"_L1)
        found = calls.liveDetails(id, now());
    else if (status == "queued"_L1)
        found = calls.queuedDetails(id, now());
    else
        found = calls.record(id, now(), quick);
    return found ? json(200, withApiId(*found)) : error(404, u"call not found"_s);
}

PracticeAnswer PracticeWorld::Private::hangUpAll()
{
    const Ms at = now();
    for (const CallId &id : calls.live(at))
        calls.end(id, at);
    return { .status = 204 };
}

PracticeAnswer PracticeWorld::Private::hangUp(const CallId &id)
{
    const auto place = practicePlace(id);
    if (!place || !(calls.isLive(id, now()) || calls.isQueued(id, now())))
        return error(404, u"call not found"_s);
    return hangUpPlace(*place);
}

PracticeAnswer PracticeWorld::Private::hangUpPlace(PracticePlace place)
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
        break;
    }
    calls.end(id, now());
    return { .status = 204 };
}

// ServerTrouble and Reset trouble the first attempt alone; the others last.
bool PracticeWorld::Private::isInTrouble(const CallId &id) const
{
    const auto first = triedFirst.constFind(id);
    if (first == triedFirst.cend())
        return true;
    const auto fate = practiceFate(*practicePlace(id));
    const bool lasts = fate == PracticeFate::Unclear || fate == PracticeFate::Unreachable;
    return lasts && now() < *first + TroubleTime;
}

PracticeAnswer PracticeWorld::Private::trouble(PracticePlace place)
{
    const CallId id = practiceCallId(place);
    if (!triedFirst.contains(id))
        triedFirst.insert(id, now());
    const auto fate = practiceFate(place);
    if (fate == PracticeFate::Unreachable)
        return PracticeAnswer::refusedConnection();
    if (fate != PracticeFate::Unclear && practiceEndsInTruth(place))
        calls.end(id, now());
    return fate == PracticeFate::Reset ? PracticeAnswer() : error(500, u"internal server error"_s);
}

// A burst begins with the first attempt to end a call of that fate, and takes in whatever else is asked meanwhile: the
// limit is the account's, not the call's.
bool PracticeWorld::Private::burstCovers(std::optional<PracticePlace> place)
{
    if (place && practiceFate(*place) == PracticeFate::Limited && !limitedBefore.contains(practiceCallId(*place))) {
        limitedBefore.insert(practiceCallId(*place));
        burstLeft = quick ? 1 : BurstLength;
        burstUntil = now() + BurstTime;
    }
    if (burstLeft == 0 || now() >= burstUntil)
        return false;
    --burstLeft;
    return true;
}

Ms PracticeWorld::Private::delay(std::optional<PracticePlace> place)
{
    // By the number of the request, so that each run has the same jitter.
    const auto jitter = [this](quint64 range) { return Ms(practiceNumber({ 2, 0 }, asked) % range); };
    const auto fate = place ? practiceFate(*place) : PracticeFate::Stuck;
    if (fate == PracticeFate::VerySlow)
        return quick ? 60ms : 7s + jitter(500);
    if (fate == PracticeFate::Slow)
        return quick ? 30ms : 2s + jitter(1000);
    return quick ? 0ms : 60ms + jitter(61);
}

PracticeAnswer PracticeWorld::Private::route(const PracticeRequest &request)
{
    const QList<QByteArray> path = segmentsOf(request.url);
    const bool ours = path.size() >= 3 && path.at(0) == "v1" && path.at(1) == "Account" && path.last().isEmpty();
    if (!ours)
        return { .status = 404, .body = "<html><title>Not Found</title></html>"_ba, .contentType = "text/html"_ba };
    if (path.at(2) != Account::practice().authId.toLatin1() || !isAuthorized(request.authorization))
        return notAuthorized();

    const bool isGet = request.method == "GET";
    const bool isDelete = request.method == "DELETE";
    if (path.size() == 4 && isGet)
        return json(200,
                    withApiId({ { u"auth_id"_s, Account::practice().authId.toString() },
                                { u"name"_s, u"Practice account"_s } }));
    if (path.size() < 5 || path.size() > 6 || path.at(3) != "Call")
        return error(404, u"not found"_s);
    if (!isGet && !isDelete)
        return error(405, u"method not allowed"_s);

    const QString status = QUrlQuery(request.url).queryItemValue(u"status"_s);
    const QByteArray name = path.size() == 6 ? path.at(4) : QByteArray();
    if (name.isEmpty())
        return isDelete ? hangUpAll() : list(status);
    const auto id = CallId::parse(QString::fromLatin1(name));
    if (!id)
        return error(404, u"not found"_s);
    const auto place = practicePlace(*id);
    if (place)
        calls.meet(place->ticket);
    if (burstCovers(isDelete ? place : std::nullopt)) {
        PracticeAnswer answer = tooMany();
        answer.delay = delay({});
        return answer;
    }
    // Only the hang-up of a live call takes its time.
    const bool wasLive = calls.isLive(*id, now());
    PracticeAnswer answer = isDelete ? hangUp(*id) : read(*id, status);
    answer.delay = delay(isDelete && wasLive ? place : std::nullopt);
    return answer;
}

PracticeWorld::PracticeWorld(bool quick, std::shared_ptr<const Clock> clock)
    : d(std::make_unique<Private>(quick, std::move(clock)))
{
}

PracticeWorld::~PracticeWorld() = default;

PracticeAnswer PracticeWorld::answer(const PracticeRequest &request)
{
    ++d->asked;
    PracticeAnswer answer = d->route(request);
    if (answer.delay == Ms(0))
        answer.delay = d->delay({});
    return answer;
}

bool PracticeWorld::isLive(const CallId &id) const
{
    return d->calls.isLive(id, d->now());
}

qsizetype PracticeWorld::liveCount() const
{
    return d->calls.live(d->now()).size();
}

} // namespace hangup
