// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "store/secretstore.h"

#include <QHash>
#include <QList>
#include <QStringList>

#include <functional>

namespace hangup {

/// Secrets in memory alone, answered in the next turn of the event loop: for a session without a keychain, and for
/// tests, which may make it fail. A write for an entry that is there fails: nothing is written over.
class MemoryStore final : public SecretStore
{
    Q_OBJECT
public:
    using SecretStore::SecretStore;
    SecretJob *read(const QString &entry) override;
    SecretJob *write(const QString &entry, const SecretBytes &value) override;
    SecretJob *remove(const QString &entry) override;

    enum class Verb : quint8 { Read, Write, Remove };
    /// Asked before each answer: a problem is answered instead. Empty: none.
    std::function<std::optional<SecretProblem>(Verb, const QString &entry)> failure;
    /// While true, jobs don't finish (a prompt that stays open); set to false and they do, in the next turn.
    void setStuck(bool stuck);
    QStringList entries() const { return m_values.keys(); }

private:
    class Job;
    SecretJob *add(Verb verb, const QString &entry, const SecretBytes &value);
    SecretAnswer answer(Verb verb, const QString &entry, const SecretBytes &value);
    QHash<QString, SecretBytes> m_values;
    QList<Job *> m_held; ///< while stuck
    bool m_stuck = false;
};

} // namespace hangup
