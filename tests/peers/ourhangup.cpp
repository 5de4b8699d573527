// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT

// One hang-up by the product's own engine over its real network: ourhangup <API address> <call id>; credentials from
// the environment. Prints the outcome's key. For the comparison with curl and with Plivo's SDK.
#include "domain/words.h"
#include "plivo/hangupengine.h"
#include "plivo/network.h"
#include "support/memorylog.h"

#include <QCoreApplication>
#include <QNetworkAccessManager>

#include <cstdio>

using namespace hangup;

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const auto address = ApiAddress::parse(arguments.value(1));
    const auto id = CallId::parse(arguments.value(2));
    const auto authId = AuthId::parse(qEnvironmentVariable("PLIVO_AUTH_ID"));
    const auto token = AuthToken::parse(qgetenv("PLIVO_AUTH_TOKEN"));
    const auto *where = std::get_if<ApiAddress>(&address);
    if (!where || !id || !authId || !token) {
        std::fprintf(stderr, "usage: ourhangup <API address> <call id>, with PLIVO_AUTH_ID and PLIVO_AUTH_TOKEN\n");
        return 2;
    }

    test::MemoryLog log;
    const SystemClock clock;
    HangupEngine engine(
        {}, { *where, *authId, *token }, [where] { return makeNetwork(*where); }, &log, &clock);
    QObject::connect(&engine, &HangupEngine::idle, &app, [&log] {
        for (const CallResult &result : log.outcomes())
            std::printf("%s\n", words::outcomeKey(result.outcome).data());
        QCoreApplication::quit();
    });
    QMetaObject::invokeMethod(
        &engine, [&] { engine.submit({ .batch = 1, .ids = { *id } }, clock.slept()); }, Qt::QueuedConnection);
    return app.exec();
}
