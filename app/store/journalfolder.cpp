// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "store/journalfolder.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace hangup {

bool isNetworkFileSystem(QByteArrayView type)
{
    // NFS and SMB by all their names, what Linux and macOS mount over ssh or WebDAV, and the cluster file systems.
    constexpr std::array network {
        "nfs"_L1,
        "nfs3"_L1,
        "nfs4"_L1,
        "cifs"_L1,
        "smb"_L1,
        "smb2"_L1,
        "smb3"_L1,
        "smbfs"_L1,
        "9p"_L1,
        "afs"_L1,
        "openafs"_L1,
        "ncpfs"_L1,
        "ncp"_L1,
        "coda"_L1,
        "ceph"_L1,
        "lustre"_L1,
        "gfs"_L1,
        "gfs2"_L1,
        "ocfs2"_L1,
        "glusterfs"_L1,
        "beegfs"_L1,
        "orangefs"_L1,
        "pvfs2"_L1,
        "gpfs"_L1,
        "panfs"_L1,
        "davfs"_L1,
        "webdav"_L1,
        "afpfs"_L1,
        "acfs"_L1,
        "virtiofs"_L1,
        "fuse.sshfs"_L1,
        "fuse.ceph"_L1,
        "fuse.glusterfs"_L1,
        "fuse.davfs2"_L1,
        "fuse.s3fs"_L1,
        "fuse.rclone"_L1,
        "fuse.curlftpfs"_L1,
        "fuse.gvfsd-fuse"_L1,
        "fuse.smbnetfs"_L1,
        "fuse.moosefs"_L1,
        "fuse.mfs"_L1,
        "fuse.goofys"_L1,
        "fuse.gcsfuse"_L1,
        "fuse.nfs"_L1,
        "fuse.cifs"_L1,
        "fuse.kio-fuse"_L1,
        "macfuse.sshfs"_L1,
        "osxfuse.sshfs"_L1,
    };
    const QString lower = QString::fromLatin1(type).toLower();
    return std::any_of(network.begin(), network.end(), [&lower](QLatin1StringView name) { return lower == name; });
}

#ifdef Q_OS_UNIX

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

#else

FolderTrouble prepareFolder(const QString &file)
{
    // Below %LOCALAPPDATA% a folder is the user's alone by itself.
    const QString folder = QFileInfo(file).absolutePath();
    return QDir().mkpath(folder + u"/locks"_s) ? FolderTrouble() : FolderTrouble(u"mkdir"_s);
}

FolderTrouble prepareFile(const QString &file)
{
    const QFileInfo info(file);
    if (info.isSymLink() || (info.exists() && !info.isFile()))
        return info.fileName() + u": not a file"_s;
    return {};
}

bool makePrivate(const QString &)
{
    return true;
}

bool syncToDisk(const QString &)
{
    return true;
}

QString identityOf(const QString &)
{
    // Nobody can move or remove a file there while SQLite has it open.
    return u"open"_s;
}

#endif

bool isWritable(const QString &file)
{
    return QFileInfo(file).isWritable() && QFileInfo(QFileInfo(file).absolutePath()).isWritable();
}

QString fileStamp(qint64 utcMs)
{
    return QDateTime::fromMSecsSinceEpoch(utcMs, Qt::UTC).toString(u"yyyyMMdd'T'HHmmss'Z'"_s);
}

QString unusedName(const QString &name)
{
    QString free = name;
    for (int n = 2; QFileInfo::exists(free) || QFileInfo(free).isSymLink(); ++n)
        free = name + u'-' + QString::number(n);
    return free;
}

} // namespace hangup
