// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "clibench.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonDocument>

#include <array>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace hangup::test {

PseudoTerminal::PseudoTerminal() : m_master(::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC))
{
    if (m_master == -1 || ::grantpt(m_master) != 0 || ::unlockpt(m_master) != 0)
        return;
    m_name = ::ptsname(m_master);
    ::fcntl(m_master, F_SETFL, O_NONBLOCK);
}

PseudoTerminal::~PseudoTerminal()
{
    if (m_master != -1)
        ::close(m_master);
}

void PseudoTerminal::type(const QByteArray &text)
{
    [[maybe_unused]] const auto written = ::write(m_master, text.constData(), static_cast<std::size_t>(text.size()));
}

QByteArray PseudoTerminal::seen()
{
    std::array<char, 4096> piece {};
    for (ssize_t count = 0; (count = ::read(m_master, piece.data(), piece.size())) > 0;)
        m_seen.append(piece.data(), count);
    return m_seen;
}

QList<QJsonObject> CliResult::lines() const
{
    QList<QJsonObject> objects;
    for (const QByteArray &line : out.split('\n')) {
        if (!line.isEmpty())
            objects += QJsonDocument::fromJson(line).object();
    }
    return objects;
}

QMap<QString, QString> CliResult::outcomes() const
{
    QMap<QString, QString> found;
    for (const QJsonObject &line : lines()) {
        if (line.contains("call_uuid"_L1))
            found.insert(line.value("call_uuid"_L1).toString(), line.value("outcome"_L1).toString());
    }
    return found;
}

QJsonObject CliResult::summary() const
{
    const QList<QJsonObject> all = lines();
    QJsonObject numbers = all.isEmpty() ? QJsonObject() : all.last().value("summary"_L1).toObject();
    numbers.remove("elapsed_ms"_L1); // differs from run to run
    return numbers;
}

CliBench::CliBench()
{
    for (const QString &name : { u"data"_s, u"config/hangup"_s, u"run"_s }) {
        QDir(m_home.path()).mkpath(name);
        QFile::setPermissions(m_home.filePath(name), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    writeSettings({});
}

CallId CliBench::id(int n)
{
    return *CallId::parse(u"%1-86a6-11e4-b303-498d468c930b"_s.arg(n, 8, 16, QLatin1Char('0')));
}

QStringList CliBench::ids(int count)
{
    QStringList all;
    for (int n = 1; n <= count; ++n)
        all += id(n).toString();
    return all;
}

void CliBench::actAsPlivo()
{
    m_server.setHandler(
        [all = std::make_shared<QHash<QByteArray, QByteArray>>()](const Request &request) -> std::optional<Answer> {
            QHash<QByteArray, QByteArray> &ended = *all; // the server copies its handler
            const QByteArray id = request.callId();
            if (const std::optional<Ask> ask = request.ask()) {
                if (*ask == Ask::Record && ended.contains(id))
                    return Answer::record(id, ended.value(id));
                return *ask == Ask::Live && !ended.contains(id) ? Answer::liveCall(id) : Answer::callNotFound();
            }
            if (request.method != "DELETE" || ended.contains(id))
                return Answer::callNotFound();
            ended.insert(id, QDateTime::currentDateTimeUtc().toString(u"yyyy-MM-dd hh:mm:ss+00:00"_s).toLatin1());
            return Answer::ended();
        });
}

void CliBench::checkCalls()
{
    m_checks = true;
    writeSettings({});
}

void CliBench::writeSettings(const QByteArray &lines, const QByteArray &sections)
{
    QFile file(m_home.filePath(u"config/hangup/hangup.ini"_s));
    if (file.open(QIODevice::WriteOnly))
        file.write("[settings]\n" + QByteArray(m_checks ? "" : "check-again-up-to=0\n") + lines + sections);
}

QString CliBench::program()
{
    // Or that of another build: the preset asan's.
    return qEnvironmentVariable("HANGUP_TEST_CLI", QStringLiteral(HANGUP_CLI));
}

QProcessEnvironment CliBench::environment() const
{
    QProcessEnvironment values = QProcessEnvironment::systemEnvironment();
    values.insert(u"XDG_DATA_HOME"_s, m_home.filePath(u"data"_s));
    values.insert(u"XDG_CONFIG_HOME"_s, m_home.filePath(u"config"_s));
    values.insert(u"XDG_RUNTIME_DIR"_s, m_home.filePath(u"run"_s));
    values.insert(u"HOME"_s, m_home.path());
    values.remove(u"http_proxy"_s);
    values.remove(u"https_proxy"_s);
    values.remove(u"PLIVO_AUTH_ID"_s);
    values.remove(u"PLIVO_AUTH_TOKEN"_s);
    if (m_credentials) {
        values.insert(u"PLIVO_AUTH_ID"_s, QLatin1StringView(AuthIdText));
        values.insert(u"PLIVO_AUTH_TOKEN"_s, QLatin1StringView(Token));
    }
    return values;
}

std::unique_ptr<QProcess> CliBench::start(QStringList arguments, const PseudoTerminal *terminal)
{
    const bool asksPlivo = QStringList { u"end"_s, u"live"_s, u"show"_s }.contains(arguments.value(0));
    if (m_credentials && asksPlivo && !arguments.contains(u"--practice"_s) && !arguments.contains(u"--api-url"_s))
        arguments = QStringList { u"--api-url"_s, m_server.address() } + arguments;
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(environment());
    // A session of its own: the terminal that the tests were started from is none of the program's.
    process->setChildProcessModifier([name = terminal ? terminal->name() : QByteArray()] {
        ::setsid();
        if (name.isEmpty())
            return;
        const int slave = ::open(name.constData(), O_RDWR);
        ::ioctl(slave, TIOCSCTTY, 0);
        ::close(slave);
    });
    process->start(program(), arguments);
    return process;
}

CliResult CliBench::finish(QProcess &process, const QByteArray &standardInput)
{
    if (!standardInput.isEmpty())
        process.write(standardInput);
    process.closeWriteChannel();
    CliResult result;
    if (process.state() == QProcess::NotRunning || process.waitForFinished(45000)) {
        if (process.exitStatus() == QProcess::NormalExit)
            result.status = process.exitCode();
    } else {
        process.kill();
        process.waitForFinished();
    }
    result.out = process.readAllStandardOutput();
    result.err = process.readAllStandardError();
    return result;
}

CliResult CliBench::run(const QStringList &arguments, const QByteArray &standardInput, const PseudoTerminal *terminal)
{
    const auto process = start(arguments, terminal);
    return finish(*process, standardInput);
}

} // namespace hangup::test
