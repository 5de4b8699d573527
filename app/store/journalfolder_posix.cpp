// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "store/journalfolder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

enum class Wanted : quint8 { Folder, File };

QString systemWords(int error)
{
    return QString::fromLocal8Bit(strerror(error));
}

/// Nothing there is fine.
FolderTrouble closeToOthers(const QString &path, Wanted wanted)
{
    struct stat info = {};
    const QByteArray name = QFile::encodeName(path);
    // A folder may be a link, to another disk perhaps; a file may not.
    const int looked = wanted == Wanted::Folder ? ::stat(name.constData(), &info) : ::lstat(name.constData(), &info);
    if (looked != 0)
        return errno == ENOENT ? FolderTrouble() : FolderTrouble(systemWords(errno));
    const QString shown = QFileInfo(path).fileName();
    if (S_ISLNK(info.st_mode))
        return shown + u": symbolic link"_s;
    if (wanted == Wanted::Folder ? !S_ISDIR(info.st_mode) : !S_ISREG(info.st_mode))
        return shown + (wanted == Wanted::Folder ? u": not a folder"_s : u": not a file"_s);
    if (info.st_uid != ::geteuid())
        return shown + u": belongs to another user"_s;
    const mode_t mode = wanted == Wanted::Folder ? S_IRWXU : S_IRUSR | S_IWUSR;
    if ((info.st_mode & (S_IRWXG | S_IRWXO)) != 0 && ::chmod(name.constData(), mode) != 0)
        return systemWords(errno);
    return {};
}

} // namespace

FolderTrouble prepareFolder(const QString &file)
{
    const QString folder = QFileInfo(file).absolutePath();
    // What lies above is made as the system makes it.
    if (!QFileInfo::exists(folder)) {
        QDir().mkpath(QFileInfo(folder).absolutePath());
        if (::mkdir(QFile::encodeName(folder).constData(), S_IRWXU) != 0 && errno != EEXIST)
            return systemWords(errno);
        syncToDisk(folder);
    }
    if (const auto trouble = closeToOthers(folder, Wanted::Folder))
        return trouble;
    const QString locks = folder + u"/locks"_s;
    if (::mkdir(QFile::encodeName(locks).constData(), S_IRWXU) != 0 && errno != EEXIST)
        return systemWords(errno);
    return closeToOthers(locks, Wanted::Folder);
}

FolderTrouble prepareFile(const QString &file)
{
    for (const auto &suffix : { ""_L1, "-wal"_L1, "-shm"_L1, "-journal"_L1 }) {
        if (const auto trouble = closeToOthers(file + suffix, Wanted::File))
            return trouble;
    }
    // Never opened once it is there: closing it would let go of the locks that SQLite holds in this process.
    const int descriptor = ::open(QFile::encodeName(file).constData(),
                                  O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor < 0)
        return errno == EEXIST ? FolderTrouble() : FolderTrouble(systemWords(errno));
    ::close(descriptor);
    return syncToDisk(QFileInfo(file).absolutePath()) ? FolderTrouble() : FolderTrouble(systemWords(errno));
}

bool makePrivate(const QString &file)
{
    return ::chmod(QFile::encodeName(file).constData(), S_IRUSR | S_IWUSR) == 0;
}

bool syncToDisk(const QString &file)
{
    const auto sync = [](const QString &path) {
        const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
        const bool synced = descriptor >= 0 && ::fsync(descriptor) == 0;
        if (descriptor >= 0)
            ::close(descriptor);
        return synced;
    };
    return sync(file) && sync(QFileInfo(file).absolutePath());
}

QString identityOf(const QString &file)
{
    struct stat info = {};
    if (::lstat(QFile::encodeName(file).constData(), &info) != 0)
        return {};
    return u"%1:%2"_s.arg(info.st_dev).arg(info.st_ino);
}

QByteArray fileSystemAt(const QString &folder)
{
    return QStorageInfo(folder).fileSystemType();
}

} // namespace hangup
