// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "support/patience.h"

#include <QByteArray>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QList>
#include <QObject>
#include <QProcess>
#include <QString>
#include <QTemporaryDir>

#include <chrono>
#include <optional>

/// A real gnome-keyring to do bad things to. The program has to run under tests/keyring/run, which gives it a bus and a
/// home of its own. All of this may block: call it between measurements.
namespace hangup::test {

class Keyring
{
public:
    Keyring();
    ~Keyring();
    Q_DISABLE_COPY_MOVE(Keyring)

    /// Starts the daemon and waits until it serves. The first start makes the keyring with @p password; a later one
    /// with another password finds it locked. False if it does not come up.
    bool start(const QByteArray &password = "the first password");
    bool isRunning() const { return m_daemon.state() == QProcess::Running; }
    /// SIGKILL, also to a frozen one; waits until the bus knows.
    void kill();
    /// kill(), and the files too: the next start() makes a new keyring.
    void removeAll();
    /// Neither answers nor ends until thaw().
    void freeze();
    void thaw();

    bool lock();
    /// By the password of the last start(), without a prompt.
    bool unlock();
    bool isLocked() const;

    /// The value of an entry as another program reads it; nothing if there is none. Only while unlocked.
    static std::optional<QByteArray> valueOf(const QString &entry);
    /// Makes an entry as QtKeychain would, by another program.
    static bool put(const QString &entry, const QByteArray &value);
    /// The same through a session without encryption, as nobody should.
    static bool putInTheClear(const QString &entry, const QByteArray &value);
    /// Entries in the default collection, locked ones too; -1 if the daemon does not say.
    static int entryCount();
    /// "Hangup", what entries go under.
    static QString service();

private:
    bool signal(int number);
    QProcess m_daemon;
    QByteArray m_password;
};

/// Counts what comes into and goes out of the default collection, as the daemon tells it.
class KeyringChanges : public QObject
{
    Q_OBJECT
public:
    KeyringChanges();
    int created() const { return m_created; }
    int deleted() const { return m_deleted; }

private Q_SLOTS:
    void onCreated() { ++m_created; }
    void onDeleted() { ++m_deleted; }

private:
    int m_created = 0;
    int m_deleted = 0;
};

/// A stand-in for the desktop's prompter (gcr-prompter): opens every prompt and leaves it open until dismiss().
class OpenPrompts : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.gnome.keyring.internal.Prompter")
public:
    OpenPrompts();
    ~OpenPrompts() override;
    /// Prompts open now.
    int open() const { return int(m_open.size()); }
    /// Closes them without an answer, as the user's Cancel does.
    void dismiss();

public Q_SLOTS:
    // D-Bus calls these; the names are the protocol's.
    Q_SCRIPTABLE void BeginPrompting(const QDBusObjectPath &callback, const QDBusMessage &message);
    Q_SCRIPTABLE void PerformPrompt(const QDBusObjectPath &callback, const QString &type, const QVariantMap &properties,
                                    const QString &exchange);
    Q_SCRIPTABLE void StopPrompting(const QDBusObjectPath &callback, const QDBusMessage &message);

private:
    struct Prompt
    {
        QString client;
        QString path;
    };
    void close(const Prompt &prompt);
    QDBusConnection m_bus;
    QList<Prompt> m_open;
};

/// All that crosses the bus, as bytes.
class BusCapture
{
public:
    BusCapture();
    /// Ends the capture; the bytes.
    QByteArray stop();

private:
    QTemporaryDir m_folder;
    QProcess m_monitor;
};

} // namespace hangup::test
