// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "store/keychainlook.h"
#include "store/secretstore.h"

#include <QByteArray>
#include <QObject>
#include <QPointer>
#include <QString>

#include <chrono>

namespace QKeychain {
class Job;
}

namespace hangup {

/// One question to the keychain from its beginning to its end, seen from inside: a look at what is there, QtKeychain's
/// job, and another look wherever QtKeychain's answer leaves a doubt. See KeychainStore.
///
/// It has no parent and deletes itself: QtKeychain's backends keep a raw pointer to their job for as long as a prompt
/// stays open, so neither the job nor what waits for it may go before, not even when the store does. A job whose answer
/// never comes (libsecret loses it when the service dies behind an open prompt) stays until the program ends.
class KeychainTask : public QObject
{
    Q_OBJECT
public:
    enum class Verb : quint8 { Read, Write, Remove };
    /// @p value: for a write.
    KeychainTask(Verb verb, QString service, QString entry, SecretBytes value);
    ~KeychainTask() override;

    void start();
    /// Nobody waits for the answer any more: answered() won't come, what is read is overwritten, what is written is
    /// removed again.
    void detach();

Q_SIGNALS:
    /// Once, unless detached.
    void answered(const hangup::SecretAnswer &answer);
    /// Once: the next question may be asked.
    void over();

private:
    using Next = void (KeychainTask::*)(const KeychainView &view);
    void lookThen(Next next, std::chrono::milliseconds deadline);
    void begin(const KeychainView &view);
    void ask();
    QKeychain::Job *makeWrite();
    void take(QKeychain::Job *job);
    void onServiceGone();
    void letGo();
    void conclude(const KeychainView &view);
    SecretAnswer conclusion(const KeychainView &view) const;
    std::optional<SecretProblem> afterSuccess(const KeychainView &view) const;
    std::optional<SecretProblem> afterError(const KeychainView &view) const;
    std::optional<SecretProblem> notFound(const KeychainView &view) const;
    void removeLeftover(const KeychainView &view);
    void answer(const SecretAnswer &answer);
    void finish();

    Verb m_verb;
    QString m_service;
    QString m_entry;
    SecretBytes m_value; ///< to write
    QPointer<QKeychain::Job> m_job; ///< under way
    QByteArray m_written; ///< shares its memory with QtKeychain's job
    int m_error = 0; ///< QKeychain::Error
    bool m_triedTwice = false;
    bool m_lettingGo = false;
    bool m_detached = false; ///< nobody waits for the answer, or it was given
    bool m_over = false;
};

} // namespace hangup
