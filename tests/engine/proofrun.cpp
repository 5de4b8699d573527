// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "engine/proofrun.h"

#include <QDateTime>
#include <QMap>
#include <QStringList>

#include <utility>

namespace hangup::test {

using namespace Qt::StringLiterals;

EngineLimits seeking(Ms proofFor)
{
    EngineLimits limits = quickLimits();
    limits.proofFor = proofFor;
    return limits;
}

QByteArray plivoTime(qint64 secondsFromNow)
{
    const QDateTime time = QDateTime::currentDateTimeUtc().addSecs(secondsFromNow).toOffsetFromUtc(19800);
    return time.toString(u"yyyy-MM-dd hh:mm:ss"_s).toLatin1() + "+05:30";
}

FakeServer::AskAnswer records(const QByteArray &source, const QByteArray &end)
{
    return [source, end](const QByteArray &id) { return Answer::record(id, end, source); };
}

QString finals(const EngineRun &run)
{
    QMap<CallId, int> told;
    for (const ProofFound &found : run.eventsOf<ProofFound>())
        told[found.proof.id] += found.proof.isFinal ? 1 : 0;
    QStringList all;
    for (const int n : std::as_const(told))
        all += QString::number(n);
    return all.join(u' ');
}

} // namespace hangup::test
