// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/tellstarter.h"

#include <qt_windows.h>

namespace hangup {

namespace {

/// A file or a pipe that the starter gave.
bool writeToHandle(HANDLE handle, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    DWORD written = 0;
    return handle && handle != INVALID_HANDLE_VALUE && GetFileType(handle) != FILE_TYPE_UNKNOWN
        && WriteFile(handle, bytes.constData(), static_cast<DWORD>(bytes.size()), &written, nullptr);
}

/// The console of the starter. Its prompt is there already, for it does not wait for programs with a window.
bool writeToStartersConsole(const QString &text)
{
    if (!AttachConsole(ATTACH_PARENT_PROCESS))
        return false;
    HANDLE console = CreateFileW(L"CONOUT$", GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE, nullptr,
                                 OPEN_EXISTING, 0, nullptr);
    const QString shown = u'\n' + text;
    DWORD written = 0;
    const bool done = console != INVALID_HANDLE_VALUE
        && WriteConsoleW(console, shown.utf16(), static_cast<DWORD>(shown.size()), &written, nullptr);
    if (console != INVALID_HANDLE_VALUE)
        CloseHandle(console);
    FreeConsole();
    return done;
}

} // namespace

void tellStarter(const QString &text, bool isComplaint)
{
    if (writeToHandle(GetStdHandle(isComplaint ? STD_ERROR_HANDLE : STD_OUTPUT_HANDLE), text))
        return;
    if (writeToStartersConsole(text))
        return;
    MessageBoxW(nullptr, reinterpret_cast<const wchar_t *>(text.trimmed().utf16()), L"Hangup",
                MB_OK | (isComplaint ? MB_ICONWARNING : MB_ICONINFORMATION));
}

} // namespace hangup
