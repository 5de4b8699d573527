// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "session/policysecrets.h"

#include <utility>

namespace hangup {

/// A question that is never asked.
class PolicySecrets::Refusal final : public SecretJob
{
public:
    explicit Refusal(QObject *store) : SecretJob(store)
    {
        // Never from within the call that makes it.
        QMetaObject::invokeMethod(
            this, [this] { finish(SecretProblem::ByPolicy); }, Qt::QueuedConnection);
    }
    void cancel() override { finish(SecretProblem::Cancelled); }

private:
    void finish(SecretProblem problem)
    {
        if (std::exchange(m_finished, true))
            return;
        Q_EMIT finished({ .problem = problem });
        deleteLater();
    }

    bool m_finished = false;
};

PolicySecrets::PolicySecrets(std::shared_ptr<SecretStore> keychain, std::function<bool()> mayUse)
    : m_keychain(std::move(keychain)), m_mayUse(std::move(mayUse))
{
}

SecretJob *PolicySecrets::read(const QString &entry)
{
    return m_mayUse() ? m_keychain->read(entry) : new Refusal(this);
}

SecretJob *PolicySecrets::write(const QString &entry, const SecretBytes &value)
{
    return m_mayUse() ? m_keychain->write(entry, value) : new Refusal(this);
}

SecretJob *PolicySecrets::remove(const QString &entry)
{
    return m_keychain->remove(entry);
}

} // namespace hangup
