// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/callwords.h"

#include "domain/proof.h"
#include "domain/words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hangup::words {

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("hangup", source);
}

QString counted(int n, const char *one, const char *many)
{
    return QCoreApplication::translate("hangup", n == 1 ? one : many, nullptr, n);
}

/// "4 h", "90 min", "45 s": the largest unit that says it exactly.
QString span(std::chrono::seconds s)
{
    constexpr qint64 Minute = 60;
    constexpr qint64 Hour = 60 * Minute;
    const qint64 n = s.count();
    if (n != 0 && n % Hour == 0)
        return text(QT_TRANSLATE_NOOP("hangup", "%1 h")).arg(n / Hour);
    if (n != 0 && n % Minute == 0)
        return text(QT_TRANSLATE_NOOP("hangup", "%1 min")).arg(n / Minute);
    return text(QT_TRANSLATE_NOOP("hangup", "%1 s")).arg(n);
}

bool is(const QString &status, QLatin1StringView word)
{
    return status.compare(word, Qt::CaseInsensitive) == 0;
}

/// Why something could not be read, as a sentence.
QString whyUnread(Reason reason, int httpStatus, const QString &message)
{
    QString sentence;
    if (reason != Reason::None)
        sentence = text(QT_TRANSLATE_NOOP("hangup", "It could not be read: %1.")).arg(reasonPhrase(reason));
    else if (httpStatus != 0)
        sentence = text(QT_TRANSLATE_NOOP("hangup", "It could not be read (%1).")).arg(httpStatus);
    else
        sentence = text(QT_TRANSLATE_NOOP("hangup", "It could not be read."));
    return message.isEmpty() ? sentence
                             : text(QT_TRANSLATE_NOOP("hangup", "%1 Plivo says: \"%2\"")).arg(sentence, message);
}

/// 401 and 403 are said as for a call.
QString listFailure(const LiveState &state)
{
    QString sentence;
    if (state.reason != Reason::None)
        sentence = text(QT_TRANSLATE_NOOP("hangup", "Reading ended: %1.")).arg(reasonPhrase(state.reason));
    else
        sentence = resultSentence(Outcome::Refused, Reason::None, state.httpStatus);
    return state.message.isEmpty()
        ? sentence
        : text(QT_TRANSLATE_NOOP("hangup", "%1 Plivo says: \"%2\"")).arg(sentence, state.message);
}

QString liveSentence(const CallInfo &info, qint64 nowMs)
{
    const std::optional<std::chrono::seconds> since = info.age(nowMs);
    const bool queued = info.phase == CallPhase::Queued;
    if (!since)
        return queued ? text(QT_TRANSLATE_NOOP("hangup", "Queued, not dialled yet."))
                      : text(QT_TRANSLATE_NOOP("hangup", "Live."));
    return (queued ? text(QT_TRANSLATE_NOOP("hangup", "Queued for %1, not dialled yet."))
                   : text(QT_TRANSLATE_NOOP("hangup", "Live for %1.")))
        .arg(age(*since));
}

QString overSentence(const CallInfo &info, qint64 nowMs)
{
    return proofSentence({ .id = info.id,
                           .state = ProofState::EndedOtherwise,
                           .isFinal = true,
                           .hangupSource = info.record.hangupSource,
                           .causeCode = info.record.causeCode,
                           .causeName = info.record.causeName,
                           .endTimeMs = info.record.endTimeMs,
                           .duration = info.record.duration,
                           .checkedAtMs = nowMs });
}

QString limitedTo(const LiveFilter &filter)
{
    QStringList parts;
    if (filter.direction != CallDirection::Unknown)
        parts << direction(filter.direction);
    if (filter.from)
        parts << text(QT_TRANSLATE_NOOP("hangup", "from %1")).arg(filter.from->toString());
    if (filter.to)
        parts << text(QT_TRANSLATE_NOOP("hangup", "to %1")).arg(filter.to->toString());
    return parts.join(u", "_s);
}

} // namespace

QString direction(CallDirection direction)
{
    switch (direction) {
    case CallDirection::Inbound:
        return text(QT_TRANSLATE_NOOP("hangup", "Inbound"));
    case CallDirection::Outbound:
        return text(QT_TRANSLATE_NOOP("hangup", "Outbound"));
    case CallDirection::Unknown:
        break;
    }
    return {};
}

QLatin1StringView directionKey(CallDirection direction)
{
    switch (direction) {
    case CallDirection::Inbound:
        return "inbound"_L1;
    case CallDirection::Outbound:
        return "outbound"_L1;
    case CallDirection::Unknown:
        break;
    }
    return {};
}

std::optional<CallDirection> directionFromKey(QStringView key)
{
    if (key.isEmpty() || key == "any"_L1)
        return CallDirection::Unknown;
    for (const CallDirection one : { CallDirection::Inbound, CallDirection::Outbound }) {
        if (key == directionKey(one))
            return one;
    }
    return {};
}

QString status(const CallInfo &info)
{
    if (info.phase == CallPhase::Over)
        return text(QT_TRANSLATE_NOOP("hangup", "Over"));
    if (info.phase == CallPhase::Queued || is(info.status, "queued"_L1))
        return text(QT_TRANSLATE_NOOP("hangup", "Queued"));
    if (is(info.status, "in-progress"_L1))
        return text(QT_TRANSLATE_NOOP("hangup", "In progress"));
    if (is(info.status, "ringing"_L1))
        return text(QT_TRANSLATE_NOOP("hangup", "Ringing"));
    return info.status;
}

QString age(std::chrono::seconds age)
{
    constexpr qint64 Minute = 60;
    const qint64 s = std::max<qint64>(0, age.count());
    const qint64 minutes = s / Minute;
    const QString seconds = u"%1"_s.arg(s % Minute, 2, 10, QChar(u'0'));
    if (minutes < Minute)
        return u"%1:%2"_s.arg(minutes).arg(seconds);
    return u"%1:%2:%3"_s.arg(minutes / Minute).arg(minutes % Minute, 2, 10, QChar(u'0')).arg(seconds);
}

QString moment(qint64 ms, qint64 nowMs)
{
    if (ms <= 0)
        return {};
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(ms);
    const bool sameDay = QDateTime::fromMSecsSinceEpoch(nowMs).date() == at.date();
    return at.toString(sameDay ? u"HH:mm:ss"_s : u"yyyy-MM-dd HH:mm:ss"_s);
}

QString stuckSign(StuckSign sign, const StuckRules &rules)
{
    switch (sign) {
    case StuckSign::Old:
        return text(QT_TRANSLATE_NOOP("hangup", "Older than %1")).arg(span(rules.olderThan));
    case StuckSign::RingingLong:
        return text(QT_TRANSLATE_NOOP("hangup", "Ringing or queued for more than %1")).arg(span(rules.ringingFor));
    case StuckSign::OtherLegGone:
        return text(QT_TRANSLATE_NOOP("hangup", "The other leg is gone"));
    case StuckSign::SameNumbers:
        return text(QT_TRANSLATE_NOOP("hangup", "Same from and to as another call"));
    }
    return {};
}

QString stuckFinding(const StuckFinding &finding, const StuckRules &rules)
{
    QStringList parts;
    for (const StuckSign sign : AllStuckSigns) {
        if (finding.signs.testFlag(sign))
            parts << stuckSign(sign, rules);
    }
    if (parts.isEmpty() && finding.notSure)
        return text(QT_TRANSLATE_NOOP("hangup", "Not sure"));
    return parts.join(u" · "_s);
}

QLatin1StringView stuckKey(StuckSign sign)
{
    switch (sign) {
    case StuckSign::Old:
        return "old"_L1;
    case StuckSign::RingingLong:
        return "ringing_long"_L1;
    case StuckSign::OtherLegGone:
        return "other_leg_gone"_L1;
    case StuckSign::SameNumbers:
        return "same_numbers"_L1;
    }
    return {};
}

QStringList stuckKeys(const StuckFinding &finding)
{
    QStringList keys;
    for (const StuckSign sign : AllStuckSigns) {
        if (finding.signs.testFlag(sign))
            keys << stuckKey(sign);
    }
    return keys;
}

QString cutOff(CutOffFlags flags, const CutOffRules &rules)
{
    QStringList parts;
    if (flags.testFlag(CutOffFlag::Protected))
        parts << text(QT_TRANSLATE_NOOP("hangup", "Protected number"));
    if (flags.testFlag(CutOffFlag::Unread))
        parts << text(QT_TRANSLATE_NOOP("hangup", "Numbers not read"));
    if (flags.testFlag(CutOffFlag::AnsweredInbound))
        parts << text(QT_TRANSLATE_NOOP("hangup", "Answered inbound call"));
    if (flags.testFlag(CutOffFlag::Young))
        parts << text(QT_TRANSLATE_NOOP("hangup", "Under %1 old")).arg(span(rules.youngUnder));
    return parts.join(u" · "_s);
}

QString endedUnseen(qsizetype calls)
{
    return calls == 1 ? text(QT_TRANSLATE_NOOP(
               "hangup", "It is ended without a look at it: also if it is a young call or an answered inbound one."))
                      : text(QT_TRANSLATE_NOOP("hangup",
                                               "They are ended without a look at each: young calls and answered "
                                               "inbound ones too, where they are not flagged yet."));
}

QString liveState(const LiveState &state, qint64 nowMs)
{
    QStringList sentences;
    if (state.asOfMs != 0) {
        sentences << text(QT_TRANSLATE_NOOP("hangup", "As of %1, %2 of %3 details read."))
                         .arg(moment(state.asOfMs, nowMs), QLocale().toString(state.detailsRead),
                              QLocale().toString(state.calls));
        if (state.detailsUnclear > 0)
            sentences << counted(state.detailsUnclear,
                                 QT_TRANSLATE_N_NOOP("hangup", "The details of %n call could not be read."),
                                 QT_TRANSLATE_N_NOOP("hangup", "The details of %n calls could not be read."));
        if (const QString limits = limitedTo(state.filter); !limits.isEmpty())
            sentences << text(QT_TRANSLATE_NOOP("hangup", "Only: %1.")).arg(limits);
        if (state.looksCut)
            sentences << text(QT_TRANSLATE_NOOP("hangup", "The list looks cut: there are probably more calls."));
        if (state.oddIds > 0)
            sentences << counted(
                state.oddIds, QT_TRANSLATE_N_NOOP("hangup", "%n entry of the list was left out: it is not an id."),
                QT_TRANSLATE_N_NOOP("hangup", "%n entries of the list were left out: they are not ids."));
    } else if (state.reading) {
        sentences << text(QT_TRANSLATE_NOOP("hangup", "Reading the live calls …"));
    } else if (!state.hasFailed()) {
        sentences << text(QT_TRANSLATE_NOOP("hangup", "The live calls have not been read yet."));
    }
    if (state.hasFailed())
        sentences << listFailure(state);
    return sentences.join(u' ');
}

QString infoSentence(const CallInfoRead &read, qint64 nowMs)
{
    switch (read.state) {
    case LookState::Live:
        if (!read.info)
            break;
        return read.info->phase == CallPhase::Over ? overSentence(*read.info, nowMs) : liveSentence(*read.info, nowMs);
    case LookState::Gone:
        return text(QT_TRANSLATE_NOOP(
            "hangup", "This account has no such call: neither live nor queued, and no record of it (yet)."));
    case LookState::Unclear:
        break;
    }
    return whyUnread(read.reason, read.httpStatus, read.message);
}

QString accountUse(const AccountUse &use, qint64 nowMs)
{
    const QString sent = use.windowRequests > 0
        ? text(QT_TRANSLATE_NOOP("hangup", "%1 of %2 requests in the last 5 s"))
              .arg(QLocale().toString(use.sent), QLocale().toString(use.windowRequests))
        : counted(use.sent, QT_TRANSLATE_N_NOOP("hangup", "%n request in the last 5 s"),
                  QT_TRANSLATE_N_NOOP("hangup", "%n requests in the last 5 s"));
    if (use.heldUntilMs <= nowMs)
        return sent;
    return text(QT_TRANSLATE_NOOP("hangup", "%1 · Plivo asked to wait until %2"))
        .arg(sent, moment(use.heldUntilMs, nowMs));
}

} // namespace hangup::words
