// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/account.h"
#include "domain/secretbytes.h"
#include "domain/secretproblem.h"

#include <QObject>
#include <QString>

#include <optional>
#include <variant>

namespace hangup {

/// What a job came back with.
struct SecretAnswer
{
    std::optional<SecretProblem> problem; ///< nothing: done
    SecretBytes value {}; ///< of a read that worked
};

/// One question to a SecretStore. finished() comes exactly once, never from within the call that made the job, unless
/// cancel() is called first: then it comes from within that, with Cancelled. The job deletes itself afterwards.
///
/// The keychain can't be told to forget a question (an unlock prompt may stay open for ever): a cancelled job goes on
/// unseen. What a cancelled read brings is dropped; what a cancelled write still stores is removed again.
class SecretJob : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    virtual void cancel() = 0;

Q_SIGNALS:
    void finished(const hangup::SecretAnswer &answer);
};

/// Where secrets are kept, by the name of their entry. Never blocks: every question is a job, owned by the store.
class SecretStore : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    virtual SecretJob *read(const QString &entry) = 0;
    /// For a new entry: callers make a new name for each value (newSecretEntry()), so that nothing is ever written
    /// over.
    virtual SecretJob *write(const QString &entry, const SecretBytes &value) = 0;
    /// Removing what is not there is no problem.
    virtual SecretJob *remove(const QString &entry) = 0;
};

/// A name no entry has had yet, that a person can read in the keychain's own window: "MA… at api.plivo.com (1f2e3d…)".
QString newSecretEntry(const QString &whatFor);

/// A token as it is kept: with the auth ID and the API address it was entered for, so that an edited hangup.ini can't
/// send it to another host.
SecretBytes sealToken(const AuthId &id, const ApiAddress &address, const AuthToken &token);
/// ForAnotherHost if it was sealed for another ID or address, Failed if it is no sealed token.
std::variant<AuthToken, SecretProblem> unsealToken(const SecretBytes &sealed, const AuthId &id,
                                                   const ApiAddress &address);

} // namespace hangup
