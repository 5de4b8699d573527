// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// The program `hangup --practice` as ui/main.cpp starts it, with an empty list. Prints when it is painted.
#include "painted.h"

#include "domain/freedmemory.h"
#include "session/instance.h"
#include "session/launch.h"
#include "session/session.h"
#include "ui/mainwindow.h"
#include "ui/spokenlanguage.h"
#include "ui/theme.h"

#include <chrono>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace hangup;

int main(int argc, char *argv[])
{
    hardenProcess();
    keepFreedMemory();
    EnvironmentCredentials credentials = takeEnvironmentCredentials();
    QCoreApplication::setApplicationName(u"hangup"_s);
    const auto launch = std::get<LaunchOptions>(parseArguments({ u"--practice"_s }, u"/"_s));
    auto redactor = std::make_shared<Redactor>();
    installLogSink(redactor);
    auto options = sessionOptions(launch, std::move(credentials), redactor);
    if (const auto *exit = std::get_if<LaunchExit>(&options)) {
        std::fputs(exit->text.toLocal8Bit().constData(), stderr);
        return 1;
    }
    QApplication app(argc, argv);
    QApplication::setApplicationDisplayName(u"Hangup"_s);
    QApplication::setWindowIcon(theme::appIcon());
    auto session = std::get<Session::Options>(std::move(options));
    Instance instance(session.dataFolder, instanceKeyAskedFor(session));
    if (!std::holds_alternative<Instance::First>(instance.start({})))
        return 1;
    const SpokenLanguage language(settingsOf(session).language);
    session.grace = true;
    Session running(std::move(session));
    MainWindow window(&running);
    const bench::PaintedReport report(&window);
    window.show();
    QTimer::singleShot(std::chrono::milliseconds(300), giveBackFreedMemory); // as ui/main.cpp does
    return QApplication::exec();
}
