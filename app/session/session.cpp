// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "session/session.h"

#include "domain/words.h"
#include "domain/policywords.h"
#include "practice/practiceworld.h"
#include "session/policysecrets.h"
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
    : q(session), options(std::move(given)), policy(options.policy),
      clock(options.clock ? options.clock : std::make_shared<const SystemClock>()), account(Account::practice()),
      calls(new CallListModel(session)), log(new LogModel(options.logLines, session)),
      progress(limits.windowRequests, limits.window),
      file(options.settings ? *options.settings : SettingsFile(options.settingsFile)),
      secrets(std::make_shared<PolicySecrets>(
          options.secrets ? options.secrets : std::make_shared<KeychainStore>(u"Hangup"_s),
          [this] { return policy.mayUseKeychain(); })),
      journals(options.dataFolder, clock.get()), proxyLogins(std::make_shared<ProxyLogins>()),
      elsewhere(placesElsewhere()),
      grace([this](const Confirmation &confirmation, const BatchWords &words) { graceOver(confirmation, words); })
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
    d->own = settings.value;
    d->settings = d->policy.policy().over(d->own);
    d->wantedLimits = limitsFrom(d->options, d->settings);
    d->limits = d->allowedLimits();
    d->journals.setMayExport(d->policy.mayExport());
    d->progress.setPace(d->limits.windowRequests, d->limits.window);
    d->engines = std::make_unique<EngineHost>(
        d->limits, [this](const Account &account) { return d->journals.log(account); }, d->clock.get(),
        d->options.quickPractice, d->proxyLogins);
    d->engines->setKeepGoing(d->options.keepGoing);
    connect(d->engines.get(), &EngineHost::progressed, this, [this](const EngineEvents &events) { d->apply(events); });
    connect(d->engines.get(), &EngineHost::readElsewhere, this,
            [this](const QString &key, const CallInfoRead &read) { d->elsewhere.answered(key, read); });
    connect(d->engines.get(), &EngineHost::paused, this, [this](const Pause &pause) {
        d->putOnRecord(u"Paused: "_s + words::pause(pause));
        Q_EMIT paused(pause);
    });
    connect(d->engines.get(), &EngineHost::proofIdle, this, [this] {
        d->proofPending.clear();
        Q_EMIT proofIdle();
    });
    d->connectJournals();
    d->makeAdder();
    d->live = d->makeLive();
    d->live->d->setRules(d->settings.stuck, d->settings.liveRefresh);
    d->book = d->makeBook();
    if (d->options.policy)
        d->obeyPolicy();
    if (d->options.environmentToken && !d->options.environmentToken->hasUsualLength())
        note(tr("The auth token has not the usual 40 characters. If Plivo rejects it, check PLIVO_AUTH_TOKEN."));
    if (!d->file.brokenFile().isEmpty())
        d->tellSettingsTrouble(
            tr("The settings file could not be understood. It was kept as %1.").arg(d->file.brokenFile()));
    if (!d->file.mayWrite())
        d->tellSettingsTrouble(tr("The settings file could not be read. Nothing is written to it in this session."));
    d->noteWhatWasNotUnderstood(settings.notUnderstood);
    if (const PolicyTrouble *trouble = policyTrouble())
        note(words::policyBroken(*trouble));
    d->use(d->firstAccount());
    d->leftovers->removeAll();
}

Session::~Session()
{
    d->shuttingDown = true;
    d->grace.undo();
    delete std::exchange(d->live, nullptr); // asks the engines
    d->journals.prepareEnd();
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
    showWhatIsKnown(report.added);
    return report;
}

void Session::Private::showWhatIsKnown(const QList<CallId> &ids)
{
    calls->beginUpdates();
    for (const CallId &id : ids) {
        if (const std::optional<CallInfo> info = q->info(id))
            calls->setInfo(*info);
    }
    calls->endUpdates();
}

QString Session::sampleTicket()
{
    return PracticeWorld::sampleTicket(d->sampleTickets++);
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
