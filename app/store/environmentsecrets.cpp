// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "store/environmentsecrets.h"

#include "domain/wipe.h"

#include <QString>

#include <cstdlib>
#include <cstring>

#ifdef Q_OS_WIN
#include <cwchar>
#include <qt_windows.h>
#include <string>
#else
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
    // The C library's copies, and the block that the system holds for the process and hands to those it starts: a value
    // of the same length takes the place of the old one.
    const std::wstring wide = QString::fromLatin1(name).toStdWString();
    if (wchar_t *const copy = ::_wgetenv(wide.c_str()))
        wipe(reinterpret_cast<char *>(copy), qsizetype(std::wcslen(copy) * sizeof(wchar_t)));
    wipe(secret, qsizetype(std::strlen(secret)));
    SetEnvironmentVariableW(wide.c_str(), std::wstring(std::size_t(value.size()), L'-').c_str());
    ::_putenv_s(name, "");
    SetEnvironmentVariableW(wide.c_str(), nullptr);
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
