// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "practice/practiceworld.h"

#include "practice/practicedesk.h"

#include <QUrl>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

using Ms = std::chrono::milliseconds;

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
bool isAuthorized(const AuthId &authId, const QByteArray &authorization)
{
    if (!authorization.startsWith("Basic "))
        return false;
    const auto decoded = QByteArray::fromBase64Encoding(authorization.mid(6), QByteArray::AbortOnBase64DecodingErrors);
    const QByteArray user = authId.toLatin1() + ':';
    return decoded && (*decoded).startsWith(user) && (*decoded).size() > user.size();
}

// What @p path, of an account, asks for: /v1/Account/<auth ID>/, …/Call/, …/Call/<name>/ or the same with Request.
PracticeAsked askedFor(const QList<QByteArray> &path, const PracticeRequest &request)
{
    using Kind = PracticeAsked::Kind;
    const bool isGet = request.method == "GET";
    const bool isDelete = request.method == "DELETE";
    PracticeAsked asked { .isDelete = isDelete, .query = request.url.query() };
    if (path.size() == 4 && isGet)
        asked.kind = Kind::Account;
    if (path.size() < 5 || path.size() > 6 || (path.at(3) != "Call" && path.at(3) != "Request"))
        return asked;
    asked.kind = path.at(3) == "Call" ? Kind::Calls : Kind::Requests;
    if (!isGet && !isDelete)
        asked.kind = Kind::WrongMethod;
    if (path.size() == 6)
        asked.name = path.at(4);
    return asked;
}

PracticeAnswer notAuthorized()
{
    PracticeAnswer answer { .status = 401,
                            .body = "Could not verify your access level for that URL."_ba,
                            .contentType = "text/plain"_ba };
    answer.headers.append({ "WWW-Authenticate"_ba, "Basic realm=\"Login Required\""_ba });
    return answer;
}

} // namespace

struct PracticeWorld::Private
{
    Private(bool quick, std::shared_ptr<const Clock> givenClock)
        : clock(givenClock ? std::move(givenClock) : std::make_shared<SystemClock>()),
          began(clock->monotonic()), desks { PracticeDesk(PracticeOwner::First, accounts().at(0), quick, clock->wall()),
                                             PracticeDesk(PracticeOwner::Second, accounts().at(1), quick,
                                                          clock->wall()) },
          // An answer without an account is in no hurry either.
          unowned(quick ? Ms(0) : Ms(60))
    {
    }

    Ms now() const { return clock->monotonic() - began; }
    PracticeAnswer route(const PracticeRequest &request);

    std::shared_ptr<const Clock> clock;
    Ms began;
    std::array<PracticeDesk, 2> desks;
    Ms unowned;
    quint64 asked = 0; ///< requests so far
};

PracticeAnswer PracticeWorld::Private::route(const PracticeRequest &request)
{
    const QList<QByteArray> path = segmentsOf(request.url);
    const bool ours = path.size() >= 3 && path.at(0) == "v1" && path.at(1) == "Account" && path.last().isEmpty();
    if (!ours)
        return { .status = 404, .body = "<html><title>Not Found</title></html>"_ba, .contentType = "text/html"_ba };
    const auto desk = std::find_if(desks.begin(), desks.end(),
                                   [&](const PracticeDesk &one) { return one.authId().toLatin1() == path.at(2); });
    if (desk == desks.end() || !isAuthorized(desk->authId(), request.authorization))
        return notAuthorized();
    return desk->answer(askedFor(path, request), asked, now());
}

PracticeWorld::PracticeWorld(bool quick, std::shared_ptr<const Clock> clock)
    : d(std::make_unique<Private>(quick, std::move(clock)))
{
}

PracticeWorld::~PracticeWorld() = default;

QList<AuthId> PracticeWorld::accounts()
{
    return { Account::practice().authId, Account::secondPractice().authId };
}

PracticeAnswer PracticeWorld::answer(const PracticeRequest &request)
{
    ++d->asked;
    PracticeAnswer answer = d->route(request);
    if (answer.delay == Ms(0))
        answer.delay = d->unowned;
    return answer;
}

bool PracticeWorld::isLive(const CallId &id) const
{
    return std::any_of(d->desks.begin(), d->desks.end(),
                       [&](const PracticeDesk &desk) { return desk.isLive(id, d->now()); });
}

qsizetype PracticeWorld::liveCount(const AuthId &account) const
{
    qsizetype count = 0;
    for (const PracticeDesk &desk : d->desks)
        count += desk.authId() == account ? desk.liveCount(d->now()) : 0;
    return count;
}

} // namespace hangup
