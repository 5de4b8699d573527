// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/receipt.h"
#include "historyvalues.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hangup;

namespace {

HistoryCall endedCall()
{
    return { .batch = testBatch(),
             .id = testCall(),
             .result = testResult(Outcome::Ended, 204),
             .proof = { .id = testCall(),
                        .state = ProofState::Proven,
                        .isFinal = true,
                        .hangupSource = u"API Request"_s,
                        .endTimeMs = TestTime + 1000,
                        .checkedAtMs = TestTime + 9000 } };
}

HistoryBatch batchOf(const QList<HistoryCall> &calls)
{
    HistoryBatch batch { .info = testBatch(), .finishedAtMs = TestTime + 1084 };
    for (const HistoryCall &call : calls) {
        batch.tally.waiting += call.result ? 0 : 1;
        if (call.result)
            ++batch.tally[call.result->outcome];
        batch.proven += call.proof.state == ProofState::Proven ? 1 : 0;
    }
    return batch;
}

/// With one foreign text in each place where one can be.
Receipt receiptOf(const QString &foreign)
{
    HistoryCall call = endedCall();
    call.result = testResult(Outcome::Refused, 400);
    call.result->message = foreign;
    call.result->apiId = foreign;
    call.proof.state = ProofState::EndedOtherwise;
    call.proof.hangupSource = foreign;
    call.proof.causeName = foreign;
    HistoryBatch batch = batchOf({ call });
    batch.info.accountName = foreign;
    batch.info.operatorName = foreign;
    batch.info.words = { foreign, foreign };
    return makeReceipt(batch, { call });
}

/// What is left when everything inside code spans goes: fences as CommonMark pairs them.
QString outsideCode(const QString &markdown)
{
    QString left = markdown;
    static const QRegularExpression span(u"(?<!`)(`+)(?!`)(.*?)(?<!`)\\1(?!`)"_s);
    return left.remove(span);
}

} // namespace

class TestReceipt : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { useZoneOfBerlin(); }
    void text();
    void markdown();
    void html();
    void outcomes_data();
    void outcomes();
    void nothingSaidIsSaid();
    void hostile_data();
    void hostile();
    void summerHasItsOffset();
    void support();
    void supportIsPlain();
};

void TestReceipt::text()
{
    const Receipt receipt = makeReceipt(batchOf({ endedCall() }), { endedCall() });
    QCOMPARE(receipt.text,
             u"Hangup: receipt of ended calls\n"
             "\n"
             "Ended by: jdoe\n"
             "Confirmed: 2026-11-24 14:02:11 (UTC+01:00), 2026-11-24 13:02:11 UTC\n"
             "Last outcome: 2026-11-24 14:02:12 (UTC+01:00), 2026-11-24 13:02:12 UTC\n"
             "Account: Main\n"
             "Auth ID: MAXXXXXXXXXXXXXXXXXX\n"
             "Ticket: T-4711\n"
             "Reason: stuck for 3 h\n"
             "Result: 1 call accepted: 1 ended, 0 not live, 0 refused, 0 unknown, 0 not sent, 0 waiting.\n"
             "Proven: 1\n"
             "\n"
             "1. aefb0706-86a6-11e5-b4d1-e43ee3e2930b – Ended\n"
             "   What happened: Plivo confirmed the hang-up.\n"
             "   Answer: HTTP 204, 1 attempt\n"
             "   First attempt: 2026-11-24 14:02:12 (UTC+01:00), 2026-11-24 13:02:12 UTC\n"
             "   Outcome: 2026-11-24 14:02:12 (UTC+01:00), 2026-11-24 13:02:12 UTC\n"
             "   Proof: Proven: Plivo's record: ended by an API request at 14:02:12.\n"_s);
}

void TestReceipt::markdown()
{
    const Receipt receipt = makeReceipt(batchOf({ endedCall() }), { endedCall() });
    QCOMPARE(receipt.markdown,
             u"**Hangup: receipt of ended calls**\n"
             "\n"
             "- Ended by: `jdoe`\n"
             "- Confirmed: 2026-11-24 14:02:11 (UTC+01:00), 2026-11-24 13:02:11 UTC\n"
             "- Last outcome: 2026-11-24 14:02:12 (UTC+01:00), 2026-11-24 13:02:12 UTC\n"
             "- Account: `Main`\n"
             "- Auth ID: `MAXXXXXXXXXXXXXXXXXX`\n"
             "- Ticket: `T-4711`\n"
             "- Reason: `stuck for 3 h`\n"
             "- Result: 1 call accepted: 1 ended, 0 not live, 0 refused, 0 unknown, 0 not sent, 0 waiting.\n"
             "- Proven: 1\n"
             "\n"
             "1. `aefb0706-86a6-11e5-b4d1-e43ee3e2930b` – **Ended**\n"
             "   - What happened: Plivo confirmed the hang-up.\n"
             "   - Answer: HTTP 204, 1 attempt\n"
             "   - First attempt: 2026-11-24 14:02:12 (UTC+01:00), 2026-11-24 13:02:12 UTC\n"
             "   - Outcome: 2026-11-24 14:02:12 (UTC+01:00), 2026-11-24 13:02:12 UTC\n"
             "   - Proof: Proven: `Plivo's record: ended by an API request at 14:02:12.`\n"_s);
}

void TestReceipt::html()
{
    const Receipt receipt = makeReceipt(batchOf({ endedCall() }), { endedCall() });
    QVERIFY(receipt.html.startsWith(u"<p><b>Hangup: receipt of ended calls</b></p>\n<table>\n"));
    QVERIFY(receipt.html.contains(u"<tr><th align=\"left\">Ticket</th><td>T-4711</td></tr>\n"));
    QVERIFY(receipt.html.contains(u"<li><code>aefb0706-86a6-11e5-b4d1-e43ee3e2930b</code> – <b>Ended</b><br>\n"));
    QVERIFY(receipt.html.contains(u"Proof: Proven: Plivo&apos;s record: ended")
            || receipt.html.contains(u"Proof: Proven: Plivo's record: ended"));
    QVERIFY(receipt.html.endsWith(u"</li>\n</ol>\n"));
    QCOMPARE(receipt.html.count(u'<'), receipt.html.count(u'>'));
}

void TestReceipt::outcomes_data()
{
    QTest::addColumn<int>("outcome");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("reason");
    QTest::addColumn<QString>("lines");
    const auto row = [](const char *name, Outcome outcome, int status, Reason reason, const QString &lines) {
        QTest::newRow(name) << int(outcome) << status << int(reason) << lines;
    };
    row("ended", Outcome::Ended, 204, Reason::None,
        u" – Ended\n   What happened: Plivo confirmed the hang-up.\n   Answer: HTTP 204, 1 attempt\n"_s);
    row("not live", Outcome::NotLive, 404, Reason::None,
        u" – Not live\n   What happened: Not a live call of this account: over already, or never existed. Nothing was "
        "ended.\n   Answer: HTTP 404, 1 attempt\n"_s);
    row("not live, maybe us", Outcome::NotLiveMaybeUs, 404, Reason::None,
        u" – Not live\n   What happened: Not live now; an earlier attempt may have ended it.\n   Answer: HTTP 404, 1 "
        "attempt\n"_s);
    row("refused", Outcome::Refused, 401, Reason::None,
        u" – Refused\n   What happened: Refused (401): Plivo rejected the auth ID or token.\n"_s);
    row("unknown", Outcome::Unknown, 0, Reason::Silence,
        u" – Unknown\n   What happened: Sent, no clear answer; it may have ended: the server stayed silent.\n   "
        u"Answer: "
        "no HTTP status, 1 attempt\n"_s);
    row("not sent", Outcome::NotSent, 0, Reason::Stopped,
        u" – Not sent\n   What happened: Not sent: stopped before its turn.\n"_s);
}

void TestReceipt::outcomes()
{
    QFETCH(int, outcome);
    QFETCH(int, status);
    QFETCH(int, reason);
    QFETCH(QString, lines);
    HistoryCall call { .batch = testBatch(), .id = testCall(), .proof = { .id = testCall() } };
    call.result = testResult(static_cast<Outcome>(outcome), status, static_cast<Reason>(reason));
    const Receipt receipt = makeReceipt(batchOf({ call }), { call });
    QVERIFY2(receipt.text.contains(lines), qPrintable(receipt.text));
    QVERIFY2(receipt.text.endsWith(u"   Proof: not asked for\n"), qPrintable(receipt.text));
    // Ended stands nowhere but where it is claimed.
    const QString called = u"– Ended"_s;
    QCOMPARE(receipt.text.contains(called), static_cast<Outcome>(outcome) == Outcome::Ended);
}

void TestReceipt::nothingSaidIsSaid()
{
    HistoryCall call { .batch = testBatch(), .id = testCall(), .proof = { .id = testCall() } };
    HistoryBatch batch = batchOf({ call });
    batch.info.words = {};
    batch.info.operatorName = u" \n"_s;
    batch.finishedAtMs = 0;
    const Receipt receipt = makeReceipt(batch, { call });
    QVERIFY2(receipt.text.contains(u"\nTicket: (none)\nReason: (none)\n"), qPrintable(receipt.text));
    QVERIFY(receipt.text.contains(u"Ended by: (none)\n"));
    QVERIFY(!receipt.text.contains(u"Last outcome"));
    QVERIFY(receipt.text.contains(u"– No outcome yet\n"));
    QVERIFY(receipt.text.contains(u"1 waiting."));
}

void TestReceipt::hostile_data()
{
    QTest::addColumn<QString>("foreign");
    QTest::newRow("HTML") << u"<script>alert(1)</script><img src=x onerror=y>"_s;
    QTest::newRow("HTML that ends a cell") << u"</td></tr></table><h1>x"_s;
    QTest::newRow("an attribute's quote") << u"\" onmouseover=\"x' y"_s;
    QTest::newRow("an entity") << u"&lt;b&gt;"_s;
    QTest::newRow("a Markdown link") << u"[click](https://evil.example) ![x](https://evil.example/p.png)"_s;
    QTest::newRow("a bare link and a mention") << u"https://evil.example @everyone #12"_s;
    QTest::newRow("a Markdown heading on a line of its own") << u"x\n# Heading\n- item\n1. 9 ended"_s;
    QTest::newRow("backticks that close a span") << u"`x` **bold** ``y`` ```"_s;
    QTest::newRow("one backtick") << u"`"_s;
    QTest::newRow("a table's bars") << u"| a | b |\n|---|---|"_s;
    QTest::newRow("a forged line") << u"T-1\nResult: 1 call accepted: 1 ended"_s;
    QTest::newRow("Unicode line breaks") << u"T-1\u2028Result: forged\u2029x\u0085y"_s;
    QTest::newRow("an RTL override") << u"T-1 \u202edevorp\u202c \u2066x"_s;
    QTest::newRow("control characters") << u"T\x1b]0;x\x07\x08y"_s;
    QTest::newRow("placeholders") << u"%1 %2 %3 %L1 %n"_s;
    QTest::newRow("a very long one") << QString(5000, u'W');
}

void TestReceipt::hostile()
{
    QFETCH(QString, foreign);
    const Receipt plain = receiptOf(u"harmless"_s);
    const Receipt receipt = receiptOf(foreign);

    // The same lines, whatever stands in them, and nothing that a reader can't see.
    QCOMPARE(receipt.text.count(u'\n'), plain.text.count(u'\n'));
    QCOMPARE(receipt.markdown.count(u'\n'), plain.markdown.count(u'\n'));
    QCOMPARE(receipt.html.count(u'\n'), plain.html.count(u'\n'));
    for (const QString &one : { receipt.text, receipt.markdown, receipt.html }) {
        for (const QChar c : one) {
            const bool visible = c == u'\n'
                || (c.category() != QChar::Other_Control && c.category() != QChar::Other_Format
                    && c.category() != QChar::Separator_Line && c.category() != QChar::Separator_Paragraph);
            QVERIFY2(visible, qPrintable(QString::number(c.unicode(), 16)));
        }
    }
    // HTML has the same tags and no others.
    static const QRegularExpression tag(u"<[^>]*>"_s);
    const auto tags = [](const QString &text) {
        QStringList found;
        for (auto it = tag.globalMatch(text); it.hasNext();)
            found.append(it.next().captured());
        return found;
    };
    QCOMPARE(tags(receipt.html), tags(plain.html));
    QCOMPARE(receipt.html.count(u'<'), plain.html.count(u'<'));
    // Markdown has nothing foreign outside code.
    QCOMPARE(outsideCode(receipt.markdown), outsideCode(plain.markdown));
}

void TestReceipt::summerHasItsOffset()
{
    HistoryBatch batch = batchOf({});
    batch.info.atMs = 1'783'000'000'000; // 2026-07-02T13:46:40Z
    QVERIFY(makeReceipt(batch, {}).text.contains(u"2026-07-02 15:46:40 (UTC+02:00), 2026-07-02 13:46:40 UTC"));
}

void TestReceipt::support()
{
    HistoryCall call = endedCall();
    call.proof = { .id = testCall(), .state = ProofState::StillLive, .checkedAtMs = TestTime + 9000 };
    call.result->apiId = u"api-1"_s;
    call.result->message = u"fine\nReally"_s;
    QCOMPARE(supportText(call),
             u"Hello,\n"
             "\n"
             "we asked your API to hang up this call, it answered with success, and the call is still live.\n"
             "\n"
             "Call UUID: aefb0706-86a6-11e5-b4d1-e43ee3e2930b\n"
             "Auth ID: MAXXXXXXXXXXXXXXXXXX\n"
             "Request: DELETE /v1/Account/MAXXXXXXXXXXXXXXXXXX/Call/aefb0706-86a6-11e5-b4d1-e43ee3e2930b/\n"
             "Sent: 2026-11-24T13:02:12Z\n"
             "Answer: HTTP 204 at 2026-11-24T13:02:12Z\n"
             "api_id: api-1\n"
             "Message: fine Really\n"
             "Still live at: 2026-11-24T13:02:20Z (GET …/Call/aefb0706-86a6-11e5-b4d1-e43ee3e2930b/?status=live)\n"
             "\n"
             "Could you please end it, and tell us why it goes on?\n"_s);
}

void TestReceipt::supportIsPlain()
{
    // Neither who asked nor what for is Plivo's business.
    HistoryCall call = endedCall();
    call.proof.state = ProofState::StillLive;
    const QString text = supportText(call);
    for (const QString &own : { u"jdoe"_s, u"T-4711"_s, u"stuck for"_s, u"Main"_s })
        QVERIFY2(!text.contains(own), qPrintable(own));
}

QTEST_GUILESS_MAIN(TestReceipt)
#include "tst_receipt.moc"
