// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/policy.h"

#include <QString>
#include <QStringList>
#include <QVariantMap>

#include <memory>

namespace hangup {

/// Where an organisation's policy is. Reading blocks for as long as a small file of the system takes, well under 1 ms, so
/// that it can be asked right before calls are ended.
class PolicySource
{
public:
    virtual ~PolicySource() = default;
    /// Where there is none, one without rules. Whatever else can't be understood whole is a trouble.
    virtual PolicyRead read() const = 0;
    /// What to watch for changes, as far as it is there.
    virtual QStringList watched() const { return {}; }
};

/// The system's own, which no user and no environment variable can move: /etc/hangup/policy.ini on Linux,
/// HKLM\Software\Policies\Hangup on Windows, the managed preferences on macOS.
std::shared_ptr<const PolicySource> systemPolicy();
/// Where that is, for the help to show.
QString systemPolicyPlace();

/// A policy.ini. It and its folder must belong to @p owner, and nobody else may write to them: a policy that its
/// user could change is none. Symbolic links are followed; what counts is the file at their end.
class PolicyFile final : public PolicySource
{
public:
    static constexpr uint Root = 0;
    /// @p owner: the user's number; another than root in tests alone.
    explicit PolicyFile(QString file, uint owner = Root) : m_file(std::move(file)), m_owner(owner) { }
    PolicyRead read() const override;
    QStringList watched() const override;

private:
    QString m_file;
    uint m_owner;
};

/// A policy out of a registry or a property list: numbers, booleans, texts, and lists of texts. @p place: for a trouble.
PolicyRead policyOf(const QVariantMap &values, const QString &place);

} // namespace hangup
