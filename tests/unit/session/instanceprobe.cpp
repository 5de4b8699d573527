// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// One start of the product without its window: instanceprobe FOLDER KEY ROW… says "first", "handed over" or "refused".
// A first one says each row it is given, and ends when its standard input does.
#include "session/instance.h"

#include <QCoreApplication>

#include <cstdio>
#include <thread>

using namespace hangup;

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const auto say = [](const QString &line) {
        std::puts(line.toUtf8().constData());
        std::fflush(stdout);
    };
    Instance instance(arguments.at(1), arguments.at(2));
    QObject::connect(&instance, &Instance::rowsReceived, &app,
                     [say](const QStringList &rows) { say(QStringLiteral("rows ") + rows.join(u'|')); });
    const Instance::Start start = instance.start(arguments.mid(3));
    if (std::holds_alternative<Instance::HandedOver>(start)) {
        say(QStringLiteral("handed over"));
        return 0;
    }
    if (const auto *refused = std::get_if<Instance::Refused>(&start)) {
        say(QStringLiteral("refused ") + refused->sentence);
        return 2;
    }
    say(QStringLiteral("first"));
    std::thread([&app] {
        while (std::getchar() != EOF) { }
        QMetaObject::invokeMethod(&app, &QCoreApplication::quit, Qt::QueuedConnection);
    }).detach();
    return QCoreApplication::exec();
}
