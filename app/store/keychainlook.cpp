// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "store/keychainlook.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>
#include <QDBusVariant>
#include <QFileInfo>
#include <QMap>
#include <QTimer>

#include <utility>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

using Attributes = QMap<QString, QString>;

QString serviceName()
{
    return u"org.freedesktop.secrets"_s;
}

/// Without an address libdbus would start a bus by dbus-launch, and that is no bus on which anybody serves secrets.
bool hasSessionBus()
{
    return !qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS")
        || QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + u"/bus"_s);
}

/// Whether QtKeychain might choose KWallet, by the marks it goes by.
bool isKde()
{
    return qEnvironmentVariable("XDG_CURRENT_DESKTOP").contains("KDE"_L1, Qt::CaseInsensitive)
        || qEnvironmentVariable("DESKTOP_SESSION").contains("kde"_L1, Qt::CaseInsensitive)
        || qEnvironmentVariable("DESKTOP_SESSION").contains("plasma"_L1, Qt::CaseInsensitive)
        || !qEnvironmentVariableIsEmpty("KDE_FULL_SESSION");
}

QDBusMessage call(const QString &path, const QString &interface, const QString &method, const QVariantList &arguments)
{
    QDBusMessage message = QDBusMessage::createMethodCall(serviceName(), path, interface, method);
    message.setArguments(arguments);
    return message;
}

QDBusMessage serviceCall(const QString &method, const QVariantList &arguments)
{
    return call(u"/org/freedesktop/secrets"_s, u"org.freedesktop.Secret.Service"_s, method, arguments);
}

/// Asks the bus for the unique name of the service. Replies do not carry it: Qt leaves out their sender as of 6.8.
QDBusMessage ownerCall()
{
    QDBusMessage message = QDBusMessage::createMethodCall(u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s,
                                                          u"org.freedesktop.DBus"_s, u"GetNameOwner"_s);
    message.setArguments({ serviceName() });
    return message;
}

/// Any other error: the service or the bus is not there, or it is no Secret Service.
bool saysSilent(const QDBusError &error)
{
    return error.type() == QDBusError::NoReply || error.type() == QDBusError::Timeout
        || error.type() == QDBusError::TimedOut;
}

} // namespace

struct KeychainLook::Private
{
    QString service;
    QString entry;
    std::chrono::milliseconds deadline;
    QTimer timer;
    KeychainView view { .service = KeychainView::Service::Answered };
    bool told = false;

    template <typename Next>
    void ask(KeychainLook *look, const QDBusMessage &message, Next next);
    void searched(KeychainLook *look, const QDBusPendingCall &call);
    void ownerRead(KeychainLook *look, const QDBusPendingCall &call);
    void aliasRead(KeychainLook *look, const QDBusPendingCall &call);
    void lockRead(KeychainLook *look, const QDBusPendingCall &call);
};

KeychainLook::KeychainLook(const QString &service, const QString &entry, std::chrono::milliseconds deadline,
                           QObject *parent)
    : QObject(parent), d(std::make_unique<Private>())
{
    d->service = service;
    d->entry = entry;
    d->deadline = deadline;
    d->timer.setSingleShot(true);
    connect(&d->timer, &QTimer::timeout, this, [this] { tell({ .service = KeychainView::Service::Silent }); });
}

KeychainLook::~KeychainLook() = default;

bool KeychainLook::isPossible()
{
    return !isKde();
}

void KeychainLook::start()
{
    qDBusRegisterMetaType<Attributes>();
    const bool possible = isPossible();
    if (!possible || !hasSessionBus() || !QDBusConnection::sessionBus().isConnected()) {
        using Service = KeychainView::Service;
        const KeychainView view { .service = possible ? Service::Absent : Service::Unseen };
        QMetaObject::invokeMethod(
            this, [this, view] { tell(view); }, Qt::QueuedConnection);
        return;
    }
    d->timer.start(d->deadline);
    // What libsecret searches for when QtKeychain asks for the entry.
    const Attributes attributes { { u"user"_s, d->entry }, { u"server"_s, d->service } };
    d->ask(this, serviceCall(u"SearchItems"_s, { QVariant::fromValue(attributes) }), &Private::searched);
}

template <typename Next>
void KeychainLook::Private::ask(KeychainLook *look, const QDBusMessage &message, Next next)
{
    const QDBusPendingCall pending = QDBusConnection::sessionBus().asyncCall(message, int(deadline.count()));
    auto *watcher = new QDBusPendingCallWatcher(pending, look);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, look, [this, look, watcher, next] {
        watcher->deleteLater();
        if (!told)
            (this->*next)(look, *watcher);
    });
}

void KeychainLook::Private::searched(KeychainLook *look, const QDBusPendingCall &call)
{
    const QDBusPendingReply<QList<QDBusObjectPath>, QList<QDBusObjectPath>> reply = call;
    if (reply.isError()) {
        using Service = KeychainView::Service;
        look->tell({ .service = saysSilent(reply.error()) ? Service::Silent : Service::Absent });
        return;
    }
    view.entryOpen = !reply.argumentAt<0>().isEmpty();
    view.entryLocked = !reply.argumentAt<1>().isEmpty();
    ask(look, ownerCall(), &Private::ownerRead);
}

void KeychainLook::Private::ownerRead(KeychainLook *look, const QDBusPendingCall &call)
{
    // An error: it has gone since, and whoever serves next is another one.
    const QDBusPendingReply<QString> reply = call;
    if (!reply.isError())
        view.owner = reply.value();
    ask(look, serviceCall(u"ReadAlias"_s, { u"default"_s }), &Private::aliasRead);
}

void KeychainLook::Private::aliasRead(KeychainLook *look, const QDBusPendingCall &pending)
{
    const QDBusPendingReply<QDBusObjectPath> reply = pending;
    // "/" stands for none.
    if (reply.isError() || reply.value().path() == "/"_L1) {
        look->tell(view);
        return;
    }
    ask(look,
        call(reply.value().path(), u"org.freedesktop.DBus.Properties"_s, u"Get"_s,
             { u"org.freedesktop.Secret.Collection"_s, u"Locked"_s }),
        &Private::lockRead);
}

void KeychainLook::Private::lockRead(KeychainLook *look, const QDBusPendingCall &call)
{
    const QDBusPendingReply<QDBusVariant> reply = call;
    using Collection = KeychainView::Collection;
    if (!reply.isError())
        view.byDefault = reply.value().variant().toBool() ? Collection::Locked : Collection::Open;
    look->tell(view);
}

void KeychainLook::tell(const KeychainView &view)
{
    if (std::exchange(d->told, true))
        return;
    d->timer.stop();
    deleteLater();
    Q_EMIT seen(view);
}

KeychainWatch::KeychainWatch(QObject *parent) : QObject(parent)
{
    if (!KeychainLook::isPossible())
        return;
    auto *watcher = new QDBusServiceWatcher(serviceName(), QDBusConnection::sessionBus(),
                                            QDBusServiceWatcher::WatchForUnregistration, this);
    connect(watcher, &QDBusServiceWatcher::serviceUnregistered, this, &KeychainWatch::gone);
}

} // namespace hangup
