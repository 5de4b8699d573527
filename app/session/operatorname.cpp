// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "session/operatorname.h"

#ifdef Q_OS_WIN
#include <array>
#include <qt_windows.h>
#else
#include <pwd.h>
#include <unistd.h>
#include <vector>
#endif

namespace hangup {

#ifdef Q_OS_WIN

QString operatorName()
{
    std::array<wchar_t, 257> name {}; // UNLEN + 1
    DWORD size = static_cast<DWORD>(name.size());
    return GetUserNameW(name.data(), &size) ? QString::fromWCharArray(name.data()) : QString();
}

#else

// Not $USER: anybody can set that.
QString operatorName()
{
    passwd entry {};
    passwd *found = nullptr;
    std::vector<char> buffer(16384);
    if (getpwuid_r(geteuid(), &entry, buffer.data(), buffer.size(), &found) != 0 || !found)
        return {};
    return QString::fromLocal8Bit(found->pw_name);
}

#endif

} // namespace hangup
