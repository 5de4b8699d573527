// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "session/attemptmemory.h"

#include <QMutexLocker>

namespace hangup {

void AttemptMemory::recordIntent(const Intent &intent, std::function<void(IntentVerdict)> done)
{
    IntentVerdict verdict { .written = true };
    {
        const QMutexLocker lock(&m_mutex);
        verdict.earlierAttemptWithoutVerdict = m_withoutVerdict.contains({ intent.authId.toString(), intent.id });
    }
    done(verdict); // outside the lock: it may come straight back
}

void AttemptMemory::recordOutcome(quint64 /*batch*/, const AuthId &authId, const CallResult &result,
                                  std::function<void(bool)> done)
{
    // Never taken out again: a later answer says nothing about what the lost one did.
    if (result.outcome == Outcome::Unknown) {
        const QMutexLocker lock(&m_mutex);
        m_withoutVerdict.insert({ authId.toString(), result.id });
    }
    done(true);
}

} // namespace hangup
