// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "store/oslock.h"

#include <QDir>
#include <QFile>

#include <qt_windows.h>

namespace hangup {

std::unique_ptr<OsLock> OsLock::take(const QString &file, Kind kind, Make make, Failure *failure)
{
    Failure unused = Failure::None;
    Failure &why = failure != nullptr ? *failure : unused;
    why = Failure::None;
    DWORD disposition = OPEN_EXISTING;
    if (make != Make::Never)
        disposition = make == Make::Only ? CREATE_NEW : OPEN_ALWAYS;
    const QString native = QDir::toNativeSeparators(file);
    HANDLE handle = CreateFileW(reinterpret_cast<const wchar_t *>(native.utf16()), GENERIC_READ | GENERIC_WRITE,
                                FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr, disposition,
                                FILE_ATTRIBUTE_NORMAL, nullptr);
    if (handle == INVALID_HANDLE_VALUE) {
        const DWORD error = GetLastError();
        const bool none = error == ERROR_FILE_NOT_FOUND || error == ERROR_PATH_NOT_FOUND;
        why = none ? Failure::NoFile : Failure::NotPossible;
        return nullptr;
    }
    OVERLAPPED where {};
    const DWORD flags = LOCKFILE_FAIL_IMMEDIATELY | (kind == Kind::Exclusive ? LOCKFILE_EXCLUSIVE_LOCK : 0);
    if (!LockFileEx(handle, flags, 0, 1, 0, &where)) {
        why = GetLastError() == ERROR_LOCK_VIOLATION ? Failure::Held : Failure::NotPossible;
        CloseHandle(handle);
        return nullptr;
    }
    auto lock = std::unique_ptr<OsLock>(new OsLock(file));
    lock->m_handle = handle;
    return lock;
}

OsLock::~OsLock()
{
    CloseHandle(m_handle);
}

void OsLock::removeFile()
{
    QFile::remove(m_file);
}

} // namespace hangup
