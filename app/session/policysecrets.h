// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "store/secretstore.h"

#include <functional>
#include <memory>

namespace hangup {

/// The keychain, as far as the organisation allows it: otherwise nothing is read from it or written to it, and the
/// answer is ByPolicy. Removing is always allowed.
class PolicySecrets final : public SecretStore
{
    Q_OBJECT
public:
    /// @p mayUse is asked with each question.
    PolicySecrets(std::shared_ptr<SecretStore> keychain, std::function<bool()> mayUse);
    SecretJob *read(const QString &entry) override;
    SecretJob *write(const QString &entry, const SecretBytes &value) override;
    SecretJob *remove(const QString &entry) override;

private:
    class Refusal;

    const std::shared_ptr<SecretStore> m_keychain;
    const std::function<bool()> m_mayUse;
};

} // namespace hangup
