// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "practice/practicenetwork.h"

#include "practice/practicereply.h"
#include "practice/practiceworld.h"

#include <QNetworkRequest>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

QByteArray methodOf(QNetworkAccessManager::Operation op, const QNetworkRequest &request)
{
    switch (op) {
    case QNetworkAccessManager::HeadOperation:
        return "HEAD"_ba;
    case QNetworkAccessManager::GetOperation:
        return "GET"_ba;
    case QNetworkAccessManager::PutOperation:
        return "PUT"_ba;
    case QNetworkAccessManager::PostOperation:
        return "POST"_ba;
    case QNetworkAccessManager::DeleteOperation:
        return "DELETE"_ba;
    case QNetworkAccessManager::CustomOperation:
        return request.attribute(QNetworkRequest::CustomVerbAttribute).toByteArray();
    case QNetworkAccessManager::UnknownOperation:
        break;
    }
    return {};
}

} // namespace

PracticeNetwork::PracticeNetwork(std::shared_ptr<PracticeWorld> world, QObject *parent)
    : QNetworkAccessManager(parent), m_world(std::move(world))
{
}

// Never calls the base class: that is where Qt would open a connection.
QNetworkReply *PracticeNetwork::createRequest(Operation op, const QNetworkRequest &request, QIODevice *)
{
    const PracticeRequest asked { methodOf(op, request), request.url(), request.rawHeader("Authorization"_ba) };
    const int timeout = request.transferTimeout() > 0 ? request.transferTimeout() : transferTimeout();
    return new PracticeReply(op, request, m_world->answer(asked), std::chrono::milliseconds(timeout), this);
}

} // namespace hangup
