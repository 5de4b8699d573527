// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// Measures the window at scale. Without arguments: every part, offscreen and in an Xvfb of its own, each in a process
// of its own. See --help.
#include "parts.h"

#include "domain/freedmemory.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace hangup::bench;

namespace {

constexpr int DefaultRounds = 5;
constexpr int AllRows = 100'000;

const QStringList &parts()
{
    static const QStringList names { u"start"_s, u"text"_s, u"scale"_s, u"million"_s };
    return names;
}

bool measure(const QString &part, Figures &figures, int rows, int rounds)
{
    if (part == "start"_L1)
        return measureStart(figures, rounds);
    if (part == "text"_L1)
        return measureText(figures, rounds);
    if (part == "scale"_L1)
        return measureScale(figures, rows, rounds);
    return measureMillion(figures, rounds);
}

/// The parts, each in a process of its own on the platform of @p environment; the lines go to our stdout.
bool runParts(const QStringList &names, const QStringList &arguments, const QProcessEnvironment &environment)
{
    bool isDone = true;
    for (const QString &name : names) {
        QProcess process;
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::ForwardedChannels);
        process.start(QCoreApplication::applicationFilePath(), QStringList { u"--part"_s, name } + arguments);
        process.waitForFinished(-1);
        isDone &= process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    }
    return isDone;
}

bool runOffscreen(const QStringList &names, const QStringList &arguments)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    return runParts(names, arguments, environment);
}

bool runInXvfb(const QStringList &names, const QStringList &arguments)
{
    const QString program = QStandardPaths::findExecutable(u"Xvfb"_s);
    if (program.isEmpty()) {
        printSkipped(u"window in an Xvfb"_s, u"Xvfb is not installed"_s);
        return true;
    }
    QProcess server;
    server.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    // It writes the number of its display when it is ready for clients.
    server.start(
        program,
        { u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s, u"1440x900x24"_s, u"-nolisten"_s, u"tcp"_s, u"-noreset"_s });
    if (!server.waitForReadyRead(20'000)) {
        printSkipped(u"window in an Xvfb"_s, u"Xvfb did not start"_s);
        return true;
    }
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
    environment.insert(u"DISPLAY"_s, u':' + QString::fromLatin1(server.readLine().trimmed()));
    const bool isDone = runParts(names, arguments, environment);
    server.terminate();
    server.waitForFinished(10'000);
    return isDone;
}

/// The check of ctest: fewer rows and rounds, and only what other programs don't disturb, with room.
int check()
{
    constexpr int SomeRows = 20'000;
    constexpr double Slack = 6; // no optimisation, a busy machine
    Figures figures(u"check, "_s);
    const bool isDone = measureScale(figures, SomeRows, 1) && measureText(figures, 1);
    figures.print();
    QStringList missed = figures.missed(Slack);
    // The scanner's instructions are counted (tests/bench/counts); here its fresh memory costs more than its work.
    missed.removeIf([](const QString &line) {
        return line.contains(u"scan"_s) || (!line.contains(u"processor time"_s) && !line.contains(u"rows"_s));
    });
    for (const QString &line : missed)
        std::fprintf(stderr, "too slow: %s\n", line.toUtf8().constData());
    return isDone && missed.isEmpty() ? 0 : 1;
}

} // namespace

int main(int argc, char *argv[])
{
    hangup::keepFreedMemory(); // as ui/main.cpp does
    // The parent of the others has no window: it needs no display.
    const bool isParent = argc == 1 || (QByteArrayView(argv[1]) != "--part" && QByteArrayView(argv[1]) != "--check");
    const std::unique_ptr<QCoreApplication> app(isParent ? new QCoreApplication(argc, argv)
                                                         : new QApplication(argc, argv));
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Measures the window at scale; a line for each figure on stdout:\n"
        "measurement, median, minimum, maximum, rounds, unit, bound, with tabs between them."_s);
    const QCommandLineOption part(u"part"_s, u"Only this, here: %1."_s.arg(parts().join(u", "_s)), u"name"_s);
    const QCommandLineOption only(u"only"_s, u"Only these parts, with commas between, on both platforms."_s, u"name"_s);
    const QCommandLineOption platform(u"platform"_s, u"Only there: offscreen or xvfb."_s, u"name"_s);
    const QCommandLineOption rounds(u"rounds"_s, u"How often."_s, u"number"_s, QString::number(DefaultRounds));
    const QCommandLineOption rows(u"rows"_s, u"Calls of the part scale."_s, u"number"_s, QString::number(AllRows));
    const QCommandLineOption isCheck(u"check"_s, u"What ctest runs: little, with wide bounds."_s);
    parser.addOptions({ part, only, platform, rounds, rows, isCheck });
    parser.addHelpOption();
    parser.process(*app);

    if (parser.isSet(isCheck))
        return check();
    if (parser.isSet(part)) {
        const QString platformName = QGuiApplication::platformName();
        Figures figures(u"window %1, "_s.arg(platformName == "xcb"_L1 ? u"in Xvfb"_s : platformName));
        const bool isDone
            = measure(parser.value(part), figures, parser.value(rows).toInt(), parser.value(rounds).toInt());
        figures.print();
        return isDone ? 0 : 1;
    }
    const QStringList names = parser.isSet(only) ? parser.value(only).split(u',') : parts();
    for (const QString &name : names) {
        if (!parts().contains(name)) {
            std::fprintf(stderr, "bench_window: there is no part %s\n", qPrintable(name));
            return 2;
        }
    }
    const QStringList arguments { u"--rounds"_s, parser.value(rounds), u"--rows"_s, parser.value(rows) };
    bool isDone = true;
    if (parser.value(platform) != "xvfb"_L1)
        isDone &= runOffscreen(names, arguments);
    if (parser.value(platform) != "offscreen"_L1)
        isDone &= runInXvfb(names, arguments);
    return isDone ? 0 : 1;
}
