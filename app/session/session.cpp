// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "session/session.h"

#include "domain/words.h"
#include "practice/practiceworld.h"
#include "session/session_p.h"
#include "store/keychainstore.h"

namespace hangup {

using namespace Qt::StringLiterals;

namespace {

EngineLimits limitsFrom(const Session::Options &options, const Settings &settings)
{
    return options.limits ? *options.limits : withSettings(EngineLimits(), settings);
}

} // namespace

Session::Private::Private(Session *session, Options given)
    : q(session), options(std::move(given)),
      clock(options.clock ? options.clock : std::make_shared<const SystemClock>()), account(Account::practice()),
      calls(new CallListModel(session)), log(new LogModel(LogModel::DefaultCapacity, session)),
      progress(limits.windowRequests, limits.window),
      file(options.settings ? *options.settings : SettingsFile(options.settingsFile)),
      secrets(options.secrets ? options.secrets : std::make_shared<KeychainStore>(u"Hangup"_s)),
      journals(options.dataFolder, clock.get()), proxyLogins(std::make_shared<ProxyLogins>())
{
    if (options.redactor)
        return; // knows the secrets already, since before any thread
    options.redactor = std::make_shared<Redactor>();
    if (options.environmentAccount && options.environmentToken)
        options.redactor->addSecret(options.environmentAccount->authId, *options.environmentToken);
}

Session::Session(Options options, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(this, std::move(options)))
{
    qRegisterMetaType<EngineEvents>();
    const ReadFromFile<Settings> settings = readSettings(d->file);
    d->settings = settings.value;
    d->limits = limitsFrom(d->options, d->settings);
    d->progress.setPace(d->limits.windowRequests, d->limits.window);
    d->engines = std::make_unique<EngineHost>(
        d->limits, [this](const Account &account) { return d->journals.log(account); }, d->clock.get(),
        d->options.quickPractice, d->proxyLogins);
    d->engines->setKeepGoing(d->options.keepGoing);
    connect(d->engines.get(), &EngineHost::progressed, this, [this](const EngineEvents &events) { d->apply(events); });
    connect(d->engines.get(), &EngineHost::paused, this, [this](const Pause &pause) {
        d->putOnRecord(u"Paused: "_s + words::pause(pause));
        Q_EMIT paused(pause);
    });
    connect(d->engines.get(), &EngineHost::proofIdle, this, [this] {
        d->proofPending.clear();
        Q_EMIT proofIdle();
    });
    d->connectJournals();
    d->book = d->makeBook();
    if (d->options.environmentToken && !d->options.environmentToken->hasUsualLength())
        note(tr("The auth token has not the usual 40 characters. If Plivo rejects it, check PLIVO_AUTH_TOKEN."));
    if (!d->file.brokenFile().isEmpty())
        d->tellSettingsTrouble(
            tr("The settings file could not be understood. It was kept as %1.").arg(d->file.brokenFile()));
    if (!d->file.mayWrite())
        d->tellSettingsTrouble(tr("The settings file could not be read. Nothing is written to it in this session."));
    d->noteWhatWasNotUnderstood(settings.notUnderstood);
    d->use(d->firstAccount());
    d->leftovers->removeAll();
}

Session::~Session()
{
    d->shuttingDown = true;
    d->engines.reset(); // joins the engine's thread while what it writes to is still there
}

// --- the list

CallListModel *Session::calls() const
{
    return d->calls;
}

LogModel *Session::log() const
{
    return d->log;
}

AddReport Session::addText(const QString &text, TextSource source, const QString &name)
{
    return d->add(scanCalls(text), source, name);
}

AddReport Session::Private::add(const ScanResult &scan, TextSource source, const QString &name)
{
    AddReport report { .source = source, .name = name, .scan = scan, .added = calls->add(scan), .alreadyListed = 0 };
    report.alreadyListed = static_cast<int>(scan.found.size() - report.added.size());
    return report;
}

QString Session::sampleTicket()
{
    return PracticeWorld::sampleTicket(d->sampleTickets++);
}

// --- ending calls

bool Session::Private::canBeEnded(const CallId &id) const
{
    if (!calls->contains(id))
        return false;
    switch (calls->state(id)) {
    case CallState::Waiting:
    case CallState::OnItsWay:
    case CallState::Looking:
        return false;
    case CallState::Listed:
        return true;
    case CallState::Done:
        break;
    }
    // Plivo confirmed that one: another DELETE could only turn a proven end into a "not live".
    const std::optional<CallResult> result = calls->result(id);
    return !result || result->outcome != Outcome::Ended;
}

std::optional<Confirmation> Session::prepare(const QList<CallId> &ids)
{
    Confirmation confirmation(d->account);
    confirmation.m_typeNumberAbove = d->settings.typeNumberAbove;
    QSet<CallId> seen;
    for (const CallId &id : ids) {
        if (!d->canBeEnded(id) || seen.contains(id))
            continue;
        seen.insert(id);
        confirmation.m_ids.append(id);
    }
    if (confirmation.m_ids.isEmpty())
        return std::nullopt;
    confirmation.m_slept = d->clock->slept();
    confirmation.m_number = d->openConfirmation = ++d->lastConfirmation;
    return confirmation;
}

ConfirmError Session::hangUp(const Confirmation &confirmation, const QString &typedNumber, const BatchWords &words)
{
    if (d->shuttingDown)
        return ConfirmError::ShuttingDown;
    if (confirmation.m_number == 0 || confirmation.m_number != d->openConfirmation)
        return confirmation.m_account == d->account ? ConfirmError::AlreadyUsed : ConfirmError::AccountChanged;
    if (!(confirmation.m_account == d->account))
        return ConfirmError::AccountChanged;
    if (confirmation.needsNumber() && typedNumber.trimmed() != QString::number(confirmation.m_ids.size()))
        return ConfirmError::WrongNumber; // still open: the user may type again
    if (d->book->isSaving(d->account.key))
        return ConfirmError::AccountIsChanging; // still open
    const BatchWords said = words.cleaned();
    if (d->settings.ticketRequired && (said.ticket.isEmpty() || said.reason.isEmpty()))
        return ConfirmError::TicketMissing; // still open
    if (!d->journals.state().canEnd())
        return ConfirmError::NoJournal; // still open: there may be room again
    const TokenState token = d->book->tokenState(d->account.key);
    if (token != TokenState::Ready && token != TokenState::NotNeeded)
        return ConfirmError::NoToken; // still open: it may come
    d->openConfirmation = 0;
    if (d->clock->slept() - confirmation.m_slept > d->limits.sleepTolerance)
        return ConfirmError::Slept;
    for (const CallId &id : confirmation.m_ids) {
        if (!d->canBeEnded(id))
            return ConfirmError::ListChanged;
    }

    Order order { .batch = newBatchNumber(d->clock->wall().count()),
                  .ids = confirmation.m_ids,
                  .first = confirmation.m_ids.size() == 1 && busy() };
    for (const CallId &id : std::as_const(order.ids)) {
        if (!d->needsLook(id))
            continue;
        order.lookFirst.insert(id);
        order.earlier.insert(id, d->earlierAttempts(id));
    }
    d->record(order, said);
    d->progress.accepted(order.batch, static_cast<int>(order.ids.size()), d->clock->monotonic());
    d->calls->beginUpdates();
    for (const CallId &id : order.ids)
        d->calls->setWaiting(id);
    d->calls->endUpdates();
    const int calls = static_cast<int>(order.ids.size());
    note((calls == 1 ? tr("1 call confirmed for ending on %1 (%2).")
                     : tr("%n calls confirmed for ending on %1 (%2).", nullptr, calls))
             .arg(d->account.name, d->account.authId.toString()));
    d->askedForProxyLogin = false;
    d->setBusy();
    d->engines->submit(order, confirmation.m_slept);
    Q_EMIT progressChanged();
    return ConfirmError::None;
}

QList<CallId> Session::notYetAsked() const
{
    QList<CallId> ids;
    for (const CallId &id : d->calls->ids()) {
        if (d->calls->state(id) == CallState::Listed)
            ids.append(id);
    }
    return ids;
}

QList<CallId> Session::retryable() const
{
    QList<CallId> ids;
    for (const CallId &id : d->calls->ids()) {
        if (d->calls->state(id) != CallState::Done)
            continue;
        const std::optional<CallResult> result = d->calls->result(id);
        if (result && (result->outcome == Outcome::NotSent || result->outcome == Outcome::Unknown))
            ids.append(id);
    }
    return ids;
}

void Session::stop()
{
    d->putOnRecord(u"The user pressed Stop."_s);
    d->engines->stop();
}

void Session::resume()
{
    d->putOnRecord(u"The user went on after a pause."_s);
    d->engines->resume();
}

void Session::abort()
{
    d->putOnRecord(u"The user cancelled what was on its way."_s);
    d->engines->abort();
}

bool Session::busy() const
{
    return d->progress.underWay() > 0;
}

int Session::onTheirWay() const
{
    return static_cast<int>(d->onTheirWay.size());
}

int Session::waiting() const
{
    return d->progress.underWay() - onTheirWay();
}

int Session::progressDone() const
{
    return d->progress.done();
}

int Session::progressTotal() const
{
    return d->progress.total();
}

std::optional<std::chrono::milliseconds> Session::timeLeft() const
{
    return d->progress.left(d->clock->monotonic());
}

void Session::note(const QString &text)
{
    LogEntry entry;
    entry.kind = LogEntry::Kind::Note;
    entry.atMs = d->clock->wall().count();
    entry.text = d->options.redactor->clean(text);
    d->log->append({ entry });
}

// --- how the window looks

QByteArray Session::layoutState(const QString &key) const
{
    return readLayout(d->file, key);
}

void Session::setLayoutState(const QString &key, const QByteArray &state)
{
    if (readLayout(d->file, key) != state && writeLayout(d->file, key, state))
        d->saveFile({});
}

} // namespace hangup
