// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "plivo/hangupengine_p.h"

#include "plivo/inforeader.h"

#include <algorithm>

namespace hangup {

namespace {

/// Background questions on their way at once: there is time.
constexpr int BackgroundInFlight = 6;
/// Proof and reading together, when the target is small …
constexpr int LeastQuestionsInFlight = 4;
/// … but they never take these: a slow answer to a question must not keep a call from being ended.
constexpr int LeftForEnding = 2;

} // namespace

/// Whoever waits for a reading comes first; then proof and the background take turns.
void HangupEngine::Private::pumpQuestions()
{
    if (!endpoint.token)
        tellRead(reader.fail(Reason::NoToken));
    const bool proof = isProofPossible();
    const bool read = mayRead();
    while (read && reader.next(clock->monotonic()) == ReadUrgency::Wanted && askOneRead()) { }
    bool asked = true;
    while (asked) {
        const bool readFirst = readGoesFirst;
        asked = readFirst ? read && askOneRead() : proof && askOneProof();
        if (!asked)
            asked = readFirst ? proof && askOneProof() : read && askOneRead();
        else
            readGoesFirst = !readFirst;
    }
}

/// Not while a call that is to be ended waits for the wire. During a pause it waits for the user, who may want to look.
bool HangupEngine::Private::mayRead()
{
    return endpoint.token && !reader.isEmpty() && (isPaused || !book.head());
}

/// What questions may have of the target, however many they are.
int HangupEngine::Private::mostQuestions() const
{
    return std::max(1, target.value() - LeftForEnding);
}

bool HangupEngine::Private::hasRoomForQuestion() const
{
    const int most = std::min(std::max(LeastQuestionsInFlight, target.value() / 2), mostQuestions());
    return static_cast<int>(proofAttempts.size() + readAttempts.size()) < most;
}

/// The target may have become smaller while they were on their way, and what is slow then must not fill it.
int HangupEngine::Private::questionsCounted() const
{
    return std::min(static_cast<int>(proofAttempts.size() + readAttempts.size()), mostQuestions());
}

/// With half of the window left to whoever comes next, unless a user waits for it: then with what clicks need.
bool HangupEngine::Private::askOneRead()
{
    const Ms now = clock->monotonic();
    const std::optional<ReadUrgency> next = reader.next(now);
    if (const std::optional<Ms> due = reader.nextDue(); due && *due > now)
        wakeIn(*due - now);
    if (!next || !hasRoomForQuestion())
        return false;
    const bool isWanted = *next == ReadUrgency::Wanted;
    if (!isWanted && readAttempts.size() >= BackgroundInFlight)
        return false;
    const int kept = isWanted ? keptForClicks() : std::max(keptForClicks(), limits.windowRequests / 2);
    const Ms wait = pacer.waitAt(now, book.recording(), kept);
    if (wait > Ms(0)) {
        wakeIn(wait);
        return false;
    }
    askRead(*reader.take(now, wallMs()));
    return true;
}

ReadRequest HangupEngine::Private::request(const LiveReader::Question &asked) const
{
    if (asked.id)
        return question(asked.kind, *asked.id);
    return asked.kind == RequestKind::LookQueued
        ? ReadRequest::queuedCalls(endpoint.address, endpoint.authId, asked.filter, asked.page)
        : ReadRequest::liveCalls(endpoint.address, endpoint.authId, asked.filter, asked.page);
}

void HangupEngine::Private::askRead(const LiveReader::Question &asked)
{
    const auto ask = [request = request(asked)](QNetworkAccessManager &manager, const AuthToken &token, Ms silence) {
        return request.send(manager, token, silence);
    };
    EngineLimits numbers = limits;
    if (!asked.id)
        numbers.bodyCap = limits.listCap;
    auto *attempt = new Attempt(ask, numbers, clock, q);
    QNetworkAccessManager *manager = managers().take();
    if (!attempt->start(manager, *endpoint.token)) {
        qCritical("The last gate refused a question: nothing was sent");
        managers().giveBack(manager, ManagerPool::State::Clean);
        delete attempt;
        tellRead(reader.fail(Reason::GateRefused));
        return;
    }
    QObject::connect(attempt, &Attempt::finished, q, [this, asked](const ReplyFacts &facts) {
        if (asked.id)
            infoAnswered(asked, facts);
        else
            listAnswered(asked, facts);
    });
    pacer.count(clock->monotonic());
    readAttempts.insert(asked.number, attempt);
}

void HangupEngine::Private::listAnswered(const LiveReader::Question &asked, const ReplyFacts &facts)
{
    Attempt *attempt = readAttempts.take(asked.number);
    if (!attempt)
        return;
    const bool trusted = !managers().isSpoiled(attempt->manager());
    const ListVerdict verdict = readList(facts, wallMs(), redactor, trusted);
    giveBack(attempt, verdict.answer);
    askForTurn();
    if (!putOffIfLimited(asked.number, verdict.answer))
        tellRead(reader.listed(asked.number, verdict, clock->monotonic()));
}

void HangupEngine::Private::infoAnswered(const LiveReader::Question &asked, const ReplyFacts &facts)
{
    Attempt *attempt = readAttempts.take(asked.number);
    if (!attempt)
        return;
    const Ms took = attempt->elapsed();
    const bool trusted = !managers().isSpoiled(attempt->manager());
    const InfoVerdict verdict = readInfo(facts, asked.kind, *asked.id, wallMs(), redactor, trusted);
    giveBack(attempt, verdict.answer);
    askForTurn();
    if (verdict.answer.httpStatus != 0)
        target.addRoundTrip(took);
    if (!putOffIfLimited(asked.number, verdict.answer))
        tellRead(reader.informed(asked.number, verdict, clock->monotonic()));
}

/// A 429 holds the account, and the question comes again.
bool HangupEngine::Private::putOffIfLimited(quint64 question, const Verdict &answer)
{
    holdIfAsked(answer);
    if (!answer.waits)
        return false;
    hold(answer);
    reader.putOff(question, pacer.heldUntil());
    return true;
}

void HangupEngine::Private::tellRead(const ReadEvents &told)
{
    for (const ReadEvent &event : told)
        std::visit([this](const auto &e) { events.add(e); }, event);
}

/// There is something to tell, now or when it has left the window.
void HangupEngine::Private::noteUse()
{
    if (limits.useInterval <= Ms(0) || useTimer.isActive())
        return;
    const Ms now = clock->monotonic();
    if (pacer.sentIn(now) != toldUse.sent || pacer.isHeld(now) != (toldUse.heldUntilMs != 0)
        || limits.windowRequests != toldUse.windowRequests)
        useTimer.start(limits.useInterval);
}

void HangupEngine::Private::tellUse()
{
    const Ms now = clock->monotonic();
    const AccountUse use { .sent = pacer.sentIn(now),
                           .windowRequests = limits.windowRequests,
                           .heldUntilMs = pacer.isHeld(now) ? heldUntilMs : 0 };
    if (use != toldUse) {
        toldUse = use;
        events.add(use);
    }
    if (use.sent > 0 || use.heldUntilMs != 0)
        useTimer.start(limits.useInterval);
}

} // namespace hangup
