// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "support/requestlog.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <memory>

namespace hangup::test {

/// What a FakeProxy does with a CONNECT.
struct ProxyRules
{
    QByteArray login {}; ///< "user:password" that it asks for; empty: none
    QList<QByteArray> offers { "Basic realm=\"the office\"" }; ///< Proxy-Authenticate headers of its 407
    bool closes = false; ///< after a 407, announced; else the connection stays open
    int refusal = 0; ///< status for every CONNECT instead of a tunnel (403, 502); 0: none
    bool hangs = false; ///< never answers
};

/// A scripted HTTP proxy on 127.0.0.1 that knows CONNECT alone, on a thread of its own: each tunnel ends at one port of
/// this machine, whatever host was asked for. Remembers every byte that clients sent it. All functions may be called
/// from any thread.
class FakeProxy
{
public:
    /// @p target: the port behind every tunnel.
    explicit FakeProxy(quint16 target);
    ~FakeProxy();
    FakeProxy(const FakeProxy &) = delete;
    FakeProxy &operator=(const FakeProxy &) = delete;

    void setRules(const ProxyRules &rules);
    quint16 port() const;
    /// "http://127.0.0.1:34567", or with @p login "http://user:password@127.0.0.1:34567".
    QString address(const QString &login = {}) const;

    /// What was asked outside of tunnels; status: what it was told.
    QList<Request> requests() const;
    int connects() const { return static_cast<int>(requests().size()); }
    /// CONNECTs that carried a login, right or wrong.
    int logins() const;
    int answeredWith(int status) const;
    int connections() const;
    /// All bytes that came from clients outside of tunnels.
    QByteArray seenInClear() const;
    /// All bytes that came from clients inside of tunnels.
    QByteArray tunnelled() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace hangup::test
