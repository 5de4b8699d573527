// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "support/answer.h"
#include "support/fakeserver.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace hangup::test {

/// One kind of trouble: what the server does with the first DELETE of a call.
struct Trouble
{
    const char *name; ///< reads as a sentence
    Answer answer; ///< to the first DELETE of the call
    bool applied = false; ///< the call is over all the same, whatever the answer says
    /// To the looks that follow; nothing: the truth.
    std::optional<Answer> look {};
    int retryAfterMs = 0; ///< what the answer asks for
};

/// All kinds. @p elsewhere: a server that must never hear of anything, for redirects.
QList<Trouble> allTroubles(const QByteArray &elsewhere);

} // namespace hangup::test
