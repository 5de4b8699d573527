// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// The engine with a journal and a server, to be killed by a test:
//   wirechild end FOLDER ADDRESS BATCH FIRST COUNT [POINT N]
// ends COUNT calls and writes a line for each outcome as a front end would show it, "outcome UUID KEY". At the N-th
// POINT of the journal it kills itself.
//   wirechild next FOLDER ADDRESS
// is the start after that, with the whole session: writes "recovered UUID KEY" for what was left open, and does nothing
// else for a while.
#include "domain/words.h"
#include "journalbench.h"
#include "plivo/hangupengine.h"
#include "plivo/network.h"
#include "session/intentrelay.h"
#include "session/session.h"
#include "store/memorystore.h"

#include <QCoreApplication>
#include <QNetworkAccessManager>
#include <QTimer>

#include <signal.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace hangup;
using namespace hangup::test;

namespace {

constexpr std::chrono::milliseconds Idle { 150 };

AuthId wireAccount()
{
    return *AuthId::parse(u"MATESTTESTTESTTEST01");
}

const QByteArray Token = "canaryTokenOfTheCommandLine0000000000001";

/// One write, so that a kill never leaves half a line.
void say(const char *what, const CallId &id, Outcome outcome)
{
    const QByteArray line = what + (' ' + id.toLatin1()) + ' ' + words::outcomeKey(outcome).latin1() + '\n';
    if (::write(STDOUT_FILENO, line.constData(), size_t(line.size())) != line.size())
        ::_exit(3);
}

EngineLimits quickLimits()
{
    EngineLimits limits;
    limits.windowRequests = 0;
    limits.maxInFlight = 12;
    limits.eventInterval = std::chrono::milliseconds(5);
    limits.proofFor = std::chrono::milliseconds(0);
    return limits;
}

int end(const QStringList &arguments)
{
    const ApiAddress address = std::get<ApiAddress>(ApiAddress::parse(arguments.at(3)));
    const quint64 batch = arguments.at(4).toULongLong();
    QList<CallId> ids;
    for (quint32 n = 0; n < arguments.at(6).toUInt(); ++n)
        ids.append(callNumber(arguments.at(5).toUInt() + n));
    const QByteArray point = arguments.value(7).toLatin1();
    int left = arguments.value(8).toInt();
    const SystemClock clock;
    JournalOptions options { .file = arguments.at(2) + u"/journal.sqlite"_s, .clock = &clock };
    options.atPoint = [&point, &left](const char *at) {
        if (point == at && --left == 0)
            ::kill(::getpid(), SIGKILL);
    };
    Journal journal(options);
    journal.open();
    IntentRelay relay(&journal);
    HangupEngine engine(
        quickLimits(), Endpoint { address, wireAccount(), AuthToken::parse(Token) },
        [address] { return makeNetwork(address); }, &relay, &clock);
    QObject::connect(&engine, &HangupEngine::progressed, &engine, [](const EngineEvents &events) {
        for (const EngineEvent &event : events) {
            if (const auto *finished = std::get_if<CallFinished>(&event))
                say("outcome", finished->result.id, finished->result.outcome);
        }
    });
    QObject::connect(&engine, &HangupEngine::idle, QCoreApplication::instance(), &QCoreApplication::quit,
                     Qt::QueuedConnection);
    BatchInfo info = batchNumber(batch);
    info.authId = wireAccount();
    journal.beginBatch(info, ids);
    engine.submit(Order { .batch = batch, .ids = ids }, clock.slept());
    return QCoreApplication::exec();
}

int next(const QStringList &arguments)
{
    Session::Options options;
    options.dataFolder = arguments.at(2);
    options.secrets = std::make_shared<MemoryStore>();
    options.environmentAccount
        = Account::environment(wireAccount(), std::get<ApiAddress>(ApiAddress::parse(arguments.at(3))));
    options.environmentToken = AuthToken::parse(Token);
    Session session(options);
    QObject::connect(&session, &Session::recoveredChanged, &session, [&session] {
        for (const HistoryCall &call : session.recovered())
            say("recovered", call.id, call.result->outcome);
    });
    const auto look = [&session] {
        if (session.journalState().kind == JournalState::Kind::Ready)
            QTimer::singleShot(Idle, QCoreApplication::instance(), [&session] {
                if (!session.recovered().isEmpty())
                    session.forgetRecovered();
                QCoreApplication::quit();
            });
    };
    QObject::connect(&session, &Session::journalChanged, &session, look);
    look();
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.value(1) == "end"_L1 && arguments.size() >= 7)
        return end(arguments);
    return arguments.value(1) == "next"_L1 && arguments.size() >= 4 ? next(arguments) : 2;
}
