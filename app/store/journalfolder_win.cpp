// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "store/journalfolder.h"

#include <QDir>
#include <QFileInfo>
#include <QStorageInfo>

#include <qt_windows.h>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

/// The system's words for what went wrong last.
QString systemWords()
{
    return qt_error_string(static_cast<int>(GetLastError())).trimmed();
}

class OpenFile
{
public:
    OpenFile(const QString &file, DWORD access, DWORD disposition, DWORD flags = FILE_ATTRIBUTE_NORMAL)
        : m_handle(CreateFileW(reinterpret_cast<const wchar_t *>(QDir::toNativeSeparators(file).utf16()), access,
                               FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr, disposition, flags,
                               nullptr))
    {
    }
    ~OpenFile()
    {
        if (isOpen())
            CloseHandle(m_handle);
    }
    Q_DISABLE_COPY_MOVE(OpenFile)
    bool isOpen() const { return m_handle != INVALID_HANDLE_VALUE; }
    HANDLE handle() const { return m_handle; }

private:
    HANDLE m_handle;
};

bool isReparsePoint(const QString &path)
{
    const DWORD attributes
        = GetFileAttributesW(reinterpret_cast<const wchar_t *>(QDir::toNativeSeparators(path).utf16()));
    return attributes != INVALID_FILE_ATTRIBUTES && (attributes & FILE_ATTRIBUTE_REPARSE_POINT) != 0;
}

} // namespace

FolderTrouble prepareFolder(const QString &file)
{
    // Below %LOCALAPPDATA% a folder is the user's alone by itself.
    const QString folder = QFileInfo(file).absolutePath();
    const QFileInfo info(folder);
    if (info.exists() && !info.isDir())
        return info.fileName() + u": not a folder"_s;
    return QDir().mkpath(folder + u"/locks"_s) ? FolderTrouble() : FolderTrouble(systemWords());
}

FolderTrouble prepareFile(const QString &file)
{
    for (const auto &suffix : { ""_L1, "-wal"_L1, "-shm"_L1, "-journal"_L1 }) {
        const QFileInfo info(file + suffix);
        if (isReparsePoint(info.filePath()))
            return info.fileName() + u": symbolic link"_s;
        if (info.exists() && !info.isFile())
            return info.fileName() + u": not a file"_s;
    }
    const OpenFile made(file, GENERIC_READ | GENERIC_WRITE, CREATE_NEW);
    if (!made.isOpen())
        return GetLastError() == ERROR_FILE_EXISTS ? FolderTrouble() : FolderTrouble(systemWords());
    return FlushFileBuffers(made.handle()) ? FolderTrouble() : FolderTrouble(systemWords());
}

bool makePrivate(const QString &)
{
    return true; // it has the rights of its folder
}

bool syncToDisk(const QString &file)
{
    // A folder's own flush is no business of a program there: NTFS keeps a journal of names, and writes it in order.
    if (QFileInfo(file).isDir())
        return true;
    const OpenFile opened(file, GENERIC_WRITE, OPEN_EXISTING);
    return opened.isOpen() && FlushFileBuffers(opened.handle());
}

QString identityOf(const QString &file)
{
    const OpenFile opened(file, FILE_READ_ATTRIBUTES, OPEN_EXISTING, FILE_FLAG_OPEN_REPARSE_POINT);
    BY_HANDLE_FILE_INFORMATION info {};
    if (!opened.isOpen() || !GetFileInformationByHandle(opened.handle(), &info))
        return {};
    const quint64 index = (quint64(info.nFileIndexHigh) << 32) | info.nFileIndexLow;
    return u"%1:%2"_s.arg(info.dwVolumeSerialNumber).arg(index);
}

QByteArray fileSystemAt(const QString &folder)
{
    const QStorageInfo storage(folder);
    const QString root = QDir::toNativeSeparators(storage.rootPath());
    if (GetDriveTypeW(reinterpret_cast<const wchar_t *>(root.utf16())) == DRIVE_REMOTE || root.startsWith("\\\\"_L1))
        return QByteArrayLiteral("smb");
    return storage.fileSystemType();
}

} // namespace hangup
