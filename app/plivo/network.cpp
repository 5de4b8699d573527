// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "plivo/network.h"

#include "plivo/plainrequest.h"
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

using namespace Qt::StringLiterals;

namespace {

/// Of an address that Qt shall only connect to over TLS, as connectToHostEncrypted() makes it; that keeps its reply to
/// itself.
constexpr QLatin1StringView PreconnectScheme("preconnect-https");

} // namespace

/// What the system says of proxies.
class SystemProxies
{
public:
    /// For requests to @p url, or to @p url as Qt calls it when it shall only connect. Which call it is for is no
    /// matter of proxies, and none of the system's business.
    QList<QNetworkProxy> of(QUrl url)
    {
        if (url.scheme() == PreconnectScheme)
            url.setScheme(u"https"_s);
        const QUrl host = url.adjusted(QUrl::RemovePath | QUrl::RemoveQuery);
        const auto now = std::chrono::steady_clock::now();
        if (host != m_host || now - m_askedAt >= SystemAnswerGoodFor) {
            m_said = QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(host));
            m_host = host;
            m_askedAt = now;
        }
        return m_said;
    }

private:
    /// A system that has been asked is asked again after this. It takes its time, each time: on Linux a library looks
    /// through files, on a thread that it has for that, and the engine waits.
    static constexpr std::chrono::seconds SystemAnswerGoodFor { 1 };

    QList<QNetworkProxy> m_said; ///< for m_host, at m_askedAt
    QUrl m_host;
    std::chrono::steady_clock::time_point m_askedAt {};
};

namespace {

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
    SystemProxy(std::shared_ptr<SystemProxies> system, std::shared_ptr<ProxyLogins> logins, TunnelWatch *watch)
        : m_system(std::move(system)), m_logins(std::move(logins)), m_watch(watch)
    {
    }

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        QList<QNetworkProxy> proxies = m_system->of(query.url());
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

    /// Whether requests to @p url go through a proxy now. Not a request: nobody takes note of it.
    bool isThroughProxy(const QUrl &url) const { return !usedOf(m_system->of(url)).isNull(); }

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

    std::shared_ptr<SystemProxies> m_system;
    std::shared_ptr<ProxyLogins> m_logins;
    QPointer<TunnelWatch> m_watch;
};

} // namespace

std::shared_ptr<SystemProxies> makeSystemProxies()
{
    return std::make_shared<SystemProxies>();
}

std::unique_ptr<QNetworkAccessManager> makeNetwork(const ApiAddress &address, std::shared_ptr<ProxyLogins> logins,
                                                   std::shared_ptr<SystemProxies> proxies)
{
    auto manager = std::make_unique<QNetworkAccessManager>();
    manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    manager->setAutoDeleteReplies(false);
    if (address.isLoopbackHttp())
        manager->setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
    else
        manager->setProxyFactory(new SystemProxy(proxies ? std::move(proxies) : makeSystemProxies(), std::move(logins),
                                                 new TunnelWatch(manager.get()))); // the manager owns it
    return manager;
}

QNetworkReply *connectAhead(QNetworkAccessManager &manager, const ApiAddress &address,
                            std::chrono::milliseconds silence)
{
    const auto *proxy = dynamic_cast<SystemProxy *>(manager.proxyFactory());
    if (!proxy || proxy->isThroughProxy(address.url()))
        return nullptr;
    QNetworkRequest request = plainRequest(address.url(), silence);
    QUrl url = address.url();
    url.setScheme(PreconnectScheme);
    request.setUrl(url);
    return manager.get(request);
}

} // namespace hangup
