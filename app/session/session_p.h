// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "plivo/hangupengine.h"
#include "session/elsewhere.h"
#include "session/enginehost.h"
#include "session/filethread.h"
#include "session/graceperiod.h"
#include "session/journaldesk.h"
#include "session/leftovers.h"
#include "session/livecalls_p.h"
#include "session/policydesk.h"
#include "session/progress.h"
#include "session/proxybook.h"
#include "session/session.h"
#include "store/secretstore.h"
#include "store/settingsstore.h"

#include <QHash>
#include <QSet>
#include <QThreadPool>

#include <functional>
#include <memory>

namespace hangup {

/// @p limits with what the user may set.
EngineLimits withSettings(EngineLimits limits, const Settings &settings);

class TextAdder;

/// What Session is made of. Order matters: the engine goes before what it writes to.
struct Session::Private
{
    Private(Session *session, Options given);

    AddReport add(const ScanResult &scan, TextSource source, const QString &name);
    /// Of calls that were listed just now.
    void showWhatIsKnown(const QList<CallId> &ids);

    // --- accounts and settings (sessionaccounts.cpp)
    AccountBook *makeBook();
    Account firstAccount() const;
    /// The account's engine and token; what was confirmed for another is void.
    void use(const Account &chosen);
    void accountsChanged();
    void tokenChanged(const QString &key);
    void startRowsAnew();
    void saveFile(std::function<void(std::optional<FileError>)> done);
    /// What another program wrote to hangup.ini since; nothing where it can't be read.
    void readFile(std::function<void()> done);
    bool isNamed(const QString &entry) const;
    void tellSettingsTrouble(const QString &sentence);
    void noteWhatWasNotUnderstood(const QStringList &keys);

    // --- the organisation's policy (sessionpolicy.cpp)
    /// The user's with the policy over them.
    void putSettingsInForce();
    EngineLimits allowedLimits() const;
    /// Tokens of accounts, once nothing is under way.
    void obeyPolicy();
    ConfirmError objectionByPolicy(const Confirmation &confirmation, const BatchWords &words) const;

    // --- ending calls
    void apply(const EngineEvents &events);
    void apply(const CallFinished &event);
    void apply(const BatchFinished &event);
    void tellStopByServer(quint64 batch, const CallResult &result);
    /// @p id is listed, and @p standing so.
    bool canBeEnded(const CallId &id, const CallStanding &standing) const;
    /// What keeps a confirmed batch of now from being sent: at the confirmation, and when its grace is over.
    ConfirmError objection(const Confirmation &confirmation) const;
    ConfirmError staleness(const Confirmation &confirmation) const;
    void graceOver(const Confirmation &confirmation, const BatchWords &words);
    void submit(const Confirmation &confirmation, const BatchWords &words);
    void setBusy();

    // --- who is on the calls (sessioncalls.cpp)
    LiveCalls *makeLive();
    Elsewhere::Places placesElsewhere();
    bool hasToken() const;
    void apply(const CallInfoRead &event);
    /// What is known of the calls of a confirmation, and what must be said of it.
    void learn(Confirmation &confirmation) const;

    // --- the journal, proof, recovery (sessionrecord.cpp)
    void connectJournals();
    /// Puts a confirmed batch on record, before anything of it is sent.
    void record(const Order &order, const BatchWords &words);
    /// A note in the journal, on the batches under way.
    void putOnRecord(const QString &sentence);
    void apply(const ProofFound &event);
    /// Whether a call must be looked at before a DELETE is sent: an attempt before had no verdict.
    bool needsLook(const CallId &id) const;
    /// When those attempts were on their way: an end within one of them is our doing too.
    QList<AttemptSpan> earlierAttempts(const CallId &id) const;
    bool isMine(const HistoryCall &call) const { return call.batch.authId == account.authId; }
    void showRecovered();

    // --- files and long texts
    void makeAdder();
    /// The organisation allows no exports.
    void refuseToSave(const QString &path);
    /// @p content is made on the file thread: a hundred thousand rows take a while.
    void save(const QString &path, std::function<QByteArray()> content);

    Session *q;
    Options options;
    PolicyDesk policy;
    EngineLimits wantedLimits; ///< by the settings, or by who made the session
    EngineLimits limits; ///< as far as the policy allows
    std::shared_ptr<const Clock> clock;
    Account account;
    CallListModel *calls;
    LogModel *log;
    Progress progress;
    SettingsFile file;
    Settings own; ///< the user's
    Settings settings; ///< in force
    std::shared_ptr<SecretStore> secrets; ///< as far as the policy allows
    FileThread files;
    QThreadPool scanner; ///< for long texts; a thread of it is there when one is pasted
    TextAdder *adder = nullptr; ///< a child of q
    JournalDesk journals; ///< outlives the engines, which write to it
    std::shared_ptr<ProxyLogins> proxyLogins;
    std::unique_ptr<EngineHost> engines;
    AccountBook *book = nullptr; ///< a child of q
    ProxyBook *proxies = nullptr; ///< a child of q
    Leftovers *leftovers = nullptr; ///< a child of q
    QString settingsTrouble;

    LiveCalls *live = nullptr; ///< a child of q
    Elsewhere elsewhere;
    QHash<CallId, CallInfo> looked; ///< what was read of calls that are not on the live page
    QSet<CallId> lookedGone; ///< the newest answer: no call, and no record
    QHash<CallId, int> lookUps; ///< how many wait for the answer about a call
    GracePeriod grace;
    QSet<CallId> onTheirWay;
    QSet<quint64> requests; ///< batches under way that cancel a request
    QSet<quint64> toldStops; ///< batches under way whose stop by the server was told
    quint64 lastBatch = 0; ///< on the account in use; 0: none
    QHash<CallId, quint64> batchOf; ///< the latest, of the listed calls that were confirmed here
    QSet<CallId> proofPending;
    QList<HistoryCall> recovered; ///< on the account in use
    QHash<CallId, QList<AttemptSpan>> putBack; ///< recovered as Unknown and listed again: their attempts
    quint64 lastConfirmation = 0; ///< numbers given out
    quint64 openConfirmation = 0; ///< the only one that is good; 0: none
    int sampleTickets = 0;
    quint64 saves = 0; ///< begun
    bool askedForProxyLogin = false; ///< and not answered yet
    bool toldSettingsNotSaved = false;
    bool policyWaits = false; ///< a change of it, until nothing is under way
    bool busy = false;
    bool shuttingDown = false;
};

} // namespace hangup
