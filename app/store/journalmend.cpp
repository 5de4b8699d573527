// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "store/journalmend.h"

using namespace Qt::StringLiterals;

namespace hangup {

bool isRebuilt(const QString &)
{
    return false;
}

bool needsMending(const QString &, const QList<SchemaStep> &)
{
    return true;
}

Mended mendFile(const QString &, const QList<SchemaStep> &, const Clock &, const RunLocks &)
{
    return { .detail = u"broken"_s };
}

} // namespace hangup
