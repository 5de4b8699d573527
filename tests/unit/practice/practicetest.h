// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "practice/practiceworld.h"
#include "support/fakeclock.h"

#include <QObject>
#include <QRegularExpression>
#include <QTest>

#include <memory>

namespace hangup::test {

/// A practice world with a clock of its own, new for each function of a test; any warning fails it.
class PracticeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        clock = std::make_shared<FakeClock>();
        world = std::make_unique<PracticeWorld>(false, clock);
    }

protected:
    std::shared_ptr<FakeClock> clock;
    std::unique_ptr<PracticeWorld> world;
};

} // namespace hangup::test
