// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "store/textfileio.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#endif

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

using Kind = FileError::Kind;

// What stands at a path.
enum class Place : quint8 { Nothing, Hidden, File, Directory, Device };

#ifdef Q_OS_UNIX
Place placeOf(mode_t mode)
{
    if (S_ISREG(mode))
        return Place::File;
    return S_ISDIR(mode) ? Place::Directory : Place::Device;
}

Place placeAt(const QString &path)
{
    struct stat info = {};
    if (::stat(QFile::encodeName(path).constData(), &info) != 0)
        return errno == ENOENT || errno == ENOTDIR ? Place::Nothing : Place::Hidden;
    return placeOf(info.st_mode);
}

// Between the look and the open another program may put a pipe there, whose open would wait for ever: so no open that
// waits, and one more look at what was opened.
bool openWithoutWaiting(QFile &file, Place &place)
{
    const int descriptor
        = ::open(QFile::encodeName(file.fileName()).constData(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    struct stat info = {};
    if (::fstat(descriptor, &info) == 0)
        place = placeOf(info.st_mode);
    return file.open(descriptor, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle);
}
#else
Place placeAt(const QString &path)
{
    // Windows opens a device by these names in any folder, with any extension.
    static const QStringList devices { u"CON"_s,  u"PRN"_s,  u"AUX"_s,  u"NUL"_s,  u"COM1"_s, u"COM2"_s,
                                       u"COM3"_s, u"COM4"_s, u"COM5"_s, u"COM6"_s, u"COM7"_s, u"COM8"_s,
                                       u"COM9"_s, u"LPT1"_s, u"LPT2"_s, u"LPT3"_s, u"LPT4"_s, u"LPT5"_s,
                                       u"LPT6"_s, u"LPT7"_s, u"LPT8"_s, u"LPT9"_s };
    const QFileInfo info(path);
    if (devices.contains(info.fileName().section(u'.', 0, 0).trimmed(), Qt::CaseInsensitive)
        || path.startsWith("\\\\.\\"_L1) || path.startsWith("//./"_L1))
        return Place::Device;
    if (!info.exists())
        return Place::Nothing;
    if (info.isDir())
        return Place::Directory;
    return info.isFile() ? Place::File : Place::Device;
}

bool openWithoutWaiting(QFile &file, Place &)
{
    return file.open(QIODevice::ReadOnly);
}
#endif

std::optional<Kind> objectionTo(Place place)
{
    switch (place) {
    case Place::Nothing:
        return Kind::NotFound;
    case Place::Hidden:
        return Kind::NotReadable;
    case Place::Directory:
        return Kind::IsDirectory;
    case Place::Device:
        return Kind::IsDevice;
    case Place::File:
        break;
    }
    return std::nullopt;
}

std::variant<QByteArray, Kind> readAll(QFile &file, qint64 most)
{
    constexpr qint64 step = qint64(1) << 20;
    QByteArray bytes;
    bytes.reserve(qsizetype(std::clamp<qint64>(file.size(), 0, most)));
    // By counting, not by the size that the file had before: a file may grow, and those of /proc have no size.
    while (bytes.size() <= most) {
        const QByteArray more = file.read(step);
        if (more.isEmpty())
            return file.error() == QFileDevice::NoError ? std::variant<QByteArray, Kind>(bytes) : Kind::NotReadable;
        bytes.append(more);
    }
    return Kind::TooLarge;
}

} // namespace

std::variant<QByteArray, FileError> readFile(const QString &path, qint64 most)
{
    const QString name = QFileInfo(path).fileName();
    Place place = path.isEmpty() ? Place::Nothing : placeAt(path);
    if (const auto objection = objectionTo(place))
        return FileError { *objection, name };
    QFile file(path);
    if (!openWithoutWaiting(file, place))
        return FileError { Kind::NotReadable, name };
    if (const auto objection = objectionTo(place))
        return FileError { *objection, name };
    if (file.size() > most)
        return FileError { Kind::TooLarge, name };
    const auto read = readAll(file, most);
    if (const auto *objection = std::get_if<Kind>(&read))
        return FileError { *objection, name };
    return std::get<QByteArray>(read);
}

std::variant<QString, FileError> readTextFile(const QString &path)
{
    const auto read = readFile(path, MaxTextFileBytes);
    if (const auto *error = std::get_if<FileError>(&read))
        return *error;
    return decodeText(std::get<QByteArray>(read), QFileInfo(path).fileName());
}

std::optional<FileError> writeFile(const QString &path, const QByteArray &bytes)
{
    const QString name = QFileInfo(path).fileName();
    const auto failed = [&name](Kind kind) { return FileError { kind, name }; };
    if (path.isEmpty())
        return failed(Kind::NotWritable);
    switch (placeAt(path)) {
    case Place::Directory:
        return failed(Kind::IsDirectory);
    case Place::Device:
        return failed(Kind::IsDevice);
    case Place::Hidden:
        return failed(Kind::NotWritable);
    case Place::Nothing:
    case Place::File:
        break;
    }
    QSaveFile file(path);
    // The user's calls are nobody else's business. Set while the file is still empty, for its mode counts from the
    // first byte.
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        || file.write(bytes) != bytes.size() || !file.commit())
        return failed(Kind::NotWritable);
    return std::nullopt;
}

} // namespace hangup
