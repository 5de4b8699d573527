// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "cli/cliarguments.h"

#include "cli/clioptions.h"
#include "cli/cliwords.h"
#include "domain/accountwords.h"
#include "domain/calllink.h"
#include "domain/callwords.h"
#include "domain/words.h"

#include <QHash>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

using Takes = CliOption::Takes;

constexpr int MostWindow = 10000;
constexpr int MostInFlight = 500;
constexpr int LongestProofWait = 24 * 60 * 60;

std::optional<int> numberIn(const QString &text, int least, int most)
{
    // Digits alone: toInt() takes signs and blanks.
    const bool digits = !text.isEmpty() && text.size() < 9
        && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    const int number = digits ? text.toInt() : -1;
    return digits && number >= least && number <= most ? std::optional(number) : std::nullopt;
}

/// Goes through the arguments once; stops at the first objection.
class Reader
{
public:
    Reader(const QStringList &arguments, QString folder, QDateTime now)
        : m_left(arguments), m_folder(std::move(folder)), m_now(std::move(now))
    {
    }

    std::variant<CliArguments, LaunchExit> read();

private:
    std::optional<QString> takeOption(const QString &argument);
    std::optional<QString> apply(const CliOption &option, const std::optional<QString> &value);
    std::optional<QString> applyText(QLatin1StringView name, const QString &value);
    std::optional<QString> applyNumber(QLatin1StringView name, const QString &value);
    std::optional<QString> applyLive(QLatin1StringView name, const QString &value);
    void applySwitch(QLatin1StringView name);
    std::optional<QString> readCommand();
    std::optional<QString> readInputs();
    std::optional<QString> readAccounts();
    quint16 goesWith() const;
    std::optional<QString> checkOptions() const;

    QStringList m_left;
    QString m_folder;
    QDateTime m_now;
    QStringList m_positional;
    QList<const CliOption *> m_seen;
    bool m_sample = false;
    bool m_help = false;
    bool m_version = false;
    CliArguments m_result;
};

std::variant<CliArguments, LaunchExit> Reader::read()
{
    std::optional<QString> objection;
    bool onlyPositional = false;
    while (!m_left.isEmpty()) {
        const QString argument = m_left.takeFirst();
        if (onlyPositional || argument == "-"_L1 || !argument.startsWith(u'-'))
            m_positional.append(argument);
        else if (argument == "--"_L1)
            onlyPositional = true;
        else if (const auto wrong = takeOption(argument); wrong && !objection)
            objection = wrong;
    }
    // Whoever asks for help gets it, whatever else stands there.
    if (m_help)
        return LaunchExit { 0, cliwords::help() };
    if (!objection && m_version)
        return LaunchExit { 0, u"hangup-cli "_s + QStringLiteral(HANGUP_VERSION) + u'\n' };
    if (!objection)
        objection = readCommand();
    if (!objection)
        objection = checkOptions();
    if (!objection)
        objection = readInputs();
    if (objection)
        return LaunchExit { 2, cliwords::withHint(*objection) };
    return m_result;
}

std::optional<QString> Reader::takeOption(const QString &argument)
{
    const bool shortForm = !argument.startsWith("--"_L1);
    QString name = shortForm ? QString() : argument.mid(2).section(u'=', 0, 0);
    if (argument == "-h"_L1)
        name = u"help"_s;
    else if (argument == "-v"_L1)
        name = u"version"_s;
    const CliOption *option = findCliOption(name);
    if (!option)
        return cliwords::unknownOption(argument);
    if (m_seen.contains(option))
        return cliwords::optionTwice(name);
    m_seen.append(option);
    std::optional<QString> value;
    if (!shortForm && argument.contains(u'='))
        value = argument.section(u'=', 1);
    if (option->takes == Takes::Nothing && value)
        return cliwords::optionWithoutValue(name);
    if (option->takes == Takes::Value && !value && !m_left.isEmpty())
        value = m_left.takeFirst();
    if ((option->takes == Takes::Value && !value) || (value && value->trimmed().isEmpty()))
        return cliwords::optionNeedsValue(name);
    return apply(*option, value);
}

std::optional<QString> Reader::apply(const CliOption &option, const std::optional<QString> &value)
{
    if (!value) {
        applySwitch(option.name);
        return std::nullopt;
    }
    if (option.name == "window"_L1 || option.name == "in-flight"_L1 || option.name == "wait-proof"_L1)
        return applyNumber(option.name, *value);
    if (option.goes == CliOption::WithLive)
        return applyLive(option.name, *value);
    return applyText(option.name, *value);
}

void Reader::applySwitch(QLatin1StringView name)
{
    if (name == "practice"_L1)
        m_result.launch.practice = true;
    else if (name == "json"_L1)
        m_result.end.json = m_result.live.json = m_result.show.json = m_result.history.json = m_result.accounts.json
            = true;
    else if (name == "yes"_L1)
        m_result.end.yes = m_result.accounts.yes = true;
    else if (name == "include-flagged"_L1)
        m_result.end.includeFlagged = true;
    else if (name == "dry-run"_L1)
        m_result.end.dryRun = true;
    else if (name == "keep-going"_L1)
        m_result.end.keepGoing = true;
    else if (name == "wait-proof"_L1)
        m_result.end.waitProof = true;
    else if (name == "session-only"_L1)
        m_result.accounts.sessionOnly = true;
    else if (name == "sample"_L1)
        m_sample = true;
    else if (name == "help"_L1)
        m_help = true;
    else if (name == "version"_L1)
        m_version = true;
}

std::optional<QString> Reader::applyText(QLatin1StringView name, const QString &value)
{
    if (name == "account"_L1) {
        m_result.launch.accountName = value.trimmed();
    } else if (name == "api-url"_L1) {
        const auto address = ApiAddress::parse(value);
        if (const auto *error = std::get_if<ApiAddressError>(&address))
            return words::addressError(*error);
        m_result.launch.apiUrl = std::get<ApiAddress>(address);
    } else if (name == "ticket"_L1) {
        m_result.end.words.ticket = m_result.history.ticket = value;
    } else if (name == "reason"_L1) {
        m_result.end.words.reason = value;
    } else if (name == "uuid"_L1) {
        m_result.history.uuid = value.trimmed();
    } else if (name == "name"_L1) {
        m_result.accounts.name = value;
    } else if (name == "auth-id"_L1) {
        m_result.accounts.authId = AuthId::parse(value.trimmed());
        if (!m_result.accounts.authId)
            return words::authIdError();
    } else if (name == "since"_L1) {
        const auto since = parseSince(value.trimmed(), m_now);
        if (!since)
            return cliwords::notATime(value);
        m_result.history.sinceMs = *since;
    }
    return std::nullopt;
}

std::optional<QString> Reader::applyNumber(QLatin1StringView name, const QString &value)
{
    if (name == "window"_L1) {
        m_result.end.window = numberIn(value, 0, MostWindow);
        return m_result.end.window ? std::nullopt : std::optional(cliwords::notANumber(name.toString(), 0, MostWindow));
    }
    if (name == "in-flight"_L1) {
        m_result.end.inFlight = numberIn(value, 1, MostInFlight);
        return m_result.end.inFlight ? std::nullopt
                                     : std::optional(cliwords::notANumber(name.toString(), 1, MostInFlight));
    }
    m_result.end.waitProof = true;
    const auto seconds = numberIn(value, 1, LongestProofWait);
    if (!seconds)
        return cliwords::notANumber(name.toString(), 1, LongestProofWait);
    m_result.end.proofFor = std::chrono::seconds(*seconds);
    return std::nullopt;
}

std::optional<QString> Reader::applyLive(QLatin1StringView name, const QString &value)
{
    LiveArguments &live = m_result.live;
    if (name == "direction"_L1) {
        const auto direction = words::directionFromKey(value);
        if (!direction)
            return cliwords::notADirection(value);
        live.filter.direction = *direction;
    } else if (name == "older-than"_L1) {
        live.olderThan = parseAge(value);
        if (!live.olderThan)
            return cliwords::notAnAge(value);
    } else {
        const auto number = NumberFilter::parse(value);
        if (!number)
            return cliwords::notAPhoneNumber(name.toString());
        (name == "from"_L1 ? live.filter.from : live.filter.to) = number;
    }
    return std::nullopt;
}

/// Of one word or of two.
std::optional<QString> Reader::readCommand()
{
    using Command = CliArguments::Command;
    static const QHash<QString, Command> commands {
        { u"end"_s, Command::End },
        { u"live"_s, Command::Live },
        { u"show"_s, Command::Show },
        { u"history"_s, Command::History },
        { u"journal verify"_s, Command::VerifyJournal },
        { u"accounts list"_s, Command::ListAccounts },
        { u"accounts add"_s, Command::AddAccount },
        { u"accounts test"_s, Command::TestAccount },
        { u"accounts remove"_s, Command::RemoveAccount },
    };
    if (m_positional.isEmpty())
        return cliwords::noCommand();
    QString command = m_positional.takeFirst();
    if ((command == "journal"_L1 || command == "accounts"_L1) && !m_positional.isEmpty())
        command += u' ' + m_positional.takeFirst();
    const auto found = commands.constFind(command);
    if (found == commands.cend())
        return cliwords::unknownCommand(command);
    m_result.command = *found;
    return std::nullopt;
}

quint16 Reader::goesWith() const
{
    switch (m_result.command) {
    case CliArguments::Command::End:
        return CliOption::WithEnd;
    case CliArguments::Command::Live:
        return CliOption::WithLive;
    case CliArguments::Command::Show:
        return CliOption::WithShow;
    case CliArguments::Command::History:
        return CliOption::WithHistory;
    case CliArguments::Command::VerifyJournal:
        return CliOption::WithVerify;
    case CliArguments::Command::ListAccounts:
        return CliOption::WithList;
    case CliArguments::Command::AddAccount:
        return CliOption::WithAdd;
    case CliArguments::Command::TestAccount:
        return CliOption::WithTest;
    case CliArguments::Command::RemoveAccount:
        return CliOption::WithRemove;
    }
    Q_UNREACHABLE();
}

std::optional<QString> Reader::checkOptions() const
{
    for (const CliOption *option : m_seen) {
        if ((option->goes & goesWith()) == 0)
            return cliwords::optionElsewhere(option->name.toString());
    }
    return std::nullopt;
}

std::optional<QString> Reader::readAccounts()
{
    AccountsArguments &accounts = m_result.accounts;
    LaunchOptions &launch = m_result.launch;
    if (m_result.command == CliArguments::Command::RemoveAccount) {
        accounts.remove = std::exchange(launch.accountName, {});
        if (accounts.remove.isEmpty() && !m_positional.isEmpty())
            accounts.remove = m_positional.takeFirst().trimmed();
        if (accounts.remove.isEmpty())
            return cliwords::noAccountToRemove();
    }
    const bool adds = m_result.command == CliArguments::Command::AddAccount;
    // Never said again where it may be a token.
    if (!m_positional.isEmpty())
        return adds ? cliwords::tokenIsNoArgument() : cliwords::tooMany(m_positional.first());
    if (!adds)
        return std::nullopt;
    // Of the new account, not of the Environment one.
    if (const auto address = std::exchange(launch.apiUrl, std::nullopt))
        accounts.address = *address;
    if (accounts.name.isEmpty() || !accounts.authId)
        return cliwords::noAccountToAdd();
    return std::nullopt;
}

std::optional<QString> Reader::readInputs()
{
    const bool ends = m_result.command == CliArguments::Command::End;
    if ((goesWith() & CliOption::WithAccounts) != 0)
        return readAccounts();
    if (!ends && m_result.command != CliArguments::Command::Show)
        return m_positional.isEmpty() ? std::nullopt : std::optional(cliwords::tooMany(m_positional.first()));
    QList<CliInput> &inputs = ends ? m_result.end.inputs : m_result.show.inputs;
    if (m_sample) {
        if (!m_result.launch.practice && !practiceAccountNamed(m_result.launch.accountName))
            return cliwords::sampleIsPractice();
        inputs.append({ CliInput::Kind::Sample });
    } else if (m_positional.isEmpty()) {
        return ends ? cliwords::noCalls() : cliwords::noCallsToShow();
    }
    for (const QString &argument : std::as_const(m_positional)) {
        if (argument == "-"_L1) {
            if (readsStandardInput(inputs))
                return cliwords::standardInputTwice();
            inputs.append({ CliInput::Kind::StandardInput });
            continue;
        }
        if (isCallLink(argument))
            return cliwords::linkIsForTheWindow();
        const LaunchRow row = readLaunchRow(argument, m_folder);
        if (!row.objection.isEmpty())
            return row.objection;
        inputs.append(row.id ? CliInput { CliInput::Kind::Call, row.id->toString() }
                             : CliInput { CliInput::Kind::File, row.path });
    }
    return std::nullopt;
}

} // namespace

bool readsStandardInput(const QList<CliInput> &inputs)
{
    return std::any_of(inputs.begin(), inputs.end(),
                       [](const CliInput &input) { return input.kind == CliInput::Kind::StandardInput; });
}

std::variant<CliArguments, LaunchExit> parseCliArguments(const QStringList &arguments, const QString &workingFolder,
                                                         const QDateTime &now)
{
    return Reader(arguments, workingFolder, now).read();
}

std::optional<std::chrono::seconds> parseAge(const QString &text)
{
    const QChar unit = text.isEmpty() ? QChar() : text.back();
    const int seconds = unit == u's' ? 1 : unit == u'm' ? 60 : unit == u'h' ? 3600 : unit == u'd' ? 86400 : 0;
    const auto count = seconds == 0 ? std::nullopt : numberIn(text.chopped(1), 0, 1000000);
    return count ? std::optional(std::chrono::seconds(qint64(*count) * seconds)) : std::nullopt;
}

std::optional<qint64> parseSince(const QString &text, const QDateTime &now)
{
    const QChar unit = text.isEmpty() ? QChar() : text.back();
    if (unit == u'm' || unit == u'h' || unit == u'd') {
        const auto back = parseAge(text);
        return back ? std::optional(now.toMSecsSinceEpoch() - back->count() * 1000) : std::nullopt;
    }
    if (text.size() == 10) {
        const QDate date = QDate::fromString(text, Qt::ISODate);
        return date.isValid() ? std::optional(date.startOfDay().toMSecsSinceEpoch()) : std::nullopt;
    }
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    return time.isValid() ? std::optional(time.toMSecsSinceEpoch()) : std::nullopt;
}

} // namespace hangup
