// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// Linux: the signal that docks and panels (Ubuntu's, KDE's, Plank) listen to. https://wiki.ubuntu.com/Unity/LauncherAPI
#include "ui/sessionbus.h"
#include "ui/taskbarprogress_p.h"

#include <QDBusMessage>
#include <QVariantMap>

using namespace Qt::StringLiterals;

namespace hangup {

struct TaskbarProgress::Bar::Private
{
    /// Sent and forgotten: nobody answers a signal.
    static void send(double share, bool visible)
    {
        const std::optional<QDBusConnection> bus = sessionBus();
        if (!bus)
            return;
        QDBusMessage update = QDBusMessage::createSignal(u"/com/canonical/unity/launcherentry/hangup"_s,
                                                         u"com.canonical.Unity.LauncherEntry"_s, u"Update"_s);
        update << u"application://hangup.desktop"_s
               << QVariantMap { { u"progress"_s, share }, { u"progress-visible"_s, visible } };
        bus->send(update);
    }
};

TaskbarProgress::Bar::Bar(QWidget *) { }

TaskbarProgress::Bar::~Bar() = default;

void TaskbarProgress::Bar::show(int percent)
{
    Private::send(percent / 100.0, true);
}

void TaskbarProgress::Bar::hide()
{
    Private::send(0, false);
}

} // namespace hangup
