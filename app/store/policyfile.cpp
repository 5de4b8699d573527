// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT

// The policy as a file, and where it is on systems that keep it in one.
#include "store/policysource.h"

#include <QFile>
#include <QFileInfo>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace hangup {

#ifdef Q_OS_UNIX
namespace {

using Kind = PolicyTrouble::Kind;

bool isMissing(int error)
{
    return error == ENOENT || error == ENOTDIR;
}

bool isWritableByOthers(const struct stat &info)
{
    // The group's bit is set for access control lists, too.
    return (info.st_mode & (S_IWGRP | S_IWOTH)) != 0;
}

std::optional<Kind> objectionToFolder(const QString &folder, uint owner)
{
    struct stat info = {};
    if (::stat(QFile::encodeName(folder).constData(), &info) != 0)
        return isMissing(errno) ? std::nullopt : std::optional(Kind::Unreadable);
    if (info.st_uid != owner)
        return Kind::FolderNotOwnedByRoot;
    return isWritableByOthers(info) ? std::optional(Kind::FolderWritableByOthers) : std::nullopt;
}

std::optional<Kind> objectionTo(const struct stat &info, uint owner)
{
    if (!S_ISREG(info.st_mode))
        return Kind::NotAFile;
    if (info.st_uid != owner)
        return Kind::NotOwnedByRoot;
    if (isWritableByOthers(info))
        return Kind::WritableByOthers;
    return info.st_size > Policy::MaxBytes ? std::optional(Kind::TooLarge) : std::nullopt;
}

/// All of it, at most a byte more than a policy has; nothing if it can't be read.
std::optional<QByteArray> contentOf(int descriptor)
{
    QByteArray bytes(Policy::MaxBytes + 1, Qt::Uninitialized);
    qsizetype length = 0;
    while (length < bytes.size()) {
        const ssize_t count
            = ::read(descriptor, bytes.data() + length, static_cast<std::size_t>(bytes.size() - length));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return {};
        if (count == 0)
            break;
        length += count;
    }
    bytes.truncate(length);
    return bytes;
}

/// Closes a descriptor.
struct Closer
{
    int descriptor;
    explicit Closer(int opened) : descriptor(opened) { }
    ~Closer() { ::close(descriptor); }
    Q_DISABLE_COPY_MOVE(Closer)
};

PolicyRead readFile(const QString &file, uint owner)
{
    // Also where no file is: who may write there could have taken it away.
    if (const auto kind = objectionToFolder(QFileInfo(file).path(), owner))
        return PolicyTrouble { .kind = *kind };
    const QByteArray name = QFile::encodeName(file);
    // Without waiting: a pipe has nobody at its other end.
    const int descriptor = ::open(name.constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (descriptor == -1) {
        struct stat link = {};
        const bool none = isMissing(errno) && ::lstat(name.constData(), &link) != 0;
        return none ? PolicyRead(Policy()) : PolicyTrouble { .kind = Kind::Unreadable };
    }
    const Closer closer(descriptor);
    struct stat info = {};
    if (::fstat(descriptor, &info) != 0)
        return PolicyTrouble { .kind = Kind::Unreadable };
    if (const auto kind = objectionTo(info, owner))
        return PolicyTrouble { .kind = *kind };
    const std::optional<QByteArray> bytes = contentOf(descriptor);
    return bytes ? Policy::parse(*bytes) : PolicyRead(PolicyTrouble { .kind = Kind::Unreadable });
}

} // namespace
#else
namespace {

PolicyRead readFile(const QString &file, uint)
{
    QFile opened(file);
    if (!opened.exists())
        return Policy();
    if (!opened.open(QIODevice::ReadOnly))
        return PolicyTrouble { .kind = PolicyTrouble::Kind::Unreadable };
    return Policy::parse(opened.read(Policy::MaxBytes + 1));
}

} // namespace
#endif

PolicyRead PolicyFile::read() const
{
    PolicyRead read = readFile(m_file, m_owner);
    if (auto *trouble = std::get_if<PolicyTrouble>(&read))
        trouble->place = m_file;
    return read;
}

QStringList PolicyFile::watched() const
{
    // The folder, for a file that is put in another's place; the file, for one that is written over.
    QString folder = QFileInfo(m_file).path();
    // Where it is not there yet, the next one above it sees it come.
    while (!QFileInfo::exists(folder) && !QFileInfo(folder).isRoot())
        folder = QFileInfo(folder).path();
    return QFileInfo::exists(m_file) ? QStringList { folder, m_file } : QStringList { folder };
}

#if !defined(Q_OS_WIN) && !defined(Q_OS_MACOS)
std::shared_ptr<const PolicySource> systemPolicy()
{
    return std::make_shared<const PolicyFile>(systemPolicyPlace());
}

QString systemPolicyPlace()
{
    return u"/etc/hangup/policy.ini"_s;
}
#endif

} // namespace hangup
