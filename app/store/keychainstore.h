// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "store/secretstore.h"

#include <QString>

#include <memory>

namespace hangup {

/// The system's keychain by way of QtKeychain: the Secret Service or KWallet on Linux, the credential store on Windows,
/// the Keychain on macOS. Never its plaintext fallback. Lives on a thread with an event loop (on Linux one of GLib's,
/// which is Qt's own choice there: libsecret answers through it); never blocks it.
///
/// One question is with the keychain at a time, the others wait: QtKeychain works in the same way inside, in one queue
/// for the whole process. So a prompt that stays open holds up what comes behind, and every job can be cancelled; one
/// that still waits never reaches the keychain then. Jobs left when the store goes are dropped without finished(), as
/// if cancelled.
class KeychainStore final : public SecretStore
{
    Q_OBJECT
public:
    /// @p service: the name the entries go under, "Hangup".
    explicit KeychainStore(const QString &service, QObject *parent = nullptr);
    ~KeychainStore() override;
    SecretJob *read(const QString &entry) override;
    SecretJob *write(const QString &entry, const SecretBytes &value) override;
    SecretJob *remove(const QString &entry) override;

private:
    class Job;
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace hangup
