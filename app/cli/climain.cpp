// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "cli/climain.h"

#include "cli/cliarguments.h"
#include "cli/cliprogram.h"
#include "cli/cliwords.h"
#include "cli/terminal.h"
#include "domain/redactor.h"
#include "session/launch.h"

#include <QCoreApplication>
#include <QDir>
#include <QLocale>
#include <QTimer>
#include <QTranslator>

#include <memory>

#ifdef __GLIBC__
#include <malloc.h>
#endif
#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

/// A static library's resources don't register themselves. Not inside a namespace: the macro wants it so.
static void initTranslations()
{
#ifdef HANGUP_TRANSLATED
    Q_INIT_RESOURCE(translations);
#endif
}

namespace {

using namespace hangup;

// A standard descriptor that was closed would be given to the next file that is opened, and a message written into it.
void openStandardDescriptors()
{
#ifdef Q_OS_UNIX
    for (int fd = ::open("/dev/null", O_RDWR); fd != -1; fd = ::open("/dev/null", O_RDWR)) {
        if (fd > STDERR_FILENO) {
            ::close(fd);
            return;
        }
    }
#endif
}

/// Memory that was given back is soon asked for again by another thread: a batch would spend its time on getting it from
/// the system and returning it.
void keepFreedMemory()
{
#ifdef __GLIBC__
    ::mallopt(M_TRIM_THRESHOLD, 64 * 1024 * 1024);
    ::mallopt(M_TOP_PAD, 1024 * 1024);
#endif
}

/// Threads that are started from now on wait with Qt's own event loop: GLib's takes more calls of the system at each turn.
/// The main thread has GLib's already and keeps it, for the keychain's library needs one.
void spareThreadsGlib()
{
    qputenv("QT_NO_GLIB", "1");
}

int say(const LaunchExit &exit)
{
    writeStandard(exit.status == 0 ? 1 : 2, exit.text);
    return exit.status;
}

/// The language that is set, or the first of the system's that is spoken here; English needs no file. Keys of JSON,
/// options and commands are the same in all.
void speak(QTranslator &translator, const QString &setting)
{
    initTranslations();
    const QStringList spoken = Settings::languages();
    QString code = spoken.contains(setting) ? setting : QString();
    for (const QString &wanted : QLocale::system().uiLanguages()) {
        if (code.isEmpty() && spoken.contains(wanted.left(2)))
            code = wanted.left(2);
    }
    if (translator.load(u"hangup_"_s + code, u":/i18n"_s))
        QCoreApplication::installTranslator(&translator);
}

/// Where the journals are, and for ending as whom.
std::variant<Session::Options, LaunchExit> optionsFor(const CliArguments &arguments, EnvironmentCredentials credentials,
                                                      const std::shared_ptr<Redactor> &redactor,
                                                      const std::shared_ptr<const PolicySource> &policy)
{
    using Command = CliArguments::Command;
    LaunchOptions asNobody;
    asNobody.practice = true; // the keychain is asked for no token
    switch (arguments.command) {
    case Command::History:
    case Command::VerifyJournal:
        // What was done is told without credentials, and of accounts that are gone too.
        return sessionOptions({}, {}, redactor, policy);
    case Command::ListAccounts:
    case Command::AddAccount:
    case Command::RemoveAccount:
        return sessionOptions(asNobody, std::move(credentials), redactor, policy);
    case Command::End:
    case Command::Live:
    case Command::Show:
    case Command::TestAccount:
        break;
    }
    auto options = sessionOptions(arguments.launch, std::move(credentials), redactor, policy);
    if (const auto *found = std::get_if<Session::Options>(&options); found && !accountToStartWith(*found))
        return LaunchExit { 2, cliwords::withHint(cliwords::noAccount()) };
    return options;
}

} // namespace

namespace hangup {

int cliMain(int argc, char **argv, std::shared_ptr<const PolicySource> policy)
{
    openStandardDescriptors();
    hardenProcess();
    keepFreedMemory();
    // Before any thread: a thread could read the environment while it is overwritten.
    EnvironmentCredentials credentials = takeEnvironmentCredentials();
    // Before the paths of QStandardPaths are asked for; the window has the same name, so that both share their files.
    QCoreApplication::setApplicationName(u"hangup"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(HANGUP_VERSION));

    const auto parsed = parseCliArguments(programArguments(argc, argv), QDir::currentPath(), QDateTime::currentDateTime());
    if (const auto *exit = std::get_if<LaunchExit>(&parsed))
        return say(*exit);
    const auto &asked = std::get<CliArguments>(parsed);
    auto redactor = std::make_shared<Redactor>();
    installLogSink(redactor);
    auto options = optionsFor(asked, std::move(credentials), redactor, policy);
    if (const auto *exit = std::get_if<LaunchExit>(&options))
        return say(*exit);

    int qtArguments = 1; // ours were read already; Qt gets the program's name alone
    QCoreApplication app(qtArguments, argv);
    spareThreadsGlib();
    QTranslator translator;
    speak(translator, settingsOf(std::get<Session::Options>(options)).language);
    CliProgram program(asked, std::move(std::get<Session::Options>(options)));
    QTimer::singleShot(0, &program, &CliProgram::start);
    return QCoreApplication::exec();
}

} // namespace hangup
