// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "session/instancewire.h"

#include "domain/callid.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace hangup::instancewire {

namespace {

constexpr int Version = 1;
constexpr qsizetype LengthBytes = 4;
// Linux' PATH_MAX; no system has much longer ones.
constexpr qsizetype LongestRow = 4096;

QByteArray framed(const QJsonObject &object)
{
    const QByteArray payload = QJsonDocument(object).toJson(QJsonDocument::Compact);
    QByteArray bytes(LengthBytes, '\0');
    qToBigEndian(quint32(payload.size()), bytes.data());
    return bytes + payload;
}

std::optional<QJsonObject> objectOf(const QByteArray &payload)
{
    const QJsonDocument document = QJsonDocument::fromJson(payload);
    if (!document.isObject() || document.object().value("version"_L1) != Version)
        return std::nullopt;
    return document.object();
}

bool isRow(const QString &row)
{
    if (row.size() > LongestRow || row.contains(QChar(u'\0')))
        return false;
    return CallId::parse(row) || QDir::isAbsolutePath(row);
}

QString nameOf(LinkRefusal why)
{
    return why == LinkRefusal::NotOneCall ? u"link"_s : u"account"_s;
}

std::optional<LinkRefusal> refusalNamed(const QString &name)
{
    for (const LinkRefusal why : { LinkRefusal::NotOneCall, LinkRefusal::ChoosesAccount }) {
        if (name == nameOf(why))
            return why;
    }
    return std::nullopt;
}

} // namespace

FrameState takeFrame(QByteArray &buffer, QByteArray &payload)
{
    if (buffer.size() < LengthBytes)
        return FrameState::Incomplete;
    const auto length = qFromBigEndian<quint32>(buffer.constData());
    if (length == 0 || length > quint32(MaxBytes))
        return FrameState::Bad;
    if (buffer.size() - LengthBytes < qsizetype(length))
        return FrameState::Incomplete;
    payload = buffer.mid(LengthBytes, qsizetype(length));
    buffer.remove(0, LengthBytes + qsizetype(length));
    return FrameState::Complete;
}

std::optional<QByteArray> frame(const Request &request)
{
    QJsonObject object { { u"version"_s, Version },
                         { u"account"_s, request.accountKey },
                         { u"rows"_s, QJsonArray::fromStringList(request.rows) } };
    if (request.refused)
        object.insert(u"refused"_s, nameOf(*request.refused));
    const QByteArray bytes = framed(object);
    if (bytes.size() - LengthBytes > MaxBytes)
        return std::nullopt;
    return bytes;
}

QByteArray frame(Reply reply)
{
    return framed(
        { { u"version"_s, Version }, { u"reply"_s, reply == Reply::Accepted ? u"accepted"_s : u"other account"_s } });
}

std::optional<Request> parseRequest(const QByteArray &payload)
{
    const auto object = objectOf(payload);
    if (!object || !object->value("account"_L1).isString() || !object->value("rows"_L1).isArray())
        return std::nullopt;
    Request request { object->value("account"_L1).toString(), {} };
    for (const QJsonValue &value : object->value("rows"_L1).toArray()) {
        const QString row = value.toString();
        if (!isRow(row))
            return std::nullopt;
        request.rows.append(row);
    }
    if (object->contains("refused"_L1)) {
        request.refused = refusalNamed(object->value("refused"_L1).toString());
        if (!request.refused || !request.rows.isEmpty())
            return std::nullopt;
    }
    return request;
}

std::optional<Reply> parseReply(const QByteArray &payload)
{
    const auto object = objectOf(payload);
    if (!object)
        return std::nullopt;
    const QString reply = object->value("reply"_L1).toString();
    if (reply == "accepted"_L1)
        return Reply::Accepted;
    if (reply == "other account"_L1)
        return Reply::OtherAccount;
    return std::nullopt;
}

bool agree(const QString &oneKey, const QString &otherKey)
{
    return oneKey.isEmpty() || otherKey.isEmpty() || oneKey == otherKey;
}

} // namespace hangup::instancewire
