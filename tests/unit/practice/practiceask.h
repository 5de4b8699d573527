// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/account.h"
#include "practice/practiceworld.h"

#include <QJsonDocument>
#include <QJsonObject>

/// Requests as the engine sends them to the practice world.
namespace hangup::test {

using namespace Qt::StringLiterals;

inline QByteArray rightAuthorization()
{
    return "Basic " + (Account::practice().authId.toLatin1() + ":any").toBase64();
}

inline PracticeRequest ask(const QByteArray &method, const QString &rest)
{
    return { method,
             QUrl(u"https://practice.invalid/v1/Account/"_s + Account::practice().authId.toString() + u'/' + rest),
             rightAuthorization() };
}

/// The same of the second account.
inline PracticeRequest askSecond(const QByteArray &method, const QString &rest)
{
    const AuthId id = PracticeWorld::accounts().at(1);
    return { method, QUrl(u"https://practice.invalid/v1/Account/"_s + id.toString() + u'/' + rest),
             "Basic " + (id.toLatin1() + ":any").toBase64() };
}

inline PracticeRequest hangUp(const CallId &id)
{
    return ask("DELETE"_ba, u"Call/"_s + id.toString() + u'/');
}

/// @p query: "?status=live", "?status=queued", or empty for the record.
inline PracticeRequest look(const CallId &id, const QString &query)
{
    return ask("GET"_ba, u"Call/"_s + id.toString() + u'/' + query);
}

inline QJsonObject bodyOf(const PracticeAnswer &answer)
{
    return QJsonDocument::fromJson(answer.body).object();
}

} // namespace hangup::test
