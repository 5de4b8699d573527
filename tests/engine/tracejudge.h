// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/outcome.h"
#include "engine/tracenetwork.h"

#include <QHash>
#include <QString>

#include <chrono>
#include <optional>

namespace hangup::test {

/// Says what has to become of calls, from what was sent and answered alone, by the table of outcomes that the product
/// promises, and notes the first promise that was broken. It knows nothing of the classifier and the policy.
class TraceJudge
{
public:
    using Ms = std::chrono::milliseconds;

    /// @p mustRetry: the budget is large enough for whatever comes, so that giving up early is wrong.
    explicit TraceJudge(bool mustRetry) : m_mustRetry(mustRetry) { }

    /// What the order says of a call.
    struct Terms
    {
        bool isDoubted = false; ///< it names an earlier attempt without a verdict
        bool isChecked = false;
        bool isGuarded = false; ///< "112" is protected
        bool wasSeen = false; ///< from "1" to "2"
        bool isDry = false;
    };
    void expect(const CallId &id, const Terms &terms);
    void sent(const TraceRequest &request, Ms now);
    void answered(const TraceRequest &request, const TraceAnswer &answer, Ms now);
    /// Nothing may be sent any more, and what waits gets its outcome.
    void stopped() { m_stopped = true; }
    /// The next intent of that call could not be written: it must not be sent.
    void intentRefused(const CallId &id);
    /// @p doubted: the journal knows such an attempt, and says so with the intent.
    void intentWritten(const CallId &id, bool doubted);
    void outcomeWritten(const CallResult &result);
    void told(const CallResult &result);
    /// All is over. Empty, or the first promise that was broken.
    QString brokenPromise();

    /// Nothing may be sent before; monotonic.
    Ms heldUntil() const { return m_heldUntil; }
    int deletes(const CallId &id) const { return m_calls[id].deletes; }

private:
    struct Call
    {
        Terms terms {};
        bool doubted = false; ///< before this batch
        std::optional<Ms> passedAt {}; ///< its latest check
        int unclearChecks = 0; ///< in a row
        bool granted = false; ///< the next DELETE needs no leave of the policy
        bool open = false; ///< an attempt of this batch got no verdict
        bool notQueued = false; ///< the look that goes on was told so
        bool foundLive = false; ///< by the latest look, after the latest attempt
        std::optional<RequestKind> next = RequestKind::HangUp; ///< the only thing that may be sent; nothing: it is over
        int intents = 0;
        int deletes = 0; ///< handed over
        int neverLeft = 0;
        int tries = 0; ///< without those that a 429 answered
        bool onItsWay = false;
        bool intentRefused = false;
        std::optional<Outcome> outcome {}; ///< what it has to be
        std::optional<Outcome> mayBe {}; ///< what it may be, if it is not tried again
        int written = 0;
        int told = 0;
        std::optional<Outcome> was {};

        bool mayHaveEnded() const { return open || (doubted && !foundLive); }
        Outcome unsent() const { return mayHaveEnded() ? Outcome::Unknown : Outcome::NotSent; }
    };

    void answeredDelete(Call &call, const TraceAnswer &answer);
    void answeredLook(Call &call, const TraceRequest &request, const TraceAnswer &answer, Ms now);
    void foundLive(Call &call, const TraceAnswer &answer, Ms now);
    void foundNothing(Call &call, const TraceAnswer &answer);
    static bool needsCheck(const Call &call, Ms now);
    void hold(const TraceAnswer &answer, Ms now);
    void over(Call &call, Outcome outcome);
    void giveUpOrRetry(Call &call, Outcome outcome);
    void judge(const CallId &id, const Call &call);
    void broke(const CallId &id, const QString &what);

    QHash<CallId, Call> m_calls;
    Ms m_heldUntil { 0 };
    bool m_mustRetry;
    bool m_stopped = false;
    QString m_broken;
};

} // namespace hangup::test
