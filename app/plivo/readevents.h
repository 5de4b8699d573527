// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/callinfo.h"
#include "domain/callreading.h"
#include "domain/outcome.h"

#include <QList>
#include <QString>

#include <optional>

namespace hangup {

/// The lists of live and queued calls, each id on one of them only. Comes once a reading, unless another reading or
/// stopReading() took its place before.
struct CallListRead
{
    quint64 reading = 0;
    QList<CallId> live {}; ///< in Plivo's order
    QList<CallId> queued {};
    /// Of both: those that the reading does not ask for, since their details have been read, or could not be, in what
    /// it goes on with or since the list was asked for.
    QList<CallId> known {};
    qint64 atMs = 0; ///< UTC, ms since 1970: when the first page was asked for, so that nothing is newer than it says
    /// There are probably more calls than these: a page that the server spoke of, or that a full page lets expect,
    /// was not to be had.
    bool looksCut = false;
    int oddIds = 0; ///< entries that are not ids: left out
    int pages = 0; ///< of both lists; more than one each: a call that moved between two pages may be missing
    /// Both lists were read as far as they go. Else what is here is what came before that, and says nothing about the
    /// others.
    bool complete = false;
    Reason reason = Reason::None; ///< why not complete; None also for a refusal, which has a status
    int httpStatus = 0; ///< of the answer that made it incomplete; 0: none
    QString message {}; ///< Plivo's words to it, cleaned
};

/// Nothing of a reading is to come any more. Exactly once a reading.
struct ReadingFinished
{
    quint64 reading = 0;
    /// None: all details were read, or could not be. Stopped: by stopReading(), or by another reading. Else what would
    /// have failed the others, too: CredentialsRejected, NotPermitted, NoToken, a connection's or server's trouble.
    Reason reason = Reason::None;
};

} // namespace hangup
