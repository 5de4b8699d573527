// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/enginerun.h"

#include <QByteArray>
#include <QString>

/// What the tests of proof share.
namespace hangup::test {

/// quickLimits() with proof sought for so long.
EngineLimits seeking(Ms proofFor = Ms(400));
/// As Plivo writes it, in a zone that isn't ours.
QByteArray plivoTime(qint64 secondsFromNow = 0);
/// What a server says that has the record of each call.
FakeServer::AskAnswer records(const QByteArray &source, const QByteArray &end = plivoTime());
/// How many final proofs were told of each call: "1 1 1" when all is well.
QString finals(const EngineRun &run);

} // namespace hangup::test
