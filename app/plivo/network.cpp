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
#include <chrono>

namespace hangup {

namespace {

/// A system that has been asked is asked again after this. It takes its time, each time: on Linux a library looks
/// through files, on a thread that it has for that, and the engine waits.
constexpr std::chrono::seconds SystemAnswerGoodFor { 1 };

/// Asks the system again and again, so that a change of its settings is followed, and fills in the login that was
/// entered for that proxy.
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
        QList<QNetworkProxy> proxies = systemProxies(query);
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
    QList<QNetworkProxy> systemProxies(const QNetworkProxyQuery &query)
    {
        // Which call it is for is no matter of proxies: all of a manager's requests go to one host.
        const QString host = query.url().toString(QUrl::RemovePath | QUrl::RemoveQuery);
        const auto now = std::chrono::steady_clock::now();
        if (host != m_host || now - m_askedAt >= SystemAnswerGoodFor) {
            m_systems = QNetworkProxyFactory::systemProxyForQuery(query);
            m_host = host;
            m_askedAt = now;
        }
        return m_systems;
    }

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
    QList<QNetworkProxy> m_systems; ///< what the system said, for m_host, at m_askedAt
    QString m_host;
    std::chrono::steady_clock::time_point m_askedAt {};
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
