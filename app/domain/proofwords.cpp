// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/words.h"

#include "domain/redactor.h"

#include <QCoreApplication>
#include <QDateTime>

#include <array>

using namespace Qt::StringLiterals;

// What is said of proof, and of the requests that it and an outcome rest on.
namespace hangup::words {

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("hangup", source);
}

/// The time of day, here; with its date when that isn't the day of the last look.
QString timeOf(qint64 atMs, qint64 checkedAtMs)
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(atMs);
    const bool sameDay = QDateTime::fromMSecsSinceEpoch(checkedAtMs).date() == at.date();
    return at.toString(sameDay ? u"HH:mm:ss"_s : u"yyyy-MM-dd HH:mm:ss"_s);
}

/// "ended by the caller": whole phrases, because other languages bend the words. An unknown source is quoted.
QString endedBy(const QString &source)
{
    if (source == "API Request"_L1)
        return text(QT_TRANSLATE_NOOP("hangup", "ended by an API request"));
    if (source == "Caller"_L1)
        return text(QT_TRANSLATE_NOOP("hangup", "ended by the caller"));
    if (source == "Callee"_L1 || source == "Call recipient"_L1)
        return text(QT_TRANSLATE_NOOP("hangup", "ended by the person called"));
    if (source == "Plivo"_L1)
        return text(QT_TRANSLATE_NOOP("hangup", "ended by Plivo"));
    if (source == "Carrier"_L1)
        return text(QT_TRANSLATE_NOOP("hangup", "ended by the carrier"));
    if (source == "Answer XML"_L1)
        return text(QT_TRANSLATE_NOOP("hangup", "ended by the Answer XML"));
    if (source == "Error"_L1)
        return text(QT_TRANSLATE_NOOP("hangup", "ended by an error"));
    if (source.isEmpty() || source == "Unknown"_L1)
        return text(QT_TRANSLATE_NOOP("hangup", "ended by a side that it does not name"));
    return text(QT_TRANSLATE_NOOP("hangup", "ended by “%1”")).arg(source);
}

/// "Normal Hangup (4000)", or what of it is known.
QString cause(const CallProof &proof)
{
    if (!proof.causeCode)
        return proof.causeName;
    if (proof.causeName.isEmpty())
        return text(QT_TRANSLATE_NOOP("hangup", "cause %1")).arg(*proof.causeCode);
    // Foreign text last: a "%2" in it is not filled in.
    return u"%2 (%1)"_s.arg(QString::number(*proof.causeCode), proof.causeName);
}

QString recordSentence(const CallProof &proof)
{
    QString ended = endedBy(proof.hangupSource);
    if (proof.endTimeMs != 0)
        ended = text(QT_TRANSLATE_NOOP("hangup", "%1 at %2")).arg(ended, timeOf(proof.endTimeMs, proof.checkedAtMs));
    const QString why = cause(proof);
    return why.isEmpty() ? text(QT_TRANSLATE_NOOP("hangup", "Plivo's record: %1.")).arg(ended)
                         : text(QT_TRANSLATE_NOOP("hangup", "Plivo's record: %1, %2.")).arg(ended, why);
}

QString stillLiveSentence(const CallProof &proof, std::optional<Outcome> outcome)
{
    // Only a 204 is an acceptance.
    const bool accepted = outcome == Outcome::Ended;
    if (proof.checkedAtMs == 0) {
        return accepted ? text(QT_TRANSLATE_NOOP("hangup", "Accepted, but still live."))
                        : text(QT_TRANSLATE_NOOP("hangup", "Still live."));
    }
    const QString at = timeOf(proof.checkedAtMs, proof.checkedAtMs);
    return (accepted ? text(QT_TRANSLATE_NOOP("hangup", "Accepted, but still live at %1."))
                     : text(QT_TRANSLATE_NOOP("hangup", "Still live at %1.")))
        .arg(at);
}

QString withMessage(const QString &sentence, const RequestFact &fact)
{
    const QString message = cleanForeignText(fact.message);
    return message.isEmpty() ? sentence : u"%1 – “%2”"_s.arg(sentence, message);
}

QString hangUpAnswered(const RequestFact &fact)
{
    const QString attempt = QString::number(fact.attempt);
    const QString took = duration(fact.took);
    if (fact.outcome == Outcome::NotSent && fact.httpStatus == 0) {
        return fact.reason == Reason::None
            ? text(QT_TRANSLATE_NOOP("hangup", "Attempt %1 was not sent")).arg(attempt)
            : text(QT_TRANSLATE_NOOP("hangup", "Attempt %1 was not sent: %2")).arg(attempt, reasonPhrase(fact.reason));
    }
    if (fact.httpStatus == 0) {
        const QString none
            = text(QT_TRANSLATE_NOOP("hangup", "No clear answer to attempt %1 after %2")).arg(attempt, took);
        return fact.reason == Reason::None ? none : none + u": "_s + reasonPhrase(fact.reason);
    }
    const QString answer = text(QT_TRANSLATE_NOOP("hangup", "Answer to attempt %1: %2 after %3"))
                               .arg(attempt, QString::number(fact.httpStatus), took);
    return fact.reason == Reason::None ? answer : answer + u", "_s + reasonPhrase(fact.reason);
}

/// A 404 says "no" only when it is Plivo's own; anything but that and a 200 says nothing.
enum class LookAnswer : quint8 { Yes, No, Unclear };

LookAnswer readLook(const RequestFact &fact)
{
    if (fact.reason != Reason::None)
        return LookAnswer::Unclear;
    if (fact.httpStatus == 200)
        return LookAnswer::Yes;
    return fact.httpStatus == 404 ? LookAnswer::No : LookAnswer::Unclear;
}

QString unclear(const char *source, const RequestFact &fact)
{
    QString why = reasonPhrase(fact.reason);
    if (fact.httpStatus != 0)
        why = why.isEmpty() ? QString::number(fact.httpStatus) : u"%1 (%2)"_s.arg(why).arg(fact.httpStatus);
    const QString sentence = text(source);
    return why.isEmpty() ? sentence : sentence + u": "_s + why;
}

QString lookAnswered(const RequestFact &fact, const char *yes, const char *no)
{
    switch (readLook(fact)) {
    case LookAnswer::Yes:
        return text(yes);
    case LookAnswer::No:
        return text(no);
    case LookAnswer::Unclear:
        return unclear(QT_TRANSLATE_NOOP("hangup", "Looked: no clear answer"), fact);
    }
    return {};
}

QString recordAnswered(const RequestFact &fact)
{
    switch (readLook(fact)) {
    case LookAnswer::Yes:
        return text(QT_TRANSLATE_NOOP("hangup", "Plivo's record is there"));
    case LookAnswer::No:
        return text(QT_TRANSLATE_NOOP("hangup", "Plivo's record is not there (yet); that proves nothing"));
    case LookAnswer::Unclear:
        return unclear(QT_TRANSLATE_NOOP("hangup", "Asked for Plivo's record: no clear answer"), fact);
    }
    return {};
}

} // namespace

QString proofShort(const CallProof &proof)
{
    switch (proof.state) {
    case ProofState::None:
        return {};
    case ProofState::NotYet:
        return text(QT_TRANSLATE_NOOP("hangup", "Not yet"));
    case ProofState::Proven:
        return text(QT_TRANSLATE_NOOP("hangup", "Proven"));
    case ProofState::EndedOtherwise:
        // An API request may have been one of ours, later than we waited for its answer.
        return proof.hangupSource == "API Request"_L1 ? text(QT_TRANSLATE_NOOP("hangup", "Not certain"))
                                                      : text(QT_TRANSLATE_NOOP("hangup", "Not by us"));
    case ProofState::StillLive:
        return text(QT_TRANSLATE_NOOP("hangup", "Still live"));
    case ProofState::Gone:
        return text(QT_TRANSLATE_NOOP("hangup", "Gone"));
    }
    return {};
}

QString proofSentence(const CallProof &proof, std::optional<Outcome> outcome)
{
    switch (proof.state) {
    case ProofState::None:
        return {};
    case ProofState::NotYet:
        return proof.isFinal ? text(QT_TRANSLATE_NOOP("hangup", "No record from Plivo in time; that proves nothing."))
                             : text(QT_TRANSLATE_NOOP("hangup", "No record from Plivo yet; that proves nothing."));
    case ProofState::Proven:
        return recordSentence(proof);
    case ProofState::EndedOtherwise:
        // An API request may have been another program's.
        return proof.hangupSource == "API Request"_L1 ? recordSentence(proof) + u' '
                + text(QT_TRANSLATE_NOOP(
                    "hangup", "Whether it was one of ours is not certain: its time fits none of our attempts."))
                                                      : recordSentence(proof);
    case ProofState::StillLive:
        return stillLiveSentence(proof, outcome);
    case ProofState::Gone:
        return proof.isFinal
            ? text(QT_TRANSLATE_NOOP("hangup", "Not live and not queued any more; no record says who ended it."))
            : text(QT_TRANSLATE_NOOP("hangup", "Not live and not queued any more."));
    }
    return {};
}

QString requestSent(const RequestFact &fact)
{
    switch (fact.kind) {
    case RequestKind::HangUp:
        return (fact.target == EndTarget::Request
                    ? text(QT_TRANSLATE_NOOP("hangup", "DELETE of the request sent, attempt %1"))
                    : text(QT_TRANSLATE_NOOP("hangup", "DELETE sent, attempt %1")))
            .arg(fact.attempt);
    case RequestKind::LookLive:
        return text(QT_TRANSLATE_NOOP("hangup", "Asked whether it is still live"));
    case RequestKind::LookQueued:
        return text(QT_TRANSLATE_NOOP("hangup", "Asked whether it is still queued"));
    case RequestKind::Record:
        return text(QT_TRANSLATE_NOOP("hangup", "Asked for Plivo's record"));
    }
    return {};
}

QString requestAnswered(const RequestFact &fact)
{
    switch (fact.kind) {
    case RequestKind::HangUp:
        return withMessage(hangUpAnswered(fact), fact);
    case RequestKind::LookLive:
        return lookAnswered(fact, QT_TRANSLATE_NOOP("hangup", "Looked: still live"),
                            QT_TRANSLATE_NOOP("hangup", "Looked: not live"));
    case RequestKind::LookQueued:
        return lookAnswered(fact, QT_TRANSLATE_NOOP("hangup", "Looked: still queued"),
                            QT_TRANSLATE_NOOP("hangup", "Looked: not queued"));
    case RequestKind::Record:
        return recordAnswered(fact);
    }
    return {};
}

} // namespace hangup::words
