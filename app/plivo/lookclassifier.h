// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/callid.h"
#include "domain/callreading.h"
#include "domain/proof.h"
#include "domain/redactor.h"
#include "plivo/replyclassifier.h"
#include "plivo/replyfacts.h"

#include <optional>

namespace hangup {

/// What the answer to a look amounts to.
struct LookVerdict
{
    LookState state = LookState::Unclear;
    /// What it is as an answer: 429 and its time, what stops others, whether its manager may be used again, and for an
    /// unclear one the reason. Its outcome means nothing here.
    Verdict answer;
};

/// What the answer to a question for the record (CDR) amounts to.
struct RecordVerdict
{
    std::optional<CallRecord> record; ///< nothing: not there (yet), or not readable; proves nothing
    Verdict answer;
};

/// What an answer to a question is as an answer, whatever it tells. A live call's fields are the customer's own data: a
/// status below 400 keeps none of its words.
Verdict questionVerdict(const ReplyFacts &facts, qint64 nowUtcMs, const Redactor &redactor, bool trusted = true);

/// The look's facts to its verdict, a pure function. @p trusted: false when the answer may belong to another request
/// (see withoutTrust()).
LookVerdict classifyLook(const ReplyFacts &facts, const CallId &id, qint64 nowUtcMs, const Redactor &redactor,
                         bool trusted = true);

/// The same for a record. Fields as Plivo's documentation names them: hangup_source, hangup_cause_code,
/// hangup_cause_name, end_time ("2022-06-28 19:39:05+05:30"), call_duration (seconds). Each may be absent or null; a
/// time without a zone is not taken for one. Texts come cleaned, at most 200 characters.
RecordVerdict classifyRecord(const ReplyFacts &facts, const CallId &id, qint64 nowUtcMs, const Redactor &redactor,
                             bool trusted = true);

} // namespace hangup
