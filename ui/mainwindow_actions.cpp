// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// What the commands of the window do.
#include "ui/mainwindow.h"

#include "ui/aboutdialog.h"
#include "ui/actionbar.h"
#include "ui/callsview.h"
#include "ui/diagnosticsdialog.h"
#include "ui/emptylist.h"
#include "ui/endingflow.h"
#include "ui/helpflow.h"
#include "ui/historypage.h"
#include "ui/ignoreddialog.h"
#include "ui/inputbar.h"
#include "ui/livepage.h"
#include "ui/logpane.h"
#include "ui/messages.h"
#include "ui/pausequestion.h"
#include "ui/savingflow.h"
#include "ui/settingsflow.h"
#include "ui/shortcutsdialog.h"
#include "ui/summarystrip.h"
#include "ui/textintake.h"
#include "ui/ticketfields.h"
#include "ui/undocommands.h"
#include "ui/windowactions.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QFileDialog>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QUndoStack>

namespace hangup {

namespace {

/// Above this many characters a text without an id is no typing mistake: it isn't kept in the field.
constexpr qsizetype LongestMistake = 200;

QLineEdit *focusedField()
{
    return qobject_cast<QLineEdit *>(QApplication::focusWidget());
}

bool isMistake(const QString &text)
{
    return text.size() <= LongestMistake && !text.contains(u'\n') && !text.contains(u'\r');
}

} // namespace

void MainWindow::connectActions()
{
    const auto on = [this](QAction *action, auto slot) { connect(action, &QAction::triggered, this, slot); };
    on(m_actions->open, &MainWindow::openFiles);
    on(m_actions->saveList, [this] { m_saving->saveCalls(); });
    on(m_actions->saveLog, [this] { m_saving->saveLog(); });
    on(m_actions->quit, [this] { close(); });
    on(m_actions->cut, &MainWindow::cut);
    on(m_actions->copy, &MainWindow::copy);
    on(m_actions->paste, &MainWindow::paste);
    on(m_actions->selectAll, &MainWindow::selectAll);
    on(m_actions->copyIds, [this] { isOnLive() ? m_live->copyIds() : m_calls->copyIds(); });
    on(m_actions->find, &MainWindow::find);
    on(m_actions->filterLog, [this] {
        showPage(CallsPage);
        m_actions->logPane->setChecked(true);
        m_log->focusFilter();
    });
    on(m_actions->showIgnored, &MainWindow::showIgnored);
    on(m_actions->hangUpSelected, &MainWindow::hangUpSelected);
    on(m_actions->hangUpAll, [this] { hangUp(m_session->notYetAsked()); });
    on(m_actions->retry, [this] { hangUp(m_session->retryable()); });
    on(m_actions->undoHangUp, [this] { m_ending->undo(); });
    on(m_actions->stop, [this] { m_pause->answer(false); });
    on(m_actions->resume, [this] { m_pause->answer(true); });
    on(m_actions->removeEnded, &MainWindow::removeEnded);
    on(m_actions->resetLayout, &MainWindow::resetLayout);
    on(m_actions->sample, [this] { m_intake->addText(m_session->sampleTicket(), TextSource::Sample); });
    on(m_actions->settings, [this] { m_settings->open(); });
    on(m_actions->help, [this] { m_help->open(); });
    on(m_actions->diagnostics, &MainWindow::showDiagnostics);
    on(m_actions->shortcuts, &MainWindow::showShortcuts);
    on(m_actions->about, [this] {
        auto *dialog = new AboutDialog(this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    on(m_actions->aboutQt, [this] {
        // QApplication::aboutQt() would run an event loop of its own.
        plainMessage(
            this, QMessageBox::Information, tr("About Qt"),
            tr("This program uses Qt %1, the work of The Qt Company Ltd. and other contributors, under the GNU "
               "LGPL version 3.\nMore at https://www.qt.io and https://www.gnu.org/licenses/lgpl-3.0.html.")
                .arg(QString::fromLatin1(qVersion())))
            ->open();
    });
    connect(m_actions->logPane, &QAction::toggled, m_log, &QWidget::setVisible);
    m_actions->showTheme(m_session->settings().colours);
    connect(m_actions, &WindowActions::themeChosen, m_settings, &SettingsFlow::setColours);
    connect(m_settings, &SettingsFlow::coloursChanged, m_actions, &WindowActions::showTheme);
    connect(m_settings, &SettingsFlow::resetLayoutRequested, this, &MainWindow::resetLayout);
    connect(m_actions, &WindowActions::filterChosen, this, &MainWindow::chooseFilter);
    connect(m_actions->columns, &QMenu::aboutToShow, this, &MainWindow::fillColumns);

    // Delete is the table's alone: with the log or a button in focus it must take nothing away.
    m_actions->remove->setShortcutContext(Qt::WidgetShortcut);
    m_calls->addAction(m_actions->remove);
    on(m_actions->remove, [this] { remove(m_calls->selectedIds()); });
    connect(m_calls, &CallsView::removeRequested, m_actions->remove, &QAction::trigger);

    connect(m_actionBar, &ActionBar::hangUpSelected, m_actions->hangUpSelected, &QAction::trigger);
    connect(m_actionBar, &ActionBar::hangUpAll, m_actions->hangUpAll, &QAction::trigger);
    connect(m_actionBar, &ActionBar::retryFailed, m_actions->retry, &QAction::trigger);
    connect(m_actionBar, &ActionBar::stop, m_actions->stop, &QAction::trigger);
    connect(m_input, &InputBar::entered, this, [this](const QString &text) {
        const std::optional<AddReport> report = m_intake->addText(text, TextSource::Typed);
        if (!report || !report->scan.found.isEmpty())
            m_input->clearField();
    });
    connect(m_input, &InputBar::pasteRequested, this, &MainWindow::pasteIntoField);
    connect(m_input, &InputBar::showIgnoredRequested, this, &MainWindow::showIgnored);
    connect(m_filter, &QLineEdit::textChanged, m_session->calls(), &CallListModel::setTextFilter);
    connect(m_summary, &SummaryStrip::filterChosen, this, &MainWindow::chooseFilter);
    connect(m_empty, &EmptyList::sampleRequested, m_actions->sample, &QAction::trigger);
    connect(m_empty, &EmptyList::openRequested, m_actions->open, &QAction::trigger);
    connect(m_empty, &EmptyList::showAllRequested, this, &MainWindow::showAllCalls);
    connect(m_log, &LogPane::callActivated, this, &MainWindow::activateCall);
    connect(m_calls, &CallsView::supportTextRequested, m_actions->copySupport, &QAction::trigger);
    connect(m_log, &LogPane::saveRequested, m_actions->saveLog, &QAction::trigger);
}

void MainWindow::openFiles()
{
    auto *dialog = new QFileDialog(this, tr("Open"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAccessibleName(tr("Open"));
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, m_intake, &TextIntake::addFiles);
    dialog->open();
}

void MainWindow::copy()
{
    if (QLineEdit *field = focusedField())
        field->copy();
    else if (isOnHistory())
        copyFromHistory();
    else if (isOnLive())
        m_live->copySelection();
    else if (m_log->isAncestorOf(QApplication::focusWidget()))
        m_log->copy();
    else
        m_calls->copySelection();
}

void MainWindow::cut()
{
    if (QLineEdit *field = focusedField())
        field->cut();
}

void MainWindow::paste()
{
    QLineEdit *field = focusedField();
    if (field && field != m_input->field())
        field->paste();
    else if (isOnHistory() || isOnLive())
        pasteIntoSearch();
    else if (field)
        pasteIntoField(QClipboard::Clipboard);
    else
        m_intake->addClipboard(QClipboard::Clipboard);
}

void MainWindow::pasteIntoField(QClipboard::Mode mode)
{
    const std::optional<AddReport> report = m_intake->addClipboard(mode);
    // A short text without an id may be part of one, or nearly one: it is put where it can be mended.
    if (report && report->scan.found.isEmpty() && isMistake(report->scan.text))
        m_input->keepForCorrection(report->scan.text);
}

void MainWindow::selectAll()
{
    if (QLineEdit *field = focusedField())
        field->selectAll();
    else if (auto *view = isOnHistory() ? qobject_cast<QAbstractItemView *>(QApplication::focusWidget()) : nullptr)
        view->selectAll();
    else if (isOnLive())
        m_live->selectAll();
    else if (!isOnHistory())
        m_calls->selectAll();
}

void MainWindow::remove(const QList<CallId> &ids)
{
    QList<CallId> removable;
    for (const CallId &id : ids) {
        const CallState state = m_session->calls()->state(id);
        if (state == CallState::Listed || state == CallState::Done)
            removable += id;
    }
    const auto staying = static_cast<int>(ids.size() - removable.size());
    if (!removable.isEmpty())
        m_undo->push(new RemoveCallsCommand(m_session->calls(), removable));
    if (staying == 1)
        showStatus(tr("1 call is under way and stays in the list."));
    else if (staying > 1)
        showStatus(tr("%n calls are under way and stay in the list.", nullptr, staying));
    else if (removable.size() == 1)
        showStatus(tr("1 call was removed from the list. It was not ended by that."));
    else if (!removable.isEmpty())
        showStatus(tr("%n calls were removed from the list. They were not ended by that.", nullptr,
                      static_cast<int>(removable.size())));
}

void MainWindow::removeEnded()
{
    QList<CallId> ended;
    const QList<CallId> ids = m_session->calls()->ids();
    for (const CallId &id : ids) {
        const std::optional<CallResult> result = m_session->calls()->result(id);
        if (m_session->calls()->state(id) == CallState::Done && result && result->outcome == Outcome::Ended)
            ended += id;
    }
    if (!ended.isEmpty())
        m_undo->push(new RemoveCallsCommand(m_session->calls(), ended));
}

void MainWindow::find()
{
    if (isOnHistory()) {
        m_history->focusSearch();
        return;
    }
    if (isOnLive()) {
        m_live->focusFilter();
        return;
    }
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void MainWindow::fillColumns()
{
    m_actions->columns->clear();
    const QAbstractItemModel *model = m_calls->model();
    const QHeaderView *header = m_calls->horizontalHeader();
    for (int visual = 0; visual < header->count(); ++visual) {
        const int column = header->logicalIndex(visual);
        // Without the id a row can't be told from another.
        if (column == CallListModel::UuidColumn)
            continue;
        QAction *action = m_actions->columns->addAction(model->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!m_calls->isColumnHidden(column));
        connect(action, &QAction::toggled, m_calls,
                [this, column](bool shown) { m_calls->setColumnHidden(column, !shown); });
    }
}

void MainWindow::hangUpSelected()
{
    if (isOnLive())
        m_live->hangUpSelected();
    else
        hangUp(m_calls->selectedIds());
}

void MainWindow::hangUp(const QList<CallId> &ids)
{
    if (ids.isEmpty())
        return;
    if (const auto words = ticketWords())
        m_ending->ask(ids, *words);
}

std::optional<BatchWords> MainWindow::ticketWords()
{
    showPage(CallsPage);
    TicketFields *fields = m_actionBar->ticket();
    if (!fields->isMissing())
        return fields->words();
    fields->focusMissing();
    showStatus(tr("Fill in “Ticket” and “Reason” first: the settings ask for both. Nothing was sent."));
    return {};
}

void MainWindow::showIgnored()
{
    auto *dialog = new IgnoredDialog(m_lastScan, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::showShortcuts()
{
    auto *dialog = new ShortcutsDialog(m_actions->all(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::showDiagnostics()
{
    auto *dialog = new DiagnosticsDialog(m_session->diagnostics(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::chooseFilter(CallFilter filter)
{
    m_session->calls()->setFilter(filter);
    m_summary->setFilter(filter);
    m_actions->showFilter(filter);
}

void MainWindow::showAllCalls()
{
    m_filter->clear();
    chooseFilter(CallFilter::All);
}

void MainWindow::activateCall(const CallId &id)
{
    CallListModel *model = m_session->calls();
    if (!model->contains(id)) {
        showStatus(tr("This call is no longer in the list."));
        return;
    }
    if (model->rowOf(id) < 0)
        showAllCalls();
    m_calls->selectCall(id);
}

} // namespace hangup
