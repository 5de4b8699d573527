// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "plivo/lookclassifier.h"

#include "plivo/answerfields.h"

namespace hangup {

Verdict questionVerdict(const ReplyFacts &facts, qint64 nowUtcMs, const Redactor &redactor, bool trusted)
{
    Verdict verdict = classify(facts, nowUtcMs, redactor);
    if (!trusted)
        return withoutTrust(verdict);
    // A live call's fields are the customer's own data: numbers and names belong in no log.
    if (facts.hasStatus && facts.status < 400)
        verdict.message.clear();
    return verdict;
}

LookVerdict classifyLook(const ReplyFacts &facts, const CallId &id, qint64 nowUtcMs, const Redactor &redactor,
                         bool trusted)
{
    LookVerdict verdict { .answer = questionVerdict(facts, nowUtcMs, redactor, trusted) };
    if (!trusted)
        return verdict;
    if (verdict.answer.outcome == Outcome::NotLive)
        verdict.state = LookState::Gone;
    else if (objectAbout(facts, id))
        verdict.state = LookState::Live;
    return verdict;
}

RecordVerdict classifyRecord(const ReplyFacts &facts, const CallId &id, qint64 nowUtcMs, const Redactor &redactor,
                             bool trusted)
{
    RecordVerdict verdict { .record = {}, .answer = questionVerdict(facts, nowUtcMs, redactor, trusted) };
    if (!trusted)
        return verdict;
    if (const std::optional<QJsonObject> object = objectAbout(facts, id))
        verdict.record = recordOf(*object, redactor);
    return verdict;
}

} // namespace hangup
