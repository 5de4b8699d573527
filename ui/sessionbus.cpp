// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/sessionbus.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace hangup {

std::optional<QDBusConnection> sessionBus()
{
    // The second place is where libdbus looks for one without an address.
    const bool there = !qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS")
        || (qEnvironmentVariableIsSet("XDG_RUNTIME_DIR")
            && QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + "/bus"_L1));
    if (!there)
        return {};
    const QDBusConnection bus = QDBusConnection::sessionBus();
    return bus.isConnected() ? std::optional(bus) : std::nullopt;
}

} // namespace hangup
