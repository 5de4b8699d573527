// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/historypage_p.h"

#include "session/history.h"
#include "ui/banner.h"
#include "ui/historydelegate.h"
#include "ui/historydetails.h"
#include "ui/historyflow.h"
#include "ui/historylists.h"
#include "ui/historysearch.h"
#include "ui/historytable.h"
#include "ui/steadybutton.h"
#include "ui/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

using Batch = HistoryBatchModel;
using Call = HistoryCallModel;

const QList<HistoryTable::Width> &batchWidths()
{
    static const QList<HistoryTable::Width> widths {
        { Batch::WhenColumn, 20 },    { Batch::TicketColumn, 14 }, { Batch::AccountColumn, 16 },
        { Batch::OperatorColumn, 9 }, { Batch::CallsColumn, 6 },   { Batch::EndedColumn, 6 },
        { Batch::NotLiveColumn, 6 },  { Batch::RefusedColumn, 6 }, { Batch::UnknownColumn, 6 },
        { Batch::NotSentColumn, 6 },  { Batch::WaitingColumn, 6 }, { Batch::ProvenColumn, 6 },
    };
    return widths;
}

const QList<HistoryTable::Width> &callWidths()
{
    static const QList<HistoryTable::Width> widths {
        { Call::UuidColumn, 36, true }, { Call::OutcomeColumn, 17 }, { Call::ProofColumn, 12 },
        { Call::SourceColumn, 13 },     { Call::HttpColumn, 5 },     { Call::AttemptsColumn, 8 },
        { Call::WhenColumn, 20 },       { Call::TicketColumn, 14 },  { Call::AccountColumn, 14 },
    };
    return widths;
}

QLabel *heading(const QString &words, QWidget *parent)
{
    auto *label = new QLabel(words, parent);
    label->setTextFormat(Qt::PlainText);
    label->setFont(theme::font(theme::Type::Strong));
    return label;
}

bool isReceiptKey(const QKeyEvent *event)
{
    return event->key() == Qt::Key_C && event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier);
}

} // namespace

HistoryPage::Private::Private(HistoryPage *parent, Session *s)
    : QObject(parent), page(parent), session(s), lists(new HistoryLists(this)), flow(new HistoryFlow(parent)),
      notice(new NoticeBar(parent)), search(new HistorySearch(parent)),
      batchTable(
          new HistoryTable(lists->batches(), HistoryPage::tr("Batches"), batchWidths(), Batch::ReasonColumn, parent)),
      callsHeading(heading({}, parent)),
      allCalls(new SteadyButton(HistoryPage::tr("Show calls of all &batches"),
                                HistoryPage::tr("Show calls of all batches"), parent)),
      callTable(
          new HistoryTable(lists->calls(), HistoryPage::tr("Past calls"), callWidths(), Call::MessageColumn, parent)),
      details(new HistoryDetails(parent)), state(new QLabel(parent)),
      receipt(new SteadyButton(HistoryPage::tr("Co&py receipt"), HistoryPage::tr("Copy receipt"), parent)),
      exporting(new SteadyButton(HistoryPage::tr("E&xport…"), HistoryPage::tr("Export history"), parent)),
      removing(new SteadyButton(HistoryPage::tr("Remove ol&d events…"), HistoryPage::tr("Remove old events"), parent)),
      verifying(new SteadyButton(HistoryPage::tr("Verify &journal"), HistoryPage::tr("Verify the journal"), parent)),
      upright(new QSplitter(Qt::Vertical, parent)), across(new QSplitter(Qt::Horizontal, parent))
{
}

void HistoryPage::Private::setUp()
{
    batchTable->setItemDelegate(new HistoryBatchDelegate(HistoryTable::rightColumns(lists->batches()), batchTable));
    batchTable->setSelectionMode(QAbstractItemView::SingleSelection);
    callTable->setItemDelegate(new HistoryCallDelegate(HistoryTable::rightColumns(lists->calls()), callTable));
    state->setTextFormat(Qt::PlainText);
    state->setAccessibleName(HistoryPage::tr("State of the history"));
    // Long sentences may be cut before they widen the window.
    state->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    showTips();
    verifying->setToolTip(HistoryPage::tr("Check that nothing in the journal was changed"));
    lists->setVisibleCalls([this] { return callTable->visibleRows(); });
}

void HistoryPage::Private::layOut()
{
    const auto column = [](QWidget *box, std::initializer_list<QWidget *> widgets) {
        auto *layout = new QVBoxLayout(box);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(theme::Gap / 2);
        for (QWidget *widget : widgets)
            layout->addWidget(widget, qobject_cast<QLabel *>(widget) ? 0 : 1);
        return layout;
    };
    auto *above = new QWidget(upright);
    column(above, { heading(HistoryPage::tr("Batches"), above), batchTable });
    auto *left = new QWidget(across);
    auto *top = new QHBoxLayout;
    top->setSpacing(theme::Gap);
    top->addWidget(callsHeading, 1);
    top->addWidget(allCalls);
    column(left, { callTable })->insertLayout(0, top);
    auto *right = new QWidget(across);
    QLabel *callHeading = heading(HistoryPage::tr("One call"), right);
    column(right, { callHeading, details });
    // As high as the button that comes and goes beside the one: both stand on a line, and nothing moves.
    for (QLabel *label : { callsHeading, callHeading })
        label->setMinimumHeight(theme::ControlHeight);
    across->addWidget(left);
    across->addWidget(right);
    across->setStretchFactor(0, 1);
    upright->addWidget(above);
    upright->addWidget(across);
    upright->setStretchFactor(1, 1);
    for (QSplitter *splitter : { upright, across }) {
        splitter->setChildrenCollapsible(false);
        splitter->setHandleWidth(theme::WideGap);
    }

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(theme::Gap);
    buttons->addWidget(state, 1);
    for (QPushButton *button : { receipt, exporting, removing, verifying })
        buttons->addWidget(button);
    auto *all = new QVBoxLayout(page);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(theme::WideGap);
    all->addWidget(search);
    all->addWidget(notice);
    all->addWidget(upright, 1);
    all->addLayout(buttons);
}

void HistoryPage::Private::connectAll()
{
    connect(search, &HistorySearch::changed, this, &Private::startSearch);
    connect(lists, &HistoryLists::stateChanged, this, &Private::showState);
    connect(lists, &HistoryLists::eventsFound, details, &HistoryDetails::setEvents);
    connect(lists, &HistoryLists::batchesArrived, this, [this] {
        const int row = wanted != 0 ? lists->batches()->rowOf(wanted) : -1;
        if (row >= 0) {
            wanted = 0;
            batchTable->selectRow(row);
            batchTable->scrollTo(lists->batches()->index(row, 0));
        }
    });
    connect(lists, &HistoryLists::callsArrived, this, &Private::showCall);
    connect(flow, &HistoryFlow::told, this, [this](const QString &sentence, bool isTrouble) {
        notice->showNotice(isTrouble ? NoticeBar::Level::Trouble : NoticeBar::Level::Note, sentence);
    });
    connect(flow, &HistoryFlow::busyChanged, this, &Private::showState);
    connect(details, &HistoryDetails::supportTextRequested, this, &Private::copySupportText);
    connect(session, &Session::accountChanged, this, &Private::follow);
    connect(session, &Session::policyChanged, this, [this] {
        showTips();
        showState();
    });
    connectTables();
    connectButtons();
}

void HistoryPage::Private::connectTables()
{
    connect(lists, &HistoryLists::batchesArriving, batchTable, &HistoryTable::keepTop);
    connect(lists, &HistoryLists::batchesArrived, batchTable, &HistoryTable::restoreTop);
    connect(lists, &HistoryLists::callsArriving, callTable, &HistoryTable::keepTop);
    connect(lists, &HistoryLists::callsArrived, callTable, &HistoryTable::restoreTop);
    connect(batchTable, &HistoryTable::currentRowChanged, this, &Private::selectBatch);
    connect(batchTable, &HistoryTable::menuRequested, this, &Private::openBatchMenu);
    connect(batchTable, &HistoryTable::copyRequested, page, &HistoryPage::copyReceipt);
    connect(callTable, &HistoryTable::currentRowChanged, this, &Private::showCall);
    connect(callTable, &HistoryTable::menuRequested, this, &Private::openCallMenu);
    connect(callTable, &HistoryTable::copyRequested, this, &Private::copyIds);
    connect(callTable, &HistoryTable::scrolled, lists, &HistoryLists::callsScrolled);
}

void HistoryPage::Private::connectButtons()
{
    connect(allCalls, &QPushButton::clicked, this, [this] {
        batchTable->clearSelection();
        callTable->setFocus(Qt::OtherFocusReason); // this button goes
    });
    connect(receipt, &QPushButton::clicked, page, &HistoryPage::copyReceipt);
    connect(exporting, &QPushButton::clicked, this, [this] { flow->exportCalls(lists->callsQuery()); });
    connect(removing, &QPushButton::clicked, flow, &HistoryFlow::removeOld);
    connect(verifying, &QPushButton::clicked, flow, &HistoryFlow::verify);
}

void HistoryPage::Private::follow()
{
    History *history = session->history();
    if (history == lists->history())
        return;
    notice->hide();
    details->clear();
    flow->setHistory(history);
    lists->setHistory(history);
    showState();
}

void HistoryPage::Private::startSearch()
{
    const auto query = search->query();
    if (!query)
        return;
    {
        const QSignalBlocker quiet(batchTable);
        batchTable->clearSelection();
    }
    lists->search(*query);
}

quint64 HistoryPage::Private::batchInTable() const
{
    const QList<int> rows = batchTable->selectedRows();
    const auto batch = rows.isEmpty() ? std::nullopt : lists->batches()->batchAt(rows.first());
    return batch ? batch->info.batch : 0;
}

void HistoryPage::Private::selectBatch()
{
    lists->showCallsOf(batchInTable());
    showState();
}

void HistoryPage::Private::showCall()
{
    const int row = callTable->currentRow();
    const auto call = row >= 0 ? lists->calls()->callAt(row) : std::nullopt;
    if (!call) {
        lists->watch({});
        details->clear();
    } else {
        const bool isOther = !lists->isWatching(*call);
        details->setCall(*call);
        if (isOther)
            lists->watch(*call);
    }
    showState();
}

HistoryPage::HistoryPage(Session *session, QWidget *parent) : QWidget(parent), d(new Private(this, session))
{
    setAccessibleName(tr("History"));
    d->setUp();
    d->layOut();
    d->connectAll();
    d->makeIcons();
    d->follow();
    d->showState();
}

HistoryPage::~HistoryPage() = default;

void HistoryPage::focusSearch()
{
    d->search->focusFirst();
}

quint64 HistoryPage::selectedBatch() const
{
    if (const quint64 batch = d->batchInTable())
        return batch;
    const int row = d->callTable->currentRow();
    const auto call = row >= 0 ? d->lists->calls()->callAt(row) : std::nullopt;
    return call ? call->batch.batch : 0;
}

void HistoryPage::copyReceipt()
{
    d->flow->copyReceipt(selectedBatch());
}

void HistoryPage::showBatch(quint64 batch)
{
    d->wanted = batch;
    d->search->clear();
    d->startSearch();
}

void HistoryPage::resetLayout()
{
    d->batchTable->resetLayout();
    d->callTable->resetLayout();
}

bool HistoryPage::event(QEvent *event)
{
    // The window's command has the same key and would make the receipt of the latest batch, not of the selected one.
    if (event->type() == QEvent::ShortcutOverride && isReceiptKey(static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::KeyPress && isReceiptKey(static_cast<QKeyEvent *>(event))) {
        if (!static_cast<QKeyEvent *>(event)->isAutoRepeat())
            copyReceipt();
        return true;
    }
    return QWidget::event(event);
}

void HistoryPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        d->makeIcons();
}

void HistoryPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    d->lists->setActive(true);
}

void HistoryPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    d->lists->setActive(false);
}

} // namespace hangup
