// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// Who is on a call: the pane of details beside the pages, Look up, and Copy as.
#include "ui/mainwindow.h"

#include "ui/actionbar.h"
#include "ui/calldetails.h"
#include "ui/callsview.h"
#include "ui/copyasmenu.h"
#include "ui/detailsflow.h"
#include "ui/endingflow.h"
#include "ui/livepage.h"
#include "ui/tokennotices.h"
#include "ui/windowactions.h"

#include <QAction>
#include <QItemSelectionModel>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>

namespace hangup {

/// The pages, and beside them, when it was asked for, the pane.
QWidget *MainWindow::buildBeside()
{
    m_details = new CallDetails(this);
    m_beside->setAccessibleName(tr("Pages and call details"));
    m_beside->setChildrenCollapsible(false);
    m_beside->setHandleWidth(theme::Margin);
    // From right to left QSplitter puts what is in it a pixel too far to the right, where the edge is cut: it stays as
    // it is, and its parts change places.
    const Qt::LayoutDirection direction = layoutDirection();
    const bool mirrored = direction == Qt::RightToLeft;
    m_beside->setLayoutDirection(Qt::LeftToRight);
    m_beside->addWidget(m_pages);
    m_beside->insertWidget(mirrored ? 0 : 1, m_details);
    m_pages->setLayoutDirection(direction);
    m_details->setLayoutDirection(direction);
    m_beside->setStretchFactor(m_beside->indexOf(m_pages), 1);
    m_beside->setStretchFactor(m_beside->indexOf(m_details), 0);
    m_beside->handle(1)->setAccessibleName(tr("Border between pages and call details"));
    m_details->hide();
    return m_beside;
}

void MainWindow::connectDetails()
{
    auto *flow = new DetailsFlow(m_session, m_details, this);
    m_lookUp = flow;
    connect(flow, &DetailsFlow::told, this, &MainWindow::showStatus);
    connect(flow, &DetailsFlow::tokenNeeded, m_tokens, &TokenNotices::remind);
    connect(flow, &DetailsFlow::copyAsWanted, this,
            [this](const CallId &id, CopyLanguage language) { copyCallAs(id, language); });
    connect(flow, &DetailsFlow::requestCancelWanted, this, [this](const CallId &id) {
        const auto words = ticketWords();
        if (!words)
            return;
        // What was looked up on the page of live calls has no row yet; only what has one can be confirmed.
        if (!m_session->calls()->contains(id))
            m_session->addCalls({ id });
        m_ending->askForRequest(id, *words);
    });
    connect(flow, &DetailsFlow::legChosen, this, [this](const CallId &id) {
        if (!isOnLive() && m_session->calls()->rowOf(id) >= 0)
            m_calls->selectCall(id);
    });
    connect(m_actions->lookUp, &QAction::triggered, flow, [this, flow] {
        flow->lookUp(isOnLive() ? m_live->selectedIds() : m_calls->selectedIds());
        // The pane takes room, and the row that it is about stays in sight.
        QTimer::singleShot(0, m_calls, [this] { m_calls->scrollTo(m_calls->currentIndex()); });
    });
    connect(m_calls, &CallsView::lookUpRequested, m_actions->lookUp, &QAction::trigger);
    connect(m_calls, &CallsView::copyAsRequested, this, &MainWindow::copySelectedAs);
    connect(m_actions, &WindowActions::copyAsChosen, this, &MainWindow::copySelectedAs);
    connect(m_calls, &CallsView::selectionCountChanged, flow,
            [this, flow] { flow->follow(m_calls->currentSelected()); });
    connect(
        m_calls->selectionModel(), &QItemSelectionModel::currentChanged, flow,
        [this, flow] { flow->follow(m_calls->currentSelected()); }, Qt::QueuedConnection);
}

void MainWindow::copySelectedAs(CopyLanguage language)
{
    const QList<CallId> ids = isOnLive() ? m_live->selectedIds() : m_calls->selectedIds();
    if (ids.size() == 1)
        copyCallAs(ids.constFirst(), language);
    else
        showStatus(tr("Select one call to copy it as a program."));
}

void MainWindow::copyCallAs(const CallId &id, CopyLanguage language)
{
    showStatus(copyToClipboard(language, id));
}

void MainWindow::updateLookUp()
{
    const bool isOnCalls = !isOnHistory() && !isOnLive();
    const qsizetype selected = isOnLive() ? m_live->selectedIds().size() : isOnCalls ? m_selected : 0;
    m_actions->lookUp->setEnabled(selected > 0);
    m_actions->copyAs->setEnabled(selected == 1);
}

} // namespace hangup
