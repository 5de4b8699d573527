// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// What the session tells, shown in the window.
#include "ui/mainwindow.h"

#include "domain/policywords.h"
#include "domain/words.h"
#include "session/history.h"
#include "ui/accountflow.h"
#include "ui/actionbar.h"
#include "ui/banner.h"
#include "ui/callsview.h"
#include "ui/emptylist.h"
#include "ui/endingflow.h"
#include "ui/inputbar.h"
#include "ui/livepage.h"
#include "ui/logpane.h"
#include "ui/noticeboard.h"
#include "ui/pausequestion.h"
#include "ui/policymark.h"
#include "ui/proxyflow.h"
#include "ui/recoveryflow.h"
#include "ui/summarystrip.h"
#include "ui/textintake.h"
#include "ui/tokennotices.h"
#include "ui/windowactions.h"
#include "ui/windowtitle.h"

#include <QAccessible>
#include <QAction>
#include <QDateTime>
#include <QLabel>
#include <QSet>
#include <QTimer>
#include <QUndoStack>

#include <algorithm>
#include <utility>

namespace hangup {

void MainWindow::connectSession()
{
    connect(m_intake, &TextIntake::reported, this, &MainWindow::showReport);
    connect(m_intake, &TextIntake::failed, this, &MainWindow::showTrouble);
    connect(m_ending, &EndingFlow::refused, this, &MainWindow::showTrouble);
    connect(m_session, &Session::fileSaved, this,
            [this](const QString &name) { showStatus(tr("Saved as “%1”.").arg(name)); });
    connect(m_session, &Session::accountChanged, this, [this] {
        m_heldUntilMs = 0; // the old account's
        showHeld(0);
        showAccount();
    });
    m_heldTimer->setSingleShot(true);
    m_heldTimer->setTimerType(Qt::PreciseTimer);
    connect(m_heldTimer, &QTimer::timeout, this, [this] { m_summary->setHeldUntil(0); });
    connect(m_ending, &EndingFlow::accepted, m_pause, &PauseQuestion::remind);
    connect(m_session, &Session::graceChanged, this, [this] {
        m_actions->undoHangUp->setEnabled(m_session->inGrace() > 0);
        updateCounts();
    });
    connect(m_ending, &EndingFlow::told, this, &MainWindow::showStatus);
    connect(m_pause, &PauseQuestion::told, this, &MainWindow::showStatus);
    connect(m_pause, &PauseQuestion::changed, this, &MainWindow::updateCounts);
    connect(m_session, &Session::busyChanged, this, &MainWindow::updateCounts);
    connect(m_session, &Session::addingChanged, this, [this](bool adding) {
        m_actionBar->setAdding(adding);
        // Its own undoing comes with the last of it, and nothing may change places with it until then.
        m_actions->undo->setEnabled(!adding && m_undo->canUndo());
        m_actions->redo->setEnabled(!adding && m_undo->canRedo());
        updateCounts();
    });
    connect(m_session, &Session::progressChanged, this, &MainWindow::showProgress);
    connect(m_session, &Session::batchFinished, this, [this](const Tally &batch) { showStatus(words::tally(batch)); });
    connect(m_session, &Session::held, this, &MainWindow::showHeld);
    connect(m_session, &Session::stoppedByServer, this, &MainWindow::showTrouble);
    connect(m_session, &Session::idle, this, [this] {
        showProgress();
        updateCounts();
        if (const auto sentence = m_ending->takeNetworkTrouble())
            showTrouble(*sentence);
    });

    connect(m_session, &Session::policyChanged, this, &MainWindow::showPolicy);

    CallListModel *model = m_session->calls();
    connect(model, &CallListModel::tallyChanged, this, [this](const Tally &tally) {
        m_summary->setTally(tally);
        updateCounts();
        updateEmptyList();
    });
    connect(model, &QAbstractItemModel::rowsInserted, this, &MainWindow::updateEmptyList);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &MainWindow::updateEmptyList);
    connect(model, &QAbstractItemModel::modelReset, this, &MainWindow::updateEmptyList);
    connect(model, &QAbstractItemModel::layoutChanged, this, &MainWindow::updateEmptyList);
    connect(m_calls, &CallsView::selectionCountChanged, this, [this](int selected) {
        m_selected = selected;
        updateCounts();
    });
}

void MainWindow::connectAccounts()
{
    auto *proxy = new ProxyFlow(m_session, m_board, this);
    connect(proxy, &ProxyFlow::told, this, &MainWindow::showStatus);
    connect(m_accounts, &AccountFlow::proxyLoginWanted, proxy, &ProxyFlow::enterLogin);
    connect(m_accounts, &AccountFlow::told, this, &MainWindow::showStatus);
    connect(m_tokens, &TokenNotices::enterToken, m_accounts, &AccountFlow::enterToken);
    connect(m_ending, &EndingFlow::tokenNeeded, m_tokens, &TokenNotices::remind);
    connect(m_empty, &EmptyList::addAccountRequested, m_accounts, &AccountFlow::add);
    connect(m_session->book(), &AccountBook::changed, this, &MainWindow::updateEmptyList);
    const QString trouble = m_session->settingsTrouble();
    if (!trouble.isEmpty())
        m_board->post(NoticeKind::Settings, { .level = NoticeBar::Level::Trouble, .text = trouble });
}

void MainWindow::showReport(const AddReport &report, const QString &sentence)
{
    const bool nothingFound = report.scan.found.isEmpty();
    m_lastScan = report.scan;
    m_lastScan.text.clear();
    m_lastScan.found.clear();
    const bool ignored = !report.scan.ignored.isEmpty();
    m_actions->showIgnored->setEnabled(ignored);
    // A typed line with nothing like an id in it gets the reason why it is none; the rest what was looked through.
    const bool noId = nothingFound && !ignored && report.source == TextSource::Typed;
    m_input->showSentence(noId ? words::notAnId(report.scan.text) : sentence,
                          nothingFound ? InputBar::Tone::Trouble : InputBar::Tone::Plain, ignored);
}

void MainWindow::showTrouble(const QString &sentence)
{
    if (m_pause->isAsking() || m_board->isCovered(NoticeKind::Trouble)) {
        // The question whether to go on stays where it is; the log keeps what the status line loses.
        showStatus(sentence);
        m_session->note(sentence);
        return;
    }
    m_board->post(NoticeKind::Trouble, { .level = NoticeBar::Level::Trouble, .text = sentence });
}

void MainWindow::showStatus(const QString &sentence)
{
    m_status->setText(sentence);
    QAccessibleEvent alert(m_status, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void MainWindow::showAccount()
{
    const Account &account = m_session->account();
    m_banner->setAccount(account);
    m_actionBar->setAccount(account);
    showTitle();
    updateEmptyList();
}

void MainWindow::showTitle()
{
    const bool busy = m_session->busy();
    setWindowTitle(titleWithProgress(m_session->account(), busy ? m_session->progressDone() : 0,
                                     busy ? m_session->progressTotal() : 0));
}

void MainWindow::showProgress()
{
    showTitle();
    m_summary->setProgress(m_session->progressDone(), m_session->progressTotal(), m_session->timeLeft());
}

void MainWindow::showHeld(qint64 untilMs)
{
    m_heldUntilMs = std::max(m_heldUntilMs, untilMs);
    const qint64 left = std::max<qint64>(0, m_heldUntilMs - QDateTime::currentMSecsSinceEpoch());
    m_summary->setHeldUntil(left > 0 ? m_heldUntilMs : 0);
    m_heldTimer->start(std::chrono::milliseconds(left));
}

void MainWindow::showPolicy()
{
    const bool mayExport = m_session->history()->mayExport();
    m_actions->saveLog->setEnabled(mayExport);
    for (QAction *action : { m_actions->saveList, m_actions->saveLog })
        action->setToolTip({});
    m_log->forbidSaving(mayExport ? QString() : words::exportOff());
    updateCounts();
}

/// After all else has said whether they can be used.
void MainWindow::markExports()
{
    const QString sentence = m_session->history()->mayExport() ? QString() : words::exportOff();
    for (QAction *action : { m_actions->saveList, m_actions->saveLog, m_actions->copyReceipt })
        greyByPolicy(action, sentence);
}

void MainWindow::updateCounts()
{
    const Tally &tally = m_session->calls()->tally();
    const bool busy = m_session->busy();
    // What is in its grace period still stands in the table as it was; then it is counted, not only looked up.
    const bool grace = m_session->inGrace() > 0;
    const int listed = grace ? static_cast<int>(m_session->notYetAsked().size()) : tally.listed;
    const int retryable
        = grace ? static_cast<int>(m_session->retryable().size()) : tally[Outcome::NotSent] + tally[Outcome::Unknown];
    m_actionBar->setCounts(m_selected, endableOfSelected(), listed, retryable);
    m_actionBar->setBusy(busy);
    // On another page it is not seen what is selected.
    const bool anySelected = isOnLive() ? m_live->hasEndable() : m_selected > 0 && !isOnHistory();
    m_actions->hangUpSelected->setEnabled(anySelected);
    // Not while more are to come: "all" would be those that happen to be there.
    m_actions->hangUpAll->setEnabled(listed > 0 && !m_session->isAdding());
    m_actions->retry->setEnabled(retryable > 0);
    m_actions->stop->setEnabled(busy);
    m_actions->resume->setEnabled(m_pause->isAsking());
    m_actions->stopProof->setEnabled(m_session->proofsPending() > 0);
    m_actions->recovery->setEnabled(m_recovery->hasCalls());
    updateSupport();
    m_actions->showReceipt(m_session->lastBatch() != 0 || isOnHistory());
    updateLookUp();
    m_actions->copyIds->setEnabled(anySelected || (m_selected > 0 && !isOnLive()));
    m_actions->remove->setEnabled(m_selected > 0 && !m_session->isAdding());
    m_actions->removeEnded->setEnabled(tally[Outcome::Ended] > 0 && !m_session->isAdding());
    m_actions->saveList->setEnabled(tally.all() > 0);
    markExports();
}

std::optional<int> MainWindow::endableOfSelected() const
{
    // Counted with each step of a batch: more would cost the table its smoothness.
    constexpr int MostCounted = 1000;
    if (m_selected > MostCounted)
        return {};
    const CallListModel *calls = m_session->calls();
    int endable = 0;
    const QList<CallId> ids = m_calls->selectedIds();
    const bool grace = m_session->inGrace() > 0;
    const QList<CallId> open = grace ? m_session->notYetAsked() : QList<CallId>();
    const QSet<CallId> notConfirmed(open.begin(), open.end());
    for (const CallId &id : ids) {
        const CallState state = calls->state(id);
        const bool listed = state == CallState::Listed && (!grace || notConfirmed.contains(id));
        const bool free = listed || state == CallState::Done;
        const std::optional<CallResult> result = free ? calls->result(id) : std::nullopt;
        endable += free && (!result || result->outcome != Outcome::Ended) ? 1 : 0;
    }
    return endable;
}

void MainWindow::updateEmptyList()
{
    const CallListModel *model = m_session->calls();
    const QList<Account> accounts = m_session->book()->accounts();
    const bool onlyPractice
        = std::all_of(accounts.begin(), accounts.end(), [](const Account &account) { return account.isPractice(); });
    // Whoever chose the second practice account is no newcomer; a ticket's calls are of the first one.
    const bool first = m_session->account().key == Account::practice().key;
    const EmptyList::Why nothing = onlyPractice && first ? EmptyList::Why::FirstStart : EmptyList::Why::NothingListed;
    const EmptyList::Why why = model->total() == 0 ? nothing
        : model->rowCount() == 0                   ? EmptyList::Why::NothingMatches
                                                   : EmptyList::Why::NotEmpty;
    m_empty->explain(why, first);
}

} // namespace hangup
