// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "plivo/network.h"

#include "plivo/proxylogins.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkProxyFactory>
#include <QNetworkRequest>

namespace hangup {

namespace {

/// Asks the system for each request, so that a change of the system's settings is followed.
class SystemProxy final : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        return QNetworkProxyFactory::systemProxyForQuery(query);
    }
};

} // namespace

std::unique_ptr<QNetworkAccessManager> makeNetwork(const ApiAddress &address, std::shared_ptr<ProxyLogins> logins)
{
    Q_UNUSED(logins)
    auto manager = std::make_unique<QNetworkAccessManager>();
    manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    manager->setAutoDeleteReplies(false);
    if (address.isLoopbackHttp())
        manager->setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
    else
        manager->setProxyFactory(new SystemProxy); // the manager owns it
    return manager;
}

} // namespace hangup
