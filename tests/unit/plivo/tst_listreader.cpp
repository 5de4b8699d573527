// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "plivo/hangupengine.h"
#include "plivo/inforeader.h"

#include <QElapsedTimer>
#include <QTest>

using namespace hangup;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(hangup::ReplyFacts)

namespace {

const QByteArray Id = "defb0706-86a6-11e4-b303-498d468c930b";
const QByteArray Other = "0efb0706-86a6-11e4-b303-498d468c930b";
/// 2026-11-24 12:00:00 UTC
constexpr qint64 Now = 1'795'521'600'000;

ReplyFacts facts(int status, const QByteArray &body)
{
    ReplyFacts f;
    f.hasStatus = true;
    f.status = status;
    f.sawServer = true;
    f.body = body;
    f.contentLength = body.size();
    return f;
}

ListVerdict listOf(const QByteArray &body)
{
    const Redactor redactor;
    return readList(facts(200, body), Now, redactor);
}

} // namespace

/// What is read of a list of calls, however odd or large the answer is.
class TestListReader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void lists_data();
    void lists();
    void listsThatAreNone_data();
    void listsThatAreNone();
    void pagings_data();
    void pagings();
    void answersOfLists();
    void aListOf100000();
    void largeAndDeepListsAreReadInTime_data();
    void largeAndDeepListsAreReadInTime();
    void untrustedIsNone();
};

void TestListReader::lists_data()
{
    QTest::addColumn<QByteArray>("calls");
    QTest::addColumn<QString>("told"); ///< ids by their first character, entries, odd ones
    const QByteArray one = '"' + Id + '"';
    const QByteArray two = '"' + Other + '"';
    QTest::newRow("none") << "[]"_ba << u" 0 0"_s;
    QTest::newRow("one") << '[' + one + ']' << u"d 1 0"_s;
    QTest::newRow("two, in their order") << '[' + two + ", " + one + ']' << u"0d 2 0"_s;
    QTest::newRow("one twice") << '[' + one + ", " + two + ", " + one + ']' << u"d0 3 0"_s;
    QTest::newRow("one twice, once in upper case") << '[' + one + ", " + one.toUpper() + ']' << u"d 2 0"_s;
    QTest::newRow("no ids") << "[\"\", \"x\", \"call\", null, 1, -1, 1e300, true]"_ba << u" 8 8"_s;
    QTest::newRow("ids with more") << "[\"" + Id + " \", \"{" + Id + "}\", \"" + Id + "\\n\"]" << u" 3 3"_s;
    QTest::newRow("the nil id") << "[\"00000000-0000-0000-0000-000000000000\"]"_ba << u" 1 1"_s;
    QTest::newRow("nested") << "[[" + one + "], {\"call_uuid\": " + one + "}, " + two + ']' << u"0 3 2"_s;
    QTest::newRow("objects, as other lists have them")
        << "[{\"call_uuid\": " + one + "}, {\"call_uuid\": " + two + "}]" << u" 2 2"_s;
    QTest::newRow("what would end every call") << "[\".\", \"..\", \"#\", \"/\"]"_ba << u" 4 4"_s;
}

void TestListReader::lists()
{
    QFETCH(const QByteArray, calls);
    const ListVerdict list = listOf("{\"api_id\": \"x\", \"calls\": " + calls + '}');
    QCOMPARE(list.isList, true);
    QString ids;
    for (const CallId &id : list.ids)
        ids += id.toString().left(1);
    QTEST(u"%1 %2 %3"_s.arg(ids).arg(list.entries).arg(list.oddIds), "told");
    QCOMPARE(list.meta, ListMeta());
}

void TestListReader::listsThatAreNone_data()
{
    QTest::addColumn<ReplyFacts>("facts");
    const auto row = [](const char *name, const ReplyFacts &f) { QTest::newRow(name) << f; };
    const QByteArray whole = "{\"calls\": [\"" + Id + "\"]}";
    row("no calls", facts(200, "{}"));
    row("calls that are null", facts(200, "{\"calls\": null}"));
    row("calls that are an object", facts(200, "{\"calls\": {\"0\": \"" + Id + "\"}}"));
    row("calls that are a text", facts(200, "{\"calls\": \"" + Id + "\"}"));
    row("a list alone", facts(200, "[\"" + Id + "\"]"));
    row("other names", facts(200, "{\"Calls\": [], \"objects\": []}"));
    row("calls deeper down", facts(200, "{\"data\": " + whole + '}'));
    row("HTML", facts(200, "<html>" + whole));
    row("nothing", facts(200, ""));
    row("something behind it", facts(200, whole + whole));
    row("cut in its JSON", facts(200, whole.chopped(2)));
    ReplyFacts cut = facts(200, whole);
    cut.contentLength += 1;
    row("cut off", cut);
    ReplyFacts silent = facts(200, whole);
    silent.contentLength = -1;
    silent.error = QNetworkReply::OperationCanceledError;
    row("whose end did not come", silent);
    ReplyFacts capped = facts(200, whole);
    capped.cutBy = CutBy::BodyCap;
    row("too long", capped);
    for (const int status : { 201, 202, 204, 206, 301, 400, 401, 403, 404, 429, 500, 503 })
        QTest::addRow("a %d", status) << facts(status, whole);
    row("no answer", {});
}

void TestListReader::listsThatAreNone()
{
    QFETCH(const ReplyFacts, facts);
    const Redactor redactor;
    const ListVerdict list = readList(facts, Now, redactor);
    QCOMPARE(list.isList, false);
    QCOMPARE(list.ids.size(), 0);
    QCOMPARE(list.entries + list.oddIds, 0);
}

void TestListReader::pagings_data()
{
    QTest::addColumn<QByteArray>("meta");
    QTest::addColumn<ListMeta>("read");
    const auto row
        = [](const char *name, const QByteArray &meta, const ListMeta &read) { QTest::newRow(name) << meta << read; };
    row("as other lists have it",
        "{\"limit\": 20, \"next\": \"/v1/Account/MA/Call/?limit=20&offset=20\", \"offset\": 0, \"previous\": null, "
        "\"total_count\": 45}",
        { .limit = 20, .offset = 0, .total = 45, .hasNext = true });
    row("the last page", "{\"limit\": 20, \"next\": null, \"offset\": 40, \"total_count\": 45}",
        { .limit = 20, .offset = 40, .total = 45 });
    row("numbers as text", "{\"limit\": \"20\", \"offset\": \"0\"}", { .limit = 20, .offset = 0 });
    row("another host's next page", "{\"next\": \"https://example.com/steal\"}", { .hasNext = true });
    row("a next page that is no text", "{\"next\": {\"offset\": 20}}", {});
    row("an empty next page", "{\"next\": \" \"}", {});
    row("negative", "{\"limit\": -20, \"offset\": -1, \"total_count\": -1}", {});
    row("a limit of nought", "{\"limit\": 0, \"offset\": 0, \"total_count\": 0}", { .offset = 0, .total = 0 });
    row("fractions", "{\"limit\": 20.5, \"offset\": 0.1}", {});
    row("far too large", "{\"limit\": 1e12, \"offset\": 1e300, \"total_count\": 99999999999}", {});
    row("lists", "{\"limit\": [20], \"offset\": [], \"total_count\": {}}", {});
    row("null", "null", {});
    row("a text", "\"limit=20\"", {});
    row("a list", "[20, 0, 45]", {});
}

void TestListReader::pagings()
{
    QFETCH(const QByteArray, meta);
    QTEST(listOf("{\"calls\": [], \"meta\": " + meta + '}').meta, "read");
}

void TestListReader::answersOfLists()
{
    const Redactor redactor;
    ReplyFacts limited = facts(429, "{}");
    limited.retryAfter = "7";
    const Verdict waits = readList(limited, Now, redactor).answer;
    QCOMPARE(waits.waits, true);
    QCOMPARE(waits.retryAfter, std::chrono::milliseconds(7000));
    QCOMPARE(readList(facts(401, "no"), Now, redactor).answer.stopsOthers, Reason::CredentialsRejected);
    QCOMPARE(readList(facts(403, "{}"), Now, redactor).answer.stopsOthers, Reason::NotPermitted);
    const Verdict refused = readList(facts(400, "{\"error\": \"limit\"}"), Now, redactor).answer;
    QCOMPARE(refused.outcome, Outcome::Refused);
    QCOMPARE(refused.message, u"limit"_s);
    QCOMPARE(readList(facts(503, ""), Now, redactor).answer.reason, Reason::ServerTrouble);
    const Verdict good = listOf("{\"calls\": [], \"message\": \"secret words\"}").answer;
    QCOMPARE(good.clean, true);
    QCOMPARE(good.message, QString());
    QCOMPARE(listOf("<html>").answer.message, QString());
    ReplyFacts cut = facts(200, "{\"calls\": []}");
    cut.contentLength += 1;
    QCOMPARE(readList(cut, Now, redactor).answer.clean, false);
    ReplyFacts chunked = facts(200, "{\"calls\": []}");
    chunked.contentLength = -1;
    chunked.hasTransferEncoding = true;
    QCOMPARE(readList(chunked, Now, redactor).answer.clean, true);
    chunked.body = "{\"calls\": ["; // Qt reports broken chunks as success
    QCOMPARE(readList(chunked, Now, redactor).answer.clean, false);
}

void TestListReader::aListOf100000()
{
    QByteArray calls;
    calls.reserve(4'200'000);
    for (int n = 0; n < 100'000; ++n)
        calls += (n == 0 ? "\"" : ", \"") + QByteArray::number(n, 16).rightJustified(8, '0') + Id.sliced(8) + '"';
    QElapsedTimer timer;
    timer.start();
    const ListVerdict list = listOf("{\"calls\": [" + calls + "]}");
    const qint64 ms = timer.elapsed();
    QCOMPARE(list.ids.size(), 100'000);
    QCOMPARE(list.oddIds, 0);
    qInfo("read in %lld ms", static_cast<long long>(ms));
    QVERIFY2(ms < 3000, qPrintable(u"%1 ms"_s.arg(ms)));
}

void TestListReader::largeAndDeepListsAreReadInTime_data()
{
    const qsizetype Cap = EngineLimits().listCap;
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("ones") << "{\"calls\": [1" + QByteArray(",1").repeated(Cap / 2) + "]}";
    QTest::newRow("brackets") << "{\"calls\": " + QByteArray(Cap, '[');
    QTest::newRow("one text") << "{\"calls\": [\"" + QByteArray(Cap, 'x') + "\"]}";
    QTest::newRow("no JSON") << QByteArray(Cap, 'x');
    QTest::newRow("no JSON, of what looks like secrets") << QByteArray("password=").repeated(Cap / 9);
}

void TestListReader::largeAndDeepListsAreReadInTime()
{
    QFETCH(const QByteArray, body);
    QElapsedTimer timer;
    timer.start();
    const ListVerdict list = listOf(body);
    const qint64 ms = timer.elapsed();
    QCOMPARE(list.ids.size(), 0);
    qInfo("read in %lld ms", static_cast<long long>(ms));
    QVERIFY2(ms < 10'000, qPrintable(u"%1 ms"_s.arg(ms)));
}

/// The answer may be another request's (see withoutTrust).
void TestListReader::untrustedIsNone()
{
    const Redactor redactor;
    const ReplyFacts good = facts(200, "{\"calls\": [\"" + Id + "\"]}");
    QCOMPARE(readList(good, Now, redactor).ids.size(), 1);
    QCOMPARE(readList(good, Now, redactor, false).isList, false);
    QCOMPARE(readList(good, Now, redactor, false).ids.size(), 0);
}

QTEST_GUILESS_MAIN(TestListReader)
#include "tst_listreader.moc"
