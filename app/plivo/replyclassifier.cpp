// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "plivo/replyclassifier.h"

#include "plivo/answertext.h"
#include "plivo/retryafter.h"

namespace hangup {

namespace {

void setUnknown(Verdict &verdict, Reason reason)
{
    verdict.outcome = Outcome::Unknown;
    verdict.reason = reason;
}

void setNotSent(Verdict &verdict, Reason reason, std::optional<Reason> stopsOthers = {})
{
    verdict.outcome = Outcome::NotSent;
    verdict.reason = reason;
    verdict.stopsOthers = stopsOthers;
}

/// Why an answer that began did not end as it should.
Reason cutReason(const ReplyFacts &facts)
{
    switch (facts.cutBy) {
    case CutBy::Total:
        return Reason::TooLate;
    case CutBy::Abort:
        return Reason::Aborted;
    case CutBy::BodyCap:
        return Reason::BrokenAnswer;
    case CutBy::NoTunnel:
        return Reason::Silence;
    case CutBy::Nothing:
        break;
    }
    const bool timedOut
        = facts.error == QNetworkReply::OperationCanceledError || facts.error == QNetworkReply::TimeoutError;
    return timedOut ? Reason::Silence : Reason::BrokenAnswer;
}

/// The request certainly never left: DNS, TCP, TLS and a proxy's CONNECT all come before its first byte.
bool classifyNeverLeft(const ReplyFacts &facts, Verdict &verdict)
{
    if (facts.failedAtProxy()) {
        setNotSent(verdict, Reason::ProxyTrouble, Reason::ConnectionUnsafe);
        return true;
    }
    if (facts.cutBy != CutBy::Nothing || facts.sawServer)
        return false;
    switch (static_cast<int>(facts.error)) { // as int: Qt's enum may grow
    case QNetworkReply::HostNotFoundError:
        setNotSent(verdict, Reason::HostNotFound);
        return true;
    case QNetworkReply::ConnectionRefusedError:
        setNotSent(verdict, Reason::ConnectionRefused);
        return true;
    case QNetworkReply::SslHandshakeFailedError:
        setNotSent(verdict, Reason::CertificateRejected, Reason::ConnectionUnsafe);
        return true;
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
        setNotSent(verdict, Reason::ProxyTrouble, Reason::ConnectionUnsafe);
        return true;
    case QNetworkReply::ProxyAuthenticationRequiredError:
        // The proxy's own, to a CONNECT: a 407 of a server comes with a status. The others would fail in the same way.
        setNotSent(verdict, Reason::ProxyLoginNeeded, Reason::ProxyLoginNeeded);
        return true;
    default:
        return false;
    }
}

void classifyWithoutStatus(const ReplyFacts &facts, Verdict &verdict)
{
    if (classifyNeverLeft(facts, verdict))
        return;
    const Reason reason = cutReason(facts);
    const bool lost = facts.cutBy == CutBy::Nothing && reason == Reason::BrokenAnswer
        && facts.error != QNetworkReply::NoError && facts.error != QNetworkReply::ProtocolFailure;
    setUnknown(verdict, lost ? Reason::ConnectionLost : reason);
}

/// Only a JSON object says that Plivo itself knows no such live call; anything else may be a proxy's page. A cut
/// object does not parse, so what parses is whole even where Qt hides the cut.
void classify404(const ReplyFacts &facts, const AnswerText &text, Verdict &verdict)
{
    if (!facts.isComplete())
        setUnknown(verdict, cutReason(facts));
    else if (!text.isJsonObject)
        setUnknown(verdict, Reason::NotFromPlivo);
    else
        verdict.outcome = Outcome::NotLive;
}

void classify4xx(const ReplyFacts &facts, const AnswerText &text, qint64 nowUtcMs, Verdict &verdict)
{
    if (facts.status == 404) {
        classify404(facts, text, verdict);
        return;
    }
    if (facts.status == 429) {
        verdict.waits = true;
        verdict.retryAfter = parseRetryAfter(facts.retryAfter, nowUtcMs);
        return;
    }
    verdict.outcome = Outcome::Refused;
    if (facts.status == 401)
        verdict.stopsOthers = Reason::CredentialsRejected;
    else if (facts.status == 403)
        verdict.stopsOthers = Reason::NotPermitted;
}

void classifyStatus(const ReplyFacts &facts, const AnswerText &text, qint64 nowUtcMs, Verdict &verdict)
{
    if (facts.status == 204)
        verdict.outcome = Outcome::Ended;
    else if (facts.status >= 300 && facts.status < 400)
        setUnknown(verdict, Reason::Redirected);
    else if (facts.status >= 400 && facts.status < 500)
        classify4xx(facts, text, nowUtcMs, verdict);
    else if (facts.status >= 500 && facts.status < 600) {
        setUnknown(verdict, Reason::ServerTrouble);
        verdict.retryAfter = parseRetryAfter(facts.retryAfter, nowUtcMs);
    } else
        setUnknown(verdict, Reason::OddStatus);
}

/// After anything but a clean, complete 2xx or 4xx the next request on the same connection may be given what belongs
/// to this one (seen after 102 and 103 in Qt 6.4: a false "ended" for another call).
bool isClean(const ReplyFacts &facts)
{
    const bool rightKind = (facts.status >= 200 && facts.status < 300) || (facts.status >= 400 && facts.status < 500);
    if (!facts.hasStatus || !rightKind || !facts.isComplete())
        return false;
    // A 204 has no body; bytes of one stay on the connection. 401 and 407 leave traces in Qt's authentication.
    if (facts.status == 204)
        return facts.error == QNetworkReply::NoError && facts.contentLength <= 0 && !facts.hasTransferEncoding
            && facts.body.isEmpty();
    if (facts.status == 401 || facts.status == 407)
        return false;
    // Chunks are trusted only with the answer they should make: Qt reports broken ones as success.
    return !facts.hasTransferEncoding || isJsonObject(facts.body);
}

/// Not an answer but a forerunner of one: Qt 6.4 takes 102 and 103 for the end, and the real answer is still to come.
bool isForerunner(const ReplyFacts &facts)
{
    return facts.status < 200 || facts.status > 599;
}

} // namespace

Verdict withoutTrust(const Verdict &verdict)
{
    if (verdict.httpStatus == 0)
        return verdict;
    Verdict doubtful;
    setUnknown(doubtful, Reason::BrokenAnswer);
    doubtful.spoilsOthers = verdict.spoilsOthers;
    doubtful.retryAfter = verdict.retryAfter; // whichever call it was meant for
    return doubtful;
}

Verdict classify(const ReplyFacts &facts, qint64 nowUtcMs, const Redactor &redactor)
{
    Verdict verdict;
    if (!facts.hasStatus) {
        classifyWithoutStatus(facts, verdict);
        return verdict;
    }
    const AnswerText text = answerText(facts.body, redactor);
    verdict.httpStatus = facts.status;
    verdict.apiId = text.apiId;
    verdict.message = text.message;
    verdict.clean = isClean(facts);
    verdict.spoilsOthers = isForerunner(facts);
    classifyStatus(facts, text, nowUtcMs, verdict);
    return verdict;
}

} // namespace hangup
