// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT

// A Plivo for tests driven by the shell: prints its port, answers the first DELETE of a call with 204 and later ones
// with 404, and writes each request as a JSON line. Each call is live until then, and has a record afterwards. Not part
// of the product.
#include "support/fakeserver.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace hangup::test;

namespace {

std::optional<TlsIdentity> readIdentity(const QString &certificate, const QString &key)
{
    QFile keyFile(key);
    const QList<QSslCertificate> chain = QSslCertificate::fromPath(certificate);
    if (chain.isEmpty() || !keyFile.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArray pem = keyFile.readAll();
    for (const QSsl::KeyAlgorithm algorithm : { QSsl::Ec, QSsl::Rsa }) {
        const QSslKey parsed(pem, algorithm);
        if (!parsed.isNull())
            return TlsIdentity { chain, parsed };
    }
    return std::nullopt;
}

QByteArray asJsonLine(const Request &request)
{
    QJsonObject headers;
    for (const auto &[name, value] : request.headers)
        headers.insert(QString::fromLatin1(name).toLower(), QString::fromLatin1(value));
    const QJsonObject line {
        { u"method"_s, QString::fromLatin1(request.method) },
        { u"target"_s, QString::fromLatin1(request.target) },
        { u"headers"_s, headers },
        { u"body"_s, QString::fromLatin1(request.body) },
        { u"credentials"_s, QString::fromLatin1(request.basicCredentials()) },
        { u"connection"_s, request.connection },
    };
    return QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
}

Answer answerTo(Ask ask, const QByteArray &id, const QHash<QByteArray, QByteArray> &ended)
{
    const bool isLive = !ended.contains(id);
    switch (ask) {
    case Ask::Live:
        return isLive ? Answer::liveCall(id) : Answer::callNotFound();
    case Ask::Queued:
        return Answer::callNotFound();
    case Ask::Record:
        break;
    }
    return isLive ? Answer::callNotFound() : Answer::record(id, ended.value(id));
}

int fail(const char *sentence)
{
    std::fprintf(stderr, "fakeplivo: %s\n", sentence);
    return 2;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    const QCommandLineOption port(u"port"_s, u"Port on 127.0.0.1; 0 for any free one."_s, u"port"_s, u"0"_s);
    const QCommandLineOption certificate(u"cert"_s, u"TLS: certificate (PEM), with --key."_s, u"file"_s);
    const QCommandLineOption key(u"key"_s, u"TLS: private key (PEM)."_s, u"file"_s);
    const QCommandLineOption log(u"log"_s, u"Writes each request as a line of JSON."_s, u"file"_s);
    parser.addOptions({ port, certificate, key, log });
    parser.process(app);

    std::optional<TlsIdentity> tls;
    if (parser.isSet(certificate)) {
        tls = readIdentity(parser.value(certificate), parser.value(key));
        if (!tls)
            return fail("certificate or key can't be read");
    }
    QFile logFile(parser.value(log));
    if (parser.isSet(log) && !logFile.open(QIODevice::WriteOnly | QIODevice::Append))
        return fail("the log can't be written");

    QHash<QByteArray, QByteArray> ended; ///< call and when, as its record says it
    FakeServer server(tls, parser.value(port).toUShort());
    if (!server.isListening())
        return fail("can't listen on that port");
    // The handler runs on the server's one thread: file and set are used by nobody else.
    server.setHandler([&](const Request &request) -> std::optional<Answer> {
        if (logFile.isOpen()) {
            logFile.write(asJsonLine(request));
            logFile.flush();
        }
        const QByteArray id = request.callId();
        if (const std::optional<Ask> ask = request.ask())
            return answerTo(*ask, id, ended);
        if (request.method != "DELETE")
            return Answer::json(200, "{\"api_id\": \"5c62b111-a7a3-11e4-96ce-22000ac4a55b\", \"calls\": []}");
        if (ended.contains(id))
            return Answer::callNotFound();
        ended.insert(id, QDateTime::currentDateTimeUtc().toString(u"yyyy-MM-dd hh:mm:ss+00:00"_s).toLatin1());
        return Answer::ended();
    });
    std::printf("%d\n", server.port());
    std::fflush(stdout);
    return app.exec();
}
