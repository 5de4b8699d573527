// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "cli/cliwords.h"

#include "cli/terminal.h"
#include "domain/callwords.h"
#include "domain/policywords.h"
#include "domain/words.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hangup::cliwords {

namespace {

struct Cli
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

/// Columns of the longest short outcome, so that what follows is aligned.
qsizetype outcomeWidth()
{
    qsizetype width = 0;
    for (const Outcome outcome : AllOutcomes)
        width = std::max(width, words::outcomeShort(outcome).size());
    return width;
}

QString minutes(std::chrono::milliseconds time)
{
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(time).count();
    return u"%1:%2"_s.arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

QString trimmedRight(QString line)
{
    while (line.endsWith(u' '))
        line.chop(1);
    return line;
}

} // namespace

// --- before anything is sent

QString standardInput()
{
    return Cli::tr("standard input");
}

QString sampleTicket()
{
    return Cli::tr("sample ticket");
}

QStringList added(const AddReport &report)
{
    QStringList lines;
    const QString place = report.name.isEmpty() ? Cli::tr("arguments") : report.name;
    for (const IgnoredText &ignored : report.scan.ignored)
        lines += u"%1:%2:%3: %4: %5"_s.arg(place)
                     .arg(ignored.line)
                     .arg(ignored.column)
                     .arg(ignored.excerpt, words::ignored(ignored));
    if (report.source == TextSource::File || report.scan.ignoredCount > 0 || report.alreadyListed > 0)
        lines += u"%1: %2"_s.arg(
            place, words::scanSummary(report.scan, static_cast<int>(report.added.size()), report.alreadyListed));
    return lines;
}

QString noCallFound()
{
    return Cli::tr("No call UUID was found. Nothing was sent.");
}

QString noTerminal()
{
    return Cli::tr("There is no terminal to ask on. Nothing was sent. Use --yes to end the calls without a question.");
}

QString notConfirmed()
{
    return Cli::tr("Not confirmed. Nothing was sent.");
}

QString ticketMissing()
{
    return Cli::tr("The settings ask for a ticket and a reason: use --ticket and --reason. Nothing was sent.");
}

QString ticketMissingByPolicy()
{
    return Cli::tr("Your organisation asks for a ticket and a reason: use --ticket and --reason. Nothing was sent.");
}

QString nothingSent()
{
    return Cli::tr("Nothing was sent.");
}

QString linkIsForTheWindow()
{
    return Cli::tr("A hangup: link is for the window. Give the call's UUID alone.");
}

QString windowTooLarge(int most)
{
    return Cli::tr("--window asks for more than your organisation allows: at most %1.").arg(most);
}

QString refused(ConfirmError error)
{
    switch (error) {
    case ConfirmError::None:
        return {};
    case ConfirmError::TicketMissing:
        return ticketMissing();
    case ConfirmError::PolicyBroken:
        return words::policyObjection(PolicyObjection::Broken) + u' ' + nothingSent();
    case ConfirmError::NotAllowed:
        return Cli::tr("Your organisation does not allow this account.") + u' ' + nothingSent();
    case ConfirmError::BatchTooLarge:
        return Cli::tr("Your organisation allows fewer calls at once.") + u' ' + nothingSent();
    case ConfirmError::Slept:
        return Cli::tr("The computer slept since the question was asked. Nothing was sent.");
    case ConfirmError::NoToken:
        return Cli::tr("The auth token of this account is not there. Nothing was sent.");
    case ConfirmError::NoJournal:
        return Cli::tr("The journal can't be written. Nothing was sent.");
    case ConfirmError::OnlyFlagged:
        return Cli::tr("All of these are young calls or answered inbound ones: use --include-flagged to end them. "
                       "Nothing was sent.");
    case ConfirmError::WrongNumber:
    case ConfirmError::AccountChanged:
    case ConfirmError::RulesChanged:
    case ConfirmError::ListChanged:
    case ConfirmError::AlreadyUsed:
    case ConfirmError::AccountIsChanging:
    case ConfirmError::ShuttingDown:
        break;
    }
    return notConfirmed();
}

QString keychainIsSlow()
{
    return Cli::tr("The system's keychain has not answered yet; it may ask you to unlock it in another window.");
}

QString proxyLoginNeeded()
{
    return Cli::tr("The proxy asks for a login. Enter it once in the window of Hangup; it is kept for both.");
}

QString leftOpen(qsizetype calls)
{
    return Cli::tr("An earlier run ended too early and left calls open: %1. The window lists them, and so does: "
                   "hangup-cli history")
        .arg(calls);
}

// --- while it runs

QString progress(int done, int total, std::optional<std::chrono::milliseconds> left, int width)
{
    QString text = Cli::tr("%1 of %2").arg(done).arg(total);
    if (left)
        text += u"  "_s + Cli::tr("%1 left").arg(minutes(*left));
    const int bar = std::clamp(width - static_cast<int>(text.size()) - 5, 10, 40);
    const int full = total > 0 ? static_cast<int>(qint64(bar) * done / total) : 0;
    return u'[' + QString(full, u'#') + QString(bar - full, u' ') + u"] "_s + text;
}

QString waitingForProof(int calls)
{
    return Cli::tr("Waiting for Plivo's records: %1 open. Ctrl+C ends the wait.").arg(calls);
}

QString stopping(int onTheirWay)
{
    return Cli::tr("Stopping. On their way: %1. Ctrl+C again cuts them off; they are then unknown.").arg(onTheirWay);
}

QString aborting()
{
    return Cli::tr("Cut off. What was on its way is unknown.");
}

QString pausedAndStopped(const QString &why)
{
    return why + u' ' + Cli::tr("Stopped; the rest is not sent. Use --keep-going to go on all the same.");
}

QString pausedAndContinued(const QString &why)
{
    return why + u' ' + Cli::tr("Going on, as --keep-going asks.");
}

QString outputGone()
{
    return Cli::tr("Nobody reads the results any more: stopping. The journal keeps every outcome.");
}

QString outcomesKept(int calls)
{
    return Cli::tr("Outcomes that are not in the journal yet: %1. Waiting for room.").arg(calls);
}

QString outcomesLost(int calls)
{
    return Cli::tr("Calls whose outcome could not be put into the journal: %1. They are told as unknown.").arg(calls);
}

// --- results for people

QString call(const CallResult &result, const std::optional<CallProof> &proof)
{
    QString line = result.id.toString() + u"  "_s + words::outcomeShort(result.outcome).leftJustified(outcomeWidth());
    if (result.outcome != Outcome::Ended) {
        line += u"  "_s + words::resultSentence(result);
        if (!result.message.isEmpty())
            line += u" ("_s + result.message + u')';
    }
    if (proof && proof->state != ProofState::None)
        line += u"  "_s + words::proofSentence(*proof, result.outcome);
    return trimmedRight(line) + u'\n';
}

QString wouldSend(const CallResult &result)
{
    if (result.outcome != Outcome::NotSent || result.reason != Reason::DryRun)
        return call(result, {});
    return result.id.toString() + u"  "_s + Cli::tr("Would be ended") + u'\n';
}

QString drySummary(int wouldSend, int notSent)
{
    return Cli::tr("Dry run: %1 would be ended, %2 would not. Nothing was sent.").arg(wouldSend).arg(notSent) + u'\n';
}

QString historyCall(const HistoryCall &call)
{
    const qint64 at = call.result && call.result->finishedAtMs != 0 ? call.result->finishedAtMs : call.batch.atMs;
    const QString outcome = call.result ? words::outcomeShort(call.result->outcome) : Cli::tr("No outcome yet");
    QStringList rest { words::proofShort(call.proof), call.batch.accountName, call.batch.words.ticket };
    rest.removeAll(QString());
    return trimmedRight(u"%1  %2  %3  %4"_s.arg(QDateTime::fromMSecsSinceEpoch(at).toString(u"yyyy-MM-dd HH:mm:ss"_s),
                                                call.id.toString(), outcome.leftJustified(outcomeWidth()),
                                                rest.join(u"  "_s)))
        + u'\n';
}

QString historyUnreadable()
{
    return Cli::tr("The journal could not be read.");
}

// --- what is told of live calls

QString held(qint64 untilMs, qint64 nowMs)
{
    return Cli::tr("Plivo asks to wait until %1 (429).").arg(words::moment(untilMs, nowMs));
}

QString heldTooLong(qint64 untilMs, qint64 nowMs)
{
    return Cli::tr("Plivo asks to wait until %1 (429), which is too long to wait here. Try again then.")
        .arg(words::moment(untilMs, nowMs));
}

QString reading(int read, int calls)
{
    return Cli::tr("%1 of %2 details read").arg(read).arg(calls);
}

QString tableLine(const QStringList &cells, const std::vector<qsizetype> &widths)
{
    QString line;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const qsizetype width = static_cast<std::size_t>(i) < widths.size() ? widths[static_cast<std::size_t>(i)] : 0;
        line += printable(cells.at(i)).replace(u'\n', u' ').leftJustified(width) + u"  "_s;
    }
    return trimmedRight(line) + u'\n';
}

QString notRead()
{
    return Cli::tr("Not read");
}

QString endedMeanwhile(int calls)
{
    return Cli::tr("Calls that ended while the details were read: %1.").arg(calls);
}

QString leftOutWithoutAge(int calls)
{
    return Cli::tr("Calls whose age is not known, left out by --older-than: %1.").arg(calls);
}

QString noCallToShow()
{
    return Cli::tr("No call UUID was found.");
}

QString shownCall(const CallInfoRead &read, qint64 nowMs)
{
    QString line = read.id.toString() + u"  "_s + words::infoSentence(read, nowMs);
    if (read.info) {
        const CallInfo &info = *read.info;
        const QString numbers = info.from.isEmpty() && info.to.isEmpty()
            ? QString()
            : Cli::tr("from %1 to %2")
                  .arg(info.from.isEmpty() ? u"?"_s : info.from, info.to.isEmpty() ? u"?"_s : info.to);
        QStringList who { words::direction(info.direction), numbers, info.callerName };
        who.removeAll(QString());
        if (!who.isEmpty())
            line += u"  "_s + who.join(u", "_s);
    }
    return line.replace(u'\n', u' ') + u'\n';
}

} // namespace hangup::cliwords
