// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/intentlog.h"
#include "domain/proof.h"
#include "plivo/lookclassifier.h"

#include <QHash>
#include <QList>

#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace hangup {

/// What to ask Plivo next about calls whose proof is sought, and what the answers prove. Each call is asked in rounds:
/// live? queued? and when both say no (which stays so), its record. Between rounds the wait doubles; after a while it
/// ends with what is known. Pure: times are passed in, as a monotonic time in ms, and UTC ms for the proof itself.
class ProofSeeker
{
public:
    using Ms = std::chrono::milliseconds;

    struct Numbers
    {
        Ms lasts { 600000 }; ///< from add(); what waits longer for its first round gets that round all the same
        Ms first { 1000 }; ///< before the first round, then twice as long each time …
        Ms longest { 60000 }; ///< … up to this
    };

    /// What is known of a call of @p batch, and worth telling.
    struct Finding
    {
        quint64 batch;
        Outcome outcome; ///< of the call in that batch
        CallProof proof;
    };

    /// A question to be asked now.
    struct Question
    {
        quint64 search; ///< names the search, as long as it lasts
        quint64 batch;
        CallId id;
        RequestKind kind;
    };

    explicit ProofSeeker(const Numbers &numbers) : m_numbers(numbers) { }
    /// For the rounds that come next; ends stay where they are.
    void setNumbers(const Numbers &numbers) { m_numbers = numbers; }

    /// Seeks the proof of a call. A search for the same call ends, see end().
    std::optional<Finding> add(const ProofTask &task, Ms now);
    /// Lets go of a call's search: what is known stays, final. Nothing if there is none.
    std::optional<Finding> end(const CallId &id, qint64 wallMs = 0);
    QList<Finding> endAll(qint64 wallMs = 0);
    /// Ends those whose time is over at @p now; @p untriedToo: also those that never had a round.
    QList<Finding> endLate(Ms now, bool untriedToo, qint64 wallMs);
    /// When the first one that had a round (@p tried), or that had none, is late.
    std::optional<Ms> firstEnd(bool tried) const;

    bool isEmpty() const { return m_searches.empty(); }
    int size() const { return static_cast<int>(m_searches.size()); }
    /// When the next question is due; nothing when none is.
    std::optional<Ms> nextDue() const;
    /// The question that is due longest. Asked from now on: an answer, or putOff(), comes.
    std::optional<Question> take(Ms now);

    /// Answers. Nothing when there is nothing new to tell, or the search has ended meanwhile.
    std::optional<Finding> looked(quint64 search, LookState state, Ms now, qint64 wallMs);
    std::optional<Finding> recorded(quint64 search, const std::optional<CallRecord> &record, Ms now, qint64 wallMs);
    /// The question was not answered (a 429) or not sent: it comes again, not before @p at.
    void putOff(quint64 search, Ms at);

private:
    struct Search
    {
        ProofTask task;
        CallProof proof;
        RequestKind step = RequestKind::LookLive;
        bool gone = false; ///< not live and not queued, for certain
        bool hasRecord = false;
        bool asking = false;
        bool tried = false; ///< had a round
        Ms due { 0 };
        Ms wait { 0 }; ///< before the next round
        Ms until { 0 };
    };

    void schedule(quint64 number, Search &search, Ms at);
    void askOn(quint64 number, Search &search, RequestKind step, Ms now);
    std::optional<Finding> foundGone(quint64 number, Search &search, Ms now, qint64 wallMs);
    std::optional<Finding> endRound(quint64 number, Search &search, const CallProof &now, Ms at, qint64 wallMs);
    Finding finish(quint64 number, qint64 wallMs);
    Search *asked(quint64 number);
    static ProofState stateWhenGone(const ProofTask &task);

    Numbers m_numbers;
    std::map<quint64, Search> m_searches;
    QHash<CallId, quint64> m_byId;
    std::set<std::pair<Ms, quint64>> m_due; ///< of those that are not being asked
    std::set<std::pair<Ms, quint64>> m_untried; ///< by their end
    std::set<std::pair<Ms, quint64>> m_tried; ///< by their end
    quint64 m_last = 0;
};

} // namespace hangup
