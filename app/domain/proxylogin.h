// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/secretbytes.h"

#include <QString>

namespace hangup {

/// A proxy that asked for a login: the system's, by host and port. Never Plivo's host.
struct ProxyAddress
{
    QString host;
    quint16 port = 0;

    bool isNull() const { return host.isEmpty(); }
    /// "proxy.example:3128"
    QString toString() const { return host + u':' + QString::number(port); }
    friend bool operator==(const ProxyAddress &, const ProxyAddress &) = default;
};

/// The login of one proxy. Sent to that proxy alone, and to no server.
struct ProxyLogin
{
    ProxyAddress proxy;
    QString user;
    SecretBytes password;
};

} // namespace hangup
