// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// Windows and macOS: Qt's tray icon, which brings the system's own notifications.
#include "ui/desktopnotifier.h"

#include "ui/theme.h"

#include <QSystemTrayIcon>

namespace hangup {

struct DesktopNotifier::Private
{
    std::unique_ptr<QSystemTrayIcon> icon; ///< in sight only from the first notification to its end
};

DesktopNotifier::DesktopNotifier(QObject *parent) : QObject(parent), d(std::make_unique<Private>()) { }

DesktopNotifier::~DesktopNotifier() = default;

void DesktopNotifier::show(const QString &title, const QString &body)
{
    if (!QSystemTrayIcon::isSystemTrayAvailable() || !QSystemTrayIcon::supportsMessages())
        return;
    if (!d->icon) {
        d->icon = std::make_unique<QSystemTrayIcon>(theme::appIcon());
        d->icon->setToolTip(tr("Hangup"));
        connect(d->icon.get(), &QSystemTrayIcon::messageClicked, this, &DesktopNotifier::clicked);
        connect(d->icon.get(), &QSystemTrayIcon::activated, this, &DesktopNotifier::clicked);
        // The icon has nothing to say once it was clicked.
        connect(this, &DesktopNotifier::clicked, d->icon.get(), &QSystemTrayIcon::hide);
    }
    d->icon->show();
    d->icon->showMessage(title, body, theme::appIcon());
}

} // namespace hangup
