// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/callreading.h"
#include "domain/intentlog.h"
#include "plivo/inforeader.h"
#include "plivo/listpages.h"
#include "plivo/readevents.h"
#include "plivo/readqueue.h"

#include <QHash>
#include <QList>

#include <chrono>
#include <optional>
#include <variant>

namespace hangup {

using ReadEvent = std::variant<CallListRead, CallInfoRead, ReadingFinished>;
using ReadEvents = QList<ReadEvent>;

/// What to ask Plivo next about calls that are listed or looked up, and what the answers say. A reading is the list of
/// queued calls, then that of live ones, all pages, then the details of each call, one question each. In this order,
/// for a call that is dialled in between must not be on neither. Besides, details of any call at any time. Pure: times
/// are passed in, as a monotonic time in ms, and UTC ms for what is told.
///
/// A list of queued calls that can't be read does not keep that of live ones from being read; what is told is not
/// complete then. A call of the list of live calls that is not live any more when its turn comes is gone. One that a
/// user waits for, or that is on no list, is also looked for among the queued ones, once more among the live ones, and
/// in the records.
class LiveReader
{
public:
    using Ms = std::chrono::milliseconds;

    struct Numbers
    {
        int tries = 3; ///< of a question without a clear answer
        Ms again { 1000 }; ///< before the second one, then twice as long
        int unclearInARow = 5; ///< so many calls in a row that could not be read end it; 0: never
        int maxPages = 500; ///< of a list; at Plivo's usual 20 calls a page: 10,000 calls
    };

    /// A question to be asked now: a list's page (no id), or one call's details.
    struct Question
    {
        quint64 number = 0; ///< names it until its answer or putOff()
        std::optional<CallId> id {};
        RequestKind kind = RequestKind::LookLive; ///< of a list: LookLive or LookQueued
        ReadUrgency urgency = ReadUrgency::Wanted; ///< of a list always Wanted
        LiveFilter filter {}; ///< of a list
        std::optional<ListPage> page {}; ///< of a list
    };

    explicit LiveReader(const Numbers &numbers) : m_numbers(numbers) { }
    void setNumbers(const Numbers &numbers) { m_numbers = numbers; }

    /// Starts a reading; one that is under way ends (Stopped). Its calls' details are all asked for, those first that
    /// were never read, then those that were read longest ago. Keep: this one goes on with the one under way, and those
    /// are not asked again that it read, so that lists that follow fast leave none unread; only a call that is on the
    /// other list now, or on the list although it was found gone, is.
    ReadEvents begin(quint64 reading, const LiveFilter &filter, DetailsRead read = DetailsRead::AskAgain);
    /// Asks for details. What waits already only becomes more urgent. Wanted: asked in any case. Missed: only whether it
    /// is queued, then whether it is live. Sort and Sight: those
    /// named are the ones that are in the order or in view now, earlier ones fall back to Rest; and no less urgent than
    /// Wanted ones are asked again that were read since the list was.
    void ask(const QList<CallId> &ids, ReadUrgency urgency);
    /// Plivo said otherwise than here that it is over: what was read of it can't be so any more, should an older list
    /// have it again.
    void ended(const CallId &id);
    /// Lets go of @p ids that wait, quietly.
    void drop(const QList<CallId> &ids);
    /// Ends the reading, and lets go of all details that nobody waits for.
    ReadEvents stop();
    /// Ends all there is: each call that a user waits for is Unclear (@p reason).
    ReadEvents fail(Reason reason);

    /// Nothing waits and nothing is being asked.
    bool isEmpty() const { return !m_list && m_queue.isEmpty(); }
    /// Of the first that can be asked at @p now. Those whose time has come are put back into the queue.
    std::optional<ReadUrgency> next(Ms now);
    /// When the first of those that wait for their time is due.
    std::optional<Ms> nextDue() const;
    /// The most urgent one that can be asked. Asked from now on: an answer, or putOff(), comes.
    std::optional<Question> take(Ms now, qint64 wallMs);

    /// Answers. Those to questions that nobody asks any more tell nothing.
    ReadEvents listed(quint64 number, const ListVerdict &verdict, Ms now);
    ReadEvents informed(quint64 number, const InfoVerdict &verdict, Ms now);
    /// The question was not answered (a 429) or not sent: it comes again, not before @p at.
    void putOff(quint64 number, Ms at);

private:
    struct List
    {
        quint64 reading;
        LiveFilter filter;
        ListPages queued;
        ListPages live;
        bool atLive = false; ///< at the second of the two
        bool done = false; ///< told; details are left
        Reason reason = Reason::None; ///< why it is not complete
        Verdict trouble {}; ///< what kept the latest one of the two from being read, if anything did
        qint64 askedAtMs = 0; ///< UTC, the first page
        Ms askedAt { 0 };
        std::optional<Ms> since {}; ///< when the first list was asked for of those that it goes on with
        int tries = 0;
        Ms due { 0 };
        quint64 asking = 0; ///< the question's number; 0: none
        ListPages &pages() { return atLive ? live : queued; }
    };

    void want(const CallId &id, ReadUrgency urgency);
    void leaveReading();
    ReadQueue::Iterator erase(ReadQueue::Iterator item);
    bool isKnown(const CallId &id) const;
    bool listWaits() const { return m_list && !m_list->done && m_list->asking == 0; }
    Question askList(Ms now, qint64 wallMs);

    ReadEvents listTrouble(const Verdict &answer, Ms now);
    ReadEvents listGoesOn(Ms now);
    CallListRead listSoFar(Reason reason, const Verdict &answer) const;
    ReadEvents tellList(Reason reason, const Verdict &answer);
    QList<CallId> takeOver(const QList<CallId> &live, const QList<CallId> &queued);
    void goOnWithListBefore();
    void forgetOld(const QHash<CallId, RequestKind> &before);
    ReadEvents tellInfo(const CallInfoRead &told, Ms now);
    bool goOn(const CallId &id, ReadItem &item);
    ReadEvents unclear(const CallId &id, ReadItem &item, const Verdict &answer, Ms now);
    ReadEvents failWith(Reason reason, const Verdict &answer);
    ReadEvents finishedIfSo();
    Ms waitAfter(int tries) const;

    Numbers m_numbers;
    std::optional<List> m_list; ///< the reading, until it is finished
    QHash<CallId, RequestKind> m_onList; ///< of the latest list
    std::optional<Ms> m_knownSince; ///< when it was asked for, or the first of those that it goes on with
    struct Read
    {
        Ms at { Ms::min() };
        bool isGone = false; ///< or over
    };
    QHash<CallId, Read> m_read; ///< how they were read last
    ReadQueue m_queue; ///< details that wait or are being asked
    int m_unclear = 0; ///< in a row
    int m_ofReading = 0; ///< items with ofReading
    quint64 m_last = 0;
};

} // namespace hangup
