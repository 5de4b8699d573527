// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "plivo/plainrequest.h"

#include <QSslConfiguration>

namespace hangup {

using namespace Qt::StringLiterals;

QByteArray accountPath(const AuthId &authId)
{
    return "/v1/Account/" + authId.toLatin1() + '/';
}

QNetworkRequest plainRequest(const QUrl &url, std::chrono::milliseconds silence)
{
    QNetworkRequest request(url);
    request.setRawHeader("Accept-Encoding"_ba, "identity"_ba);
    request.setRawHeader("User-Agent"_ba, "hangup/" HANGUP_VERSION ""_ba);
    // Credentials must never follow a redirect; 301 to 303 would turn a DELETE into a GET whose 200 proves nothing.
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    // Loses requests on a GOAWAY in Qt 6.4.
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setTransferTimeout(static_cast<int>(silence.count()));
    if (url.scheme() == "https"_L1) {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setProtocol(QSsl::TlsV1_2OrLater);
        tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
        request.setSslConfiguration(tls);
    }
    return request;
}

void makeUnrepeatable(QNetworkRequest &request)
{
    request.setHeader(QNetworkRequest::ContentLengthHeader, 0);
    // A buffered body could be rewound.
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
}

bool isExactly(const QUrl &url, const ApiAddress &address, const QByteArray &pathAndQuery)
{
    const QByteArray allowed = address.url().toEncoded() + pathAndQuery;
    return url.isValid() && url.userInfo().isEmpty() && !url.hasFragment() && url.toEncoded() == allowed
        && url.adjusted(QUrl::NormalizePathSegments).toEncoded() == allowed;
}

} // namespace hangup
