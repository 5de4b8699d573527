// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/callsview.h"

#include "domain/words.h"
#include "ui/calldelegate.h"
#include "ui/copyasmenu.h"
#include "ui/tableheader.h"
#include "ui/tablelayout.h"
#include "ui/theme.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QDateTime>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QTimer>

#include <algorithm>
#include <array>

namespace hangup {

using namespace Qt::StringLiterals;

namespace {

constexpr int LeastNotes = 18; // characters
constexpr int MostNotes = 110; // longer lines are hard to read

const ColumnSet &rightColumns()
{
    static const ColumnSet columns { CallListModel::HttpColumn, CallListModel::AttemptsColumn,
                                     CallListModel::TookColumn, CallListModel::WhenColumn, CallListModel::AgeColumn };
    return columns;
}

QString proofWord(ProofState state)
{
    static const CallId any = *CallId::parse(u"00000000-0000-4000-8000-000000000000");
    return words::proofShort({ .id = any, .state = state });
}

/// Rows from first to last.
struct RowRange
{
    int first = 0;
    int last = -1;
};

/// The selection as ascending ranges that don't touch twice.
QList<RowRange> rangesOf(const QItemSelection &selection)
{
    QList<RowRange> ranges;
    for (const QItemSelectionRange &range : selection)
        ranges.append({ range.top(), range.bottom() });
    std::sort(ranges.begin(), ranges.end(), [](const RowRange &a, const RowRange &b) { return a.first < b.first; });
    QList<RowRange> merged;
    for (const RowRange &range : std::as_const(ranges)) {
        if (!merged.isEmpty() && range.first <= merged.last().last)
            merged.last().last = qMax(merged.last().last, range.last);
        else
            merged.append(range);
    }
    return merged;
}

/// A cell's text on one line without tabs, so that it stays one cell where it is pasted.
QString cellText(QString text)
{
    for (QChar &c : text) {
        if (c == u'\t' || c == u'\n' || c == u'\r')
            c = u' ';
    }
    return text;
}

} // namespace

struct CallsView::Private : public QObject
{
    Private(CallsView *parent, CallListModel *calls)
        : QObject(parent), view(parent), model(calls),
          header(new TableHeader(rightColumns(), CallListModel::UuidColumn, parent))
    {
    }

    void setUpLook();
    int contentWidth(int column) const;
    int defaultWidth(int column) const;
    QList<int> rows() const;
    void selectionMoved();
    void updateHold();
    void tickAges();
    void letGo();
    void setPressed(bool down)
    {
        pressed = down;
        updateHold();
    }

    CallsView *view;
    CallListModel *model;
    TableHeader *header;
    int selected = 0;
    bool pressed = false;
};

void CallsView::Private::setUpLook()
{
    view->setAccessibleName(CallsView::tr("Calls"));
    view->setHorizontalHeader(header);
    view->setModel(model);
    view->setItemDelegate(new CallDelegate(rightColumns(), view));
    view->verticalHeader()->hide();
    // One fixed height: rows measured by their contents would stall a long list.
    view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view->verticalHeader()->setMinimumSectionSize(theme::rowHeight());
    view->verticalHeader()->setDefaultSectionSize(theme::rowHeight());
    view->setSelectionBehavior(SelectRows);
    view->setSelectionMode(ExtendedSelection);
    view->setEditTriggers(NoEditTriggers);
    view->setAlternatingRowColors(true);
    view->setShowGrid(false);
    view->setWordWrap(false);
    view->setCornerButtonEnabled(false);
    view->setHorizontalScrollMode(ScrollPerPixel);
    // Always: one that comes with the rows would move the columns.
    view->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    // Tab leaves the table; the arrows move in it.
    view->setTabKeyNavigation(false);
    view->setDragDropMode(NoDragDrop);
}

int CallsView::Private::contentWidth(int column) const
{
    const QFontMetrics text(theme::font(theme::Type::Body));
    const QFontMetrics bold(theme::font(theme::Type::Strong));
    const QFontMetrics fixed(theme::fixedFont());
    const int icon = theme::iconSize() + TableHeader::Padding;
    const auto widest = [&bold](const auto &values, auto words) {
        int width = 0;
        for (const auto value : values)
            width = qMax(width, bold.horizontalAdvance(words(value)));
        return width;
    };
    switch (static_cast<CallListModel::Column>(column)) {
    case CallListModel::UuidColumn:
    case CallListModel::ApiIdColumn:
        return fixed.horizontalAdvance(QString(CallId::Length, u'0'));
    case CallListModel::StateColumn:
        return icon
            + widest(std::array { CallState::Listed, CallState::Waiting, CallState::OnItsWay, CallState::Looking,
                                  CallState::Done },
                     words::stateShort);
    case CallListModel::OutcomeColumn:
        return icon + widest(AllOutcomes, words::outcomeShort);
    case CallListModel::ProofColumn:
        return widest(AllProofStates, proofWord);
    case CallListModel::SourceColumn:
        return text.horizontalAdvance(u"Call recipient"_s); // the longest word of Plivo's
    case CallListModel::HttpColumn:
    case CallListModel::AttemptsColumn:
        return text.horizontalAdvance(u"000"_s);
    case CallListModel::TookColumn:
        return text.horizontalAdvance(u"00 min 00 s"_s);
    case CallListModel::WhenColumn:
        return text.horizontalAdvance(u"00:00:00.0"_s);
    case CallListModel::FromColumn:
    case CallListModel::ToColumn:
        return text.horizontalAdvance(u"+44 20 7183 8750 0"_s);
    case CallListModel::DirectionColumn:
        return text.horizontalAdvance(u"outbound-api"_s);
    case CallListModel::AgeColumn:
        return text.horizontalAdvance(u"300:12:05"_s);
    case CallListModel::NotesColumn:
        return text.averageCharWidth() * LeastNotes;
    case CallListModel::ColumnCount:
        break;
    }
    return header->defaultSectionSize();
}

int CallsView::Private::defaultWidth(int column) const
{
    constexpr int ArrowRoom = 14; // of the header's sort mark
    const QString title = model->headerData(column, Qt::Horizontal).toString();
    const int titleWidth = QFontMetrics(theme::font(theme::Type::Body)).horizontalAdvance(title) + ArrowRoom;
    return qMax(titleWidth, contentWidth(column)) + 2 * TableHeader::Padding + 2;
}

QList<int> CallsView::Private::rows() const
{
    QList<int> rows;
    const auto ranges = rangesOf(view->selectionModel()->selection());
    for (const RowRange &range : ranges) {
        for (int row = range.first; row <= range.last; ++row)
            rows.append(row);
    }
    return rows;
}

void CallsView::Private::selectionMoved()
{
    selected = 0;
    const auto ranges = rangesOf(view->selectionModel()->selection());
    for (const RowRange &range : ranges)
        selected += range.last - range.first + 1;
    updateHold();
    Q_EMIT view->selectionCountChanged(selected);
}

/// Ages grow where they are seen; a minute's step is enough for a list that is worked through.
void CallsView::Private::tickAges()
{
    if (view->isVisible() && !view->isColumnHidden(CallListModel::AgeColumn))
        model->setNow(QDateTime::currentMSecsSinceEpoch());
}

void CallsView::Private::updateHold()
{
    const bool hold = selected > 0 || pressed;
    if (hold) {
        model->hold(true);
        return;
    }
    // Let go later: a selection also goes in the middle of a removal, and the next row may be selected by then.
    QMetaObject::invokeMethod(this, &Private::letGo, Qt::QueuedConnection);
}

void CallsView::Private::letGo()
{
    if (selected == 0 && !pressed)
        model->hold(false);
}

CallsView::CallsView(CallListModel *model, QWidget *parent) : StillTable(parent), d(new Private(this, model))
{
    d->setUpLook();
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, d, &Private::selectionMoved);
    // A reset empties the selection without saying so.
    connect(model, &QAbstractItemModel::modelReset, d, &Private::selectionMoved);
    connect(d->header, &TableHeader::resetRequested, this, &CallsView::resetLayout);
    // List order first; a third click on a header brings it back.
    d->header->setSortIndicatorClearable(true);
    d->header->setSortIndicator(-1, Qt::AscendingOrder);
    setSortingEnabled(true);
    auto *minute = new QTimer(this);
    connect(minute, &QTimer::timeout, d, &Private::tickAges);
    minute->start(std::chrono::minutes(1));
    resetLayout();
}

QList<CallId> CallsView::selectedIds() const
{
    return d->model->idsAt(d->rows());
}

std::optional<CallId> CallsView::currentSelected() const
{
    const QModelIndex current = currentIndex();
    if (current.isValid() && selectionModel()->isRowSelected(current.row()))
        return d->model->idAt(current.row());
    int first = -1;
    const QItemSelection selection = selectionModel()->selection();
    for (const QItemSelectionRange &range : selection)
        first = first < 0 ? range.top() : qMin(first, range.top());
    return first < 0 ? std::nullopt : d->model->idAt(first);
}

void CallsView::selectCall(const CallId &id)
{
    const int row = d->model->rowOf(id);
    if (row < 0)
        return;
    const QModelIndex index = d->model->index(row, CallListModel::UuidColumn);
    // Not selectRow(): from right to left it looks for a column at the far edge, and may find none.
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(index);
}

void CallsView::copySelection()
{
    const QList<int> rows = d->rows();
    if (rows.isEmpty())
        return;
    QList<int> columns;
    QStringList titles;
    for (int visual = 0; visual < d->header->count(); ++visual) {
        const int column = d->header->logicalIndex(visual);
        if (isColumnHidden(column))
            continue;
        columns.append(column);
        titles.append(cellText(d->model->headerData(column, Qt::Horizontal).toString()));
    }
    QStringList lines { titles.join(u'\t') };
    for (const int row : rows) {
        QStringList cells;
        for (const int column : std::as_const(columns))
            cells.append(cellText(d->model->index(row, column).data().toString()));
        lines.append(cells.join(u'\t'));
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n') + u'\n');
}

void CallsView::copyIds()
{
    QStringList lines;
    const QList<CallId> ids = selectedIds();
    for (const CallId &id : ids)
        lines.append(id.toString());
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(u'\n') + u'\n');
}

QByteArray CallsView::saveLayout() const
{
    return TableLayout::of(*d->header).encode();
}

bool CallsView::restoreLayout(const QByteArray &state)
{
    const auto layout = TableLayout::decode(state, CallListModel::ColumnCount, CallListModel::UuidColumn);
    if (!layout) {
        resetLayout();
        return false;
    }
    layout->applyTo(*d->header);
    sortByColumn(layout->sortColumn, layout->order);
    return true;
}

void CallsView::resetLayout()
{
    TableLayout layout;
    // From, To, Direction and Age have nothing to show until calls are looked up; api_id is for the few who talk to
    // Plivo's support.
    static const ColumnSet hidden { CallListModel::FromColumn, CallListModel::ToColumn, CallListModel::DirectionColumn,
                                    CallListModel::AgeColumn, CallListModel::ApiIdColumn };
    for (int column = 0; column < CallListModel::ColumnCount; ++column)
        layout.sections.append({ column, d->defaultWidth(column), hidden.contains(column) });
    layout.applyTo(*d->header);
    // Notes take what is left: words at the left edge of a wide column read well, numbers at the right edge of one
    // don't.
    d->header->setSectionResizeMode(QHeaderView::Interactive);
    d->header->setStretchLastSection(false);
    d->header->setFillColumn(CallListModel::NotesColumn, d->defaultWidth(CallListModel::NotesColumn),
                             fontMetrics().averageCharWidth() * MostNotes);
    sortByColumn(-1, Qt::AscendingOrder);
}

void CallsView::keyPressEvent(QKeyEvent *event)
{
    const bool plain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
    } else if (plain && (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)) {
        if (d->selected > 0)
            Q_EMIT removeRequested();
    } else if (plain && event->key() == Qt::Key_Escape && d->selected > 0) {
        clearSelection();
    } else {
        StillTable::keyPressEvent(event);
    }
}

void CallsView::contextMenuEvent(QContextMenuEvent *event)
{
    // The button's release goes to the menu; the selection holds the rows now.
    d->setPressed(false);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool any = d->selected > 0;
    const auto add = [&](const QString &text, const QString &icon) {
        QAction *action = menu->addAction(theme::icon(icon, palette()), text);
        action->setEnabled(any);
        return action;
    };
    connect(add(tr("&Copy"), u"copy"_s), &QAction::triggered, this, &CallsView::copySelection);
    connect(add(tr("Copy &UUIDs"), u"copy"_s), &QAction::triggered, this, &CallsView::copyIds);
    const QList<int> rows = d->rows();
    const bool live = std::any_of(rows.begin(), rows.end(), [this](int row) {
        return d->model->index(row, CallListModel::ProofColumn).data(CallListModel::ProofRole)
            == QVariant(static_cast<int>(ProofState::StillLive));
    });
    QAction *support = add(tr("Copy text for Plivo's &support"), u"copy"_s);
    support->setEnabled(live);
    connect(support, &QAction::triggered, this, &CallsView::supportTextRequested);
    QMenu *copyAs = menu->addMenu(tr("Co&py as"));
    copyAs->setEnabled(d->selected == 1);
    fillCopyAs(copyAs, [this](CopyLanguage language) { Q_EMIT copyAsRequested(language); });
    menu->addSeparator();
    connect(add(tr("&Look up"), u"info"_s), &QAction::triggered, this, &CallsView::lookUpRequested);
    connect(add(tr("&Remove from list"), u"trash"_s), &QAction::triggered, this, &CallsView::removeRequested);
    menu->popup(event->globalPos());
}

void CallsView::mousePressEvent(QMouseEvent *event)
{
    // Held before the click is looked at: the row under the pointer is the one that is meant.
    d->setPressed(true);
    StillTable::mousePressEvent(event);
}

void CallsView::mouseReleaseEvent(QMouseEvent *event)
{
    StillTable::mouseReleaseEvent(event);
    d->setPressed(event->buttons() != Qt::NoButton);
}

void CallsView::hideEvent(QHideEvent *event)
{
    // No release comes for a button that was down.
    d->setPressed(false);
    StillTable::hideEvent(event);
}

} // namespace hangup
