// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "keyring/keyringbench.h"

#include <QDBusArgument>
#include <QDBusConnectionInterface>
#include <QDBusMetaType>
#include <QDBusReply>
#include <QDBusVariant>
#include <QDir>
#include <QFile>
#include <QMap>
#include <QTest>

#include <algorithm>
#include <csignal>
#include <utility>

using namespace Qt::StringLiterals;

namespace hangup::test {

namespace {

using Attributes = QMap<QString, QString>;

constexpr int Patience = 30'000; // ms

QString secrets()
{
    return u"org.freedesktop.secrets"_s;
}

QString root()
{
    return u"/org/freedesktop/secrets"_s;
}

/// The only collection that `--unlock` makes.
QString collection()
{
    return u"/org/freedesktop/secrets/collection/login"_s;
}

QString collectionInterface()
{
    return u"org.freedesktop.Secret.Collection"_s;
}

QDBusMessage call(const QString &path, const QString &interface, const QString &method, const QVariantList &arguments)
{
    QDBusMessage message = QDBusMessage::createMethodCall(secrets(), path, interface, method);
    message.setArguments(arguments);
    return QDBusConnection::sessionBus().call(message, QDBus::Block, Patience);
}

bool worked(const QDBusMessage &reply)
{
    if (reply.type() != QDBusMessage::ReplyMessage)
        qInfo("keyring: %ls", qUtf16Printable(reply.errorMessage()));
    return reply.type() == QDBusMessage::ReplyMessage;
}

/// Of the default collection; nothing when the daemon does not answer, which is said.
std::optional<QVariant> property(const QString &name)
{
    const QDBusMessage reply
        = call(collection(), u"org.freedesktop.DBus.Properties"_s, u"Get"_s, { collectionInterface(), name });
    if (!worked(reply))
        return std::nullopt;
    return QDBusReply<QDBusVariant>(reply).value().variant();
}

bool isServed()
{
    return QDBusConnection::sessionBus().interface()->isServiceRegistered(secrets());
}

/// The path of a session in which secrets cross the bus as they are.
QString plainSession()
{
    const QDBusMessage reply = call(root(), u"org.freedesktop.Secret.Service"_s, u"OpenSession"_s,
                                    { u"plain"_s, QVariant::fromValue(QDBusVariant(QString())) });
    return worked(reply) ? qvariant_cast<QDBusObjectPath>(reply.arguments().at(1)).path() : QString();
}

/// The structure of the Secret Service API: session, parameters, value, content type.
QVariant plainSecret(const QString &session, const QByteArray &value)
{
    QDBusArgument secret;
    secret.beginStructure();
    secret << QDBusObjectPath(session) << QByteArray() << value << u"text/plain"_s;
    secret.endStructure();
    return QVariant::fromValue(secret);
}

QProcess &run(QProcess &process, const QStringList &arguments, const QByteArray &input)
{
    process.start(u"secret-tool"_s, arguments);
    process.write(input);
    process.closeWriteChannel();
    process.waitForFinished(Patience);
    return process;
}

} // namespace

Keyring::Keyring()
{
    m_daemon.setProcessChannelMode(QProcess::MergedChannels);
    // Its warnings are about prompts that could not be shown, which is what the tests are after.
    m_daemon.setStandardOutputFile(QProcess::nullDevice());
}

Keyring::~Keyring()
{
    kill();
}

bool Keyring::start(const QByteArray &password)
{
    kill();
    m_password = password;
    m_daemon.start(u"gnome-keyring-daemon"_s, { u"--foreground"_s, u"--unlock"_s, u"--components=secrets"_s });
    m_daemon.write(password);
    m_daemon.closeWriteChannel();
    // With its name on the bus it is not at work yet: it is when it answers this connection about its collection.
    return QTest::qWaitFor([] { return isServed() && property(u"Locked"_s).has_value(); }, Patience);
}

void Keyring::kill()
{
    if (!isRunning())
        return;
    m_daemon.kill();
    m_daemon.waitForFinished(Patience);
    if (!QTest::qWaitFor([] { return !isServed(); }, Patience))
        qWarning("the keyring is still on the bus");
}

void Keyring::removeAll()
{
    kill();
    QDir(qEnvironmentVariable("XDG_DATA_HOME") + u"/keyrings"_s).removeRecursively();
}

bool Keyring::signal(int number)
{
    return isRunning() && ::kill(pid_t(m_daemon.processId()), number) == 0;
}

void Keyring::freeze()
{
    if (!signal(SIGSTOP))
        qWarning("no keyring to freeze");
}

void Keyring::thaw()
{
    if (!signal(SIGCONT))
        qWarning("no keyring to thaw");
}

bool Keyring::lock()
{
    const QVariant paths = QVariant::fromValue(QList<QDBusObjectPath> { QDBusObjectPath(collection()) });
    return worked(call(root(), u"org.freedesktop.Secret.Service"_s, u"Lock"_s, { paths })) && isLocked();
}

bool Keyring::unlock()
{
    const QString session = plainSession();
    return worked(call(root(), u"org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface"_s,
                       u"UnlockWithMasterPassword"_s,
                       { QVariant::fromValue(QDBusObjectPath(collection())), plainSecret(session, m_password) }))
        && !isLocked();
}

bool Keyring::isLocked() const
{
    return property(u"Locked"_s).value_or(QVariant()).toBool();
}

std::optional<QByteArray> Keyring::valueOf(const QString &entry)
{
    QProcess tool;
    run(tool, { u"lookup"_s, u"user"_s, entry, u"server"_s, service() }, {});
    if (tool.exitStatus() != QProcess::NormalExit || tool.exitCode() != 0)
        return std::nullopt;
    return tool.readAllStandardOutput();
}

bool Keyring::put(const QString &entry, const QByteArray &value)
{
    QProcess tool;
    run(tool, { u"store"_s, u"--label"_s, entry, u"user"_s, entry, u"server"_s, service(), u"type"_s, u"plaintext"_s },
        value);
    return tool.exitStatus() == QProcess::NormalExit && tool.exitCode() == 0;
}

bool Keyring::putInTheClear(const QString &entry, const QByteArray &value)
{
    qDBusRegisterMetaType<Attributes>();
    const Attributes attributes { { u"user"_s, entry }, { u"server"_s, service() } };
    const QVariantMap properties {
        { u"org.freedesktop.Secret.Item.Label"_s, entry },
        { u"org.freedesktop.Secret.Item.Attributes"_s, QVariant::fromValue(attributes) },
    };
    return worked(call(collection(), collectionInterface(), u"CreateItem"_s,
                       { properties, plainSecret(plainSession(), value), false }));
}

int Keyring::entryCount()
{
    const auto items = property(u"Items"_s);
    return items ? int(qdbus_cast<QList<QDBusObjectPath>>(*items).size()) : -1;
}

QString Keyring::service()
{
    return u"Hangup"_s;
}

KeyringChanges::KeyringChanges()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    bus.connect(secrets(), collection(), collectionInterface(), u"ItemCreated"_s, this, SLOT(onCreated()));
    bus.connect(secrets(), collection(), collectionInterface(), u"ItemDeleted"_s, this, SLOT(onDeleted()));
}

OpenPrompts::OpenPrompts()
    : m_bus(QDBusConnection::connectToBus(qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS"), u"prompter"_s))
{
    if (!m_bus.registerObject(u"/org/gnome/keyring/Prompter"_s, this, QDBusConnection::ExportScriptableSlots)
        || !m_bus.registerService(u"org.gnome.keyring.SystemPrompter"_s))
        qWarning("the prompter has no place on the bus");
}

OpenPrompts::~OpenPrompts()
{
    m_bus.unregisterService(u"org.gnome.keyring.SystemPrompter"_s);
    QDBusConnection::disconnectFromBus(u"prompter"_s);
}

void OpenPrompts::BeginPrompting(const QDBusObjectPath &callback, const QDBusMessage &message)
{
    m_open.append({ message.service(), callback.path() });
}

void OpenPrompts::PerformPrompt(const QDBusObjectPath &, const QString &, const QVariantMap &, const QString &) { }

void OpenPrompts::StopPrompting(const QDBusObjectPath &callback, const QDBusMessage &message)
{
    const auto same = [&](const Prompt &one) { return one.client == message.service() && one.path == callback.path(); };
    const auto found = std::find_if(m_open.begin(), m_open.end(), same);
    if (found == m_open.end())
        return;
    close(*found);
    m_open.erase(found);
}

void OpenPrompts::dismiss()
{
    for (const Prompt &prompt : std::exchange(m_open, {}))
        close(prompt);
}

void OpenPrompts::close(const Prompt &prompt)
{
    m_bus.send(QDBusMessage::createMethodCall(prompt.client, prompt.path,
                                              u"org.gnome.keyring.internal.Prompter.Callback"_s, u"PromptDone"_s));
}

BusCapture::BusCapture()
{
    const QString file = m_folder.filePath(u"capture"_s);
    m_monitor.setStandardOutputFile(file);
    m_monitor.start(u"dbus-monitor"_s, { u"--session"_s, u"--binary"_s });
    // The monitor's own first message is in the file as soon as it listens.
    if (!m_monitor.waitForStarted(Patience) || !QTest::qWaitFor([&file] { return QFile(file).size() > 0; }, Patience))
        qWarning("dbus-monitor does not listen");
}

QByteArray BusCapture::stop()
{
    // What was sent last may still be on its way to the monitor.
    QTest::qWait(200);
    m_monitor.terminate();
    m_monitor.waitForFinished(Patience);
    QFile file(m_folder.filePath(u"capture"_s));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace hangup::test
