// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "store/environmentsecrets.h"

#include "domain/wipe.h"

#include <cstdlib>
#include <cstring>

#ifdef Q_OS_UNIX
extern char **environ; // NOLINT: POSIX's own name; no header declares it everywhere
#endif

namespace hangup {

namespace {

#ifdef Q_OS_UNIX
// A variable may stand there twice: getenv() finds the first, a reader of /proc both.
std::optional<QByteArray> take(const char *name)
{
    std::optional<QByteArray> value;
    const std::size_t length = std::strlen(name);
    for (char **entry = environ; entry && *entry; ++entry) {
        if (std::strncmp(*entry, name, length) != 0 || (*entry)[length] != '=')
            continue;
        char *const secret = *entry + length + 1;
        if (!value)
            value = QByteArray(secret);
        wipe(secret, qsizetype(std::strlen(secret)));
    }
    ::unsetenv(name);
    return value;
}
#else
std::optional<QByteArray> take(const char *name)
{
    char *const secret = std::getenv(name);
    if (!secret)
        return std::nullopt;
    const QByteArray value(secret);
    wipe(secret, qsizetype(std::strlen(secret)));
    ::_putenv_s(name, "");
    return value;
}
#endif

} // namespace

EnvironmentSecrets::~EnvironmentSecrets()
{
    if (authToken)
        wipe(*authToken);
}

EnvironmentSecrets takeEnvironmentSecrets()
{
    EnvironmentSecrets secrets;
    secrets.authId = take("PLIVO_AUTH_ID");
    secrets.authToken = take("PLIVO_AUTH_TOKEN");
    return secrets;
}

} // namespace hangup
