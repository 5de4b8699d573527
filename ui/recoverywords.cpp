// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/recoverywords.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hangup::recoverywords {

namespace {

/// Translated with the notice's own context.
struct Recovery
{
    Q_DECLARE_TR_FUNCTIONS(hangup::Recovery)
};

QString onTheirWay(int count)
{
    return count == 1
        ? Recovery::tr("1 call was on its way when Hangup ended; it may have ended or not.")
        : Recovery::tr("%n calls were on their way when Hangup ended; they may have ended or not.", nullptr, count);
}

QString notSent(int count)
{
    return count == 1 ? Recovery::tr("1 call was not sent yet when Hangup ended.")
                      : Recovery::tr("%n calls were not sent yet when Hangup ended.", nullptr, count);
}

/// What an answer on disk said: known, but never shown.
QString answered(int count)
{
    return count == 1 ? Recovery::tr("1 call had its answer, but it was not shown any more.")
                      : Recovery::tr("%n calls had their answer, but it was not shown any more.", nullptr, count);
}

} // namespace

QString leftOpen(const QList<HistoryCall> &calls)
{
    int open = 0;
    int waiting = 0;
    for (const HistoryCall &call : calls) {
        const Outcome outcome = call.result ? call.result->outcome : Outcome::Unknown;
        open += outcome == Outcome::Unknown ? 1 : 0;
        waiting += outcome == Outcome::NotSent ? 1 : 0;
    }
    const int known = static_cast<int>(calls.size()) - open - waiting;
    QStringList sentences;
    if (open > 0)
        sentences += onTheirWay(open);
    if (known > 0)
        sentences += answered(known);
    if (waiting > 0)
        sentences += notSent(waiting);
    return sentences.join(u' ');
}

QString elsewhere(const QStringList &accounts)
{
    if (accounts.isEmpty())
        return {};
    QStringList names;
    for (const QString &account : accounts)
        names += Recovery::tr("“%1”").arg(account);
    return accounts.size() == 1
        ? Recovery::tr("Calls of %1 were left open too: switch to that account to see them.").arg(names.first())
        : Recovery::tr("Calls of other accounts were left open too: switch to them to see these: %1.")
              .arg(names.join(u", "_s));
}

} // namespace hangup::recoverywords
