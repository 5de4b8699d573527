// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "store/secretstore.h"

#include <QString>

namespace hangup {

/// The system's keychain by way of QtKeychain: the Secret Service or KWallet on Linux, the credential store on Windows,
/// the Keychain on macOS. Never its plaintext fallback. Lives on a thread with an event loop; never blocks it.
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
    QString m_service;
};

} // namespace hangup
