// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/intentlog.h"

#include <QMutex>
#include <QPair>
#include <QSet>

namespace hangup {

/// The IntentLog until there is a journal: remembers, for as long as the program runs, which calls had an attempt
/// without a verdict, so that a later 404 is not taken for "never was live". Answers at once; writes nothing.
class AttemptMemory final : public IntentLog
{
public:
    void recordIntent(const Intent &intent, std::function<void(IntentVerdict)> done) override;
    void recordOutcome(quint64 batch, const AuthId &authId, const CallResult &result,
                       std::function<void(bool)> done) override;

private:
    using Key = QPair<QString, CallId>;
    QMutex m_mutex; ///< engines of several accounts share it
    QSet<Key> m_withoutVerdict;
};

} // namespace hangup
