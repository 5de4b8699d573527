// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "cli/consolehandle_win.h"

#include <QString>

#include <algorithm>
#include <map>
#include <qt_windows.h>

namespace hangup::console {

namespace {

/// The modes as they were: a console keeps its mode when the program is gone.
class FormerModes
{
public:
    ~FormerModes()
    {
        for (const auto &[handle, mode] : m_modes)
            SetConsoleMode(handle, mode);
    }
    FormerModes() = default;
    Q_DISABLE_COPY_MOVE(FormerModes)
    void keep(HANDLE handle, DWORD mode) { m_modes.emplace(handle, mode); }

private:
    std::map<HANDLE, DWORD> m_modes;
};

void *opened(const wchar_t *name)
{
    HANDLE handle = CreateFileW(name, GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE, nullptr,
                                OPEN_EXISTING, 0, nullptr);
    return handle == INVALID_HANDLE_VALUE ? nullptr : handle;
}

bool writeToConsole(HANDLE handle, const QString &text)
{
    // Older consoles refuse more than 64 KiB at once.
    constexpr qsizetype most = 8192;
    for (qsizetype done = 0; done < text.size();) {
        DWORD written = 0;
        const auto length = static_cast<DWORD>(std::min(most, text.size() - done));
        if (!WriteConsoleW(handle, text.utf16() + done, length, &written, nullptr) || written == 0)
            return false;
        done += written;
    }
    return true;
}

} // namespace

void *standardHandle(int descriptor)
{
    const DWORD which = descriptor == 0 ? STD_INPUT_HANDLE : descriptor == 1 ? STD_OUTPUT_HANDLE : STD_ERROR_HANDLE;
    HANDLE handle = GetStdHandle(which);
    return handle == INVALID_HANDLE_VALUE ? nullptr : handle;
}

bool isConsole(void *handle)
{
    DWORD mode = 0;
    return handle && GetConsoleMode(handle, &mode);
}

bool obeysEscapes(void *handle)
{
    static FormerModes before;
    DWORD mode = 0;
    if (!handle || !GetConsoleMode(handle, &mode))
        return false;
    if ((mode & ENABLE_VIRTUAL_TERMINAL_PROCESSING) != 0)
        return true;
    if (!SetConsoleMode(handle, mode | ENABLE_VIRTUAL_TERMINAL_PROCESSING | ENABLE_PROCESSED_OUTPUT))
        return false;
    before.keep(handle, mode);
    return true;
}

int columns(void *handle)
{
    CONSOLE_SCREEN_BUFFER_INFO info {};
    return handle && GetConsoleScreenBufferInfo(handle, &info) ? info.srWindow.Right - info.srWindow.Left + 1 : 0;
}

void forgetTyped(void *handle)
{
    FlushConsoleInputBuffer(handle);
}

bool writeAll(void *handle, QByteArrayView utf8)
{
    if (!handle)
        return false;
    if (isConsole(handle))
        return writeToConsole(handle, QString::fromUtf8(utf8));
    for (qsizetype done = 0; done < utf8.size();) {
        DWORD written = 0;
        const auto length = static_cast<DWORD>(std::min<qsizetype>(1 << 20, utf8.size() - done));
        if (!WriteFile(handle, utf8.data() + done, length, &written, nullptr) || written == 0)
            return false;
        done += written;
    }
    return true;
}

OwnConsole::OwnConsole() : in(opened(L"CONIN$")), out(opened(L"CONOUT$")) { }

OwnConsole::~OwnConsole()
{
    if (in)
        CloseHandle(in);
    if (out)
        CloseHandle(out);
}

} // namespace hangup::console
