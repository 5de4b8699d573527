// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "store/processguard.h"

#include "store/currentuser_win.h"

#include <aclapi.h>
#include <qt_windows.h>
#include <vector>

namespace hangup {

namespace {

/// The last that runs after a crash. Ends the program before the system's error reporting gets to write its memory into a
/// file, or to send it away.
LONG WINAPI endWithoutDump(EXCEPTION_POINTERS *what)
{
    TerminateProcess(GetCurrentProcess(), what->ExceptionRecord->ExceptionCode);
    return EXCEPTION_EXECUTE_HANDLER;
}

/// What is left to the user's own programs: to wait for this one, to end it, and to ask for its name. Debuggers of
/// administrators find their way anyhow.
bool closeMemoryToOthers()
{
    const CurrentUser user;
    if (!user.sid())
        return false;
    const DWORD length = sizeof(ACL) + sizeof(ACCESS_ALLOWED_ACE) + GetLengthSid(user.sid());
    std::vector<DWORD> bytes(length / sizeof(DWORD) + 1);
    const auto list = reinterpret_cast<PACL>(bytes.data());
    constexpr DWORD left = SYNCHRONIZE | PROCESS_QUERY_LIMITED_INFORMATION | PROCESS_TERMINATE;
    return InitializeAcl(list, static_cast<DWORD>(bytes.size() * sizeof(DWORD)), ACL_REVISION)
        && AddAccessAllowedAce(list, ACL_REVISION, left, user.sid())
        && SetSecurityInfo(GetCurrentProcess(), SE_KERNEL_OBJECT,
                           DACL_SECURITY_INFORMATION | PROTECTED_DACL_SECURITY_INFORMATION, nullptr, nullptr, list,
                           nullptr)
        == ERROR_SUCCESS;
}

} // namespace

void keepNewFilesPrivate()
{
    // A user's folders are his own there. What it says of libraries: none is taken from the folder that a console
    // happens to stand in.
    SetDllDirectoryW(L"");
}

bool switchCoreDumps(bool off)
{
    if (!off)
        return true;
    // No box that waits for a click either: hangup-cli may run where nobody sits.
    SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX | SEM_NOOPENFILEERRORBOX);
    SetUnhandledExceptionFilter(endWithoutDump);
    return closeMemoryToOthers();
}

} // namespace hangup
