// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "parts.h"
#include "processortime.h"

#include <QProcess>
#include <QTemporaryDir>

#include <cstdio>
#include <optional>

using namespace Qt::StringLiterals;

namespace hangup::bench {

namespace {

struct Start
{
    double paintedMs = 0; ///< after it was started
    double megabytes = 0;
};

std::optional<Start> start(const QString &program, const QProcessEnvironment &environment)
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    const double at = wallMs();
    process.start(program, QStringList());
    if (!process.waitForFinished(60'000) || process.exitCode() != 0)
        return std::nullopt;
    const QList<QByteArray> lines = process.readAllStandardOutput().split('\n');
    return lines.size() < 2 ? std::nullopt
                            : std::optional(Start { lines[0].toDouble() - at, lines[1].toDouble() / 1024 });
}

} // namespace

bool measureStart(Figures &figures, int rounds)
{
    const QTemporaryDir home;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"XDG_CONFIG_HOME"_s, home.path());
    environment.insert(u"XDG_DATA_HOME"_s, home.path());
    environment.insert(u"XDG_RUNTIME_DIR"_s, home.path()); // each desktop has one
    // Once for nothing: files come into the system's cache, and the journal is made.
    for (int round = -1; round < rounds; ++round) {
        const auto bare = start(QStringLiteral(HANGUP_BARE_WINDOW), environment);
        const auto empty = start(QStringLiteral(HANGUP_EMPTY_WINDOW), environment);
        if (!bare || !empty) {
            std::fprintf(stderr, "bench_window: a window did not start\n");
            return false;
        }
        if (round < 0)
            continue;
        figures.add(u"bare QMainWindow painted"_s, bare->paintedMs, u"ms"_s);
        figures.add(u"empty window painted"_s, empty->paintedMs, u"ms"_s);
        figures.add(u"empty window painted later than a bare one"_s, empty->paintedMs - bare->paintedMs, u"ms"_s, 60);
        if (bare->megabytes == 0 || empty->megabytes == 0) {
            if (round == 0)
                printSkipped(u"memory of the empty window"_s, u"this system does not tell (smaps_rollup)"_s);
            continue;
        }
        figures.add(u"bare QMainWindow, memory"_s, bare->megabytes, u"MB"_s);
        figures.add(u"empty window, memory"_s, empty->megabytes, u"MB"_s);
        figures.add(u"empty window, memory over a bare one"_s, empty->megabytes - bare->megabytes, u"MB"_s, 15);
    }
    return true;
}

} // namespace hangup::bench
