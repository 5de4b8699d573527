// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "session/launch.h"
#include "store/settingsstore.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hangup;

namespace {

const QString id = u"defb0706-86a6-11e4-b303-498d468c930b"_s;
const QByteArray token = "Zm9vYmFyLXRva2VuLTEyMzQ1Njc4OTAxMjM0NTY3"_ba;

struct Variables
{
    const char *authId;
    const char *authToken;
};

// Through the real environment, as at a start.
EnvironmentCredentials credentialsOf(Variables variables)
{
    qunsetenv("PLIVO_AUTH_ID");
    qunsetenv("PLIVO_AUTH_TOKEN");
    if (variables.authId)
        qputenv("PLIVO_AUTH_ID", variables.authId);
    if (variables.authToken)
        qputenv("PLIVO_AUTH_TOKEN", variables.authToken);
    return takeEnvironmentCredentials();
}

// Where paths begin.
#ifdef Q_OS_WIN
const QString Root = u"C:/"_s;
#else
const QString Root = u"/"_s;
#endif

constexpr auto StoredKey = "0123456789abcdef0123456789abcdef";
constexpr Variables NoVariables { nullptr, nullptr };
constexpr Variables GoodVariables { "MAABCDEFGHIJKLMNOPQR", "Zm9vYmFyLXRva2VuLTEyMzQ1Njc4OTAxMjM0NTY3" };

// "practice", "Environment https://…", or "status: sentence"
QString chosen(const QStringList &arguments, Variables variables)
{
    const auto parsed = parseArguments(arguments, Root);
    if (const auto *exit = std::get_if<LaunchExit>(&parsed))
        return QString::number(exit->status) + u": "_s + exit->text;
    const auto options
        = sessionOptions(std::get<LaunchOptions>(parsed), credentialsOf(variables), std::make_shared<Redactor>());
    if (const auto *exit = std::get_if<LaunchExit>(&options))
        return QString::number(exit->status) + u": "_s + exit->text;
    const auto &session = std::get<Session::Options>(options);
    if (session.startWith.isEmpty())
        return u"the last used"_s;
    if (session.startWith != "environment"_L1)
        return session.startWith;
    return session.environmentAccount->name + u' ' + session.environmentAccount->address.url().toString();
}

} // namespace

Q_DECLARE_METATYPE(Variables)

class LaunchTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void rowsInOrder();
    void linksAreRows();
    void argumentsThatEnd_data();
    void argumentsThatEnd();
    void anIdLikeNameOfAFileIsAFile();
    void theAccount_data();
    void theAccount();
    void theCredentialsLeaveTheEnvironment();
    void theTokenIsRedactedAtOnce();
    void filesAndFolders();
    void twoStartsAgreeOnAStoredAccount();

private:
    QTemporaryDir m_config;
};

void LaunchTest::initTestCase()
{
    // Never the settings of who runs the tests.
    qputenv("XDG_CONFIG_HOME", m_config.path().toLocal8Bit());
#ifdef Q_OS_LINUX
    SettingsFile file(m_config.filePath(u"hangup/hangup.ini"_s));
#else
    QStandardPaths::setTestModeEnabled(true);
    const QString settings = std::get<Session::Options>(sessionOptions({}, {}, nullptr)).settingsFile;
    QVERIFY2(settings.contains("qttest"_L1, Qt::CaseInsensitive), qPrintable(settings));
    QVERIFY(QDir().mkpath(QFileInfo(settings).path()));
    SettingsFile file(settings);
#endif
    Account account = Account::stored(u"Customer A"_s, 0x1f5fbf, *AuthId::parse(u"MAABCDEFGHIJKLMNOPQR"),
                                      ApiAddress::plivo(), TokenPlace::Keychain);
    account.key = QString::fromLatin1(StoredKey);
    writeAccounts(file, { { account, u"entry"_s } });
    QVERIFY(!file.save());
}

void LaunchTest::twoStartsAgreeOnAStoredAccount()
{
    const auto key = [](const LaunchOptions &launch) {
        return instanceKeyAskedFor(std::get<Session::Options>(sessionOptions(launch, {}, nullptr)));
    };
    LaunchOptions launch;
    QCOMPARE(key(launch), QString());
    launch.accountName = u"Customer A"_s;
    QCOMPARE(key(launch), u"MAABCDEFGHIJKLMNOPQR api.plivo.com"_s);
    launch.practice = true;
    QCOMPARE(key(launch), u"practice"_s);
    launch = {};
    launch.accountName = u"practice-2"_s;
    QCOMPARE(key(launch), u"practice-2"_s);
    QCOMPARE(instanceKey(Account::secondPractice()), key(launch));
}

void LaunchTest::rowsInOrder()
{
    const auto parsed = parseArguments(
        { u"a.txt"_s, u"--practice"_s, id.toUpper(), u"/b/../c d.csv"_s, u"--"_s, u"-x.txt"_s }, Root + u"tickets"_s);
    const auto &options = std::get<LaunchOptions>(parsed);
    QCOMPARE(options.practice, true);
    QCOMPARE(options.ids, QList { *CallId::parse(id) });
    QCOMPARE(options.files, (QStringList { Root + u"tickets/a.txt"_s, Root + u"c d.csv"_s, Root + u"tickets/-x.txt"_s }));
    QCOMPARE(options.inOrder, (QStringList { Root + u"tickets/a.txt"_s, id, Root + u"c d.csv"_s, Root + u"tickets/-x.txt"_s }));
}

void LaunchTest::linksAreRows()
{
    const auto parsed = parseArguments({ u"hangup:"_s + id, u"a.txt"_s, u"HANGUP:"_s + id.toUpper() }, Root + u"tickets"_s);
    const auto &options = std::get<LaunchOptions>(parsed);
    QCOMPARE(options.ids, (QList { *CallId::parse(id), *CallId::parse(id) }));
    QCOMPARE(options.inOrder, (QStringList { id, Root + u"tickets/a.txt"_s, id }));
    QVERIFY(!options.practice && options.accountName.isEmpty() && !options.apiUrl);
}

void LaunchTest::argumentsThatEnd_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("words");
    QTest::newRow("--help") << QStringList { u"--help"_s } << 0 << u"Usage: hangup [--practice] [--account NAME]"_s;
    QTest::newRow("--help among mistakes") << QStringList { u"--wrong"_s, u"--help"_s } << 0 << u"Usage"_s;
    QTest::newRow("--version") << QStringList { u"--version"_s } << 0 << u"hangup 0."_s;
    QTest::newRow("an unknown option") << QStringList { u"--wrong"_s } << 2 << u"wrong"_s;
    QTest::newRow("an option without its value") << QStringList { u"--account"_s } << 2 << u"account"_s;
    QTest::newRow("an empty account") << QStringList { u"--account="_s } << 2 << u"--account needs the name"_s;
    QTest::newRow("a plain http address") << QStringList { u"--api-url=http://example.com"_s } << 2 << u"https"_s;
    QTest::newRow("an address with a path")
        << QStringList { u"--api-url=https://a.example/v1"_s } << 2 << u"hangup --help"_s;
    QTest::newRow("an id cut off") << QStringList { id.chopped(1) } << 2 << u"35 of 36"_s;
    QTest::newRow("an id with one more") << QStringList { id + u'0' } << 2 << u"37"_s;
    QTest::newRow("an id with an invisible character") << QStringList { id + QChar(0x200b) } << 2 << u"hangup --help"_s;
    QTest::newRow("an id in braces") << QStringList { u'{' + id + u'}' } << 2 << u"hangup --help"_s;
    QTest::newRow("the nil id") << QStringList { u"00000000-0000-0000-0000-000000000000"_s } << 2 << u"hangup --help"_s;
    QTest::newRow("a few hex digits") << QStringList { u"dead-beef"_s } << 2 << u"hangup --help"_s;
    QTest::newRow("an id with a full stop behind it") << QStringList { id + u'.' } << 2 << u"hangup --help"_s;
    QTest::newRow("an empty argument") << QStringList { QString() } << 2 << u"empty argument"_s;
    QTest::newRow("a link with a query") << QStringList { u"hangup:"_s + id + u"?x"_s } << 2 << u"This link can't"_s;
    QTest::newRow("a link with a host") << QStringList { u"hangup://"_s + id } << 2 << u"This link can't"_s;
    QTest::newRow("a link with a path") << QStringList { u"hangup:/etc/passwd"_s } << 2 << u"This link can't"_s;
    QTest::newRow("a link of two ids") << QStringList { u"hangup:"_s + id + u',' + id } << 2 << u"This link can't"_s;
    QTest::newRow("a bad link behind a good one")
        << QStringList { u"hangup:"_s + id, u"HANGUP:."_s } << 2 << u"This link can't"_s;
    QTest::newRow("a link behind two dashes") << QStringList { u"--"_s, u"hangup:"_s } << 2 << u"This link can't"_s;
    for (const QStringList &chosen : { QStringList { u"--practice"_s }, QStringList { u"--account"_s, u"Customer A"_s },
                                       QStringList { u"--api-url"_s, u"https://a.example"_s } })
        QTest::addRow("a link with %s", qPrintable(chosen.first()))
            << (QStringList { u"hangup:"_s + id } + chosen) << 2 << u"never chooses the account"_s;
    QTest::newRow("a mistake after good ones") << QStringList { id, id.chopped(2) } << 2 << u"34 of 36"_s;
}

void LaunchTest::argumentsThatEnd()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, status);
    QFETCH(QString, words);
    const auto parsed = parseArguments(arguments, Root);
    const auto *exit = std::get_if<LaunchExit>(&parsed);
    QVERIFY(exit);
    QCOMPARE(exit->status, status);
    QVERIFY2(exit->text.contains(words), qPrintable(exit->text));
    QVERIFY(exit->text.endsWith(u'\n'));
    // What a desktop may have started is told in a window, too.
    const auto link = words.startsWith("This link"_L1) ? std::optional(LinkRefusal::NotOneCall)
        : words.startsWith("never chooses"_L1)         ? std::optional(LinkRefusal::ChoosesAccount)
                                                       : std::nullopt;
    QCOMPARE(exit->link, link);
    if (link)
        QVERIFY2(exit->text.startsWith(linkRefusal(*link) + u'\n'), qPrintable(exit->text));
}

void LaunchTest::anIdLikeNameOfAFileIsAFile()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"cafe"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto parsed = parseArguments({ u"cafe"_s }, folder.path());
    QVERIFY(std::holds_alternative<LaunchOptions>(parsed));
    QCOMPARE(std::get<LaunchOptions>(parsed).files, QStringList { folder.filePath(u"cafe"_s) });
    const auto path = parseArguments({ u"/nowhere/2026-11-24-dead-calls-defb0706-86a6.csv"_s }, folder.path());
    QVERIFY(std::holds_alternative<LaunchOptions>(path)); // the window says that there is no such file
}

void LaunchTest::theAccount_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<Variables>("variables");
    QTest::addColumn<QString>("expected");
    const auto args = [](const char *text) { return QString::fromLatin1(text).split(u'|', Qt::SkipEmptyParts); };
    const auto row = [&](const char *name, const char *arguments, Variables variables, const char *expected) {
        QTest::newRow(name) << args(arguments) << variables << QString::fromLatin1(expected);
    };
    const char *plivo = "Environment https://api.plivo.com";
    row("nothing said, no variables", "", NoVariables, "the last used");
    row("nothing said, both variables", "", GoodVariables, plivo);
    row("practice wins over the variables", "--practice", GoodVariables, "practice");
    row("practice wins over a name", "--practice|--account=Environment", GoodVariables, "practice");
    row("practice by name", "--account=PRACTICE account", GoodVariables, "practice");
    row("practice by its short name", "--account=practice", NoVariables, "practice");
    row("the second practice account by name", "--account=practice Account 2", GoodVariables, "practice-2");
    row("the second practice account by its key", "--account=practice-2", { "MAabc", "4711 token" }, "practice-2");
    row("practice wins over the second one", "--practice|--account=practice-2", NoVariables, "practice");
    row("an address with the second one", "--account=practice-2|--api-url=https://a.example", GoodVariables,
        "2: --api-url goes with");
    row("environment by name", "--account=environment", GoodVariables, plivo);
    row("environment without variables", "--account=Environment", NoVariables, "2: The account Environment needs");
    row("a stored one by name", "--account=customer a", GoodVariables, StoredKey);
    row("a stored one minds no mistakes in the variables", "--account=Customer A", { "MAabc", "4711 token" },
        StoredKey);
    row("an address with a stored one", "--account=Customer A|--api-url=https://a.example", GoodVariables,
        "2: --api-url goes with");
    row("a name that is none, with the names there are", "--account=Ops", NoVariables,
        "2: There is no account of that name. The accounts are: Practice account, Practice "
        "account 2, Environment, Customer A.");
    row("a name that is none", "--account=Ops", GoodVariables, "2: There is no account of that name. The accounts are");
    row("a test server", "--api-url=http://127.0.0.1:8080", GoodVariables, "Environment http://127.0.0.1:8080");
    row("an address without an account", "--api-url=https://a.example", NoVariables, "2: --api-url goes with");
    row("an address with practice", "--practice|--api-url=https://a.example", GoodVariables, "2: --api-url goes with");
    row("an id of another shape", "", { "MAabc", "4711-token" }, "2: PLIVO_AUTH_ID is not");
    row("a token with a blank", "", { "MAABCDEFGHIJKLMNOPQR", "4711 token" }, "2: PLIVO_AUTH_TOKEN is not");
    row("only the id", "", { "MAABCDEFGHIJKLMNOPQR", nullptr }, "2: PLIVO_AUTH_ID is set, but");
    row("only the token", "", { nullptr, "4711-token" }, "2: PLIVO_AUTH_TOKEN is set, but");
    row("both empty are none", "", { "", "" }, "the last used");
    row("practice minds no mistakes in them", "--practice", { "MAabc", "4711 token" }, "practice");
}

void LaunchTest::theAccount()
{
    QFETCH(QStringList, arguments);
    QFETCH(Variables, variables);
    QFETCH(QString, expected);
    const QString actual = chosen(arguments, variables);
    QCOMPARE(actual.left(expected.size()), expected);
    if (variables.authToken && *variables.authToken)
        QVERIFY(!actual.contains(QString::fromLatin1(variables.authToken)));
}

void LaunchTest::theCredentialsLeaveTheEnvironment()
{
    const EnvironmentCredentials credentials = credentialsOf(GoodVariables);
    QVERIFY(credentials.id && credentials.token);
    QCOMPARE(credentials.token->secretBytes(), QByteArrayView(token));
    QCOMPARE(qEnvironmentVariableIsSet("PLIVO_AUTH_ID"), false);
    QCOMPARE(qEnvironmentVariableIsSet("PLIVO_AUTH_TOKEN"), false);
}

void LaunchTest::theTokenIsRedactedAtOnce()
{
    auto redactor = std::make_shared<Redactor>();
    const QString line = u"x "_s + QString::fromLatin1(token) + u" y"_s;
    QCOMPARE(redactor->clean(line), line);
    LaunchOptions launch;
    launch.accountName = u"Ops"_s; // even when the start is refused
    QVERIFY(std::holds_alternative<LaunchExit>(sessionOptions(launch, credentialsOf(GoodVariables), redactor)));
    QVERIFY(!redactor->clean(line).contains(QString::fromLatin1(token)));
}

void LaunchTest::filesAndFolders()
{
#ifdef Q_OS_LINUX
    const auto restore = qScopeGuard([this] { qputenv("XDG_CONFIG_HOME", m_config.path().toLocal8Bit()); });
    qputenv("XDG_CONFIG_HOME", "/tmp/c");
    qputenv("XDG_DATA_HOME", "/tmp/d");
    const auto options = sessionOptions({}, {}, nullptr);
    QCOMPARE(std::get<Session::Options>(options).settingsFile, u"/tmp/c/hangup/hangup.ini"_s);
    QCOMPARE(std::get<Session::Options>(options).dataFolder, u"/tmp/d/hangup"_s);
#else
    QSKIP("The folders are XDG's.");
#endif
}

QTEST_GUILESS_MAIN(LaunchTest)
#include "tst_launch.moc"
