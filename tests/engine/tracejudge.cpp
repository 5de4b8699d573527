// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "engine/tracejudge.h"

#include "domain/words.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace hangup::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int MaxAttempts = 4;
constexpr std::chrono::milliseconds CheckGoodFor { 10'000 };

QByteArray header(const TraceAnswer &answer, QByteArrayView name)
{
    for (const auto &[key, value] : answer.headers) {
        if (key == name)
            return value;
    }
    return {};
}

/// A whole answer of that status, with a JSON object in it.
bool isWholeObject(const TraceAnswer &answer, int status)
{
    const bool cut = answer.error == QNetworkReply::RemoteHostClosedError
        || answer.error == QNetworkReply::OperationCanceledError || answer.error == QNetworkReply::TimeoutError;
    const QByteArray length = header(answer, "Content-Length");
    return answer.trusted && answer.status == status && !cut
        && (length.isEmpty() || length.toLongLong() == answer.body.size())
        && QJsonDocument::fromJson(answer.body).isObject();
}

bool isLimit(const TraceAnswer &answer)
{
    return answer.trusted && answer.status == 429;
}

/// DNS, TCP, TLS and a proxy's CONNECT come before the first byte of a request.
bool neverLeft(const TraceAnswer &answer, bool &isRetried)
{
    isRetried
        = answer.error == QNetworkReply::HostNotFoundError || answer.error == QNetworkReply::ConnectionRefusedError;
    return answer.status == 0 && !answer.hangs
        && (isRetried || answer.error == QNetworkReply::SslHandshakeFailedError
            || (answer.error >= QNetworkReply::ProxyConnectionRefusedError
                && answer.error <= QNetworkReply::ProxyAuthenticationRequiredError));
}

/// Every other call would fare the same: the batch stops.
bool stopsTheBatch(const TraceAnswer &answer)
{
    bool isRetried = false;
    if (neverLeft(answer, isRetried))
        return !isRetried;
    return answer.trusted && (answer.status == 401 || answer.status == 403);
}

/// A look that came to this may be asked again: it says nothing, and nothing against it.
bool saysNothing(const TraceAnswer &answer)
{
    bool isRetried = false;
    if (neverLeft(answer, isRetried))
        return isRetried;
    const bool isRefusal = answer.status >= 400 && answer.status < 500 && answer.status != 404;
    return !answer.trusted || (answer.status != 204 && !isRefusal);
}

/// Must not be ended, by the numbers in the answer.
bool isObjection(const TraceJudge::Terms &terms, const QJsonObject &call)
{
    const QString from = call.value("from"_L1).toString();
    const QString to = call.value("to"_L1).toString();
    const bool isKept = terms.isGuarded && (from.isEmpty() || to.isEmpty() || from == "112"_L1 || to == "112"_L1);
    return isKept || (terms.wasSeen && (from != "1"_L1 || to != "2"_L1));
}

} // namespace

void TraceJudge::broke(const CallId &id, const QString &what)
{
    if (m_broken.isEmpty())
        m_broken = id.toString() + u": "_s + what;
}

void TraceJudge::expect(const CallId &id, const Terms &terms)
{
    Call &call = m_calls[id];
    call.terms = terms;
    call.doubted = terms.isDoubted;
    if (call.doubted)
        call.next = RequestKind::LookLive; // a DELETE only if it is still there
    else if (terms.isDry && !terms.isChecked)
        over(call, Outcome::NotSent);
}

bool TraceJudge::needsCheck(const Call &call, Ms now)
{
    return call.terms.isChecked && (!call.passedAt || now - *call.passedAt > CheckGoodFor);
}

void TraceJudge::sent(const TraceRequest &request, Ms now)
{
    Call &call = m_calls[request.id];
    const bool isDelete = request.kind == RequestKind::HangUp;
    if (m_stopped)
        broke(request.id, u"sent after a stop"_s);
    if (now < m_heldUntil)
        broke(request.id, u"sent %1 ms before the time that was asked for"_s.arg((m_heldUntil - now).count()));
    if (call.onItsWay)
        broke(request.id, u"two requests at a time"_s);
    if (isDelete && call.terms.isDry)
        broke(request.id, u"a DELETE in a dry run"_s);
    if (call.next == RequestKind::HangUp && needsCheck(call, now))
        call.next = RequestKind::LookLive;
    if (!call.next)
        broke(request.id, u"sent though it was over"_s);
    else if (*call.next != request.kind)
        broke(request.id, u"request %1 and not %2"_s.arg(int(request.kind)).arg(int(*call.next)));
    if (isDelete && ++call.deletes > call.intents)
        broke(request.id, u"a DELETE without an intent"_s);
    if (call.written != 0)
        broke(request.id, u"sent after its outcome"_s);
    call.onItsWay = true;
    call.granted = call.granted && !isDelete;
    call.mayBe.reset();
}

void TraceJudge::answered(const TraceRequest &request, const TraceAnswer &answer, Ms now)
{
    Call &call = m_calls[request.id];
    call.onItsWay = false;
    hold(answer, now);
    if (request.kind == RequestKind::HangUp)
        answeredDelete(call, answer);
    else
        answeredLook(call, request, answer, now);
    if (stopsTheBatch(answer))
        m_stopped = true;
    if (call.tries > MaxAttempts)
        broke(request.id, u"%1 attempts"_s.arg(call.tries));
}

void TraceJudge::answeredDelete(Call &call, const TraceAnswer &answer)
{
    if (isLimit(answer)) {
        call.granted = true;
        return; // it waits
    }
    ++call.tries;
    bool isRetried = false;
    if (neverLeft(answer, isRetried)) {
        ++call.neverLeft;
        call.granted = isRetried;
        if (isRetried)
            giveUpOrRetry(call, call.unsent());
        else
            over(call, call.unsent());
        return;
    }
    if (answer.trusted && answer.status == 204) {
        over(call, Outcome::Ended);
    } else if (isWholeObject(answer, 404)) {
        over(call, call.open || call.doubted ? Outcome::NotLiveMaybeUs : Outcome::NotLive);
    } else if (answer.trusted && answer.status >= 400 && answer.status < 500 && answer.status != 404) {
        over(call, Outcome::Refused);
    } else {
        call.open = true;
        call.foundLive = false;
        call.next = RequestKind::LookLive;
    }
}

void TraceJudge::answeredLook(Call &call, const TraceRequest &request, const TraceAnswer &answer, Ms now)
{
    if (isLimit(answer))
        return;
    const QJsonObject object = QJsonDocument::fromJson(answer.body).object();
    if (isWholeObject(answer, 200) && object.value("call_uuid"_L1).toString() == request.id.toString()) {
        foundLive(call, answer, now);
    } else if (isWholeObject(answer, 404) && request.kind == RequestKind::LookLive && call.notQueued) {
        over(call, call.open || call.doubted ? Outcome::NotLiveMaybeUs : Outcome::NotSent);
    } else if (isWholeObject(answer, 404) && !m_stopped) {
        call.notQueued = request.kind == RequestKind::LookQueued;
        call.next = call.notQueued ? RequestKind::LookLive : RequestKind::LookQueued;
    } else {
        foundNothing(call, answer);
    }
}

void TraceJudge::foundLive(Call &call, const TraceAnswer &answer, Ms now)
{
    call.foundLive = true;
    call.notQueued = false;
    call.next = RequestKind::HangUp;
    if (call.terms.isChecked) {
        call.passedAt = now;
        call.unclearChecks = 0;
        if (isObjection(call.terms, QJsonDocument::fromJson(answer.body).object())) {
            over(call, call.unsent());
            return;
        }
    }
    if (call.terms.isDry)
        over(call, call.unsent());
    else if (call.tries > 0 && !call.granted)
        giveUpOrRetry(call, Outcome::Unknown);
    call.granted = true;
}

/// A check is asked again, but not the look after an attempt of this batch.
void TraceJudge::foundNothing(Call &call, const TraceAnswer &answer)
{
    const bool isAskedAgain
        = call.terms.isChecked && !call.open && !m_stopped && saysNothing(answer) && ++call.unclearChecks < MaxAttempts;
    if (!isAskedAgain) {
        over(call, call.unsent());
        return;
    }
    call.next = RequestKind::LookLive;
    if (!m_mustRetry)
        call.mayBe = call.unsent();
}

void TraceJudge::over(Call &call, Outcome outcome)
{
    call.next.reset();
    call.outcome = outcome;
}

/// After a stop it is not tried again, and gets what it would have got without this answer.
void TraceJudge::giveUpOrRetry(Call &call, Outcome outcome)
{
    if (m_stopped)
        over(call, call.unsent());
    else if (call.tries >= MaxAttempts)
        over(call, outcome);
    else if (!m_mustRetry)
        call.mayBe = outcome;
}

/// A 429 and a 5xx may say when to come again: in seconds, or not so that anybody could read it.
void TraceJudge::hold(const TraceAnswer &answer, Ms now)
{
    const bool mayAsk = answer.status == 429 || (answer.status >= 500 && answer.status < 600);
    bool isNumber = false;
    const int seconds = header(answer, "Retry-After").toInt(&isNumber);
    if (mayAsk && isNumber && seconds > 0)
        m_heldUntil = std::max(m_heldUntil, now + std::chrono::seconds(seconds));
}

void TraceJudge::intentRefused(const CallId &id)
{
    Call &call = m_calls[id];
    call.intentRefused = true;
    over(call, call.unsent());
    m_stopped = true; // the others' intents would fare no better
}

void TraceJudge::intentWritten(const CallId &id, bool doubted)
{
    Call &call = m_calls[id];
    if (call.terms.isDry)
        broke(id, u"an intent in a dry run"_s);
    // Stopped meanwhile, it has its outcome without the journal's word.
    if (++call.intents == 1 && doubted && !call.doubted && !m_stopped) {
        call.doubted = true;
        call.next = RequestKind::LookLive;
    }
}

void TraceJudge::outcomeWritten(const CallResult &result)
{
    if (++m_calls[result.id].written > 1)
        broke(result.id, u"two outcomes on record"_s);
}

void TraceJudge::told(const CallResult &result)
{
    Call &call = m_calls[result.id];
    if (++call.told > 1)
        broke(result.id, u"two outcomes told"_s);
    if (call.written != 1)
        broke(result.id, u"told before it was on record"_s);
    if (call.onItsWay)
        broke(result.id, u"told while it was on its way"_s);
    if (result.attempts != call.deletes - call.neverLeft)
        broke(result.id, u"%1 attempts told of %2"_s.arg(result.attempts).arg(call.deletes - call.neverLeft));
    call.was = result.outcome;
}

void TraceJudge::judge(const CallId &id, const Call &call)
{
    if (!call.was) {
        broke(id, u"no outcome"_s);
        return;
    }
    QList<Outcome> right;
    if (call.outcome)
        right.append(*call.outcome);
    else if (m_stopped)
        right.append(call.unsent());
    if (!call.outcome && call.mayBe)
        right.append(*call.mayBe);
    if (right.contains(*call.was))
        return;
    QString wanted;
    for (const Outcome outcome : std::as_const(right))
        wanted += u' ' + words::outcomeKey(outcome);
    broke(id, u"%1 and not%2"_s.arg(words::outcomeKey(*call.was), wanted.isEmpty() ? u" over yet"_s : wanted));
}

QString TraceJudge::brokenPromise()
{
    for (auto it = m_calls.cbegin(); it != m_calls.cend(); ++it)
        judge(it.key(), it.value());
    return m_broken;
}

} // namespace hangup::test
