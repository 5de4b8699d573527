// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/account.h"
#include "domain/callreading.h"
#include "domain/callscan.h"
#include "domain/clock.h"
#include "domain/cutoff.h"
#include "domain/history.h"
#include "domain/outcome.h"
#include "domain/pause.h"
#include "domain/proof.h"
#include "domain/proxylogin.h"
#include "domain/redactor.h"
#include "domain/settings.h"
#include "domain/textfile.h"
#include "models/calllistmodel.h"
#include "models/logmodel.h"
#include "session/accountbook.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QString>

#include <chrono>
#include <memory>
#include <optional>

namespace hangup {

class History;
class LiveCalls;
class PolicySource;
class SecretStore;
class SettingsFile;
struct EngineLimits;
struct Policy;
struct PolicyTrouble;

/// Where a text came from, for the sentence about it.
enum class TextSource : quint8 { Typed, Pasted, Dropped, File, Arguments, Sample, Recovered, Live };

/// What adding a text did.
struct AddReport
{
    TextSource source = TextSource::Pasted;
    QString name; ///< the file's name, for File
    ScanResult scan;
    QList<CallId> added; ///< in order
    int alreadyListed = 0;
};

/// Calls that need another step (young, answered inbound; see CutOffFlag).
enum class FlaggedCalls : quint8 {
    LeftOut, ///< those that are known already stay listed; those that a check finds are NotSent (NeedsAnotherStep)
    AsShown, ///< those that the confirmation named are ended too; others that a check finds are not
    All, ///< whatever a check finds (`hangup-cli --include-flagged`)
};

/// What the user chose when confirming.
struct EndingChoice
{
    FlaggedCalls flagged = FlaggedCalls::LeftOut;
    bool dryRun = false; ///< everything but the DELETE
};

/// What the confirmation shows. Only Session makes one; only with it can calls be ended.
class Confirmation
{
public:
    const Account &account() const { return m_account; }
    const QList<CallId> &ids() const { return m_ids; }
    /// Requests that nobody has answered yet are cancelled, not calls ended.
    bool isRequest() const { return m_target == EndTarget::Request; }
    /// What Plivo said of them, as far as it was read.
    const QHash<CallId, CallInfo> &known() const { return m_known; }
    /// Why a call needs another step or will be left out, by what is known.
    CutOffFlags flags(const CallId &id) const { return m_flags.value(id); }
    /// Those that need another step, in order.
    QList<CallId> flagged() const;
    /// What hangUp() would send: all of them, or without the flagged ones.
    QList<CallId> chosen(FlaggedCalls flagged) const;
    /// Each call is asked for right before it is ended; one that is over or has other numbers is left out.
    bool isChecked() const { return m_checked; }
    /// The rules of the flags.
    const CutOffRules &rules() const { return m_rules; }
    /// Batches over this many calls (Settings::typeNumberAbove) ask for the number to be typed.
    bool needsNumber() const { return m_ids.size() > m_typeNumberAbove; }

private:
    friend class Session;
    explicit Confirmation(Account account) : m_account(std::move(account)) { }
    Account m_account;
    QList<CallId> m_ids;
    EndTarget m_target = EndTarget::Call;
    QHash<CallId, CallInfo> m_known;
    QHash<CallId, CutOffFlags> m_flags; ///< those with any
    CutOffRules m_rules;
    bool m_checked = false;
    EndingChoice m_choice; ///< once confirmed
    int m_typeNumberAbove = Settings::TypeNumberAbove.byDefault;
    std::chrono::milliseconds m_slept { 0 };
    quint64 m_number = 0; ///< each confirmation works once
};

/// Why nothing was sent.
enum class ConfirmError : quint8 {
    None, ///< accepted
    WrongNumber, ///< the typed number is not the number of calls
    OnlyFlagged, ///< all of them need another step, and nobody took it
    AccountChanged,
    RulesChanged, ///< protected numbers or who counts as young, since it was shown
    ListChanged, ///< a call left the list, or is under way already
    Slept, ///< the machine slept since the confirmation was shown: ask again
    AlreadyUsed,
    AccountIsChanging, ///< a change of this account is being saved
    PolicyBroken, ///< the organisation's policy can't be understood: policyTrouble() says why
    NotAllowed, ///< the organisation does not allow this account: AccountBook::objection() says why
    BatchTooLarge, ///< the organisation allows fewer calls at once (Policy::largestBatch)
    TicketMissing, ///< the settings ask for a ticket and a reason
    NoJournal, ///< the journal can't be written: journalState() says why
    NoToken, ///< the account's token is not there (yet): AccountBook::tokenState() says more
    ShuttingDown,
};

/// The one object that a front end talks to: accounts, the list, ending calls, the log. Lives on the window's thread;
/// the engine runs on a thread of its own and files are read and written on another. Never blocks.
class Session : public QObject
{
    Q_OBJECT
public:
    struct Options
    {
        /// PLIVO_AUTH_ID, PLIVO_AUTH_TOKEN as taken from the environment, if both are there and well-formed.
        std::optional<Account> environmentAccount;
        std::optional<AuthToken> environmentToken;
        /// The key of the account to start with: "practice", "environment" or a stored one's. Empty, or of no account:
        /// the environment's if there is one, else the one used last, else practice.
        QString startWith;
        /// Where tokens are kept; the system's keychain when null. Shared, used on the window's thread alone.
        std::shared_ptr<SecretStore> secrets;
        std::shared_ptr<const Clock> clock; ///< SystemClock when null
        std::shared_ptr<Redactor> redactor;
        std::shared_ptr<const EngineLimits> limits; ///< EngineLimits' own when null; tests shorten deadlines
        QString settingsFile; ///< hangup.ini; empty: nothing is kept
        std::shared_ptr<const SettingsFile> settings; ///< what was read of it already; null: it is read now
        std::shared_ptr<const PolicySource> policy; ///< the organisation's; null: there is none
        /// Where journal.sqlite and practice.sqlite are. Empty: in a temporary folder that goes with the session.
        QString dataFolder;
        /// UnknownInARow and NoneFound never pause a batch (`hangup-cli --keep-going`).
        bool keepGoing = false;
        /// Settings::grace lies between a confirmation and the first request (the window; `hangup-cli` has none).
        bool grace = false;
        bool quickPractice = false; ///< practice answers without delay, for tests
        int logLines = LogModel::DefaultCapacity; ///< how many the log keeps; who shows none needs those of diagnostics()
    };
    explicit Session(Options options, QObject *parent = nullptr);
    /// Cuts what is on its way (its outcome is then Unknown) and joins the threads.
    ~Session() override;

    // --- accounts
    /// The accounts and their tokens, owned by this.
    AccountBook *book() const;
    const Account &account() const;
    /// False while calls wait, are in their grace period or on their way.
    bool canSwitchAccount() const;
    /// False when not allowed. The ids stay listed (the front end asks first whether they should), but start anew:
    /// an outcome belongs to the account it was got on. The log keeps what was. Its token is asked for at once.
    bool switchAccount(const Account &account);

    // --- settings, kept in hangup.ini on the file thread
    /// What was wrong with hangup.ini at the start, in a sentence; empty: nothing.
    QString settingsTrouble() const;
    /// In force: the user's, and over them the organisation's.
    const Settings &settings() const;
    /// The user's alone.
    const Settings &ownSettings() const;
    /// Corrects what is out of range. Pace, deadlines and threshold are in force for the next confirmation. What the
    /// organisation has set stays, and is not taken for the user's.
    void setSettings(const Settings &settings);

    // --- the organisation's policy, read at the start, before each batch is accepted, and when its file changes
    /// The last one that was understood.
    const Policy &policy() const;
    /// Why it is not understood now; null: it is, or there is none. Until it is mended no real account is used.
    const PolicyTrouble *policyTrouble() const;
    /// Reads it anew, which takes well under 1 ms: when the window comes to the front, and before one asks the user.
    void refreshPolicy();
    /// From now on policyChanged() comes without a question, too.
    void followPolicy();

    // --- the proxy's login: proxyLoginNeeded() asks for it, once until it is answered
    /// Used from now on for @p login.proxy alone, and kept in @p place.
    void setProxyLogin(const ProxyLogin &login, TokenPlace place);

    /// For the IT department: versions, settings, keychain and files, the last 200 lines of the log, as plain text
    /// without secrets.
    QString diagnostics() const;

    // --- the list
    CallListModel *calls() const;
    LogModel *log() const;
    /// Scans and adds at once, on the window's thread: for less than LongText.
    AddReport addText(const QString &text, TextSource source, const QString &name = {});
    /// Scans on a thread of its own, then adds part by part between what else the window has to do; added() once.
    void addLongText(const QString &text, TextSource source);
    /// UTF-16 units from which on a text is long: some 5,000 ids.
    static constexpr qsizetype LongText = 200'000;
    /// Adds calls that were chosen elsewhere: on the live page.
    AddReport addCalls(const QList<CallId> &ids);
    /// Reads on the file thread, then adds as addLongText(); added() or fileFailed() exactly once.
    void addFile(const QString &path);
    /// A file or a long text is on its way into the list: not all of its calls are there yet.
    bool isAdding() const;
    /// A realistic ticket with calls of the practice world; each one names other calls.
    QString sampleTicket();

    // --- ending calls
    /// What the user must confirm: those of @p ids that are listed, not under way and not Ended, each once, in that
    /// order. Nothing if none are. A newer confirmation makes an older one void.
    std::optional<Confirmation> prepare(const QList<CallId> &ids);
    /// Opens connections to the account's server for a batch of @p calls that nobody has to be asked about any more, while
    /// other things are being made ready. Nothing is sent over them; nothing at all for an account that can't be used.
    void connectAhead(int calls);
    /// Sends a confirmed batch, or lets its grace period begin (Options::grace): then nothing of it leaves, and nothing
    /// is on record, until that is over; what was looked at here is looked at once more then, and graceRefused() says
    /// what has changed. @p typedNumber is looked at when needsNumber(): the number of calls that @p choice leaves. Of
    /// @p words both are needed when Settings::ticketRequired.
    ConfirmError hangUp(const Confirmation &confirmation, const QString &typedNumber = {}, const BatchWords &words = {},
                        const EndingChoice &choice = {});
    /// The same confirmation with what was read of its calls since it was prepared; for one that is still open.
    Confirmation renewed(const Confirmation &confirmation) const;
    /// Plivo has no call of this id (NotLive or NotLiveMaybeUs, or OverAlready), or a look-up found neither call nor
    /// record: it may be a request that nobody has answered yet.
    bool mayBeRequest(const CallId &id) const;
    /// As prepare(), to cancel such a request: only for a listed id that mayBeRequest(). Nothing otherwise.
    std::optional<Confirmation> prepareRequest(const CallId &id);
    /// Calls in their grace period, of all batches together; 0: none.
    int inGrace() const;
    /// Until the first batch of them is sent, and how long its grace is in all.
    std::chrono::milliseconds graceLeft() const;
    std::chrono::milliseconds graceWhole() const;
    /// Takes all of them back: they stay listed, nothing was sent. How many they were.
    int undoHangUp();
    /// All listed, in list order, that have no outcome yet and are not under way.
    QList<CallId> notYetAsked() const;
    /// Those with the outcome NotSent or Unknown, in list order. Unknown ones are looked at before anything is sent.
    QList<CallId> retryable() const;
    void stop();
    /// "Continue" after paused().
    void resume();
    bool busy() const; ///< calls wait or are on their way
    int onTheirWay() const;
    int waiting() const;
    /// Stops, cuts what is on its way; idle() follows.
    void abort();

    // --- who is on the calls
    /// The account's live calls; owned by this.
    LiveCalls *live() const;
    /// The newest that was read of a call on the account in use, live page or not; nothing: nothing was.
    std::optional<CallInfo> info(const CallId &id) const;
    /// Asks Plivo for them, with GETs only: live, queued, or the record. infoRead() for each; without a token nothing
    /// is asked and nothing comes.
    void lookUp(const QList<CallId> &ids);
    /// Who asked for these does not wait any more: those that nobody else has asked for are let go.
    void stopLookUp(const QList<CallId> &ids);
    /// Asks for a call on all other accounts but practice (on practice: on the other practice account), with GETs only
    /// and each with its own token: readElsewhere() for each, then elsewhereFinished(). Ask the user before.
    void lookUpElsewhere(const CallId &id);
    /// The names of the accounts that would be asked.
    QList<Account> otherAccounts() const;

    // --- proof, sought by itself after a batch
    CallProof proof(const CallId &id) const; ///< of a listed call's latest batch
    int proofsPending() const;
    void stopProof();

    // --- the journal of the account in use
    JournalState journalState() const;
    History *history() const;
    /// The latest batch that was confirmed in this session on the account in use; 0: none.
    quint64 lastBatch() const;

    // --- what a run that ended too early left open, on the account in use
    const QList<HistoryCall> &recovered() const;
    /// Those of other accounts: their names, each once.
    QStringList recoveredElsewhere() const;
    /// Asks Plivo for them, with GETs only: proofChanged(), and recoveredChanged() as it becomes known.
    void checkRecovered();
    /// Adds them to the list (nothing is sent). Those that were Unknown count as attempted: a later 404 is "maybe us".
    AddReport putBackRecovered();
    /// The user has seen them: the next start does not tell them again.
    void forgetRecovered();

    // --- progress of the batches under way together
    int progressDone() const;
    int progressTotal() const;
    /// Nothing until enough is known.
    std::optional<std::chrono::milliseconds> timeLeft() const;

    // --- saving, on the file thread; fileSaved() or fileFailed() exactly once
    enum class ExportFormat : quint8 { Csv, Json };
    void saveCalls(const QString &path, ExportFormat format);
    void saveLog(const QString &path, ExportFormat format);
    /// A note of the front end in the log: plain words.
    void note(const QString &text);

    // --- how the window looks (column widths, splitters …), kept in hangup.ini; read at start, written on the file
    // thread
    QByteArray layoutState(const QString &key) const;
    void setLayoutState(const QString &key, const QByteArray &state);

Q_SIGNALS:
    /// All of a file or a long text.
    void added(const hangup::AddReport &report);
    void addingChanged(bool isAdding);
    void fileFailed(const hangup::FileError &error);
    void fileSaved(const QString &name);
    void accountChanged(const hangup::Account &account);
    void settingsChanged(const hangup::Settings &settings);
    /// policy() or policyTrouble().
    void policyChanged();
    /// The proxy asks for a login that is not there or was refused; nothing is sent through it until then.
    void proxyLoginNeeded(const hangup::ProxyAddress &proxy);
    void busyChanged(bool busy);
    /// At most every 33 ms while a batch runs.
    void progressChanged();
    /// inGrace() changed.
    void graceChanged();
    /// A batch's grace is over, and nothing of it was sent.
    void graceRefused(hangup::ConfirmError error);
    /// A batch is through; once per batch.
    void batchFinished(const hangup::Tally &batch);
    /// A 429: nothing is sent until then (UTC ms).
    void held(qint64 untilMs);
    /// 401 or 403, a certificate or a proxy stopped the batch: a plain sentence for a banner.
    void stoppedByServer(const QString &sentence);
    /// Confirmed calls wait for a word: resume() or stop().
    void paused(const hangup::Pause &pause);
    /// A call has its final outcome (on disk), or more is known of its proof.
    void callFinished(quint64 batch, const hangup::CallResult &result);
    void proofChanged(quint64 batch, const hangup::CallProof &proof);
    /// No proof is sought any more.
    void proofIdle();
    /// More is known of a call: it was looked up, or its details came for the live page.
    void infoRead(const hangup::CallInfoRead &read);
    /// What another account said of a call; Unclear with NoToken when its token can't be had.
    void readElsewhere(const hangup::Account &account, const hangup::CallInfoRead &read);
    void elsewhereFinished(const hangup::CallId &id);
    void journalChanged(const hangup::JournalState &state);
    void recoveredChanged();
    /// Nothing under way any more.
    void idle();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace hangup
