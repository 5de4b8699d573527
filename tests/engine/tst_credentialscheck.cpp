// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "engine/enginerun.h"
#include "plivo/credentialscheck.h"
#include "plivo/network.h"
#include "practice/practicenetwork.h"
#include "practice/practiceworld.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

using namespace hangup;
using namespace hangup::test;
using namespace Qt::StringLiterals;

using Kind = CheckVerdict::Kind;

namespace {

const QByteArray AccountJson = R"({"api_id": "e3b0", "auth_id": "MATESTTESTTESTTEST00", "name": "Desk"})";
const QByteArray ListJson = R"({"api_id": "e3b0", "calls": []})";
const QByteArray AccountLine = "GET /v1/Account/MATESTTESTTESTTEST00/ HTTP/1.1";
const QByteArray ListLine = "GET /v1/Account/MATESTTESTTESTTEST00/Call/?status=live HTTP/1.1";

/// The account's and the list's path, as FakeServer's scripts know them.
const QByteArray AccountKey = "/v1/Account/MATESTTESTTESTTEST00/";
const QByteArray ListKey = AccountKey + "Call/?status=live";

/// For a server that stays silent or goes on for ever; each of its other answers may still be late.
EngineLimits shortLimits()
{
    EngineLimits limits = quickLimits();
    limits.silence = Ms(2500);
    limits.total = Ms(3000);
    return limits;
}

ManagerFactory realNetwork(const ApiAddress &address)
{
    return [address] { return makeNetwork(address); };
}

ApiAddress addressOf(const FakeServer &server)
{
    return std::get<ApiAddress>(ApiAddress::parse(server.address()));
}

/// One check, and all it said.
struct Check
{
    explicit Check(const ApiAddress &address, std::optional<AuthToken> token = testToken(),
                   const EngineLimits &limits = quickLimits())
        : check(limits, Endpoint { address, testAuthId(), std::move(token) }, realNetwork(address)),
          spy(&check, &CredentialsCheck::finished)
    {
    }

    CheckVerdict verdict()
    {
        check.start();
        if (!QTest::qWaitFor([this] { return spy.count() > 0; }, 30'000))
            return { .kind = Kind::Cancelled, .message = u"never finished"_s };
        QTest::qWait(20);
        return spy.count() == 1 ? spy.at(0).at(0).value<CheckVerdict>()
                                : CheckVerdict { .message = u"finished more than once"_s };
    }

    CredentialsCheck check;
    QSignalSpy spy;
};

} // namespace

Q_DECLARE_METATYPE(hangup::test::Answer)

/// The test of an account's credentials, against a scripted server and the practice world.
class TestCredentialsCheck : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        // Of a body that is cut off Qt may say so, where a busy machine has more of it at hand than was asked for.
        QTest::failOnWarning(QRegularExpression(u"^(?!QNetworkReplyImplPrivate::error: Internal problem)"_s));
    }

    void theAccountsAnswer_data();
    void theAccountsAnswer();
    void theListsAnswer_data();
    void theListsAnswer();
    void aLongListIsFine();
    void whatIsSent();
    void aQuotedTokenIsTakenOut();
    void eachRequestIsAdmitted();
    void nothingIsSentToAHeldAccount();
    void nobodyListens();
    void withoutAToken();
    void cancelled_data();
    void cancelled();
    void deletedOnTheWay();
    void deletedBySlot();
    void thePracticeAccountIsFine();
};

void TestCredentialsCheck::theAccountsAnswer_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("message");
    const QString none;
    const auto row = [](const char *name, const Answer &answer, Kind kind, int status, const QString &message = {}) {
        QTest::newRow(name) << answer << kind << status << message;
    };
    row("an account", Answer::json(200, AccountJson), Kind::Fine, 200);
    row("an account in pieces", Answer::slowBody(200, AccountJson, 3, Ms(50)), Kind::Fine, 200);
    row("an account in chunks", Answer::chunked(200, AccountJson), Kind::Fine, 200);
    row("an account without an api_id", Answer::json(200, R"({"auth_id": "MATESTTESTTESTTEST00"})"), Kind::Fine, 200);
    row("another account without an api_id", Answer::json(200, R"({"auth_id": "MAOTHEROTHEROTHER000"})"),
        Kind::NotPlivo, 200);
    row("a JSON object of something else", Answer::json(200, R"({"status": "ok"})"), Kind::NotPlivo, 200);
    row("an empty JSON object", Answer::json(200, "{}"), Kind::NotPlivo, 200);
    row("a JSON list", Answer::json(200, "[\"api_id\"]"), Kind::NotPlivo, 200);
    row("a captive portal", Answer::with(200, "text/html", "<html>Welcome to the hotel</html>"), Kind::NotPlivo, 200);
    row("an empty page", Answer::with(200), Kind::NotPlivo, 200);
    row("an answer that gzip hides", Answer::gzip(200, AccountJson), Kind::NotPlivo, 200);
    row("a huge page", Answer::hugeBody(200, 20 * 1024 * 1024), Kind::NotPlivo, 200);
    row("a 204", Answer::ended(), Kind::NotPlivo, 204);
    row("a redirect", Answer::redirect(302, "https://login.example/"), Kind::NotPlivo, 302);
    row("a 401 in plain text", Answer::unauthorizedText(), Kind::WrongCredentials, 401,
        u"Could not verify your access level for that URL. You have to login with proper credentials"_s);
    row("a 401 with a challenge", Answer::basicChallenge(), Kind::WrongCredentials, 401, none);
    row("a 429", Answer::tooMany("3"), Kind::RateLimited, 429, none);
    row("a 500", Answer::json(500, R"({"error": "oops"})"), Kind::ServerTrouble, 500, u"oops"_s);
    row("a 503 page", Answer::serverTrouble(503), Kind::ServerTrouble, 503, none);
    row("a server's own 407", Answer::proxyAuthentication(), Kind::NotPlivo, 407, none);
    row("a 400", Answer::json(400, R"({"error": "bad"})"), Kind::NotPlivo, 400, u"bad"_s);
    row("silence", Answer::hang(), Kind::NoAnswer, 0);
    row("silence after half a header", Answer::hangAfterHalfHeader(), Kind::NoAnswer, 0);
    row("drops until the deadline", Answer::slowBody(200, AccountJson, 20, Ms(300)), Kind::NoAnswer, 200);
    row("a close", Answer::close(), Kind::NoAnswer, 0);
    row("a reset", Answer::reset(), Kind::NoAnswer, 0);
    row("a close after half a header", Answer::closeAfterHalfHeader(), Kind::NoAnswer, 0);
    row("an account cut off", Answer::truncated(200, AccountJson, 30), Kind::NoAnswer, 200);
}

void TestCredentialsCheck::theAccountsAnswer()
{
    QFETCH(const Answer, answer);
    QFETCH(const Kind, kind);
    QFETCH(const QString, message);
    FakeServer server;
    server.setDefaultAnswer(answer);
    Check check(addressOf(server), testToken(), kind == Kind::NoAnswer ? shortLimits() : quickLimits());
    const CheckVerdict verdict = check.verdict();
    QCOMPARE(verdict.kind, kind);
    QTEST(verdict.httpStatus, "status");
    if (!message.isEmpty() || verdict.httpStatus < 400)
        QCOMPARE(verdict.message, message);
    const QList<Request> requests = server.requests();
    QVERIFY(!requests.isEmpty());
    for (const Request &request : requests)
        QCOMPARE(request.line, AccountLine);
}

void TestCredentialsCheck::theListsAnswer_data()
{
    QTest::addColumn<Answer>("account");
    QTest::addColumn<Answer>("list");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<int>("status");
    const Answer no = Answer::forbidden();
    const Answer fine = Answer::json(200, ListJson);
    const auto row = [](const char *name, const Answer &account, const Answer &list, Kind kind, int status) {
        QTest::newRow(name) << account << list << kind << status;
    };
    row("the account is forbidden, the list is not", no, fine, Kind::Fine, 200);
    row("the account is not found, the list is", Answer::notFound(), fine, Kind::Fine, 200);
    row("the account's 404 is a page, the list is there", Answer::notFoundHtml(), fine, Kind::Fine, 200);
    row("a list without an api_id", no, Answer::json(200, R"({"calls": []})"), Kind::NotPlivo, 200);
    row("a list without calls", no, Answer::json(200, AccountJson), Kind::NotPlivo, 200);
    row("calls that are no list", no, Answer::json(200, R"({"api_id": "e", "calls": 3})"), Kind::NotPlivo, 200);
    row("a page", no, Answer::with(200, "text/html", "<html></html>"), Kind::NotPlivo, 200);
    row("both are forbidden", no, Answer::forbidden(), Kind::NotPermitted, 403);
    row("neither is found", Answer::notFound(), Answer::notFound(), Kind::NotFound, 404);
    row("neither is found, in a page", Answer::notFoundHtml(), Answer::notFoundHtml(), Kind::NotPlivo, 404);
    row("the list wants other credentials", no, Answer::unauthorizedText(), Kind::WrongCredentials, 401);
    row("the list is limited", no, Answer::tooMany(), Kind::RateLimited, 429);
    row("the list has trouble", no, Answer::serverTrouble(502), Kind::ServerTrouble, 502);
    row("the list stays silent", no, Answer::hang(), Kind::NoAnswer, 0);
    row("the list is cut off", no, Answer::truncated(200, ListJson, 10), Kind::NoAnswer, 200);
    row("the list redirects", no, Answer::redirect(301, "/"), Kind::NotPlivo, 301);
}

void TestCredentialsCheck::theListsAnswer()
{
    QFETCH(const Answer, account);
    QFETCH(const Answer, list);
    QFETCH(const Kind, kind);
    FakeServer server;
    server.setDefaultAnswer(list);
    server.script(AccountKey, { account });
    Check check(addressOf(server), testToken(), kind == Kind::NoAnswer ? shortLimits() : quickLimits());
    const CheckVerdict verdict = check.verdict();
    QCOMPARE(verdict.kind, kind);
    QTEST(verdict.httpStatus, "status");
    const QList<Request> requests = server.requests();
    QCOMPARE(requests.value(0).line, AccountLine);
    QCOMPARE(requests.value(1).line, ListLine);
    QCOMPARE(server.deletes(), 0);
}

/// A busy account: more than a DELETE's answer may have.
void TestCredentialsCheck::aLongListIsFine()
{
    QByteArray ids;
    for (int n = 0; n < 5000; ++n)
        ids += (n == 0 ? "\"" : ",\"") + callId(n).toLatin1() + '"';
    FakeServer server;
    server.script(AccountKey, { Answer::forbidden() });
    server.script(ListKey, { Answer::json(200, "{\"api_id\": \"e\", \"calls\": [" + ids + "]}") });
    Check check(addressOf(server));
    QCOMPARE(check.verdict().kind, Kind::Fine);
}

void TestCredentialsCheck::whatIsSent()
{
    FakeServer server;
    server.setDefaultAnswer(Answer::json(200, AccountJson));
    Check check(addressOf(server));
    QCOMPARE(check.verdict().kind, Kind::Fine);
    QCOMPARE(server.count(), 1);
    const Request request = server.requests().first();
    QCOMPARE(request.header("Authorization"), testToken().basicAuthorization(testAuthId()));
    QCOMPARE(request.header("User-Agent"), "hangup/" HANGUP_VERSION ""_ba);
    QCOMPARE(request.header("Accept-Encoding"), "identity"_ba);
    QCOMPARE(request.body, QByteArray());
    for (const char *absent : { "Content-Type", "Transfer-Encoding", "Cookie", "Referer", "Upgrade" })
        QCOMPARE(request.headerCount(absent), 0);
    for (const char *once : { "Authorization", "Host", "User-Agent", "Accept-Encoding" })
        QCOMPARE(request.headerCount(once), 1);
}

void TestCredentialsCheck::aQuotedTokenIsTakenOut()
{
    FakeServer server;
    const QByteArray token = testToken().secretBytes().toByteArray();
    server.setDefaultAnswer(Answer::json(401, "{\"error\": \"no " + token + "\\n at all\"}"));
    Check quoted(addressOf(server));
    QCOMPARE(quoted.verdict().message, u"no [removed] at all"_s);
    // A subaccount's own reply names its token; none of it is a message.
    server.setDefaultAnswer(Answer::json(200, R"({"auth_token": "abcdefabcdef", "name": "sub"})"));
    Check named(addressOf(server));
    QCOMPARE(named.verdict().message, QString());
}

void TestCredentialsCheck::eachRequestIsAdmitted()
{
    FakeServer server;
    server.script(AccountKey, { Answer::forbidden() });
    server.script(ListKey, { Answer::json(200, ListJson) });
    Check check(addressOf(server));
    int admitted = 0;
    check.check.setAdmission([&admitted] { return ++admitted > 0; });
    QCOMPARE(check.verdict().kind, Kind::Fine);
    QCOMPARE(admitted, 2);
    QCOMPARE(server.count(), 2);
}

/// Plivo's own answer would be the same, and each request more would only make it worse.
void TestCredentialsCheck::nothingIsSentToAHeldAccount()
{
    EngineRun run(oneByOne());
    run.server->script(callId(1), { Answer::tooMany("60") });
    run.submit({ callId(1) });
    QTRY_COMPARE(run.eventsOf<AccountHeld>().size(), 1);
    Check check(addressOf(*run.server));
    check.check.setAdmission([&run] { return run.engine->admitRequest(); });
    QCOMPARE(check.verdict().kind, Kind::RateLimited);
    QCOMPARE(run.server->count(), 1);
    run.engine->stop();
    QVERIFY(run.waitIdle());
}

void TestCredentialsCheck::nobodyListens()
{
    quint16 port = 0;
    {
        QTcpServer free;
        QVERIFY(free.listen(QHostAddress::LocalHost));
        port = free.serverPort();
    }
    Check refused(std::get<ApiAddress>(ApiAddress::parse(u"http://127.0.0.1:%1"_s.arg(port))));
    QCOMPARE(refused.verdict().kind, Kind::ConnectionRefused);
    EngineLimits patient;
    Check unknown(std::get<ApiAddress>(ApiAddress::parse(u"https://nonexistent.invalid"_s)), testToken(), patient);
    QCOMPARE(unknown.verdict().kind, Kind::HostNotFound);
}

void TestCredentialsCheck::withoutAToken()
{
    FakeServer server;
    Check check(addressOf(server), std::nullopt);
    QCOMPARE(check.verdict().kind, Kind::NoToken);
    QCOMPARE(server.connections(), 0);
}

void TestCredentialsCheck::cancelled_data()
{
    QTest::addColumn<bool>("started");
    QTest::addColumn<int>("requests");
    QTest::newRow("before it was started") << false << 0;
    QTest::newRow("while the account is asked") << true << 1;
    QTest::newRow("while the list is asked") << true << 2;
}

void TestCredentialsCheck::cancelled()
{
    QFETCH(const bool, started);
    QFETCH(const int, requests);
    FakeServer server;
    server.setDefaultAnswer(Answer::hang());
    if (requests == 2)
        server.script(AccountKey, { Answer::forbidden() });
    Check check(addressOf(server));
    if (started)
        check.check.start();
    QTRY_COMPARE(server.count(), requests);
    QCOMPARE(check.spy.count(), 0);
    check.check.cancel();
    QCOMPARE(check.spy.count(), 1);
    QCOMPARE(check.spy.at(0).at(0).value<CheckVerdict>().kind, Kind::Cancelled);
    check.check.cancel();
    check.check.start();
    QTest::qWait(50);
    QCOMPARE(check.spy.count(), 1);
    QCOMPARE(server.count(), requests);
}

void TestCredentialsCheck::deletedOnTheWay()
{
    FakeServer server;
    server.setDefaultAnswer(Answer::hang());
    auto check = std::make_unique<Check>(addressOf(server));
    check->check.start();
    QTRY_COMPARE(server.count(), 1);
    check.reset();
    QTest::qWait(50);
    QCOMPARE(server.count(), 1);
}

/// The check may go in the slot that hears of its end.
void TestCredentialsCheck::deletedBySlot()
{
    for (const Answer &answer :
         { Answer::json(200, AccountJson), Answer::hugeBody(200, 1024 * 1024), Answer::hang() }) {
        FakeServer server;
        server.setDefaultAnswer(answer);
        const ApiAddress address = addressOf(server);
        auto *check = new CredentialsCheck(shortLimits(), Endpoint { address, testAuthId(), testToken() },
                                           realNetwork(address));
        int heard = 0;
        connect(check, &CredentialsCheck::finished, this, [check, &heard] {
            ++heard;
            delete check;
        });
        check->start();
        QTRY_COMPARE_WITH_TIMEOUT(heard, 1, 20'000);
    }
}

void TestCredentialsCheck::thePracticeAccountIsFine()
{
    const Account account = Account::practice();
    const auto world = std::make_shared<PracticeWorld>(true);
    CredentialsCheck check(quickLimits(), Endpoint { account.address, account.authId, AuthToken::parse("practice") },
                           [world] { return std::make_unique<PracticeNetwork>(world); });
    QSignalSpy spy(&check, &CredentialsCheck::finished);
    check.start();
    QTRY_COMPARE_WITH_TIMEOUT(spy.count(), 1, 20'000);
    QCOMPARE(spy.at(0).at(0).value<CheckVerdict>().kind, Kind::Fine);
}

QTEST_GUILESS_MAIN(TestCredentialsCheck)
#include "tst_credentialscheck.moc"
