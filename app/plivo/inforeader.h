// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/callinfo.h"
#include "domain/intentlog.h"
#include "domain/redactor.h"
#include "plivo/lookclassifier.h"
#include "plivo/replyfacts.h"

#include <QList>

#include <chrono>
#include <optional>

namespace hangup {

/// What the answer to a question for one call's details amounts to.
struct InfoVerdict
{
    /// As of a look. Of a question for the record Live means that there is one, Gone that there is none (yet).
    LookState state = LookState::Unclear;
    std::optional<CallInfo> info; ///< exactly when the state is Live
    Verdict answer; ///< as LookVerdict::answer
};

/// The facts of a look (RequestKind::LookLive, LookQueued) or of a question for the record to what they tell of the
/// call, a pure function. Live and queued calls have from, to, direction, call_status, caller_name, session_start (no
/// zone: UTC), request_uuid and parent_call_uuid; records have from_number, to_number, call_direction,
/// initiation_time, call_state, and what CallRecord keeps. A field that is missing, of another type or nonsense is left
/// empty. A start that lies ahead stays as it was told, however far: CallInfo::age() tells nothing then, and a call
/// without an age that nobody can know is no old one. @p nowUtcMs becomes CallInfo::readAtMs.
/// @p trusted as for classifyLook().
InfoVerdict readInfo(const ReplyFacts &facts, RequestKind asked, const CallId &id, qint64 nowUtcMs,
                     const Redactor &redactor, bool trusted = true);

/// What a list says of its own paging, the way Plivo's other lists do. Numbers only: an address in an answer is never
/// followed.
struct ListMeta
{
    std::optional<int> limit {}; ///< calls a page
    std::optional<int> offset {}; ///< of the first one
    std::optional<int> total {}; ///< total_count
    bool hasNext = false; ///< it names another page
    friend bool operator==(const ListMeta &, const ListMeta &) = default;
};

/// What the answer to the question for a list of calls amounts to.
struct ListVerdict
{
    bool isList = false; ///< a whole 200 that is a JSON object with an array `calls`; else nothing here but the answer
    QList<CallId> ids {}; ///< each once, in its order
    int entries = 0; ///< of `calls`, whatever they are
    int oddIds = 0; ///< entries that are not ids
    ListMeta meta {};
    Verdict answer; ///< as LookVerdict::answer; for a 200 without Plivo's words
};

/// The facts of a list of live or queued calls to what they tell, a pure function. The body may have
/// EngineLimits::listCap bytes.
ListVerdict readList(const ReplyFacts &facts, qint64 nowUtcMs, const Redactor &redactor, bool trusted = true);

} // namespace hangup
