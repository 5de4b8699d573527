// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDBusConnection>

#include <optional>

namespace hangup {

/// The session bus, if this session has one. Never starts one, as Qt would try to where the address is missing, and
/// wait for it.
std::optional<QDBusConnection> sessionBus();

} // namespace hangup
