// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "store/oslock.h"

#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace hangup {

namespace {

/// The file that is open is the one that stands at @p path: another program may have removed it in between.
bool isStillThere(int descriptor, const QByteArray &path)
{
    struct stat opened = {};
    struct stat named = {};
    return ::fstat(descriptor, &opened) == 0 && ::lstat(path.constData(), &named) == 0 && opened.st_dev == named.st_dev
        && opened.st_ino == named.st_ino;
}

} // namespace

std::unique_ptr<OsLock> OsLock::take(const QString &file, Kind kind, Make make, Failure *failure)
{
    Failure unused = Failure::None;
    Failure &why = failure != nullptr ? *failure : unused;
    why = Failure::None;
    const QByteArray path = QFile::encodeName(file);
    int flags = O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK;
    if (make != Make::Never)
        flags |= make == Make::Only ? O_CREAT | O_EXCL : O_CREAT;
    const int descriptor = ::open(path.constData(), flags, S_IRUSR | S_IWUSR);
    if (descriptor < 0) {
        why = errno == ENOENT && make == Make::Never ? Failure::NoFile : Failure::NotPossible;
        return nullptr;
    }
    auto lock = std::unique_ptr<OsLock>(new OsLock(file));
    lock->m_descriptor = descriptor;
    if (::flock(descriptor, (kind == Kind::Exclusive ? LOCK_EX : LOCK_SH) | LOCK_NB) != 0) {
        why = errno == EWOULDBLOCK ? Failure::Held : Failure::NotPossible;
        return nullptr;
    }
    if (!isStillThere(descriptor, path)) {
        why = make == Make::Never ? Failure::NoFile : Failure::Held;
        return nullptr;
    }
    return lock;
}

OsLock::~OsLock()
{
    ::close(m_descriptor);
}

void OsLock::removeFile()
{
    ::unlink(QFile::encodeName(m_file).constData());
}

} // namespace hangup
