// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT

// Three requests to the real Plivo, so that a user can settle what its documentation leaves open: the account, the live
// calls, and one DELETE of a random call UUID, which ends nothing (404 expected). Prints each status, the headers of
// interest and the shape of the body: names and kinds of values, never a value. Does nothing without
// HANGUP_LIVE_TEST=1.
#include "plivo/callrequest.h"
#include "plivo/network.h"
#include "plivo/readrequest.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QUuid>

#include <chrono>
#include <cstdio>
#include <functional>
#include <optional>

using namespace hangup;
using namespace Qt::StringLiterals;

namespace {

constexpr int Skipped = 77;

/// Names and kinds: {"calls": [3 x text of 36], "total": number}.
QString shape(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null:
        return u"null"_s;
    case QJsonValue::Bool:
        return u"true or false"_s;
    case QJsonValue::Double:
        return u"number"_s;
    case QJsonValue::String:
        return u"text of %1"_s.arg(value.toString().size());
    case QJsonValue::Array: {
        const QJsonArray array = value.toArray();
        return array.isEmpty() ? u"[]"_s : u"[%1 x %2]"_s.arg(array.size()).arg(shape(array.first()));
    }
    case QJsonValue::Object: {
        const QJsonObject object = value.toObject();
        QStringList parts;
        for (auto it = object.begin(); it != object.end(); ++it)
            parts.append(u"\"%1\": %2"_s.arg(it.key(), shape(it.value())));
        return u'{' + parts.join(u", "_s) + u'}';
    }
    case QJsonValue::Undefined:
        break;
    }
    return u"nothing"_s;
}

QString shapeOf(const QByteArray &body)
{
    if (body.isEmpty())
        return u"empty"_s;
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (document.isObject())
        return shape(document.object());
    if (document.isArray())
        return shape(document.array());
    return u"not JSON, %1 bytes"_s.arg(body.size());
}

void print(const QString &line)
{
    std::printf("%s\n", line.toUtf8().constData());
}

void printReply(const QString &what, QNetworkReply *reply)
{
    print(what);
    print(u"  status: %1"_s.arg(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt()));
    for (const QNetworkReply::RawHeaderPair &header : reply->rawHeaderPairs()) {
        const QByteArray name = header.first.toLower();
        // A cookie or an unknown header may be a secret: its name alone.
        const bool shown = name == "content-type" || name == "content-length" || name == "retry-after"
            || name == "connection" || name == "date" || name == "allow" || name.startsWith("x-ratelimit")
            || name.startsWith("ratelimit");
        print(u"  header: %1%2"_s.arg(QString::fromLatin1(header.first),
                                      shown ? u": "_s + QString::fromLatin1(header.second) : QString()));
    }
    print(u"  body: %1"_s.arg(shapeOf(reply->readAll())));
}

struct Step
{
    QString what;
    std::function<QNetworkReply *()> send;
};

/// One after the other; the status to leave with.
int run(QCoreApplication &app, const QList<Step> &steps)
{
    qsizetype next = 0;
    std::function<void()> go = [&] {
        if (next == steps.size()) {
            QCoreApplication::exit(0);
            return;
        }
        const Step &step = steps[next++];
        QNetworkReply *reply = step.send();
        if (!reply) {
            std::fputs("The gate refused the request: nothing was sent.\n", stderr);
            QCoreApplication::exit(1);
            return;
        }
        QObject::connect(reply, &QNetworkReply::finished, &app, [&, reply] {
            printReply(step.what, reply);
            const bool answered = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid();
            reply->deleteLater();
            if (answered)
                go();
            else
                QCoreApplication::exit(1); // errorString() holds the address: not printed
        });
    };
    QMetaObject::invokeMethod(&app, go, Qt::QueuedConnection);
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    if (qgetenv("HANGUP_LIVE_TEST") != "1") {
        std::puts("Skipped: asks the real Plivo only with HANGUP_LIVE_TEST=1, PLIVO_AUTH_ID and PLIVO_AUTH_TOKEN.");
        return Skipped;
    }
    QCoreApplication app(argc, argv);
    const auto authId = AuthId::parse(qEnvironmentVariable("PLIVO_AUTH_ID"));
    const auto token = AuthToken::parse(qgetenv("PLIVO_AUTH_TOKEN"));
    const auto address = ApiAddress::parse(qEnvironmentVariable("HANGUP_LIVE_API_URL", u"https://api.plivo.com"_s));
    if (!authId || !token || !std::holds_alternative<ApiAddress>(address)) {
        std::fputs("PLIVO_AUTH_ID, PLIVO_AUTH_TOKEN or HANGUP_LIVE_API_URL is missing or not well-formed.\n", stderr);
        return 2;
    }
    const ApiAddress &api = std::get<ApiAddress>(address);
    const auto id = CallId::parse(QUuid::createUuid().toString(QUuid::WithoutBraces));
    if (!id)
        return 1;
    const std::unique_ptr<QNetworkAccessManager> network = makeNetwork(api);
    constexpr std::chrono::milliseconds Silence { 10000 };
    const auto get = [&](const ReadRequest &request) { return request.send(*network, *token, Silence); };
    return run(app,
               { { u"GET the account"_s, [&] { return get(ReadRequest::account(api, *authId)); } },
                 { u"GET the live calls"_s, [&] { return get(ReadRequest::liveCalls(api, *authId)); } },
                 { u"DELETE a call with a random UUID (404 expected)"_s,
                   [&] { return CallRequest(api, *authId, *id).send(*network, *token, Silence); } } });
}
