// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// The pages of the window, and what is kept of past batches: proof, journal, receipt, what an early end left open.
#include "ui/mainwindow.h"

#include "domain/words.h"
#include "ui/actionbar.h"
#include "ui/callsview.h"
#include "ui/detailsflow.h"
#include "ui/historypage.h"
#include "ui/inputbar.h"
#include "ui/livepage.h"
#include "ui/noticeboard.h"
#include "ui/pagetabs.h"
#include "ui/receiptflow.h"
#include "ui/recoveryflow.h"
#include "ui/textintake.h"
#include "ui/ticketfields.h"
#include "ui/windowactions.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QStackedWidget>

#include <utility>

namespace hangup {

void MainWindow::connectPages()
{
    m_tabs->addTab(tr("Calls"));
    m_tabs->addTab(tr("Live calls"));
    m_tabs->addTab(tr("History"));
    m_tabs->setTabToolTip(CallsPage, tr("The list of calls (Ctrl+1)"));
    m_tabs->setTabToolTip(LivePageNumber, tr("Who is on the calls of the account now (Ctrl+2)"));
    m_tabs->setTabToolTip(HistoryPageNumber, tr("Past batches, from the journal (Ctrl+3)"));
    connect(m_tabs, &PageTabBar::currentChanged, this, &MainWindow::showPage);
    connect(m_actions->callsPage, &QAction::triggered, this, [this] {
        showPage(CallsPage);
        m_input->field()->setFocus(Qt::ShortcutFocusReason);
    });
    connect(m_actions->historyPage, &QAction::triggered, this, [this] {
        showPage(HistoryPageNumber);
        m_history->focusSearch();
    });
    connect(m_actions->livePage, &QAction::triggered, this, [this] {
        showPage(LivePageNumber);
        m_live->focusFilter();
    });
}

/// The others wait until they are first shown: most starts are for the list of calls, and it is there sooner.
void MainWindow::makePage(int page)
{
    if (page == LivePageNumber && !m_live)
        makeLive();
    else if (page == HistoryPageNumber && !m_history)
        makeHistory();
}

void MainWindow::makeLive()
{
    m_live = new LivePage(m_session, this);
    m_live->restoreLayout(m_session->layoutState(LiveKey));
    connect(m_actions->refreshLive, &QAction::triggered, m_live, &LivePage::refresh);
    connect(m_live, &LivePage::listed, m_intake, &TextIntake::tell);
    connect(m_live, &LivePage::hangUpRequested, this, &MainWindow::hangUp);
    connect(m_live, &LivePage::selectionCountChanged, this, &MainWindow::updateCounts);
    connect(m_live, &LivePage::copyAsRequested, this, &MainWindow::copySelectedAs);
    connect(m_live, &LivePage::detailsWanted, m_lookUp, &DetailsFlow::lookUp);
    connect(m_live, &LivePage::selectionCountChanged, m_lookUp, [this] {
        const QList<CallId> ids = m_live->selectedIds();
        m_lookUp->follow(ids.isEmpty() ? std::nullopt : std::optional(ids.constFirst()));
    });
    addPage(LivePageNumber, m_live);
}

void MainWindow::makeHistory()
{
    m_history = new HistoryPage(m_session, this);
    connect(m_history, &HistoryPage::listed, m_intake, &TextIntake::tell);
    addPage(HistoryPageNumber, m_history);
}

/// @p widget comes in the place that is kept for @p page.
void MainWindow::addPage(int page, QWidget *widget)
{
    widget->setLayoutDirection(m_pages->layoutDirection());
    settleFields(widget);
    delete m_pages->widget(page);
    m_pages->insertWidget(page, widget);
    // Tab goes to it after the tabs, not after all that was made before.
    QList<QWidget *> stops;
    for (QWidget *next = widget->nextInFocusChain(); next != widget; next = next->nextInFocusChain()) {
        if (widget->isAncestorOf(next) && (next->focusPolicy() & Qt::TabFocus) && !next->focusProxy())
            stops += next;
    }
    QWidget *last = m_tabs;
    for (QWidget *stop : std::as_const(stops)) {
        setTabOrder(last, stop);
        last = stop;
    }
}

bool MainWindow::isOnHistory() const
{
    return m_pages->currentIndex() == HistoryPageNumber;
}

bool MainWindow::isOnLive() const
{
    return m_pages->currentIndex() == LivePageNumber;
}

void MainWindow::showPage(int page)
{
    m_tabs->setCurrentIndex(page);
    if (m_pages->currentIndex() == page)
        return;
    makePage(page);
    m_pages->setCurrentIndex(page);
    (page == CallsPage               ? m_actions->callsPage
         : page == HistoryPageNumber ? m_actions->historyPage
                                     : m_actions->livePage)
        ->setChecked(true);
    m_filter->setVisible(page == CallsPage);
    m_actions->refreshLive->setEnabled(page == LivePageNumber);
    updateCounts();
}

/// What is pasted on another page is looked for there; it adds nothing to a list that is out of sight.
void MainWindow::pasteIntoSearch()
{
    if (isOnLive())
        m_live->focusFilter();
    else
        m_history->focusSearch();
    if (auto *field = qobject_cast<QLineEdit *>(QApplication::focusWidget())) {
        field->selectAll();
        field->paste();
    }
}

/// The page's tables know what to copy: they get the key.
void MainWindow::copyFromHistory()
{
    auto *view = qobject_cast<QAbstractItemView *>(QApplication::focusWidget());
    if (!view)
        return;
    QKeyEvent press(QEvent::KeyPress, Qt::Key_C, Qt::ControlModifier);
    QCoreApplication::sendEvent(view, &press);
}

void MainWindow::connectRecord()
{
    const auto applySettings = [this] { m_actionBar->ticket()->setRequired(m_session->settings().ticketRequired); };
    connect(m_session, &Session::settingsChanged, this, applySettings);
    applySettings();

    connect(m_receipt, &ReceiptFlow::told, this, &MainWindow::showStatus);
    connect(m_receipt, &ReceiptFlow::verified, this, &MainWindow::showVerified);
    connect(m_actions->copyReceipt, &QAction::triggered, this, [this] {
        if (isOnHistory())
            m_history->copyReceipt();
        else
            m_receipt->copyReceipt();
    });
    connect(m_actions->copySupport, &QAction::triggered, this,
            [this] { m_receipt->copySupportText(m_calls->selectedIds()); });
    connect(m_actions->verifyJournal, &QAction::triggered, m_receipt, &ReceiptFlow::verify);

    connect(m_recovery, &RecoveryFlow::changed, this, &MainWindow::updateCounts);
    connect(m_recovery, &RecoveryFlow::putBack, m_intake, &TextIntake::tell);
    connect(m_actions->recovery, &QAction::triggered, m_recovery, &RecoveryFlow::show);

    connect(m_session, &Session::proofChanged, this, &MainWindow::showProofPending);
    connect(m_session, &Session::proofIdle, this, &MainWindow::showProofPending);
    connect(m_session, &Session::batchFinished, this, &MainWindow::showProofPending);
    connect(m_actions->stopProof, &QAction::triggered, m_session, &Session::stopProof);
    showProofPending();
}

void MainWindow::showVerified(const JournalCheck &check)
{
    const QString sentence = words::journalCheck(check);
    if (check.state != JournalCheck::State::Whole) {
        showTrouble(sentence);
        return;
    }
    showStatus(sentence);
    if (!m_board->isCovered(NoticeKind::Trouble))
        m_board->post(NoticeKind::Trouble, { .level = NoticeBar::Level::Note, .text = sentence });
}

void MainWindow::showProofPending()
{
    const int pending = m_session->proofsPending();
    m_proof->setText(pending == 0       ? QString()
                         : pending == 1 ? tr("Asking Plivo for the record of 1 call")
                                        : tr("Asking Plivo for the records of %n calls", nullptr, pending));
    // Not narrower while it counts down: its words stay where they are.
    m_proof->setMinimumWidth(pending == 0 ? 0 : qMax(m_proof->minimumWidth(), m_proof->sizeHint().width()));
    m_actions->stopProof->setEnabled(pending > 0);
    updateSupport();
}

void MainWindow::updateSupport()
{
    // As in endableOfSelected(): more would cost the table its smoothness. What is not counted may be.
    constexpr int MostCounted = 1000;
    m_actions->showSupport(
        m_selected > MostCounted ? m_selected : static_cast<int>(m_receipt->stillLive(m_calls->selectedIds()).size()));
}

} // namespace hangup
