// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/proxylogin.h"

#include <QtGlobal>

#include <memory>
#include <optional>

namespace hangup {

/// The logins of proxies, shared by the managers of all accounts; thread-safe. The network asks it for each request, so
/// a login entered now is used by the next request. Only ever answers for the proxy it was entered for.
class ProxyLogins
{
public:
    ProxyLogins();
    ~ProxyLogins();
    Q_DISABLE_COPY_MOVE(ProxyLogins)

    void set(const ProxyLogin &login);
    void forget(const ProxyAddress &proxy);
    std::optional<ProxyLogin> find(const ProxyAddress &proxy) const;
    /// The proxy that was used last for a request to Plivo, told by the network; null if none.
    ProxyAddress lastUsed() const;
    void setLastUsed(const ProxyAddress &proxy);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace hangup
