// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "plivo/answertext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonValue>

#include <array>

namespace hangup {

using namespace Qt::StringLiterals;

namespace {

/// Longest api_id shown. Plivo's have 36 characters.
constexpr qsizetype MaxApiIdLength = 64;

QString wordsOf(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    return {};
}

/// `error`, `Error`, `ERROR`: Plivo's own services don't agree.
QJsonValue errorOf(const QJsonObject &object)
{
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.key().compare("error"_L1, Qt::CaseInsensitive) == 0)
            return it.value();
    }
    return QJsonValue::Undefined;
}

QString messageOf(const QJsonObject &object)
{
    const std::array candidates { errorOf(object), object.value("global_error"_L1), object.value("message"_L1),
                                  errorOf(object.value("data"_L1).toObject()) };
    for (const QJsonValue &candidate : candidates) {
        const QString words = wordsOf(candidate);
        if (!words.trimmed().isEmpty())
            return words;
    }
    return {};
}

} // namespace

AnswerText answerText(const QByteArray &body, const Redactor &redactor)
{
    AnswerText text;
    const QJsonDocument document = QJsonDocument::fromJson(body);
    text.isJsonObject = document.isObject();
    QString words;
    if (text.isJsonObject) {
        const QJsonObject object = document.object();
        text.apiId = cleanForeignText(redactor.clean(object.value("api_id"_L1).toString()), MaxApiIdLength);
        words = messageOf(object);
        if (words.isEmpty() && (object.isEmpty() || !text.apiId.isEmpty()))
            return text; // says nothing in words
    }
    // Before the cut at 200 characters: half a secret would not be known for one.
    text.message = cleanForeignText(redactor.clean(words.isEmpty() ? QString::fromUtf8(body) : words));
    return text;
}

bool isJsonObject(const QByteArray &body)
{
    return QJsonDocument::fromJson(body).isObject();
}

} // namespace hangup
