// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "plivo/livereader.h"

/// What the tests of LiveReader share: answers, and questions and events as text.
namespace hangup::test {

using namespace Qt::StringLiterals;

inline CallId callId(int n)
{
    return *CallId::parse(u"%1-1111-4222-8333-aaaaaaaaaaaa"_s.arg(n, 8, 16, QChar(u'0')));
}

inline QList<CallId> callIds(int first, int count)
{
    QList<CallId> ids;
    for (int n = first; n < first + count; ++n)
        ids.append(callId(n));
    return ids;
}

inline QString name(const CallId &id)
{
    return QString::number(id.toString().left(8).toInt(nullptr, 16));
}

inline QString names(const QList<CallId> &ids)
{
    QStringList all;
    for (const CallId &id : ids)
        all.append(name(id));
    return all.join(u' ');
}

inline ListVerdict list(const QList<CallId> &ids)
{
    ListVerdict verdict;
    verdict.isList = true;
    verdict.entries = static_cast<int>(ids.size());
    verdict.ids = ids;
    verdict.answer.httpStatus = 200;
    return verdict;
}

inline Verdict answer(int status, Outcome outcome = Outcome::Unknown, Reason reason = Reason::None)
{
    Verdict verdict;
    verdict.httpStatus = status;
    verdict.outcome = outcome;
    verdict.reason = reason;
    if (status == 401 || status == 403)
        verdict.stopsOthers = status == 401 ? Reason::CredentialsRejected : Reason::NotPermitted;
    return verdict;
}

inline Verdict trouble()
{
    return answer(503, Outcome::Unknown, Reason::ServerTrouble);
}

inline Verdict refusal(int status = 400)
{
    return answer(status, status == 404 ? Outcome::NotLive : Outcome::Refused);
}

inline ListVerdict noList(const Verdict &verdict)
{
    return { .answer = verdict };
}

inline InfoVerdict found(const CallId &id, CallPhase phase = CallPhase::Live)
{
    return { .state = LookState::Live, .info = CallInfo { .id = id, .phase = phase }, .answer = answer(200) };
}

inline InfoVerdict gone()
{
    return { .state = LookState::Gone, .info = {}, .answer = refusal(404) };
}

inline InfoVerdict unclear(const Verdict &verdict)
{
    return { .state = LookState::Unclear, .info = {}, .answer = verdict };
}

inline QString kindOf(RequestKind kind)
{
    return kind == RequestKind::LookLive ? u"live"_s : kind == RequestKind::LookQueued ? u"queued"_s : u"record"_s;
}

/// "list live", "list queued from 20", "7 live"; "-" for none.
inline QString asked(const std::optional<LiveReader::Question> &question)
{
    if (!question)
        return u"-"_s;
    const QString kind = kindOf(question->kind);
    if (question->id)
        return u"%1 %2"_s.arg(name(*question->id), kind);
    return u"list %1%2"_s.arg(kind, question->page ? u" from %1"_s.arg(question->page->offset()) : QString());
}

/// "list 1: 1 2 | 3, known 2", "7 live", "7 unclear 503", "end 1".
inline QString told(const ReadEvents &events)
{
    QStringList all;
    for (const ReadEvent &event : events) {
        if (const auto *l = std::get_if<CallListRead>(&event)) {
            all.append(u"list %1: %2 | %3%4%5"_s.arg(
                QString::number(l->reading), names(l->live), names(l->queued),
                (l->known.isEmpty() ? QString() : u", known "_s + names(l->known))
                    + (l->looksCut ? u", cut"_s : QString()),
                l->complete ? QString()
                            : u", reason %1 status %2"_s.arg(static_cast<int>(l->reason)).arg(l->httpStatus)));
        } else if (const auto *i = std::get_if<CallInfoRead>(&event)) {
            QString state = u"gone"_s;
            if (i->state == LookState::Live)
                state = i->info->phase == CallPhase::Over ? u"over"_s
                    : i->info->phase == CallPhase::Queued ? u"queued"_s
                                                          : u"live"_s;
            else if (i->state == LookState::Unclear)
                state = u"unclear %1"_s.arg(i->httpStatus != 0 ? i->httpStatus : static_cast<int>(i->reason));
            all.append(u"%1 %2"_s.arg(name(i->id), state));
        } else if (const auto *f = std::get_if<ReadingFinished>(&event)) {
            all.append(u"end %1"_s.arg(f->reading)
                       + (f->reason == Reason::None ? QString() : u" reason %1"_s.arg(static_cast<int>(f->reason))));
        }
    }
    return all.join(u"; "_s);
}

/// A reader, and a time that stands still until it is told to go on.
struct Reading
{
    LiveReader reader { LiveReader::Numbers() };
    LiveReader::Ms now { 1000 };

    std::optional<LiveReader::Question> take() { return reader.take(now, now.count() + 1'000'000); }
    /// What is asked in turn, until nothing can be; nothing is answered.
    QString takeAll()
    {
        QStringList all;
        while (const auto question = take())
            all.append(asked(question));
        return all.join(u", "_s);
    }
    QString list(const ListVerdict &verdict) { return told(reader.listed(take()->number, verdict, now)); }
    /// Both lists of a reading.
    QString lists(quint64 reading, const QList<CallId> &live, const QList<CallId> &queued = {},
                  DetailsRead read = DetailsRead::AskAgain)
    {
        const QString before = told(reader.begin(reading, {}, read));
        list(test::list(queued));
        const QString after = list(test::list(live));
        return before.isEmpty() ? after : before + u"; "_s + after;
    }
    /// The list after an interval.
    QString goOn(quint64 reading, const QList<CallId> &live) { return lists(reading, live, {}, DetailsRead::Keep); }
    QString info(const InfoVerdict &verdict) { return told(reader.informed(take()->number, verdict, now)); }
    /// The next question is answered with a live call.
    QString found()
    {
        const auto question = take();
        return told(reader.informed(question->number, test::found(*question->id), now));
    }
};

} // namespace hangup::test
