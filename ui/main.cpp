// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// hangup: the window.
#include "domain/freedmemory.h"
#include "domain/threadends.h"
#include "session/instance.h"
#include "session/launch.h"
#include "session/session.h"
#include "ui/mainwindow.h"
#include "ui/openrequests.h"
#include "ui/spokenlanguage.h"
#include "ui/tellstarter.h"
#include "ui/theme.h"

#include <QApplication>
#include <QDir>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <memory>
#include <optional>

using namespace Qt::StringLiterals;

namespace {

using namespace hangup;

/// The start is over then, and nobody has begun to work.
constexpr std::chrono::milliseconds AtRest(300);

int say(const LaunchExit &exit)
{
    tellStarter(exit.text, exit.status != 0);
    return exit.status;
}

/// Not a box, where that is how a starter is told: the window says it, too.
void sayOnStandardError(const LaunchExit &exit)
{
    const QByteArray bytes = exit.text.toLocal8Bit();
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stderr);
}

/// @p refused: a link was, so that @p launch asks for nothing.
int runWindow(const LaunchOptions &launch, std::optional<LinkRefusal> refused, Session::Options options)
{
    // A link that was refused chooses no account, so it goes with any.
    Instance instance(options.dataFolder, refused ? QString() : instanceKeyAskedFor(options));
    const Instance::Start start = instance.start(launch.inOrder, refused);
    const int status = refused ? 2 : 0;
    if (std::holds_alternative<Instance::HandedOver>(start))
        return status;
    if (const auto *answer = std::get_if<Instance::Refused>(&start))
        return say({ 2, answer->sentence + u'\n' });

    const QString settingsFile = options.settingsFile;
    const QString dataFolder = options.dataFolder;
    // Before the session: it writes its first notes when it is made.
    const SpokenLanguage language(settingsOf(options).language);
    options.grace = true;
    Session session(std::move(options));
    instance.setAccountKey(instanceKey(session.account()));
    QObject::connect(&session, &Session::accountChanged, &instance,
                     [&instance](const Account &account) { instance.setAccountKey(instanceKey(account)); });
    session.book()->followFile();
    session.followPolicy();
    MainWindow window(&session);
    window.setPlaces(settingsFile, dataFolder);
    OpenRequests requests(&window);
    requests.listenTo(&instance);
    window.show();
    window.addRows(launch.inOrder);
    if (refused)
        window.refuseLink(*refused);
    QTimer::singleShot(AtRest, &session, [&session] {
        if (!session.isAdding()) // else it would take what is being filled
            giveBackFreedMemory();
    });
    return std::max(QApplication::exec(), status);
}

int start(int argc, char *argv[])
{
    hardenProcess();
    keepFreedMemory();
    // Before any thread: a thread could read the environment while it is overwritten.
    EnvironmentCredentials credentials = takeEnvironmentCredentials();
    // Before the paths of QStandardPaths are asked for; hangup-cli has the same name.
    QCoreApplication::setApplicationName(u"hangup"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(HANGUP_VERSION));

    // --help, --version and a refusal need no display, but for that of a link: whoever followed one sees a window alone.
    const auto parsed = parseArguments(programArguments(argc, argv), QDir::currentPath());
    LaunchOptions launch;
    std::optional<LinkRefusal> refused;
    if (const auto *exit = std::get_if<LaunchExit>(&parsed)) {
        if (!exit->link)
            return say(*exit);
        sayOnStandardError(*exit);
        refused = exit->link;
    } else {
        launch = std::get<LaunchOptions>(parsed);
    }
    auto redactor = std::make_shared<Redactor>();
    installLogSink(redactor);
    auto options = sessionOptions(launch, std::move(credentials), redactor, systemPolicySource());
    if (const auto *exit = std::get_if<LaunchExit>(&options))
        return say(*exit);

    int qtArguments = 1; // ours were read already; Qt gets the program's name alone
    QApplication app(qtArguments, argv);
    QApplication::setApplicationDisplayName(u"Hangup"_s);
    QApplication::setDesktopFileName(u"io.github.hangup.hangup"_s);
    QApplication::setWindowIcon(theme::appIcon());
    return runWindow(launch, refused, std::move(std::get<Session::Options>(options)));
}

} // namespace

int main(int argc, char *argv[])
{
    return leaveProcess(start(argc, argv));
}
