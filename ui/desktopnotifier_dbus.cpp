// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// Linux and its like: org.freedesktop.Notifications on the session bus, asynchronous throughout.
// https://specifications.freedesktop.org/notification-spec/latest/
#include "ui/desktopnotifier.h"

#include "ui/sessionbus.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QGuiApplication>
#include <QSet>
#include <QVariantMap>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

const QString Service = u"org.freedesktop.Notifications"_s;
const QString Path = u"/org/freedesktop/Notifications"_s;

/// Which server gave which number: others' notifications have numbers too.
using Shown = std::pair<QString, uint>;

} // namespace

/// Takes the signals of the bus.
struct DesktopNotifier::Private final : public QObject
{
    Q_OBJECT
public:
    explicit Private(DesktopNotifier *notifier) : q(notifier) { }

    void subscribe(QDBusConnection &bus)
    {
        if (subscribed)
            return;
        // Without the service's name: with it Qt asks the bus who owns it, and waits for the answer. The sender is
        // looked at in the signal instead.
        subscribed = bus.connect({}, Path, Service, u"ActionInvoked"_s, this, SLOT(actionInvoked(QDBusMessage)))
            && bus.connect({}, Path, Service, u"NotificationClosed"_s, this, SLOT(closed(QDBusMessage)));
    }

    /// Once the bus has said who the server is. Its reply does not: Qt leaves out the sender of replies as of 6.8.
    void remember(const QDBusConnection &bus, uint number)
    {
        QDBusMessage call = QDBusMessage::createMethodCall(u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s,
                                                           u"org.freedesktop.DBus"_s, u"GetNameOwner"_s);
        call << Service;
        auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
        connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, number] {
            watcher->deleteLater();
            const QDBusPendingReply<QString> owner = *watcher;
            if (owner.isValid())
                shown.insert({ owner.value(), number });
        });
    }

public Q_SLOTS:
    void actionInvoked(const QDBusMessage &message)
    {
        if (shown.contains({ message.service(), message.arguments().value(0).toUInt() }))
            Q_EMIT q->clicked();
    }
    void closed(const QDBusMessage &message)
    {
        shown.remove({ message.service(), message.arguments().value(0).toUInt() });
    }

public:
    DesktopNotifier *q;
    QSet<Shown> shown;
    bool subscribed = false;
};

DesktopNotifier::DesktopNotifier(QObject *parent) : QObject(parent), d(std::make_unique<Private>(this)) { }

DesktopNotifier::~DesktopNotifier() = default;

void DesktopNotifier::show(const QString &title, const QString &body)
{
    std::optional<QDBusConnection> bus = sessionBus();
    if (!bus)
        return;
    d->subscribe(*bus);
    QDBusMessage call = QDBusMessage::createMethodCall(Service, Path, Service, u"Notify"_s);
    const QStringList actions { u"default"_s, tr("Show") };
    const QVariantMap hints { { u"desktop-entry"_s, QGuiApplication::desktopFileName() },
                              { u"urgency"_s, QVariant::fromValue(uchar(1)) } };
    constexpr uint ReplacesNone = 0;
    constexpr int ServersOwnTime = -1;
    // Servers may read the body, and only that, as markup.
    call << u"Hangup"_s << ReplacesNone << u"hangup"_s << title << body.toHtmlEscaped() << actions << hints
         << ServersOwnTime;
    auto *watcher = new QDBusPendingCallWatcher(bus->asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, bus = *bus] {
        watcher->deleteLater();
        const QDBusPendingReply<uint> reply = *watcher;
        if (reply.isValid())
            d->remember(bus, reply.value());
    });
}

} // namespace hangup

#include "desktopnotifier_dbus.moc"
