// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "cli/cliarguments.h"
#include "domain/callwords.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hangup;

namespace {

constexpr auto Id = "defb0706-86a6-11e4-b303-498d468c930b"_L1;

QDateTime noon()
{
    return QDateTime::fromString(u"2026-11-24T12:00:00Z"_s, Qt::ISODate);
}

/// All that was understood, in one line; or the status and the first line of what is said.
QString understood(const QStringList &arguments, const QString &folder = u"/nowhere"_s)
{
    const auto parsed = parseCliArguments(arguments, folder, noon());
    if (const auto *exit = std::get_if<LaunchExit>(&parsed))
        return u"%1: %2"_s.arg(exit->status).arg(exit->text.section(u'\n', 0, 0).remove(u" Try: hangup-cli --help"_s));
    const auto &a = std::get<CliArguments>(parsed);
    QStringList words;
    const auto add = [&words](bool is, const QString &word) {
        if (is)
            words.append(word);
    };
    add(a.launch.practice, u"practice"_s);
    add(!a.launch.accountName.isEmpty(), u"account="_s + a.launch.accountName);
    add(a.launch.apiUrl.has_value(), u"api=%1"_s.arg(a.launch.apiUrl ? a.launch.apiUrl->hostAndPort() : QString()));
    switch (a.command) {
    case CliArguments::Command::End:
        words.prepend(u"end"_s);
        add(a.end.yes, u"yes"_s);
        add(a.end.dryRun, u"dry-run"_s);
        add(a.end.json, u"json"_s);
        add(a.end.keepGoing, u"keep-going"_s);
        add(a.end.includeFlagged, u"include-flagged"_s);
        add(!a.end.words.ticket.isEmpty(), u"ticket="_s + a.end.words.ticket);
        add(!a.end.words.reason.isEmpty(), u"reason="_s + a.end.words.reason);
        add(a.end.window.has_value(), u"window=%1"_s.arg(a.end.window.value_or(-1)));
        add(a.end.inFlight.has_value(), u"in-flight=%1"_s.arg(a.end.inFlight.value_or(-1)));
        add(a.end.waitProof, u"wait-proof=%1"_s.arg(a.end.proofFor.value_or(std::chrono::seconds(-1)).count()));
        for (const CliInput &input : a.end.inputs)
            words.append(input.kind == CliInput::Kind::StandardInput ? u"-"_s
                             : input.kind == CliInput::Kind::Sample  ? u"sample"_s
                                                                     : input.text);
        break;
    case CliArguments::Command::Live:
        words.prepend(u"live"_s);
        add(a.live.json, u"json"_s);
        add(a.live.filter.direction != CallDirection::Unknown, words::directionKey(a.live.filter.direction));
        add(a.live.filter.from.has_value(),
            u"from="_s + (a.live.filter.from ? a.live.filter.from->toString() : QString()));
        add(a.live.filter.to.has_value(), u"to="_s + (a.live.filter.to ? a.live.filter.to->toString() : QString()));
        add(a.live.olderThan.has_value(),
            u"older-than=%1"_s.arg(a.live.olderThan.value_or(std::chrono::seconds(-1)).count()));
        break;
    case CliArguments::Command::Show:
        words.prepend(u"show"_s);
        add(a.show.json, u"json"_s);
        for (const CliInput &input : a.show.inputs)
            words.append(input.kind == CliInput::Kind::StandardInput ? u"-"_s
                             : input.kind == CliInput::Kind::Sample  ? u"sample"_s
                                                                     : input.text);
        break;
    case CliArguments::Command::History:
        words.prepend(u"history"_s);
        add(a.history.json, u"json"_s);
        add(a.history.sinceMs != 0, u"since=%1"_s.arg(a.history.sinceMs));
        add(!a.history.ticket.isEmpty(), u"ticket="_s + a.history.ticket);
        add(!a.history.uuid.isEmpty(), u"uuid="_s + a.history.uuid);
        break;
    case CliArguments::Command::VerifyJournal:
        words.prepend(u"verify"_s);
        break;
    case CliArguments::Command::ListAccounts:
        words.prepend(u"accounts list"_s);
        add(a.accounts.json, u"json"_s);
        break;
    case CliArguments::Command::AddAccount:
        words.prepend(u"accounts add"_s);
        words += { u"name="_s + a.accounts.name,
                   u"id="_s + (a.accounts.authId ? a.accounts.authId->toString() : QString()),
                   u"at="_s + a.accounts.address.hostAndPort() };
        add(a.accounts.sessionOnly, u"session-only"_s);
        break;
    case CliArguments::Command::TestAccount:
        words.prepend(u"accounts test"_s);
        break;
    case CliArguments::Command::RemoveAccount:
        words.prepend(u"accounts remove"_s);
        words += a.accounts.remove;
        add(a.accounts.yes, u"yes"_s);
        break;
    }
    return words.join(u' ');
}

} // namespace

class TestCliArguments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void understandsOrRefuses_data();
    void understandsOrRefuses();
    void readsTimes_data();
    void readsTimes();
    void readsAges_data();
    void readsAges();
    void refusesAnIdLikeFileName();
};

void TestCliArguments::understandsOrRefuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &line, const QString &expected) {
        QTest::newRow(name) << line.split(u' ', Qt::SkipEmptyParts) << expected;
    };
    const QString id(Id);
    row("one call", u"end "_s + id, u"end "_s + id);
    row("a call in capitals", u"end "_s + id.toUpper(), u"end "_s + id);
    row("a file", u"end calls.csv"_s, u"end /nowhere/calls.csv"_s);
    row("standard input", u"end -"_s, u"end -"_s);
    row("all three, in order", u"end a.txt - "_s + id, u"end /nowhere/a.txt - "_s + id);
    row("all options",
        u"end --yes --dry-run --json --keep-going --include-flagged --ticket T --reason=R --window 0 --in-flight=6 -"_s,
        u"end yes dry-run json keep-going include-flagged ticket=T reason=R window=0 in-flight=6 -"_s);
    row("options after the calls", u"end - --yes"_s, u"end yes -"_s);
    row("options before the command", u"--practice end -"_s, u"end practice -"_s);
    row("proof, as long as is set", u"end --wait-proof -"_s, u"end wait-proof=-1 -"_s);
    row("proof, for some seconds", u"end --wait-proof=30 -"_s, u"end wait-proof=30 -"_s);
    row("proof never takes the next word", u"end --wait-proof 30"_s,
        u"2: This is not a call UUID: it has 2 of 36 characters."_s);
    row("behind two dashes all are calls", u"end -- --yes"_s, u"end /nowhere/--yes"_s);
    row("an account and an address", u"end --account Main --api-url http://127.0.0.1:8080 -"_s,
        u"end account=Main api=127.0.0.1:8080 -"_s);
    row("live calls", u"live"_s, u"live"_s);
    row("live calls with all",
        u"live --json --direction inbound --from=+14155550100 --to 14155550101 --older-than 4h --practice"_s,
        u"live practice json inbound from=+14155550100 to=14155550101 older-than=14400"_s);
    row("live calls of any direction", u"live --direction any"_s, u"live"_s);
    row("show", u"show "_s + id, u"show "_s + id);
    row("show with all", u"show --json --account Main a.txt - "_s + id,
        u"show account=Main json /nowhere/a.txt - "_s + id);
    row("history", u"history"_s, u"history"_s);
    row("history with all", u"history --json --since 1d --ticket T --uuid defb"_s,
        u"history json since=%1 ticket=T uuid=defb"_s.arg(noon().addDays(-1).toMSecsSinceEpoch()));
    row("verify", u"journal verify"_s, u"verify"_s);
    row("verify of practice", u"journal verify --practice"_s, u"verify practice"_s);

    row("the sample", u"end --practice --sample"_s, u"end practice sample"_s);
    row("the sample of the second account", u"show --account practice-2 --sample "_s + id,
        u"show account=practice-2 sample "_s + id);
    row("the sample with a real account", u"end --sample"_s,
        u"2: The calls of --sample are simulated: it goes with --practice."_s);
    row("accounts", u"accounts list"_s, u"accounts list"_s);
    row("accounts in JSON", u"accounts list --json"_s, u"accounts list json"_s);
    const QString id20 = u"MAXXXXXXXXXXXXXXXXXX"_s;
    row("a new account", u"accounts add --name Night --auth-id "_s + id20,
        u"accounts add name=Night id="_s + id20 + u" at=api.plivo.com"_s);
    row("a new account with all",
        u"accounts add --session-only --api-url=http://127.0.0.1:8080 --auth-id="_s + id20 + u" --name=Night"_s,
        u"accounts add name=Night id="_s + id20 + u" at=127.0.0.1:8080 session-only"_s);
    row("a test", u"accounts test"_s, u"accounts test"_s);
    row("a test of an account", u"accounts test --account Night"_s, u"accounts test account=Night"_s);
    row("a test of the environment's elsewhere", u"accounts test --api-url http://127.0.0.1:8080"_s,
        u"accounts test api=127.0.0.1:8080"_s);
    row("a test of practice", u"accounts test --practice"_s, u"accounts test practice"_s);
    row("a removal", u"accounts remove Night"_s, u"accounts remove Night"_s);
    row("a removal by the option", u"accounts remove --yes --account Night"_s, u"accounts remove Night yes"_s);
    row("a new account without a name", u"accounts add --auth-id "_s + id20,
        u"2: A new account needs --name and --auth-id."_s);
    row("a new account without an ID", u"accounts add --name Night"_s,
        u"2: A new account needs --name and --auth-id."_s);
    row("an ID in small letters", u"accounts add --name Night --auth-id "_s + id20.toLower(),
        u"2: An auth ID has 20 characters: MA or SA, then capital letters and digits."_s);
    row("an address with a path", u"accounts add --name N --auth-id "_s + id20 + u" --api-url https://x.example/v1"_s,
        u"2: An API address"_s);
    // Whatever stands there may be a token: it is not said again.
    row("a token behind the options", u"accounts add --name N --auth-id "_s + id20 + u" s3cret"_s,
        u"2: An auth token is never an argument: it is asked for, or read from standard input."_s);
    row("a token as an option", u"accounts add --name N --auth-id "_s + id20 + u" --token=s3cret"_s,
        u"2: There is no option --token."_s);
    row("a removal of nothing", u"accounts remove"_s, u"2: Name the account to remove."_s);
    row("a removal of two", u"accounts remove A B"_s, u"2: “B” was not expected."_s);
    row("a list of something", u"accounts list x"_s, u"2: “x” was not expected."_s);
    row("a list as an account", u"accounts list --account x"_s, u"2: --account does not go with this command."_s);
    row("a test with a yes", u"accounts test --yes"_s, u"2: --yes does not go with this command."_s);
    row("a name for end", u"end --name x -"_s, u"2: --name does not go with this command."_s);
    row("half of accounts", u"accounts"_s,
        u"2: There is no command “accounts”: it must be end, live, show, history, journal verify, or accounts list, "
        "add, test or remove."_s);
    row("accounts and a slip", u"accounts rm x"_s,
        u"2: There is no command “accounts rm”: it must be end, live, show, history, journal verify, or accounts list, "
        "add, test or remove."_s);

    row("help", u"--help"_s, u"0: Usage: hangup-cli end [OPTION…] FILE | - | UUID…"_s);
    row("help goes before all", u"end --nonsense -h"_s, u"0: Usage: hangup-cli end [OPTION…] FILE | - | UUID…"_s);
    row("version", u"--version"_s, u"0: hangup-cli "_s + QStringLiteral(HANGUP_VERSION));
    row("nothing", QString(),
        u"2: Say what to do: end, live, show, history, journal verify, or accounts list, add, test or remove."_s);
    row("no call", u"end --yes"_s,
        u"2: Name the calls to end: their UUIDs, files with them, or - for standard input."_s);
    row("a call without a command", id,
        u"2: There is no command “%1”: it must be end, live, show, history, journal verify, or accounts list, add, test or remove."_s
            .arg(id));
    row("half a command", u"journal"_s,
        u"2: There is no command “journal”: it must be end, live, show, history, journal verify, or accounts list, add, test or remove."_s);
    row("show of nothing", u"show --json"_s,
        u"2: Name the calls to look up: their UUIDs, files with them, or - for standard input."_s);
    row("a link to a call", u"end --yes hangup:"_s + id,
        u"2: A hangup: link is for the window. Give the call's UUID alone."_s);
    row("a link to look up", u"show HANGUP:"_s + id,
        u"2: A hangup: link is for the window. Give the call's UUID alone."_s);
    row("show with an id that is none", u"show "_s + id.chopped(1), u"2: This is not a call UUID"_s);
    row("live calls by their ids", u"live "_s + id, u"2: “%1” was not expected."_s.arg(id));
    row("a direction that is none", u"live --direction in"_s,
        u"2: “in” is not a direction: use inbound or outbound."_s);
    row("a number with more than digits", u"live --from 1-415-555-0100"_s,
        u"2: --from must be a phone number: digits alone, with or without a + before them."_s);
    row("a number that adds a query", u"live --to 1&limit=1"_s,
        u"2: --to must be a phone number: digits alone, with or without a + before them."_s);
    row("an age without a unit", u"live --older-than 4"_s, u"2: “4” is not an age: use 90s, 15m, 4h or 2d."_s);
    row("an age in days and hours", u"live --older-than 1d4h"_s, u"2: “1d4h” is not an age: use 90s, 15m, 4h or 2d."_s);
    row("a negative age", u"live --older-than=-4h"_s, u"2: “-4h” is not an age: use 90s, 15m, 4h or 2d."_s);
    row("live calls can't be ended by the way", u"live --yes"_s, u"2: --yes does not go with this command."_s);
    row("a dry run of show", u"show --dry-run "_s + id, u"2: --dry-run does not go with this command."_s);
    row("flagged ones of the live calls", u"live --include-flagged"_s,
        u"2: --include-flagged does not go with this command."_s);
    row("an age for end", u"end --older-than 4h -"_s, u"2: --older-than does not go with this command."_s);
    row("an option that is none", u"end --yse -"_s, u"2: There is no option --yse."_s);
    row("short options that are none", u"end -y -"_s, u"2: There is no option -y."_s);
    row("an option twice", u"end --window 5 --window 6 -"_s, u"2: --window was given twice."_s);
    row("an option of another command", u"history --yes"_s, u"2: --yes does not go with this command."_s);
    row("verify in JSON", u"journal verify --json"_s, u"2: --json does not go with this command."_s);
    row("a switch with a value", u"end --yes=no -"_s, u"2: --yes takes no value."_s);
    row("an option without its value", u"end - --ticket"_s, u"2: --ticket needs a value."_s);
    row("an empty value", u"end --account= -"_s, u"2: --account needs a value."_s);
    row("a negative window", u"end --window=-1 -"_s, u"2: --window must be a whole number from 0 to 10000."_s);
    row("a window in words", u"end --window all -"_s, u"2: --window must be a whole number from 0 to 10000."_s);
    row("nothing in flight", u"end --in-flight 0 -"_s, u"2: --in-flight must be a whole number from 1 to 500."_s);
    row("no time for proof", u"end --wait-proof=0 -"_s, u"2: --wait-proof must be a whole number from 1 to 86400."_s);
    row("a time that is none", u"history --since yesterday"_s,
        u"2: “yesterday” is not a time: use 2026-11-24, 2026-11-24T13:00, 90m, 12h or 7d."_s);
    row("history of something", u"history x"_s, u"2: “x” was not expected."_s);
    row("standard input twice", u"end - -"_s, u"2: Standard input can be read once."_s);
    row("an address without TLS", u"end --api-url http://example.com -"_s,
        u"2: An API address must start with https://"_s);
    row("an id with a character missing", u"end "_s + id.chopped(1), u"2: This is not a call UUID"_s);
    row("an id with a character too many", u"end "_s + id + u'0', u"2: This is not a call UUID"_s);
    row("one bad id among good ones", u"end "_s + id + u' ' + id.chopped(1) + u'g', u"2: This is not a call UUID"_s);
    row("the nil id", u"end 00000000-0000-0000-0000-000000000000"_s, u"2: This is not a call UUID"_s);
    QTest::newRow("an empty argument") << QStringList { u"end"_s, QString() }
                                       << u"2: An empty argument is neither a call UUID nor a file."_s;
}

void TestCliArguments::understandsOrRefuses()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, expected);
    const QString seen = understood(arguments);
    if (expected.startsWith("2: This is not"_L1) || expected.startsWith("2: An API address"_L1))
        QCOMPARE(seen.left(expected.size()), expected);
    else
        QCOMPARE(seen, expected);
}

void TestCliArguments::readsTimes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<std::optional<qint64>>("expected");
    using Time = std::optional<qint64>;
    const auto at
        = [](const QString &iso) { return Time(QDateTime::fromString(iso, Qt::ISODate).toMSecsSinceEpoch()); };
    QTest::newRow("a day is midnight here")
        << u"2026-11-20"_s << Time(QDate(2026, 11, 20).startOfDay().toMSecsSinceEpoch());
    QTest::newRow("a time with its zone") << u"2026-11-20T10:00:00+02:00"_s << at(u"2026-11-20T08:00:00Z"_s);
    QTest::newRow("a time in UTC") << u"2026-11-20T10:00Z"_s << at(u"2026-11-20T10:00:00Z"_s);
    QTest::newRow("a time here") << u"2026-11-20T10:00"_s << at(u"2026-11-20T10:00:00"_s);
    QTest::newRow("minutes back") << u"90m"_s << at(u"2026-11-24T10:30:00Z"_s);
    QTest::newRow("hours back") << u"12h"_s << at(u"2026-11-24T00:00:00Z"_s);
    QTest::newRow("seconds are no time to begin at") << u"90s"_s << Time();
    QTest::newRow("days back") << u"7d"_s << at(u"2026-11-17T12:00:00Z"_s);
    QTest::newRow("a unit alone") << u"d"_s << Time();
    QTest::newRow("a sign") << u"-7d"_s << Time();
    QTest::newRow("a day that is none") << u"2026-02-30"_s << Time();
    QTest::newRow("nothing") << QString() << Time();
}

void TestCliArguments::readsTimes()
{
    QFETCH(QString, text);
    QFETCH(std::optional<qint64>, expected);
    QCOMPARE(parseSince(text, noon()), expected);
}

void TestCliArguments::readsAges_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("seconds");
    const auto row
        = [](const char *name, const QString &text, qint64 seconds) { QTest::newRow(name) << text << seconds; };
    row("seconds", u"90s"_s, 90);
    row("minutes", u"15m"_s, 900);
    row("hours", u"4h"_s, 14400);
    row("days", u"2d"_s, 172800);
    row("none at all", u"0s"_s, 0);
    row("more than 32 bits", u"1000000d"_s, 86'400'000'000);
    row("too many", u"1000001d"_s, -1);
    row("no unit", u"90"_s, -1);
    row("no number", u"h"_s, -1);
    row("a unit in capitals", u"4H"_s, -1);
    row("a fraction", u"1.5h"_s, -1);
    row("a blank", u"4 h"_s, -1);
    row("nothing", QString(), -1);
}

void TestCliArguments::readsAges()
{
    QFETCH(QString, text);
    QTEST(qint64(parseAge(text).value_or(std::chrono::seconds(-1)).count()), "seconds");
}

void TestCliArguments::refusesAnIdLikeFileName()
{
    const QTemporaryDir folder;
    const QString cut = QString(Id).chopped(1);
    for (const QString &name : { cut, cut + u".txt"_s }) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    QCOMPARE(understood({ u"end"_s, cut }, folder.path()).left(2), u"2:"_s);
    // An extension or a path says that a file is meant.
    QCOMPARE(understood({ u"end"_s, cut + u".txt"_s }, folder.path()), u"end "_s + folder.filePath(cut + u".txt"_s));
    QCOMPARE(understood({ u"end"_s, u"./"_s + cut }, folder.path()), u"end "_s + folder.filePath(cut));
}

QTEST_GUILESS_MAIN(TestCliArguments)
#include "tst_cliarguments.moc"
