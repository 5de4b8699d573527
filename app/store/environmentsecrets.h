// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <optional>

namespace hangup {

/// PLIVO_AUTH_ID and PLIVO_AUTH_TOKEN as they stood in the environment: raw, unchecked; nothing for one that was not
/// set.
struct EnvironmentSecrets
{
    std::optional<QByteArray> authId;
    std::optional<QByteArray> authToken; ///< wipe it as soon as an AuthToken is made of it

    EnvironmentSecrets() = default;
    EnvironmentSecrets(EnvironmentSecrets &&) = default;
    EnvironmentSecrets &operator=(EnvironmentSecrets &&) = default;
    Q_DISABLE_COPY(EnvironmentSecrets)
    /// Overwrites what is still there.
    ~EnvironmentSecrets();
};

/// Takes both variables out of the environment. On Unix their values are overwritten in place first, for unsetenv()
/// alone leaves them readable in `/proc/PID/environ` for as long as the program runs. Call before any thread starts:
/// the environment is not locked.
EnvironmentSecrets takeEnvironmentSecrets();

} // namespace hangup
