// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QHash>
#include <QProcess>
#include <QProcessEnvironment>
#include <QString>

/// Another program that ends a call of the test's server.
namespace hangup::test {

inline const QByteArray PeerAuthId = "MAXXXXXXXXXXXXXXXXXX";
inline const QByteArray PeerToken = "t0ken+with/odd=characters0123456789abcde";
inline const QByteArray PeerCall = "4c2b7e0a-6f1d-4b7e-9d55-0123456789ab";

/// How a program ended, and what it said.
struct PeerRun
{
    int exitCode = -1;
    QString output;
    QString errors;
};

/// Runs @p program with the credentials in its environment, without this machine's proxies and with @p more on top (a
/// null value: not set); at most two minutes, as a compiler may be part of it.
inline PeerRun runPeer(const QString &program, const QStringList &arguments, const QHash<QString, QString> &more = {},
                       const QString &folder = {})
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name :
         { "http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "JAVA_TOOL_OPTIONS" })
        environment.remove(QString::fromLatin1(name));
    environment.insert(QStringLiteral("PLIVO_AUTH_ID"), QString::fromLatin1(PeerAuthId));
    environment.insert(QStringLiteral("PLIVO_AUTH_TOKEN"), QString::fromLatin1(PeerToken));
    for (auto one = more.begin(); one != more.end(); ++one) {
        if (one.value().isNull())
            environment.remove(one.key());
        else
            environment.insert(one.key(), one.value());
    }
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(folder);
    process.start(program, arguments);
    if (!process.waitForFinished(120'000)) {
        process.kill();
        process.waitForFinished(5'000);
        return { -1, {}, process.errorString() };
    }
    return { process.exitCode(), QString::fromLocal8Bit(process.readAllStandardOutput()),
             QString::fromLocal8Bit(process.readAllStandardError()) };
}

} // namespace hangup::test
