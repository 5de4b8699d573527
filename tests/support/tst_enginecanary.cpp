// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/export.h"
#include "plivo/hangupengine.h"
#include "plivo/network.h"
#include "support/fakeserver.h"
#include "support/memorylog.h"
#include "support/secrethunt.h"

#include <QFile>
#include <QLoggingCategory>
#include <QMutex>
#include <QNetworkAccessManager>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hangup;
using namespace hangup::test;

namespace {

const QByteArray CanaryId = "MACANARY000000000001";
const QByteArray Token = "cAnArY+token/?\?\?>>>with=odd.0123456789abc";

QMutex capturedMutex;
QByteArray captured;

/// Qt's messages as they are, before any redactor: all of them, debug categories included.
void capture(QtMsgType, const QMessageLogContext &context, const QString &text)
{
    const QMutexLocker lock(&capturedMutex);
    captured += QByteArray(context.category) + ": " + text.toUtf8() + '\n';
}

void write(const QTemporaryDir &folder, const QString &name, const QByteArray &bytes)
{
    QFile file(folder.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

/// Everything of a result that can be shown or kept.
QByteArray textOf(const QList<CallResult> &results)
{
    QByteArray text;
    for (const CallResult &result : results)
        text += (result.id.toString() + u' ' + result.apiId + u' ' + result.message + u'\n').toUtf8();
    return text;
}

QByteArray textOf(const QList<LogEntry> &entries)
{
    QByteArray text;
    for (const LogEntry &entry : entries)
        text += (entry.sent + u' ' + entry.text + u' ' + entry.message + u' ' + entry.apiId + u'\n').toUtf8();
    return text;
}

} // namespace

/// Ends calls against servers that fail in every way, and hunts for the token in all that the engine gives away: its
/// events, what it hands to the journal, the exports made of them, and every message that Qt prints meanwhile.
class TestEngineCanary : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void nothingTells_data();
    void nothingTells();
    void theHuntWouldHaveFoundIt();

private:
    /// One call ended at @p address; what came of it is left in @p folder.
    void endOneCall(const QString &address, const QTemporaryDir &folder);
    void leaveBehind(const QTemporaryDir &folder, const EngineEvents &events, const MemoryLog &log);

    QtMessageHandler m_before = nullptr;
    /// How long the next call's server may be silent. A program's first request takes more than three seconds under Wine.
#ifdef Q_OS_WIN
    Ms m_patience = Ms(20'000);
#else
    Ms m_patience = Ms(2500);
#endif
};

void TestEngineCanary::initTestCase()
{
    QLoggingCategory::setFilterRules(u"*=true"_s);
    m_before = qInstallMessageHandler(capture);
}

void TestEngineCanary::cleanupTestCase()
{
    qInstallMessageHandler(m_before);
}

void TestEngineCanary::nothingTells_data()
{
    QTest::addColumn<Answer>("answer");
    const QByteArray header = "Basic " + (CanaryId + ':' + Token).toBase64();
    QTest::newRow("ended") << Answer::ended();
    QTest::newRow("401 as text") << Answer::unauthorizedText();
    QTest::newRow("401 with a Basic challenge") << Answer::basicChallenge();
    QTest::newRow("401 with an NTLM challenge") << Answer::ntlmChallenge();
    QTest::newRow("403") << Answer::forbidden();
    QTest::newRow("407") << Answer::proxyAuthentication();
    QTest::newRow("a redirect that keeps the method") << Answer::redirect(307, "https://elsewhere.example/x");
    QTest::newRow("a redirect that doesn't") << Answer::redirect(302, "https://elsewhere.example/x");
    QTest::newRow("a redirect that names the token")
        << Answer::redirect(302, "https://u:" + Token.toPercentEncoding() + "@e.example/");
    QTest::newRow("404 as JSON") << Answer::callNotFound();
    QTest::newRow("404 as HTML") << Answer::notFoundHtml();
    QTest::newRow("503") << Answer::serverTrouble(503);
    QTest::newRow("a reset") << Answer::reset();
    QTest::newRow("half a header") << Answer::closeAfterHalfHeader();
    QTest::newRow("garbage") << Answer::garbage();
    QTest::newRow("silence") << Answer::hang();
    QTest::newRow("a 102") << Answer::interimThenSilence(102);
    QTest::newRow("400 whose JSON names the token") << Answer::json(400, "{\"error\": \"bad token " + Token + "\"}");
    QTest::newRow("400 whose JSON names the header") << Answer::json(400, "{\"error\": \"got " + header + "\"}");
    QTest::newRow("400 whose text names the header") << Answer::with(400, "text/plain", "Authorization: " + header);
    QTest::newRow("400 whose text is the bare base64")
        << Answer::with(400, "text/plain", "got " + header.mid(6) + " from you");
    QTest::newRow("404 whose api_id is the token")
        << Answer::json(404, "{\"error\": \"x\", \"api_id\": \"" + Token + "\"}");
    QTest::newRow("503 whose page names the token in hex") << Answer::with(503, "text/plain", Token.toHex());
    // The cut at 200 characters must not leave most of a token that the redactor no longer knows.
    QTest::newRow("400 with a long text, the token across the cut")
        << Answer::with(400, "text/plain", QByteArray(165, 'x') + ' ' + Token);
}

void TestEngineCanary::nothingTells()
{
    QFETCH(const Answer, answer);

    FakeServer server;
    server.setDefaultAnswer(answer);
    const QTemporaryDir folder;
    captured.clear();
    endOneCall(server.address(), folder);
    QCOMPARE(server.deletes(), 1);
    QCOMPARE(server.requests().constFirst().basicCredentials(), CanaryId + ':' + Token);
    QCOMPARE(describe(findSecret(folder.path(), CanaryId, Token)), QString());
    // Half of it is too much as well.
    QCOMPARE(describe(findSecret(folder.path(), CanaryId, Token.first(20))), QString());
}

void TestEngineCanary::endOneCall(const QString &address, const QTemporaryDir &folder)
{
    const auto parsed = ApiAddress::parse(address);
    const ApiAddress where = std::get<ApiAddress>(parsed);
    EngineLimits limits;
    limits.silence = m_patience;
    limits.total = 2 * m_patience;
    m_patience = Ms(2500);
    MemoryLog log;
    const SystemClock clock;
    HangupEngine engine(
        limits, { where, *AuthId::parse(QString::fromLatin1(CanaryId)), *AuthToken::parse(Token) },
        [where] { return makeNetwork(where); }, &log, &clock);
    EngineEvents events;
    bool idle = false;
    connect(&engine, &HangupEngine::progressed, this, [&events](const EngineEvents &more) { events += more; });
    connect(&engine, &HangupEngine::idle, this, [&idle] { idle = true; });
    engine.submit({ .batch = 1, .ids = { *CallId::parse(u"4c2b7e0a-6f1d-4b7e-9d55-0123456789ab") } }, clock.slept());
    QTRY_COMPARE_WITH_TIMEOUT(idle, true, 60'000);
    leaveBehind(folder, events, log);
}

void TestEngineCanary::leaveBehind(const QTemporaryDir &folder, const EngineEvents &events, const MemoryLog &log)
{
    QList<LogEntry> entries;
    QList<CallResult> results;
    QList<ExportRow> rows;
    for (const EngineEvent &event : events) {
        if (const auto *line = std::get_if<LogLine>(&event))
            entries.append(line->entry);
        if (const auto *finished = std::get_if<CallFinished>(&event)) {
            results.append(finished->result);
            rows.append({ finished->result.id, finished->result });
        }
    }
    QCOMPARE(results.size(), 1);
    QVERIFY(!entries.isEmpty());
    write(folder, u"events"_s, textOf(results) + textOf(entries));
    write(folder, u"journal"_s, textOf(log.outcomes()));
    write(folder, u"calls.csv"_s, callsToCsv(rows));
    write(folder, u"calls.json"_s, callsToJson(rows));
    write(folder, u"log.csv"_s, logToCsv(entries));
    write(folder, u"log.json"_s, logToJson(entries));
    const QMutexLocker lock(&capturedMutex);
    write(folder, u"messages"_s, captured);
}

void TestEngineCanary::theHuntWouldHaveFoundIt()
{
    captured.clear();
    qWarning("%s", ("Basic " + (CanaryId + ':' + Token).toBase64()).constData());
    QLoggingCategory category("qt.network.anything");
    qCDebug(category, "%s", Token.constData());
    const QTemporaryDir folder;
    write(folder, u"messages"_s, captured);
    const QString finds = describe(findSecret(folder.path(), CanaryId, Token));
    QVERIFY2(finds.contains(u"plain at"_s) && finds.contains(u"base64 of id:token"_s), qPrintable(finds));
}

QTEST_GUILESS_MAIN(TestEngineCanary)
#include "tst_enginecanary.moc"
