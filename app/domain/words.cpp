// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace hangup::words {

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("hangup", source);
}

/// English needs no translation file for its plural: one source for one, one for the others.
QString counted(int n, const char *one, const char *many)
{
    return QCoreApplication::translate("hangup", n == 1 ? one : many, nullptr, n);
}

/// The reasons whose phrase is clearer with the HTTP status behind it.
bool saysStatus(Reason reason)
{
    return reason == Reason::ServerTrouble || reason == Reason::Redirected || reason == Reason::OddStatus
        || reason == Reason::NotFromPlivo;
}

QString refusedSentence(int httpStatus)
{
    if (httpStatus == 0)
        return text(QT_TRANSLATE_NOOP("hangup", "Refused."));
    if (httpStatus == 401)
        return text(QT_TRANSLATE_NOOP("hangup", "Refused (401): Plivo rejected the auth ID or token."));
    if (httpStatus == 403)
        return text(QT_TRANSLATE_NOOP("hangup", "Refused (403): this account is not permitted to do that."));
    return text(QT_TRANSLATE_NOOP("hangup", "Refused (%1).")).arg(httpStatus);
}

} // namespace

QString outcomeShort(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Ended:
        return text(QT_TRANSLATE_NOOP("hangup", "Ended"));
    case Outcome::NotLive:
    case Outcome::NotLiveMaybeUs:
        return text(QT_TRANSLATE_NOOP("hangup", "Not live"));
    case Outcome::Refused:
        return text(QT_TRANSLATE_NOOP("hangup", "Refused"));
    case Outcome::Unknown:
        return text(QT_TRANSLATE_NOOP("hangup", "Unknown"));
    case Outcome::NotSent:
        return text(QT_TRANSLATE_NOOP("hangup", "Not sent"));
    }
    return {};
}

QString outcomeSentence(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Ended:
        return text(QT_TRANSLATE_NOOP("hangup", "Plivo confirmed the hang-up."));
    case Outcome::NotLive:
        return text(QT_TRANSLATE_NOOP(
            "hangup", "Not a live call of this account: over already, or never existed. Nothing was ended."));
    case Outcome::NotLiveMaybeUs:
        return text(QT_TRANSLATE_NOOP("hangup", "Not live now; an earlier attempt may have ended it."));
    case Outcome::Refused:
        return refusedSentence(0);
    case Outcome::Unknown:
        return text(QT_TRANSLATE_NOOP("hangup", "Sent, no clear answer; it may have ended."));
    case Outcome::NotSent:
        return text(QT_TRANSLATE_NOOP("hangup", "Not sent."));
    }
    return {};
}

QString resultSentence(const CallResult &result)
{
    return resultSentence(result.outcome, result.reason, result.httpStatus);
}

QString resultSentence(Outcome outcome, Reason reason, int httpStatus)
{
    if (outcome == Outcome::Refused)
        return refusedSentence(httpStatus);
    if (outcome == Outcome::NotSent && reason == Reason::ProgramEnded)
        return text(QT_TRANSLATE_NOOP("hangup", "Not sent: Hangup ended before its turn."));
    if (reason == Reason::None || (outcome != Outcome::Unknown && outcome != Outcome::NotSent))
        return outcomeSentence(outcome);
    QString phrase = reasonPhrase(reason);
    if (httpStatus != 0 && saysStatus(reason))
        phrase += u" (%1)"_s.arg(httpStatus);
    return outcome == Outcome::Unknown
        ? text(QT_TRANSLATE_NOOP("hangup", "Sent, no clear answer; it may have ended: %1.")).arg(phrase)
        : text(QT_TRANSLATE_NOOP("hangup", "Not sent: %1.")).arg(phrase);
}

QString reasonPhrase(Reason reason)
{
    switch (reason) {
    case Reason::None:
        return {};
    case Reason::Silence:
        return text(QT_TRANSLATE_NOOP("hangup", "the server stayed silent"));
    case Reason::TooLate:
        return text(QT_TRANSLATE_NOOP("hangup", "no complete answer in time"));
    case Reason::ConnectionLost:
        return text(QT_TRANSLATE_NOOP("hangup", "the connection was lost"));
    case Reason::BrokenAnswer:
        return text(QT_TRANSLATE_NOOP("hangup", "the answer was broken"));
    case Reason::ServerTrouble:
        return text(QT_TRANSLATE_NOOP("hangup", "the server had trouble"));
    case Reason::Redirected:
        return text(QT_TRANSLATE_NOOP("hangup", "the server pointed to another address, which is never followed"));
    case Reason::OddStatus:
        return text(QT_TRANSLATE_NOOP("hangup", "the answer has a status that proves nothing"));
    case Reason::NotFromPlivo:
        return text(QT_TRANSLATE_NOOP("hangup", "the answer does not look like Plivo's, perhaps a proxy gave it"));
    case Reason::Aborted:
        return text(QT_TRANSLATE_NOOP("hangup", "cancelled on the way"));
    case Reason::ProgramEnded:
        return text(QT_TRANSLATE_NOOP("hangup", "Hangup ended before there was an answer"));
    case Reason::HostNotFound:
        return text(QT_TRANSLATE_NOOP("hangup", "the host name was not found"));
    case Reason::ConnectionRefused:
        return text(QT_TRANSLATE_NOOP("hangup", "the server refused the connection"));
    case Reason::CertificateRejected:
        return text(
            QT_TRANSLATE_NOOP("hangup", "no secure connection: the server's certificate or encryption was rejected"));
    case Reason::ProxyTrouble:
        return text(QT_TRANSLATE_NOOP("hangup", "the proxy did not let it through"));
    case Reason::ProxyLoginNeeded:
        return text(QT_TRANSLATE_NOOP("hangup", "the proxy asks for a user name and password"));
    case Reason::Stopped:
        return text(QT_TRANSLATE_NOOP("hangup", "stopped before its turn"));
    case Reason::StoppedAfterLimit:
        return text(QT_TRANSLATE_NOOP("hangup", "stopped while it waited for Plivo's rate limit"));
    case Reason::CredentialsRejected:
        return text(QT_TRANSLATE_NOOP("hangup", "Plivo rejected the auth ID or token, so the batch stopped"));
    case Reason::NotPermitted:
        return text(QT_TRANSLATE_NOOP("hangup", "Plivo did not permit an earlier call, so the batch stopped"));
    case Reason::ConnectionUnsafe:
        return text(QT_TRANSLATE_NOOP("hangup", "the connection was not safe, so the batch stopped"));
    case Reason::NoToken:
        return text(QT_TRANSLATE_NOOP("hangup", "there is no auth token for this account"));
    case Reason::JournalNotWritable:
        return text(QT_TRANSLATE_NOOP("hangup", "the journal could not be written"));
    case Reason::UnderWayElsewhere:
        return text(QT_TRANSLATE_NOOP("hangup", "another Hangup on this computer is ending this call"));
    case Reason::OverAlready:
        return text(QT_TRANSLATE_NOOP("hangup", "the check found no such live call: over already, or another account's"));
    case Reason::NumbersChanged:
        return text(QT_TRANSLATE_NOOP("hangup", "the check found other numbers than were shown"));
    case Reason::NumberProtected:
        return text(QT_TRANSLATE_NOOP("hangup", "one of its numbers is protected"));
    case Reason::NumbersUnread:
        return text(QT_TRANSLATE_NOOP("hangup", "its numbers could not be read, and some numbers are protected"));
    case Reason::CheckUnclear:
        return text(QT_TRANSLATE_NOOP("hangup", "the check got no clear answer"));
    case Reason::NeedsAnotherStep:
        return text(QT_TRANSLATE_NOOP("hangup", "a young or an answered inbound call, left out"));
    case Reason::DryRun:
        return text(QT_TRANSLATE_NOOP("hangup", "dry run, it would have been sent"));
    case Reason::GateRefused:
        return text(QT_TRANSLATE_NOOP("hangup", "the last check before sending said no"));
    }
    return {};
}

QString stateShort(CallState state)
{
    switch (state) {
    case CallState::Listed:
        return text(QT_TRANSLATE_NOOP("hangup", "Listed"));
    case CallState::Waiting:
        return text(QT_TRANSLATE_NOOP("hangup", "Waiting"));
    case CallState::OnItsWay:
        return text(QT_TRANSLATE_NOOP("hangup", "On its way"));
    case CallState::Looking:
        return text(QT_TRANSLATE_NOOP("hangup", "Checking"));
    case CallState::Done:
        return text(QT_TRANSLATE_NOOP("hangup", "Done"));
    }
    return {};
}

QString addressError(ApiAddressError error)
{
    switch (error) {
    case ApiAddressError::Empty:
        return text(QT_TRANSLATE_NOOP("hangup", "The API address is empty."));
    case ApiAddressError::NotAnAddress:
        return text(QT_TRANSLATE_NOOP("hangup", "This is not an API address. One looks like https://api.plivo.com."));
    case ApiAddressError::NotHttps:
        return text(QT_TRANSLATE_NOOP(
            "hangup",
            "An API address must start with https://. Only a loopback address like 127.0.0.1 may use http://."));
    case ApiAddressError::HasUserInfo:
        return text(QT_TRANSLATE_NOOP("hangup", "An API address must not contain a user name or password."));
    case ApiAddressError::HasPath:
        return text(QT_TRANSLATE_NOOP("hangup", "An API address must end after its host and port: no path."));
    case ApiAddressError::HasQuery:
        return text(QT_TRANSLATE_NOOP("hangup", "An API address must end after its host and port: no query (“?”)."));
    case ApiAddressError::HasFragment:
        return text(QT_TRANSLATE_NOOP("hangup", "An API address must end after its host and port: no fragment (“#”)."));
    case ApiAddressError::NoHost:
        return text(QT_TRANSLATE_NOOP("hangup", "The API address names no host."));
    case ApiAddressError::BadPort:
        return text(QT_TRANSLATE_NOOP("hangup", "The port of the API address must be a number from 1 to 65535."));
    }
    return {};
}

QString fileError(const FileError &error)
{
    switch (error.kind) {
    case FileError::Kind::NotFound:
        return text(QT_TRANSLATE_NOOP("hangup", "“%1” was not found. Nothing was added.")).arg(error.name);
    case FileError::Kind::NotReadable:
        return text(QT_TRANSLATE_NOOP("hangup", "“%1” could not be read. Nothing was added.")).arg(error.name);
    case FileError::Kind::IsDirectory:
        return text(QT_TRANSLATE_NOOP("hangup", "“%1” is a folder, not a text file. Nothing was added."))
            .arg(error.name);
    case FileError::Kind::IsDevice:
        return text(
                   QT_TRANSLATE_NOOP("hangup", "“%1” is a device, pipe or socket, not a text file. Nothing was added."))
            .arg(error.name);
    case FileError::Kind::TooLarge:
        return text(QT_TRANSLATE_NOOP("hangup", "“%1” is larger than 64 MiB. Nothing was added.")).arg(error.name);
    case FileError::Kind::NotText:
        return text(QT_TRANSLATE_NOOP("hangup", "“%1” is not text in UTF-8 or UTF-16. Nothing was added."))
            .arg(error.name);
    case FileError::Kind::NotWritable:
        return text(QT_TRANSLATE_NOOP("hangup", "“%1” could not be saved. Nothing was written.")).arg(error.name);
    case FileError::Kind::NotAllowed:
        return text(QT_TRANSLATE_NOOP("hangup",
                                      "“%1” was not saved: your organisation does not allow exports. Nothing was "
                                      "written."))
            .arg(error.name);
    }
    return {};
}

QString tally(const Tally &tally)
{
    const QString head = counted(tally.accepted(), QT_TRANSLATE_N_NOOP("hangup", "%n call accepted"),
                                 QT_TRANSLATE_N_NOOP("hangup", "%n calls accepted"));
    return text(QT_TRANSLATE_NOOP("hangup",
                                  "%1: %2 ended, %3 not live, %4 refused, %5 unknown, %6 not sent, %7 waiting."))
        .arg(head)
        .arg(tally[Outcome::Ended])
        .arg(tally.notLiveBoth())
        .arg(tally[Outcome::Refused])
        .arg(tally[Outcome::Unknown])
        .arg(tally[Outcome::NotSent])
        .arg(tally.waiting);
}

QString duration(std::chrono::milliseconds d)
{
    const qint64 ms = std::max<qint64>(d.count(), 0);
    if (ms < 1000)
        return text(QT_TRANSLATE_NOOP("hangup", "%1 ms")).arg(ms);
    const qint64 tenths = (ms + 50) / 100;
    if (tenths < 600)
        return text(QT_TRANSLATE_NOOP("hangup", "%1 s")).arg(u"%1.%2"_s.arg(tenths / 10).arg(tenths % 10));
    const qint64 seconds = (ms + 500) / 1000;
    if (seconds < 3600)
        return text(QT_TRANSLATE_NOOP("hangup", "%1 min %2 s")).arg(seconds / 60).arg(seconds % 60);
    const qint64 minutes = (seconds + 30) / 60;
    return text(QT_TRANSLATE_NOOP("hangup", "%1 h %2 min")).arg(minutes / 60).arg(minutes % 60);
}

} // namespace hangup::words
