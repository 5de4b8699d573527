// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "plivo/network.h"

#include "plivo/proxylogins.h"
#include "plivo/tunnelwatch.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkProxyFactory>
#include <QNetworkRequest>
#include <QPointer>

#include <algorithm>

namespace hangup {

namespace {

/// Asks the system for each request, so that a change of the system's settings is followed, and fills in the login that
/// was entered for that proxy.
///
/// Through the proxy's own user and password, because of what Qt does with them (the contract test tst_qtproxy pins
/// it): they go into the CONNECT after a 407 and nowhere else, at most once a connection; a server that answers 407
/// inside the tunnel, or without any proxy, is not given them. A slot on proxyAuthenticationRequired would be asked by
/// such a server too, and a wrong login in it loops.
class SystemProxy final : public QNetworkProxyFactory
{
public:
    SystemProxy(std::shared_ptr<ProxyLogins> logins, TunnelWatch *watch) : m_logins(std::move(logins)), m_watch(watch)
    {
    }

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        QList<QNetworkProxy> proxies = QNetworkProxyFactory::systemProxyForQuery(query);
        const ProxyAddress used = usedOf(proxies);
        if (m_watch)
            m_watch->noteProxy(!used.isNull());
        if (!m_logins)
            return proxies;
        for (QNetworkProxy &proxy : proxies)
            fillIn(proxy);
        m_logins->setLastUsed(used);
        return proxies;
    }

private:
    /// A login in the system's own settings is the system's business.
    void fillIn(QNetworkProxy &proxy) const
    {
        if (proxy.hostName().isEmpty() || !proxy.user().isEmpty())
            return;
        const std::optional<ProxyLogin> login = m_logins->find({ proxy.hostName(), proxy.port() });
        if (!login)
            return;
        proxy.setUser(login->user);
        proxy.setPassword(QString::fromUtf8(login->password.view()));
    }

    /// Qt takes the first that can carry a TLS connection.
    static ProxyAddress usedOf(const QList<QNetworkProxy> &proxies)
    {
        const auto used = std::find_if(proxies.cbegin(), proxies.cend(), [](const QNetworkProxy &proxy) {
            return proxy.capabilities().testFlag(QNetworkProxy::TunnelingCapability);
        });
        return used == proxies.cend() ? ProxyAddress {} : ProxyAddress { used->hostName(), used->port() };
    }

    std::shared_ptr<ProxyLogins> m_logins;
    QPointer<TunnelWatch> m_watch;
};

} // namespace

std::unique_ptr<QNetworkAccessManager> makeNetwork(const ApiAddress &address, std::shared_ptr<ProxyLogins> logins)
{
    auto manager = std::make_unique<QNetworkAccessManager>();
    manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    manager->setAutoDeleteReplies(false);
    if (address.isLoopbackHttp())
        manager->setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
    else
        manager->setProxyFactory(
            new SystemProxy(std::move(logins), new TunnelWatch(manager.get()))); // the manager owns it
    return manager;
}

} // namespace hangup
