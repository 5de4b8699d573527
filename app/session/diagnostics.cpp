// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT

// What the IT department asks for, as text without secrets.
#include "domain/accountwords.h"
#include "domain/policywords.h"
#include "domain/words.h"
#include "session/session_p.h"

#include <QDateTime>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QSslSocket>
#include <QSysInfo>

#include <algorithm>

namespace hangup {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LogLines = 200;

// The words are for IT, who read them in one language whoever sends them: not translated.
QString line(QLatin1StringView what, const QString &value)
{
    return QString(what) + ": "_L1 + value + u'\n';
}

/// Without the user's name, which a home folder carries.
QString withoutHome(const QString &path)
{
    const QString home = QDir::homePath();
    return path.startsWith(home + u'/') ? u'~' + path.sliced(home.size()) : path;
}

QString versions()
{
    return line("Hangup"_L1, QStringLiteral(HANGUP_VERSION))
        + line("Qt"_L1, u"%1 (built with %2)"_s.arg(QLatin1StringView(qVersion()), QLatin1StringView(QT_VERSION_STR)))
        + line("System"_L1,
               u"%1, %2, %3"_s.arg(QSysInfo::prettyProductName(), QSysInfo::kernelVersion(),
                                   QSysInfo::currentCpuArchitecture()))
        + line("TLS"_L1, QSslSocket::supportsSsl() ? QSslSocket::sslLibraryVersionString() : u"none"_s)
        + line("Locale"_L1, QLocale().name());
}

QLatin1StringView colourKey(ColourScheme scheme)
{
    switch (scheme) {
    case ColourScheme::System:
        return "system"_L1;
    case ColourScheme::Light:
        return "light"_L1;
    case ColourScheme::Dark:
        return "dark"_L1;
    case ColourScheme::ContrastLight:
        return "contrast-light"_L1;
    case ColourScheme::ContrastDark:
        return "contrast-dark"_L1;
    }
    Q_UNREACHABLE();
}

QString settingsText(const Settings &settings)
{
    return line("Share of the limit"_L1,
                u"%1 % (%2 requests in 5 s)"_s.arg(settings.sharePercent).arg(settings.windowRequests()))
        + line("Deadlines"_L1,
               u"%1 s without a byte, %2 s in all"_s.arg(settings.silence.count()).arg(settings.total.count()))
        + line("Number is typed above"_L1, QString::number(settings.typeNumberAbove))
        + line("Proof"_L1,
               settings.proofFor.count() == 0 ? u"not asked for"_s : u"%1 min"_s.arg(settings.proofFor.count()))
        + line("Ticket and reason"_L1, settings.ticketRequired ? u"compulsory"_s : u"as the user likes"_s)
        + line("Notification"_L1, settings.notifyWhenDone ? u"on"_s : u"off"_s)
        + line("Colours"_L1, colourKey(settings.colours))
        + line("Language"_L1, settings.language.isEmpty() ? u"of the system"_s : settings.language);
}

QString policyText(const Policy &policy)
{
    if (policy == Policy())
        return u"none"_s;
    QStringList rules;
    if (!policy.allowedHosts.isEmpty())
        rules += u"%1 addresses allowed"_s.arg(policy.allowedHosts.size());
    if (policy.ticketRequired)
        rules += u"ticket and reason compulsory"_s;
    if (policy.largestBatch)
        rules += u"at most %1 calls at once"_s.arg(*policy.largestBatch);
    if (policy.sharePercent)
        rules += u"share %1 %"_s.arg(*policy.sharePercent);
    if (!policy.protectedNumbers.isEmpty())
        rules += u"%1 protected numbers"_s.arg(policy.protectedNumbers.patterns().size());
    if (policy.sessionOnlyTokens)
        rules += u"no tokens in the keychain"_s;
    if (policy.exportOff)
        rules += u"no exports"_s;
    if (policy.practiceOnly)
        rules += u"practice only"_s;
    return rules.join(u", "_s);
}

QLatin1StringView journalKey(JournalState::Kind kind)
{
    switch (kind) {
    case JournalState::Kind::Opening:
        return "being opened"_L1;
    case JournalState::Kind::Ready:
        return "ready"_L1;
    case JournalState::Kind::NetworkDisk:
        return "refused: on a network disk"_L1;
    case JournalState::Kind::Newer:
        return "written by a newer version"_L1;
    case JournalState::Kind::NotWritable:
        return "can't be written"_L1;
    case JournalState::Kind::InUse:
        return "broken, and in use elsewhere"_L1;
    }
    Q_UNREACHABLE();
}

QString journalText(const JournalState &state)
{
    QString text = journalKey(state.kind);
    if (!state.detail.isEmpty())
        text += u" (%1)"_s.arg(state.detail);
    if (state.outcomesKept > 0)
        text += u", %1 outcomes kept in memory"_s.arg(state.outcomesKept);
    if (!state.setAside.isEmpty())
        text
            += u", a broken one was set aside as %1: %2 events carried over, %3 lost"_s.arg(withoutHome(state.setAside))
                   .arg(state.carriedOver)
                   .arg(state.lost);
    return text;
}

QLatin1StringView stateKey(TokenState state)
{
    switch (state) {
    case TokenState::NotNeeded:
        return "not needed"_L1;
    case TokenState::NotAsked:
        return "not asked for"_L1;
    case TokenState::Ready:
        return "ready"_L1;
    case TokenState::Loading:
        return "asked for"_L1;
    case TokenState::Missing:
        return "not there"_L1;
    }
    Q_UNREACHABLE();
}

QString logText(const QList<LogEntry> &entries)
{
    QString text;
    for (qsizetype i = std::max<qsizetype>(0, entries.size() - LogLines); i < entries.size(); ++i) {
        const LogEntry &entry = entries.at(i);
        QStringList parts { QDateTime::fromMSecsSinceEpoch(entry.atMs).toUTC().toString(Qt::ISODateWithMs) };
        if (entry.id)
            parts += entry.id->toString();
        if (entry.httpStatus != 0)
            parts += QString::number(entry.httpStatus);
        if (entry.outcome)
            parts += words::outcomeKey(*entry.outcome);
        if (entry.reason != Reason::None)
            parts += words::reasonKey(entry.reason);
        parts += entry.text;
        if (!entry.message.isEmpty())
            parts += entry.message;
        if (!entry.apiId.isEmpty())
            parts += u"api_id "_s + entry.apiId;
        if (entry.elapsedMs >= 0)
            parts += u"%1 ms"_s.arg(entry.elapsedMs);
        text += parts.join(u"  "_s) + u'\n';
    }
    return text;
}

} // namespace

QString Session::diagnostics() const
{
    const Account &account = d->account;
    const std::optional<SecretProblem> problem = d->book->tokenProblem(account.key);
    QString text = versions() + u'\n' + settingsText(d->settings) + u'\n';
    text += line("Accounts"_L1, QString::number(d->book->accounts().size()))
        + line("Account in use"_L1, u"%1 at %2"_s.arg(account.authId.toString(), account.address.hostAndPort()))
        + line("Its token"_L1,
               QString(stateKey(d->book->tokenState(account.key)))
                   + (problem ? u", "_s + words::secretProblem(*problem) : QString()))
        + line("Proxy"_L1,
               d->proxyLogins->lastUsed().isNull() ? u"none used"_s : d->proxyLogins->lastUsed().toString());
    text += line("Policy"_L1,
                 policyTrouble() ? words::policyTrouble(*policyTrouble()) : policyText(d->policy.policy()))
        + line("Settings file"_L1, withoutHome(d->options.settingsFile))
        + line("Data folder"_L1, withoutHome(d->options.dataFolder))
        + line("Journal"_L1, withoutHome(journalState().file) + ": "_L1 + journalText(journalState()));
    const Tally &tally = d->calls->tally();
    text += line("Calls"_L1, u"%1 listed, %2"_s.arg(tally.listed).arg(words::tally(tally)));
    text += u"\nLog, the last %1 lines, times in UTC:\n"_s.arg(LogLines) + logText(d->log->entries());
    return d->options.redactor->clean(text);
}

} // namespace hangup
