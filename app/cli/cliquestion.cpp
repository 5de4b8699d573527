// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// The question before calls are ended, and what stands above it.
#include "cli/cliwords.h"

#include "domain/callwords.h"
#include "domain/words.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hangup::cliwords {

namespace {

struct Cli
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

/// Before a B leg, which stands under its A leg.
constexpr QStringView LegMark = u"   └ ";
/// With more of them, what stands above may have left the screen when the question comes.
constexpr qsizetype RowsInSight = 20;

bool isLeftOutOf(const Confirmation &confirmation, const CallId &id, FlaggedCalls flagged)
{
    const CutOffFlags flags = confirmation.flags(id);
    return isLeftOut(flags) || (flagged == FlaggedCalls::LeftOut && needsAnotherStep(flags));
}

/// So it was said a moment ago.
bool isOver(const Confirmation &confirmation, const CallId &id, const ReadCalls &reads)
{
    const auto info = confirmation.known().constFind(id);
    const auto read = reads.constFind(id);
    return (read != reads.cend() && read->state == LookState::Gone)
        || (info != confirmation.known().cend() && info->phase == CallPhase::Over);
}

/// Of the calls that the question is about, those that stay as they are all the same.
QString neverEnded(const Confirmation &confirmation, const QList<CallId> &chosen)
{
    const auto calls = std::count_if(chosen.begin(), chosen.end(),
                                     [&confirmation](const CallId &id) { return isLeftOut(confirmation.flags(id)); });
    if (calls == 0)
        return {};
    return (calls == 1 ? Cli::tr("1 of them has a protected number, or none that can be read, and will be left out.")
                       : Cli::tr("%1 of them have a protected number, or none that can be read, and will be left out.")
                             .arg(calls))
        + u'\n';
}

/// Why it is flagged, what becomes of it, and what else is to be known.
QString note(const Confirmation &confirmation, const CallId &id, const ReadCalls &reads, FlaggedCalls flagged)
{
    QStringList parts;
    if (const QString why = words::cutOff(confirmation.flags(id), confirmation.rules()); !why.isEmpty())
        parts += why;
    if (isLeftOutOf(confirmation, id, flagged))
        parts += Cli::tr("left out");
    const auto info = confirmation.known().constFind(id);
    const bool isKnown = info != confirmation.known().cend();
    if (isOver(confirmation, id, reads))
        parts += Cli::tr("Not live any more");
    else if (!isKnown)
        parts += reads.contains(id) ? Cli::tr("Could not be read") : Cli::tr("Not read in time");
    else if (!info->isAnswered())
        parts += words::status(*info);
    return parts.join(u" · "_s);
}

QStringList cells(const Confirmation &confirmation, const CallId &id, bool isLeg)
{
    QStringList row { isLeg ? LegMark.toString() + id.toString() : id.toString() };
    const auto info = confirmation.known().constFind(id);
    if (info == confirmation.known().cend())
        return row + QStringList { QString(), QString(), QString(), QString() };
    const std::optional<std::chrono::seconds> age = info->age(info->readAtMs);
    return row
        + QStringList { info->from, info->to, words::direction(info->direction), age ? words::age(*age) : u""_s };
}

} // namespace

QString calls(const Confirmation &confirmation, const ReadCalls &reads, FlaggedCalls flagged)
{
    QList<QStringList> rows { { Cli::tr("Call UUID"), Cli::tr("From"), Cli::tr("To"), Cli::tr("Direction"),
                                Cli::tr("Age"), Cli::tr("Note") } };
    for (const QList<CallId> &group : groupedByLegs(confirmation.ids(), confirmation.known())) {
        for (const CallId &id : group) {
            const auto info = confirmation.known().constFind(id);
            const bool isLeg = id != group.first() && info != confirmation.known().cend()
                && info->parent == std::optional(group.first());
            rows.append(cells(confirmation, id, isLeg) + QStringList { note(confirmation, id, reads, flagged) });
        }
    }
    std::vector<qsizetype> widths(static_cast<std::size_t>(rows.first().size()));
    for (const QStringList &row : std::as_const(rows)) {
        for (qsizetype i = 0; i + 1 < row.size(); ++i)
            widths[static_cast<std::size_t>(i)] = std::max(widths[static_cast<std::size_t>(i)], row.at(i).size());
    }
    QString lines;
    for (const QStringList &row : std::as_const(rows))
        lines += tableLine(row, widths);
    return lines;
}

QString confirmation(const Confirmation &confirmation, FlaggedCalls flagged, const std::optional<ReadCalls> &reads)
{
    const Account &account = confirmation.account();
    const QList<CallId> &ids = confirmation.ids();
    const QList<CallId> chosen = confirmation.chosen(flagged);
    const QString where = account.isPractice() ? Cli::tr("simulated calls") : account.address.hostAndPort();
    QString text = Cli::tr("Account: %1 (%2), %3").arg(account.name, account.authId.toString(), where) + u'\n';
    text += (chosen.size() == ids.size()
                 ? Cli::tr("Calls:   %1").arg(ids.size())
                 : Cli::tr("Calls:   %1, without the flagged ones %2").arg(ids.size()).arg(chosen.size()))
        + u'\n' + neverEnded(confirmation, chosen);
    if (reads) {
        text += calls(confirmation, *reads, flagged);
    } else {
        text += Cli::tr("First:   %1").arg(ids.first().toString()) + u'\n';
        if (ids.size() > 1)
            text += Cli::tr("Last:    %1").arg(ids.last().toString()) + u'\n';
    }
    if (!confirmation.isChecked())
        text += words::endedUnseen(ids.size());
    else if (flagged == FlaggedCalls::All)
        text += Cli::tr("Young calls and answered inbound ones are ended too.");
    else
        text += Cli::tr("Young calls and answered inbound ones are left out; --include-flagged ends them too.");
    return text;
}

QString question(const Confirmation &confirmation, FlaggedCalls flagged, const std::optional<ReadCalls> &reads)
{
    const auto calls = confirmation.chosen(flagged).size();
    const bool isFarBelow = reads && confirmation.ids().size() > RowsInSight;
    const QString what
        = isFarBelow ? Cli::tr("%1, calls: %2. ").arg(confirmation.account().name).arg(calls) : QString();
    if (confirmation.needsNumber())
        return what + Cli::tr("Whoever is on these calls is cut off. Type their number (%1) to end them: ").arg(calls);
    return what
        + (calls == 1 ? Cli::tr("Whoever is on this call is cut off. End it? [y/N] ")
                      : Cli::tr("Whoever is on these calls is cut off. End them? [y/N] "));
}

bool endsNothing(const Confirmation &confirmation, FlaggedCalls flagged, const ReadCalls &reads)
{
    const QList<CallId> chosen = confirmation.chosen(flagged);
    return std::all_of(chosen.begin(), chosen.end(), [&](const CallId &id) {
        return isLeftOut(confirmation.flags(id)) || isOver(confirmation, id, reads);
    });
}

QString nothingToEnd()
{
    return Cli::tr("None of these calls would be ended: each is over, or left out. Nothing was sent.");
}

QString credentialsRejected(const CallInfoRead &read)
{
    const QString why = read.httpStatus != 0 ? words::resultSentence(Outcome::Refused, Reason::None, read.httpStatus)
                                             : words::infoSentence(read, 0);
    return why + u' ' + nothingSent();
}

QString leftOut(int calls)
{
    return calls == 1 ? Cli::tr("1 call that is flagged is left out, and stays as it is.")
                      : Cli::tr("%1 calls that are flagged are left out, and stay as they are.").arg(calls);
}

bool isYes(const Confirmation &confirmation, FlaggedCalls flagged, const QString &line)
{
    if (confirmation.needsNumber())
        return line.trimmed() == QString::number(confirmation.chosen(flagged).size());
    const QString answer = line.trimmed().toLower();
    return answer == "y"_L1 || answer == "yes"_L1;
}

} // namespace hangup::cliwords
