// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/history.h"

#include "domain/redactor.h"

#include <QRandomGenerator>

#include <algorithm>

namespace hangup {

BatchWords BatchWords::cleaned() const
{
    return { .ticket = cleanForeignText(ticket, MaxLength), .reason = cleanForeignText(reason, MaxLength) };
}

quint64 newBatchNumber(qint64 nowUtcMs)
{
    constexpr int RandomBits = 20;
    // 43 bits of ms last until the year 2248; a clock beyond either end must not spill into the sign of SQLite's
    // 64 bits. Random bits from the system: two programs that start in the same ms must not agree.
    constexpr qint64 Latest = (qint64(1) << 43) - 1;
    const auto ms = static_cast<quint64>(std::clamp<qint64>(nowUtcMs, 1, Latest));
    return (ms << RandomBits) | QRandomGenerator::system()->bounded(quint32(1) << RandomBits);
}

} // namespace hangup
