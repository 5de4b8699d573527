// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// What is written about the command line in several places says the same: the help, the manual pages, the completion of
// bash, and what is understood. The completion is run in a real bash.
#include "cli/clioptions.h"
#include "clibench.h"
#include "session/launch.h"

#include <QFile>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace hangup;
using namespace hangup::test;

namespace {

QString path(const QString &name)
{
    return QStringLiteral(HANGUP_SOURCE_DIR "/resources/") + name;
}

QString textOf(const QString &name)
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// As a reader sees it: \- is a dash.
QString manual(const QString &name)
{
    return textOf(u"man/"_s + name).replace(u"\\-"_s, u"-"_s);
}

/// --option, each once.
QStringList optionsIn(const QString &text)
{
    static const QRegularExpression option(u"--[a-z][a-z-]*[a-z]"_s);
    QStringList found;
    for (auto next = option.globalMatch(text); next.hasNext();)
        found += next.next().captured();
    found.removeDuplicates();
    found.sort();
    return found;
}

struct Command
{
    QString words;
    CliOption::Goes goes;
};
QList<Command> commands()
{
    return { { u"end"_s, CliOption::WithEnd },
             { u"live"_s, CliOption::WithLive },
             { u"show"_s, CliOption::WithShow },
             { u"history"_s, CliOption::WithHistory },
             { u"journal verify"_s, CliOption::WithVerify },
             { u"accounts list"_s, CliOption::WithList },
             { u"accounts add"_s, CliOption::WithAdd },
             { u"accounts test"_s, CliOption::WithTest },
             { u"accounts remove"_s, CliOption::WithRemove } };
}

/// The accounts "Night Shift" and "Süd", which are stored.
QByteArray twoAccounts()
{
    return "[account-00000000000000000000000000000001]\nname=Night Shift\ncolour=#3a78d6\n"
           "auth-id=MAXXXXXXXXXXXXXXXXX1\naddress=https://api.plivo.com\ntoken=session\n"
           "[account-00000000000000000000000000000002]\nname=Süd\ncolour=#3a78d6\n"
           "auth-id=MAXXXXXXXXXXXXXXXXX2\naddress=https://api.plivo.com\ntoken=keychain\ntoken-entry=X\n";
}

} // namespace

class TestCliDocs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void nameTheSameOptions();
    void nameTheSameCommands();
    void windowsPageNamesItsOptions();
    void pagesAreWellFormed_data();
    void pagesAreWellFormed();
    void areInstalledWhereTheyAreLookedFor();
    void completesOptionsThatGoWithTheCommand();
    void completes_data();
    void completes();
    void completesAtTheTabKey();

private:
    /// What bash offers when Tab is pressed behind @p words, of which the last is begun; sorted.
    QStringList offered(const QStringList &words);

    CliBench m_bench;
    QString m_help;
};

void TestCliDocs::initTestCase()
{
    m_bench.setCredentials(false);
    m_bench.writeSettings({}, twoAccounts());
    const CliResult result = m_bench.run({ u"--help"_s });
    QCOMPARE(result.status, 0);
    m_help = QString::fromUtf8(result.out);
    QVERIFY(m_help.startsWith(u"Usage: hangup-cli end"_s));
}

void TestCliDocs::nameTheSameOptions()
{
    QStringList understood;
    for (const CliOption &option : cliOptions())
        understood += u"--"_s + option.name;
    understood.sort();
    QCOMPARE(optionsIn(m_help), understood);
    QCOMPARE(optionsIn(manual(u"hangup-cli.1"_s)), understood);
    QCOMPARE(optionsIn(textOf(u"completions/hangup-cli"_s)), understood);
}

void TestCliDocs::nameTheSameCommands()
{
    const QString page = manual(u"hangup-cli.1"_s);
    for (const Command &command : commands()) {
        QVERIFY2(m_help.contains(u"hangup-cli "_s + command.words), qPrintable(command.words));
        QVERIFY2(m_help.contains(u'\n' + command.words + u": "_s), qPrintable(command.words));
        QVERIFY2(page.contains(u".SS "_s + command.words + u'\n'), qPrintable(command.words));
        QStringList words = command.words.split(u' ');
        words.last().chop(1);
        QCOMPARE(offered(words), QStringList { command.words.section(u' ', -1) });
    }
}

void TestCliDocs::windowsPageNamesItsOptions()
{
    const auto help = parseArguments({ u"--help"_s }, u"/"_s);
    const auto *exit = std::get_if<LaunchExit>(&help);
    QVERIFY(exit);
    const QStringList options = optionsIn(exit->text);
    QCOMPARE_GT(options.size(), 4);
    QCOMPARE(optionsIn(manual(u"hangup.1"_s)), options);
}

void TestCliDocs::pagesAreWellFormed_data()
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<QStringList>("checker");
    for (const QString &page : { u"hangup.1"_s, u"hangup-cli.1"_s }) {
        QTest::newRow(qPrintable(page + u" for groff"_s))
            << page << QStringList { u"groff"_s, u"-man"_s, u"-Tutf8"_s, u"-ww"_s, u"-z"_s };
        QTest::newRow(qPrintable(page + u" for mandoc"_s))
            << page << QStringList { u"mandoc"_s, u"-T"_s, u"lint"_s, u"-W"_s, u"warning"_s };
    }
}

void TestCliDocs::pagesAreWellFormed()
{
    QFETCH(QString, page);
    QFETCH(QStringList, checker);
    QVERIFY(QFile::exists(path(u"man/"_s + page)));
    if (QStandardPaths::findExecutable(checker.first()).isEmpty())
        QSKIP(qPrintable(checker.first() + u" is not installed"_s));
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(checker.first(), checker.mid(1) + QStringList { path(u"man/"_s + page) });
    QVERIFY(process.waitForFinished(20000));
    const QByteArray said = process.readAll();
    QVERIFY2(said.isEmpty() && process.exitCode() == 0, said.constData());
}

void TestCliDocs::areInstalledWhereTheyAreLookedFor()
{
    const QTemporaryDir to;
    QProcess cmake;
    cmake.setProcessChannelMode(QProcess::MergedChannels);
    cmake.start(QStringLiteral(CMAKE_PROGRAM),
                { u"--install"_s, QStringLiteral(HANGUP_BINARY_DIR), u"--component"_s, u"documents"_s, u"--prefix"_s,
                  to.path() });
    QVERIFY(cmake.waitForFinished(60000));
    QVERIFY2(cmake.exitCode() == 0, cmake.readAll().constData());
    for (const QString &file : { u"share/man/man1/hangup.1"_s, u"share/man/man1/hangup-cli.1"_s,
                                 u"share/bash-completion/completions/hangup-cli"_s })
        QVERIFY2(QFile::exists(to.filePath(file)), qPrintable(file));
}

QStringList TestCliDocs::offered(const QStringList &words)
{
    // The program by its name, as it is typed.
    const QString folder = CliBench::program().section(u'/', 0, -2);
    const QString script
        = u"source \"$1\"; shift; PATH=\"$1:$PATH\"; shift; COMP_WORDS=(hangup-cli \"$@\")\n"
          "COMP_CWORD=$#; _hangup_cli; ((${#COMPREPLY[@]} == 0)) || printf '%s\\n' \"${COMPREPLY[@]}\""_s;
    QProcess bash;
    bash.setProcessEnvironment(m_bench.environment());
    bash.setWorkingDirectory(m_bench.home());
    bash.start(u"bash"_s,
               QStringList { u"--norc"_s, u"--noprofile"_s, u"-c"_s, script, u"bash"_s,
                             path(u"completions/hangup-cli"_s), folder }
                   + words);
    const CliResult result = m_bench.finish(bash);
    if (result.status != 0 || !result.err.isEmpty())
        return { u"bash: "_s + QString::fromUtf8(result.err) };
    QStringList all = QString::fromUtf8(result.out).split(u'\n', Qt::SkipEmptyParts);
    all.sort();
    return all;
}

void TestCliDocs::completesOptionsThatGoWithTheCommand()
{
    for (const Command &command : commands()) {
        QStringList wanted;
        for (const CliOption &option : cliOptions()) {
            if ((option.goes & command.goes) != 0)
                wanted += u"--"_s + option.name;
        }
        wanted.sort();
        QCOMPARE(offered(command.words.split(u' ') << u"--"_s), wanted);
    }
}

void TestCliDocs::completes_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const QStringList &words, const QStringList &expected) {
        QTest::newRow(name) << words << expected;
    };
    const QString none;
    row("all commands", { none }, { u"accounts"_s, u"end"_s, u"history"_s, u"journal"_s, u"live"_s, u"show"_s });
    row("a command behind an option", { u"--account"_s, u"Night Shift"_s, u"l"_s }, { u"live"_s });
    row("a command behind an option with its value", { u"--account"_s, u"="_s, u"Süd"_s, u"hi"_s }, { u"history"_s });
    row("an option", { u"end"_s, u"--wa"_s }, { u"--wait-proof"_s });
    row("an option behind a value", { u"end"_s, u"--ticket"_s, u"live"_s, u"--inc"_s }, { u"--include-flagged"_s });
    row("a direction", { u"live"_s, u"--direction"_s, u"i"_s }, { u"inbound"_s });
    row("a direction behind a sign", { u"live"_s, u"--direction"_s, u"="_s, u"o"_s }, { u"outbound"_s });
    row("both directions behind a sign", { u"live"_s, u"--direction"_s, u"="_s }, { u"inbound"_s, u"outbound"_s });
    row("nothing for a ticket", { u"end"_s, u"--ticket"_s, none }, {});
    row("all accounts", { u"live"_s, u"--account"_s, none },
        { u"Night\\ Shift"_s, u"Practice\\ account"_s, u"Practice\\ account\\ 2"_s, u"Süd"_s });
    row("an account", { u"live"_s, u"--account"_s, u"ni"_s }, { u"Night\\ Shift"_s });
    row("an account in quotes", { u"live"_s, u"--account"_s, u"\"Night S"_s }, { u"Night Shift"_s });
    row("an account with a blank", { u"live"_s, u"--account"_s, u"Night\\ S"_s }, { u"Night\\ Shift"_s });
    row("an account to remove", { u"accounts"_s, u"remove"_s, none }, { u"Night\\ Shift"_s, u"Süd"_s });
    row("an account to remove by the option", { u"accounts"_s, u"remove"_s, u"--account"_s, none },
        { u"Night\\ Shift"_s, u"Süd"_s });
    row("files", { u"end"_s, u"tick"_s }, { u"ticket-4711.txt"_s });
    row("files behind options", { u"show"_s, u"--json"_s, u"ticket"_s }, { u"ticket-4711.txt"_s });
    row("no files where none go", { u"history"_s, u"tick"_s }, {});
}

void TestCliDocs::completes()
{
    QFETCH(QStringList, words);
    QFile ticket(m_bench.home() + u"/ticket-4711.txt"_s);
    QVERIFY(ticket.open(QIODevice::WriteOnly));
    QTEST(offered(words), "expected");
}

// An interactive bash, in which Tab is pressed.
void TestCliDocs::completesAtTheTabKey()
{
    PseudoTerminal terminal;
    QVERIFY(terminal.isOpen());
    QProcess bash;
    QProcessEnvironment environment = m_bench.environment();
    environment.insert(u"PATH"_s, CliBench::program().section(u'/', 0, -2) + u':' + environment.value(u"PATH"_s));
    environment.insert(u"PS1"_s, u"ready> "_s);
    environment.insert(u"TERM"_s, u"dumb"_s);
    bash.setProcessEnvironment(environment);
    bash.start(
        u"/bin/sh"_s,
        { u"-c"_s,
          u"exec setsid --ctty bash --norc --noprofile -i <%1 >%1 2>%1"_s.arg(QString::fromLatin1(terminal.name())) });
    QTRY_VERIFY_WITH_TIMEOUT(terminal.seen().contains("ready> "), 20000);
    terminal.type("source " + path(u"completions/hangup-cli"_s).toUtf8() + "\n");
    terminal.type("hangup-cli accounts remove --account Ni\t#");
    QTRY_VERIFY2_WITH_TIMEOUT(terminal.seen().contains("hangup-cli accounts remove --account Night\\ Shift #"),
                              terminal.seen().constData(), 20000);
    terminal.type("\025exit\n"); // Ctrl+U takes the line away
    QVERIFY(bash.waitForFinished(20000));
}

QTEST_GUILESS_MAIN(TestCliDocs)
#include "tst_clidocs.moc"
