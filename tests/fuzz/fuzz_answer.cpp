// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "fuzz.h"

#include "plivo/replyclassifier.h"

using namespace hangup;

// The first two bytes make the status, the rest is the body: whatever a server says, only a 204 is "ended", and the
// token is never in the message.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 2)
        return 0;
    static const Redactor redactor;
    ReplyFacts facts;
    facts.hasStatus = true;
    facts.sawServer = true;
    facts.status = (data[0] * 256 + data[1]) % 1000;
    facts.body = fuzzBytes(data + 2, size - 2).toByteArray();
    facts.contentLength = facts.body.size();
    const Verdict verdict = classify(facts, 1'700'000'000'000, redactor);
    FUZZ_HOLDS((verdict.outcome == Outcome::Ended) == (facts.status == 204) || verdict.waits);
    FUZZ_HOLDS(verdict.outcome != Outcome::NotLiveMaybeUs);
    FUZZ_HOLDS(verdict.outcome != Outcome::NotLive || facts.status == 404);
    FUZZ_HOLDS(verdict.waits == (facts.status == 429));
    FUZZ_HOLDS(verdict.message.size() <= 200);
    for (const QChar c : verdict.message)
        FUZZ_HOLDS(c != u'\n' && c != u'\0');
    return 0;
}
