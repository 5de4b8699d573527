// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/mainwindow.h"

#include "session/launch.h"
#include "ui/accountbox.h"
#include "ui/accountflow.h"
#include "ui/actionbar.h"
#include "ui/banner.h"
#include "ui/batchnotice.h"
#include "ui/calldetails.h"
#include "ui/callsview.h"
#include "ui/closingflow.h"
#include "ui/emptylist.h"
#include "ui/endingflow.h"
#include "ui/gracebar.h"
#include "ui/helpflow.h"
#include "ui/historypage.h"
#include "ui/inputbar.h"
#include "ui/journalnotices.h"
#include "ui/livepage.h"
#include "ui/logpane.h"
#include "ui/noticeboard.h"
#include "ui/pagetabs.h"
#include "ui/pausequestion.h"
#include "ui/policybar.h"
#include "ui/receiptflow.h"
#include "ui/recoveryflow.h"
#include "ui/savingflow.h"
#include "ui/settingsflow.h"
#include "ui/summarystrip.h"
#include "ui/taskbarprogress.h"
#include "ui/textintake.h"
#include "ui/tokennotices.h"
#include "ui/windowactions.h"

#include <QApplication>
#include <QCloseEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTimer>
#include <QToolButton>
#include <QUndoStack>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

// Keys of the layout in hangup.ini.
const QString GeometryKey = u"window"_s;
const QString SplitterKey = u"splitter"_s;
const QString BesideKey = u"details"_s;
const QString CallsKey = u"calls"_s;
const QString LogKey = u"log"_s;

constexpr QSize FirstSize(1280, 720);
constexpr int SmallestWidth = 880;
constexpr int LogHeight = 150;
constexpr int SmallestLog = 110;

} // namespace

MainWindow::MainWindow(Session *session, QWidget *parent)
    : QMainWindow(parent), m_session(session), m_settings(new SettingsFlow(session, this)),
      m_undo(new QUndoStack(this)), m_actions(new WindowActions(this, m_undo)),
      m_intake(new TextIntake(session, m_undo, this)), m_ending(new EndingFlow(session, this)),
      m_closing(new ClosingFlow(session, this)), m_saving(new SavingFlow(session, this)),
      m_banner(new AccountBanner(this)), m_notice(new NoticeBar(this)), m_board(new NoticeBoard(m_notice, this)),
      m_pause(new PauseQuestion(session, m_board, this)), m_recovery(new RecoveryFlow(session, m_board, this)),
      m_receipt(new ReceiptFlow(session, this)), m_tokens(new TokenNotices(session, m_board, this)),
      m_accountBox(new AccountBox(this)), m_filter(new QLineEdit(this)), m_input(new InputBar(this)),
      m_summary(new SummaryStrip(this)), m_calls(new CallsView(session->calls(), this)), m_empty(new EmptyList(this)),
      m_actionBar(new ActionBar(this)), m_log(new LogPane(session->log(), this)),
      m_splitter(new QSplitter(Qt::Vertical, this)), m_tabs(new PageTabBar(tr("Pages"), this)),
      m_pages(new QStackedWidget(this)), m_beside(new QSplitter(Qt::Horizontal, this)), m_status(new QLabel(this)),
      m_proof(new QLabel(this)), m_heldTimer(new QTimer(this))
{
    m_help = new HelpFlow(m_actions->all(), this);
    new BatchNotice(m_session, this);
    new TaskbarProgress(m_session, this);
    new JournalNotices(m_session, m_board, this);
    build();
    m_accounts = new AccountFlow(m_session, m_accountBox, m_actions->accounts, m_undo, this);
    connectActions();
    connectSession();
    connectAccounts();
    connectPages();
    connectDetails();
    connectRecord();
    m_splitter->setAccessibleName(tr("Calls and log"));
    m_splitter->handle(1)->setAccessibleName(tr("Border between calls and log"));
    settleFields(this);
    restoreLayout();
    showAccount();
    showPolicy();
    updateEmptyList();
    m_input->field()->setFocus();
}

MainWindow::~MainWindow() = default;

void MainWindow::build()
{
    // main() gave it to all windows; seven sizes are not read twice.
    if (QApplication::windowIcon().isNull())
        setWindowIcon(theme::appIcon());
    setAcceptDrops(true);

    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(buildCalls());
    m_splitter->addWidget(m_log);
    m_splitter->setStretchFactor(0, 1);
    m_log->setMinimumHeight(SmallestLog);

    m_pages->addWidget(buildCallsPage());
    for (const Page page : { LivePageNumber, HistoryPageNumber })
        m_pages->insertWidget(page, new QWidget(m_pages)); // until it is shown
    auto *body = new QWidget(this);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(theme::Margin, theme::WideGap, theme::Margin, theme::Gap);
    column->setSpacing(theme::WideGap);
    column->addWidget(buildTop());
    column->addWidget(buildBeside(), 1);

    auto *all = new QWidget(this);
    auto *layout = new QVBoxLayout(all);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addWidget(new PolicyBar(m_session, all));
    layout->addWidget(m_notice);
    layout->addWidget(body, 1);
    // A strut, not a least size of the window or of this: that would hide what the parts need, and large text needs
    // more.
    layout->addStrut(SmallestWidth);
    setCentralWidget(all);
    m_notice->hide();
    auto *grace = new GraceBar(m_session, all);
    connect(grace, &GraceBar::undoRequested, m_actions->undoHangUp, &QAction::trigger);
    // As one reads: the pages stand between the account and the filter.
    setTabOrder(m_accountBox, m_tabs);

    buildStatusBar();
}

void MainWindow::buildStatusBar()
{
    m_status->setTextFormat(Qt::PlainText);
    m_status->setAccessibleName(tr("Status"));
    m_status->setContentsMargins(theme::Margin - theme::Gap / 2, 0, 0, 0);
    m_proof->setTextFormat(Qt::PlainText);
    m_proof->setAccessibleName(tr("Proof"));
    m_proof->setContentsMargins(0, 0, theme::Margin - theme::Gap / 2, 0);
    statusBar()->setAccessibleName(tr("Status bar"));
    statusBar()->addWidget(m_status, 1);
    statusBar()->addPermanentWidget(m_proof);
}

QWidget *MainWindow::buildCallsPage()
{
    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::WideGap);
    column->addWidget(m_input);
    column->addWidget(m_summary);
    column->addWidget(m_splitter, 1);
    return page;
}

QWidget *MainWindow::buildTop()
{
    constexpr int FilterWidth = 260;
    m_filter->setAccessibleName(tr("Filter calls"));
    m_filter->setPlaceholderText(tr("Filter calls"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMinimumHeight(theme::ControlHeight);
    m_filter->setFixedWidth(FilterWidth);
    m_filter->setTextMargins(theme::Gap / 2, 0, theme::Gap / 2, 0);
    auto *top = new QWidget(this);
    auto *row = new QHBoxLayout(top);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::WideGap);
    row->addWidget(m_accountBox);
    row->addSpacing(theme::Gap);
    row->addWidget(m_tabs);
    row->addStretch(1);
    row->addWidget(m_filter);
    return top;
}

QWidget *MainWindow::buildCalls()
{
    constexpr int SmallestTable = 120;
    m_calls->setMinimumHeight(SmallestTable);
    auto *calls = new QWidget(this);
    auto *grid = new QGridLayout(calls);
    grid->setContentsMargins(0, 0, 0, theme::Gap);
    grid->setVerticalSpacing(theme::WideGap);
    // One cell for both: the hint lies over the table, whose header and name stay.
    grid->addWidget(m_calls, 0, 0);
    grid->addWidget(m_empty, 0, 0, Qt::AlignCenter);
    grid->addWidget(m_actionBar, 1, 0);
    grid->setRowStretch(0, 1);
    m_empty->raise();
    return calls;
}

void MainWindow::settleFields(const QWidget *part)
{
    const auto fields = part->findChildren<QLineEdit *>();
    for (QLineEdit *field : fields) {
        // A drop is for the window, wherever it falls.
        field->setAcceptDrops(false);
        // Qt gives the clear button inside no name.
        const auto buttons = field->findChildren<QToolButton *>();
        for (QToolButton *button : buttons) {
            if (button->accessibleName().isEmpty())
                button->setAccessibleName(field == m_input->field() ? tr("Clear the field") : tr("Clear the filter"));
        }
    }
}

void MainWindow::addRows(const QStringList &rows)
{
    m_intake->addRows(rows);
}

void MainWindow::takeRows(const QStringList &rows)
{
    if (!rows.isEmpty())
        showPage(CallsPage);
    m_intake->addRows(rows);
    comeToFront();
}

void MainWindow::refuseLink(LinkRefusal why)
{
    showTrouble(linkRefusal(why));
    comeToFront();
}

void MainWindow::comeToFront()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::setPlaces(const QString &settingsFile, const QString &dataFolder)
{
    m_help->setPlaces(settingsFile, dataFolder);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_closing->mayClose()) {
        event->ignore();
        return;
    }
    saveLayout();
    event->accept();
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        m_actions->refreshIcons(palette());
    // Where nothing tells that the policy was changed, whoever comes back finds out.
    if (event->type() == QEvent::ActivationChange && isActiveWindow())
        m_session->refreshPolicy();
    QMainWindow::changeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!TextIntake::takes(event->mimeData()))
        return;
    // Never a move: what is dropped stays where it came from.
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    event->setDropAction(Qt::CopyAction);
    event->accept();
    // Where what came of it is seen.
    showPage(CallsPage);
    m_intake->addMime(event->mimeData(), TextSource::Dropped);
}

void MainWindow::restoreLayout()
{
    resize(FirstSize);
    restoreGeometry(m_session->layoutState(GeometryKey));
    m_calls->restoreLayout(m_session->layoutState(CallsKey));
    if (!m_splitter->restoreState(m_session->layoutState(SplitterKey)))
        m_splitter->setSizes({ FirstSize.height(), LogHeight });
    m_beside->restoreState(m_session->layoutState(BesideKey));
    const bool logShown = m_session->layoutState(LogKey) != "hidden";
    m_log->setVisible(logShown);
    m_actions->logPane->setChecked(logShown);
}

void MainWindow::saveLayout()
{
    m_session->setLayoutState(GeometryKey, saveGeometry());
    m_session->setLayoutState(CallsKey, m_calls->saveLayout());
    if (m_live)
        m_session->setLayoutState(LiveKey, m_live->saveLayout());
    m_session->setLayoutState(SplitterKey, m_splitter->saveState());
    m_session->setLayoutState(BesideKey, m_beside->saveState());
    m_session->setLayoutState(LogKey, m_actions->logPane->isChecked() ? "shown"_ba : "hidden"_ba);
}

void MainWindow::resetLayout()
{
    m_calls->resetLayout();
    if (m_live)
        m_live->resetLayout();
    else
        m_session->setLayoutState(LiveKey, {});
    if (m_history)
        m_history->resetLayout();
    m_log->resetLayout();
    m_actions->logPane->setChecked(true);
    resize(FirstSize);
    m_splitter->setSizes({ FirstSize.height(), LogHeight });
    const int details = m_details->sizeHint().width();
    QList<int> widths { FirstSize.width() - details, details };
    if (m_beside->indexOf(m_details) == 0)
        widths.swapItemsAt(0, 1); // from right to left
    m_beside->setSizes(widths);
}

} // namespace hangup
