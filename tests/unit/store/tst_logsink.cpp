// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "store/logsink.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace hangup;

namespace {

QtMessageHandler installedHandler()
{
    const QtMessageHandler handler = qInstallMessageHandler(nullptr);
    qInstallMessageHandler(handler);
    return handler;
}

} // namespace

class LogSinkTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void secretsAndControlsAreRemoved();
    void theHandlerIsGivenBack();
};

void LogSinkTest::secretsAndControlsAreRemoved()
{
    const auto redactor = std::make_shared<Redactor>();
    redactor->addSecret(*AuthId::parse(u"MAABCDEFGHIJKLMNOPQR"_s), *AuthToken::parse("canary-4711-token"));
    const LogSink sink(redactor);
    QCOMPARE(sink.line(QtWarningMsg, u"a canary-4711-token\x1b[31m b"_s), "hangup: warning: a [removed] [31m b\n"_ba);
    QCOMPARE(sink.line(QtDebugMsg, u"plain"_s), "hangup: debug: plain\n"_ba);
}

void LogSinkTest::theHandlerIsGivenBack()
{
    const QtMessageHandler before = installedHandler();
    {
        const LogSink sink(nullptr);
        QVERIFY(installedHandler() != before);
    }
    QVERIFY(installedHandler() == before);
}

QTEST_GUILESS_MAIN(LogSinkTest)
#include "tst_logsink.moc"
