// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "session/instance.h"

#include "domain/callid.h"
#include "session/instancehost.h"
#include "session/instancewire.h"
#include "session/operatorname.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocalSocket>
#include <QLockFile>
#include <QThread>

#include <optional>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>
#else
#include "store/currentuser_win.h"
#endif

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace hangup {

namespace {

// Between two tries: the first may hold its lock already and not listen yet.
constexpr auto Pause = 50ms;

QString userName()
{
#ifdef Q_OS_UNIX
    return QString::number(::geteuid());
#else
    return operatorName();
#endif
}

// In a folder that others may write to, somebody else could wait in our place.
bool mayConnectTo(const QString &name)
{
#ifdef Q_OS_UNIX
    struct stat info = {};
    return ::lstat(QFile::encodeName(name).constData(), &info) == 0 && S_ISSOCK(info.st_mode)
        && info.st_uid == ::geteuid();
#else
    return !name.isEmpty();
#endif
}

// On Windows pipes have no folder: whoever makes one of the name first is asked whose it is.
bool isOwnServer(const QLocalSocket &socket)
{
#ifdef Q_OS_WIN
    return CurrentUser().owns(socket.socketDescriptor());
#else
    Q_UNUSED(socket) // its file was looked at before
    return true;
#endif
}

QStringList absoluteRows(const QStringList &rows)
{
    QStringList absolute;
    for (const QString &row : rows)
        absolute.append(CallId::parse(row) ? row : QDir::cleanPath(QFileInfo(row).absoluteFilePath()));
    return absolute;
}

} // namespace

struct Instance::Private
{
    Private(const QString &folder, const QString &key, std::chrono::milliseconds howLong)
        : dataFolder(QDir::cleanPath(QDir(folder).absolutePath())), accountKey(key), patience(howLong)
    {
    }

    std::optional<Start> tryToBeFirst();
    std::optional<Start> tryToHandOver(const QByteArray &frame, const QDeadlineTimer &deadline);
    std::optional<Start> ask(const QString &name, const QByteArray &frame, const QDeadlineTimer &deadline);
    Start first();

    QString dataFolder;
    QString accountKey;
    std::chrono::milliseconds patience;
    std::unique_ptr<QLockFile> lock; // goes after the host: whoever gets it may remove the host's socket
    std::unique_ptr<InstanceHost> host;
};

Instance::Instance(const QString &dataFolder, const QString &accountKey, QObject *parent,
                   std::chrono::milliseconds patience)
    : QObject(parent), d(std::make_unique<Private>(dataFolder, accountKey, patience))
{
}

Instance::~Instance() = default;

QStringList Instance::socketNames(const QString &dataFolder)
{
    const QString folder = QDir::cleanPath(QDir(dataFolder).absolutePath());
    const QByteArray hash
        = QCryptographicHash::hash((userName() + u'\n' + folder).toUtf8(), QCryptographicHash::Sha256).toHex().left(24);
    const QString name = u"hangup-"_s + QString::fromLatin1(hash);
#ifdef Q_OS_UNIX
    // The data folder first: it is the user's own, and the same whatever a start has in its environment. But a socket's
    // address is short, and Qt needs some of it for a folder of its own while it sets the rights.
    constexpr qsizetype longest = qsizetype(sizeof(sockaddr_un::sun_path)) - 16;
    QStringList names { folder + "/instance.socket"_L1 };
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    if (QDir::isAbsolutePath(runtime))
        names.append(QDir::cleanPath(runtime) + u'/' + name);
    names.append(QDir::cleanPath(QDir::tempPath()) + u'/' + name);
    names.removeIf([](const QString &path) { return QFile::encodeName(path).size() > longest; });
    return names;
#else
    return { name };
#endif
}

Instance::Start Instance::start(const QStringList &rows, std::optional<LinkRefusal> refused)
{
    Q_ASSERT(!d->lock);
    if (!QDir().mkpath(d->dataFolder))
        return Refused { tr("Hangup can't make its folder %1.").arg(d->dataFolder) };
    d->lock = std::make_unique<QLockFile>(d->dataFolder + "/instance.lock"_L1);
    // A window may be open for weeks: only a process that is gone lets its lock go.
    d->lock->setStaleLockTime(0);
    const auto frame = instancewire::frame({ d->accountKey, absoluteRows(rows), refused });
    const QDeadlineTimer deadline(d->patience);
    do {
        if (const auto start = d->tryToBeFirst()) {
            if (d->host) {
                connect(d->host.get(), &InstanceHost::rowsReceived, this, &Instance::rowsReceived);
                connect(d->host.get(), &InstanceHost::linkRefused, this, &Instance::linkRefused);
            }
            return *start;
        }
        if (!frame)
            return Refused { tr("Too many rows to hand over to the window that is open. Nothing was added.") };
        if (const auto start = d->tryToHandOver(*frame, deadline))
            return *start;
        QThread::msleep(Pause.count());
    } while (!deadline.hasExpired());
    return Refused { tr(
        "Hangup is running already, but it does not answer. Nothing was added. Close it and try again.") };
}

void Instance::setAccountKey(const QString &accountKey)
{
    d->accountKey = accountKey;
    if (d->host)
        d->host->setAccountKey(accountKey);
}

std::optional<Instance::Start> Instance::Private::tryToBeFirst()
{
    if (lock->tryLock(0))
        return first();
    if (lock->error() != QLockFile::LockFailedError)
        return Refused { tr("Hangup can't write to its folder %1.").arg(dataFolder) };
    return std::nullopt;
}

// With the lock there is no other first, so a socket that lies there is a dead one's. Should no socket be possible at
// all, the window still opens: a later start is then told that this one does not answer.
Instance::Start Instance::Private::first()
{
    host = std::make_unique<InstanceHost>();
    host->setAccountKey(accountKey);
    for (const QString &name : socketNames(dataFolder)) {
        if (host->listen(name))
            break;
    }
    return First {};
}

std::optional<Instance::Start> Instance::Private::tryToHandOver(const QByteArray &frame, const QDeadlineTimer &deadline)
{
    for (const QString &name : socketNames(dataFolder)) {
        if (!mayConnectTo(name))
            continue;
        if (const auto start = ask(name, frame, deadline))
            return start;
    }
    return std::nullopt;
}

// Waits, which is right here alone: there is no window yet, and the process has nothing else to do.
std::optional<Instance::Start> Instance::Private::ask(const QString &name, const QByteArray &frame,
                                                      const QDeadlineTimer &deadline)
{
    const auto left = [&deadline] { return int(qMax(qint64(1), deadline.remainingTime())); };
    QLocalSocket socket;
    socket.connectToServer(name);
    if (!socket.waitForConnected(left()) || !isOwnServer(socket))
        return std::nullopt;
    socket.write(frame);
    QByteArray buffer;
    QByteArray payload;
    while (!deadline.hasExpired()) {
        const bool goesOn = socket.waitForReadyRead(left());
        buffer += socket.readAll();
        if (instancewire::takeFrame(buffer, payload) == instancewire::FrameState::Complete)
            break;
        if (!goesOn)
            return std::nullopt;
    }
    const auto reply = instancewire::parseReply(payload);
    if (!reply)
        return std::nullopt;
    switch (*reply) {
    case instancewire::Reply::Accepted:
        return HandedOver {};
    case instancewire::Reply::OtherAccount:
        break;
    }
    return Refused { tr(
        "Hangup is running already, with another account. Nothing was added. Close it, or start without "
        "account options.") };
}

} // namespace hangup
