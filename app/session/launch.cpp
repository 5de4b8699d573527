// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "session/launch.h"

#include "domain/calllink.h"
#include "domain/words.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

struct Launch
{
    Q_DECLARE_TR_FUNCTIONS(Launch)
};

LaunchExit usageError(const QString &sentence, std::optional<LinkRefusal> link = {})
{
    return { 2, sentence + u'\n' + Launch::tr("Try: hangup --help") + u'\n', link };
}

QString helpText()
{
    return Launch::tr(
        "Usage: hangup [--practice] [--account NAME] [--api-url URL] [--version] [--help] [FILE or UUID…]\n"
        "Ends stuck Plivo phone calls. Calls named here are only listed; nothing is ended before you confirm it.\n"
        "\n"
        "  FILE or UUID…    texts with call UUIDs in them, or call UUIDs, to list\n"
        "  --practice       start with the practice account: simulated calls, nothing leaves this computer\n"
        "  --account NAME   start with this account, by its name in the window\n"
        "  --api-url URL    another API address for the Environment account: https://HOST[:PORT],\n"
        "                   or http://127.0.0.1:PORT for a test server on this computer\n"
        "  --version, -v    say the version and end\n"
        "  --help, -h       say this and end\n"
        "\n"
        "Environment variables, both or none; they make the Environment account and are removed at start:\n"
        "  PLIVO_AUTH_ID    20 characters, MA… or SA…\n"
        "  PLIVO_AUTH_TOKEN\n"
        "Without them and without options, the window opens on the account used last, or on the practice account.\n"
        "\n"
        "Examples:\n"
        "  hangup --practice\n"
        "  hangup ticket-4711.txt\n"
        "  hangup defb0706-86a6-11e4-b303-498d468c930b calls.csv\n"
        "\n"
        "A window that is open already takes the calls over. Status: 0 done, 2 refused.\n")
        + Launch::tr("A link, hangup:UUID, lists that call too; it never ends one and never chooses the account.\n");
}

bool isIdCharacter(QChar c)
{
    return c == u'-' || (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
}

// What was meant as an id: refused rather than looked for as a file, for "no such file" would not tell the user that a
// character is missing. A path was not meant so (./NAME opens any file); nor was a file that is there and has an
// extension, or a name too short or too long for an id.
bool isMeantAsId(const QString &argument, bool fileExists)
{
    if (argument.contains(u'/') || argument.contains(u'\\'))
        return false;
    const auto count = std::count_if(argument.cbegin(), argument.cend(), isIdCharacter);
    if (count >= 30 && count <= 42)
        return !(fileExists && argument.contains(u'.'));
    return count == argument.size() && !fileExists;
}

} // namespace

QString linkRefusal(LinkRefusal why)
{
    switch (why) {
    case LinkRefusal::NotOneCall:
        return Launch::tr("This link can't be used: it must be hangup: and one call UUID of 36 "
                          "characters, and nothing else. Nothing was added.");
    case LinkRefusal::ChoosesAccount:
        return Launch::tr("A hangup: link never chooses the account: leave out --practice, --account and "
                          "--api-url. Nothing was added.");
    }
    return {};
}

LaunchRow readLaunchRow(const QString &argument, const QString &workingFolder)
{
    if (argument.isEmpty())
        return { .id = {}, .objection = Launch::tr("An empty argument is neither a call UUID nor a file.") };
    if (const auto id = CallId::parse(argument))
        return { .id = id };
    if (const auto id = callOfLink(argument))
        return { .id = id };
    // Never looked for as a file, and never repeated: who made it is not known.
    if (isCallLink(argument))
        return { .id = {}, .objection = linkRefusal(LinkRefusal::NotOneCall), .link = LinkRefusal::NotOneCall };
    const QString path = QDir::cleanPath(QDir(workingFolder).absoluteFilePath(argument));
    if (isMeantAsId(argument, QFileInfo::exists(path)))
        return { .id = {}, .objection = words::notAnId(argument) };
    return { .id = {}, .path = path };
}

std::variant<LaunchOptions, LaunchExit> parseArguments(const QStringList &arguments, const QString &workingFolder)
{
    const QCommandLineOption practice(u"practice"_s);
    const QCommandLineOption account(u"account"_s, QString(), u"NAME"_s);
    const QCommandLineOption apiUrl(u"api-url"_s, QString(), u"URL"_s);
    const QCommandLineOption version(QStringList { u"v"_s, u"version"_s });
    const QCommandLineOption help(QStringList { u"h"_s, u"help"_s });
    QCommandLineParser parser;
    for (const QCommandLineOption &option : { practice, account, apiUrl, version, help })
        parser.addOption(option);
    // Not process(): it would end the program by itself, and say why in words of its own.
    const bool understood = parser.parse(QStringList { u"hangup"_s } + arguments);
    if (parser.isSet(help))
        return LaunchExit { 0, helpText() };
    if (!understood)
        return usageError(parser.errorText());
    if (parser.isSet(version))
        return LaunchExit { 0, u"hangup "_s + QStringLiteral(HANGUP_VERSION) + u'\n' };

    LaunchOptions options;
    options.practice = parser.isSet(practice);
    options.accountName = parser.value(account).trimmed();
    if (parser.isSet(account) && options.accountName.isEmpty())
        return usageError(Launch::tr("--account needs the name of an account."));
    if (parser.isSet(apiUrl)) {
        const auto address = ApiAddress::parse(parser.value(apiUrl));
        if (const auto *error = std::get_if<ApiAddressError>(&address))
            return usageError(words::addressError(*error));
        options.apiUrl = std::get<ApiAddress>(address);
    }
    const QStringList rows = parser.positionalArguments();
    const bool choosesAccount = options.practice || !options.accountName.isEmpty() || options.apiUrl;
    if (choosesAccount && std::any_of(rows.begin(), rows.end(), [](const QString &row) { return isCallLink(row); }))
        return usageError(linkRefusal(LinkRefusal::ChoosesAccount), LinkRefusal::ChoosesAccount);
    for (const QString &argument : rows) {
        const LaunchRow row = readLaunchRow(argument, workingFolder);
        if (!row.objection.isEmpty())
            return usageError(row.objection, row.link);
        if (row.id)
            options.ids.append(*row.id);
        else
            options.files.append(row.path);
        options.inOrder.append(row.id ? row.id->toString() : row.path);
    }
    return options;
}

} // namespace hangup
