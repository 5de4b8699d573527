// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QIODevice>
#include <QLibraryInfo>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QTest>
#include <QVersionNumber>

#include <memory>

/// Shared by the tests that pin what Qt does where the product leans on it, or guards against it. They use Qt alone,
/// never the product: a change shows whose it is. Where Qt 6.4 does something bad, a newer Qt may only do better: such
/// rows are exact on 6.4 and say with which relation they hold later.
namespace contract {

/// An empty body that can't be rewound: what keeps Qt from sending a request a second time.
class EmptySequential final : public QIODevice
{
public:
    explicit EmptySequential(QObject *parent = nullptr) : QIODevice(parent)
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    bool isSequential() const override { return true; }
    bool atEnd() const override { return true; }
    // Qt tries to rewind after a 307, 308 or a challenge; QIODevice's own seek() would print a warning each time.
    bool seek(qint64) override { return false; }

protected:
    qint64 readData(char *, qint64) override { return 0; }
    qint64 writeData(const char *, qint64) override { return -1; }
};

inline bool isQt64()
{
    return QLibraryInfo::version() < QVersionNumber(6, 5);
}

inline std::unique_ptr<QNetworkAccessManager> makeManager()
{
    auto manager = std::make_unique<QNetworkAccessManager>();
    manager->setProxy(QNetworkProxy::NoProxy);
    return manager;
}

inline QNetworkRequest makeRequest(const QUrl &url)
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    return request;
}

/// A request that Qt sends at most once.
inline QNetworkReply *sendOnce(QNetworkAccessManager &manager, const QUrl &url, const QByteArray &verb)
{
    QNetworkRequest request = makeRequest(url);
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    request.setHeader(QNetworkRequest::ContentLengthHeader, 0);
    auto *body = new EmptySequential;
    QNetworkReply *reply = manager.sendCustomRequest(request, verb, body);
    body->setParent(reply);
    return reply;
}

inline QNetworkReply *deleteOnce(QNetworkAccessManager &manager, const QUrl &url)
{
    return sendOnce(manager, url, "DELETE");
}

inline int statusOf(const QNetworkReply *reply)
{
    return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

/// True when the reply finished within 10 s.
inline bool finishes(QNetworkReply *reply)
{
    return QTest::qWaitFor([reply] { return reply->isFinished(); }, 10'000);
}

} // namespace contract
