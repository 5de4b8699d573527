// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "plivo/callrequest.h"

#include "plivo/plainrequest.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <memory>

namespace hangup {

using namespace Qt::StringLiterals;

CallRequest::CallRequest(const ApiAddress &address, const AuthId &authId, const CallId &id, EndTarget target)
    : m_address(address), m_authId(authId), m_id(id), m_target(target)
{
}

namespace {

QByteArray folderOf(const AuthId &authId, EndTarget target)
{
    switch (target) {
    case EndTarget::Call:
        return accountPath(authId) + "Call/";
    case EndTarget::Request:
        return accountPath(authId) + "Request/";
    }
    return {};
}

} // namespace

QUrl CallRequest::url() const
{
    QUrl url = m_address.url();
    const QByteArray path = folderOf(m_authId, m_target) + m_id.toLatin1() + '/';
    url.setPath(QString::fromLatin1(path), QUrl::StrictMode);
    return url;
}

bool CallRequest::mayLeave(const QUrl &url, const ApiAddress &address, const AuthId &authId, EndTarget target)
{
    const QUrl base = address.url();
    if (!url.isValid() || url.scheme() != base.scheme() || url.host().isEmpty() || url.host() != base.host()
        || url.port() != base.port())
        return false;
    if (!url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment())
        return false;

    const QByteArray before = folderOf(authId, target);
    if (before.isEmpty())
        return false;
    const QByteArray path = url.path(QUrl::FullyEncoded).toLatin1();
    if (path.size() != before.size() + CallId::Length + 1)
        return false;
    const QByteArray inPath = path.mid(before.size(), CallId::Length);
    const std::optional<CallId> id = CallId::parse(QString::fromLatin1(inPath));
    if (!id)
        return false;
    const QByteArray allowed = before + id->toLatin1() + '/';
    if (path != allowed || url.adjusted(QUrl::NormalizePathSegments).path(QUrl::FullyEncoded).toLatin1() != allowed)
        return false;
    // The whole address once more, with whatever the parts above did not show (an empty user name, say).
    return url.toEncoded() == base.toEncoded() + allowed;
}

QNetworkReply *CallRequest::send(QNetworkAccessManager &manager, const AuthToken &token,
                                 std::chrono::milliseconds silence) const
{
    QNetworkRequest request = plainRequest(url(), silence);
    makeUnrepeatable(request);
    request.setRawHeader("Authorization"_ba, token.basicAuthorization(m_authId));
    if (!mayLeave(request.url(), m_address, m_authId, m_target))
        return nullptr;
    auto body = std::make_unique<NoBody>();
    QNetworkReply *reply = manager.sendCustomRequest(request, "DELETE"_ba, body.get());
    body.release()->setParent(reply); // lives as long as the reply reads from it
    return reply;
}

} // namespace hangup
