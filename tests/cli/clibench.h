// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/callid.h"
#include "support/fakeserver.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

namespace hangup::test {

/// A terminal for a program: this end types and reads what the program writes.
class PseudoTerminal
{
public:
    PseudoTerminal();
    ~PseudoTerminal();
    PseudoTerminal(const PseudoTerminal &) = delete;
    PseudoTerminal &operator=(const PseudoTerminal &) = delete;

    bool isOpen() const { return m_master != -1; }
    /// The program's end.
    QByteArray name() const { return m_name; }
    void type(const QByteArray &text);
    /// All that the program wrote so far.
    QByteArray seen();

private:
    int m_master = -1;
    QByteArray m_name;
    QByteArray m_seen;
};

/// What a run of the program left.
struct CliResult
{
    int status = -1; ///< -1: it did not end in time, or crashed
    QByteArray out;
    QByteArray err;

    /// Each line of `out` as an object; an empty object for a line that is none.
    QList<QJsonObject> lines() const;
    /// call_uuid -> outcome, of all lines but the last.
    QMap<QString, QString> outcomes() const;
    QJsonObject summary() const;
};

/// The real hangup-cli with folders of its own, the Environment account, and the scripted server.
class CliBench
{
public:
    CliBench();

    static constexpr auto AuthIdText = "MATESTTESTTESTTEST01";
    static constexpr auto Token = "canaryTokenOfTheCommandLine0000000000001";
    static CallId id(int n);
    static QStringList ids(int count);

    FakeServer &server() { return m_server; }
    /// As Plivo: a 204 to the first DELETE of a call, then a 404; live until then, and a record afterwards.
    void actAsPlivo();
    QString home() const { return m_home.path(); }
    QString dataFolder() const { return m_home.filePath(QStringLiteral("data/hangup")); }
    /// Calls are looked at before they are ended, as is usual. Before that they are not: most tests count requests.
    void checkCalls();
    /// hangup.ini: @p lines of its section of settings, and @p sections behind it.
    void writeSettings(const QByteArray &lines, const QByteArray &sections = {});
    void setCredentials(bool given) { m_credentials = given; }

    /// Starts it, with the server's address for what asks Plivo, without a terminal or with @p terminal as its own.
    std::unique_ptr<QProcess> start(QStringList arguments, const PseudoTerminal *terminal = nullptr);
    /// To its end.
    CliResult finish(QProcess &process, const QByteArray &standardInput = {});
    CliResult run(const QStringList &arguments, const QByteArray &standardInput = {},
                  const PseudoTerminal *terminal = nullptr);
    static QString program();
    /// What the program gets, if it is started otherwise.
    QProcessEnvironment environment() const;

private:
    QTemporaryDir m_home;
    FakeServer m_server;
    bool m_credentials = true;
    bool m_checks = false;
};

} // namespace hangup::test
