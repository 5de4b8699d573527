// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "plivo/proxylogins.h"

#include <QList>
#include <QMutex>

#include <algorithm>

namespace hangup {

namespace {

/// Host names don't tell upper from lower case.
bool isSame(const ProxyAddress &a, const ProxyAddress &b)
{
    return a.port == b.port && a.host.compare(b.host, Qt::CaseInsensitive) == 0;
}

} // namespace

struct ProxyLogins::Private
{
    mutable QMutex mutex;
    QList<ProxyLogin> logins; ///< one a proxy
    ProxyAddress lastUsed;

    void forget(const ProxyAddress &proxy)
    {
        logins.removeIf([&proxy](const ProxyLogin &login) { return isSame(login.proxy, proxy); });
    }
};

ProxyLogins::ProxyLogins() : d(std::make_unique<Private>()) { }

ProxyLogins::~ProxyLogins() = default;

void ProxyLogins::set(const ProxyLogin &login)
{
    const QMutexLocker lock(&d->mutex);
    d->forget(login.proxy);
    if (!login.proxy.isNull())
        d->logins.append(login);
}

void ProxyLogins::forget(const ProxyAddress &proxy)
{
    const QMutexLocker lock(&d->mutex);
    d->forget(proxy);
}

std::optional<ProxyLogin> ProxyLogins::find(const ProxyAddress &proxy) const
{
    const QMutexLocker lock(&d->mutex);
    const auto found = std::find_if(d->logins.cbegin(), d->logins.cend(),
                                    [&proxy](const ProxyLogin &login) { return isSame(login.proxy, proxy); });
    return found == d->logins.cend() ? std::nullopt : std::optional(*found);
}

ProxyAddress ProxyLogins::lastUsed() const
{
    const QMutexLocker lock(&d->mutex);
    return d->lastUsed;
}

void ProxyLogins::setLastUsed(const ProxyAddress &proxy)
{
    const QMutexLocker lock(&d->mutex);
    d->lastUsed = proxy;
}

} // namespace hangup
