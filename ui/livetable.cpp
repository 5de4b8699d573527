// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/livetable.h"

#include "ui/livedelegate.h"
#include "ui/tableheader.h"
#include "ui/tablelayout.h"
#include "ui/theme.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

using Column = LiveCallModel;

constexpr int LeastStuck = 24; // characters
constexpr int MostStuck = 110; // longer lines are hard to read

const ColumnSet &rightColumns()
{
    static const ColumnSet columns { Column::AgeColumn };
    return columns;
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

LiveTable::LiveTable(LiveCallModel *model, QWidget *parent) : StillTable(parent), m_model(model)
{
    setUpLook();
    auto *header = static_cast<TableHeader *>(horizontalHeader());
    connect(header, &TableHeader::resetRequested, this, &LiveTable::resetLayout);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &LiveTable::selectionMoved);
    // A reset empties the selection without saying so.
    connect(model, &QAbstractItemModel::modelReset, this, &LiveTable::selectionMoved);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &LiveTable::sightChanged);
    for (const auto signal : { &QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved }) {
        connect(model, signal, this, &LiveTable::sightChanged);
        // The words over the empty table are painted; who can't see them hears them.
        connect(model, signal, this, &LiveTable::describe);
    }
    connect(model, &QAbstractItemModel::layoutChanged, this, &LiveTable::sightChanged);
    // Plivo's order first; a third click on a header brings it back.
    header->setSortIndicatorClearable(true);
    header->setSortIndicator(-1, Qt::AscendingOrder);
    setSortingEnabled(true);
    connect(header, &QHeaderView::sortIndicatorChanged, this, &LiveTable::sortChosen);
    resetLayout();
}

void LiveTable::setUpLook()
{
    setAccessibleName(tr("Live calls"));
    setHorizontalHeader(new TableHeader(rightColumns(), Column::UuidColumn, this));
    setModel(m_model);
    setItemDelegate(new LiveDelegate(rightColumns(), this));
    verticalHeader()->hide();
    // One fixed height: rows measured by their contents would stall a long list.
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(theme::rowHeight());
    verticalHeader()->setDefaultSectionSize(theme::rowHeight());
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setHorizontalScrollMode(ScrollPerPixel);
    // Always: one that comes with the rows would move the columns.
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    // Tab leaves the table; the arrows move in it.
    setTabKeyNavigation(false);
    setDragDropMode(NoDragDrop);
}

int LiveTable::defaultWidth(int column) const
{
    constexpr int ArrowRoom = 14; // of the header's sort mark
    const QFontMetrics text(theme::font(theme::Type::Body));
    const auto content = [&]() -> int {
        switch (static_cast<LiveCallModel::Column>(column)) {
        case Column::FromColumn:
        case Column::ToColumn:
            return text.horizontalAdvance(u"+442071838750 0"_s);
        case Column::DirectionColumn:
            return text.horizontalAdvance(u"Outbound"_s);
        case Column::StatusColumn:
            return text.horizontalAdvance(u"In progress …"_s);
        case Column::CallerNameColumn:
            return text.horizontalAdvance(u"Brightway Parce"_s);
        case Column::StartedColumn:
            return text.horizontalAdvance(u"2026-11-24 00:00:00"_s);
        case Column::AgeColumn:
            return text.horizontalAdvance(u"300:12:05"_s);
        case Column::StuckColumn:
            return text.averageCharWidth() * LeastStuck;
        case Column::UuidColumn:
            return QFontMetrics(theme::fixedFont()).horizontalAdvance(QString(CallId::Length, u'0'));
        case Column::ColumnCount:
            break;
        }
        return 0;
    };
    const int title = text.horizontalAdvance(m_model->headerData(column, Qt::Horizontal).toString()) + ArrowRoom;
    return std::max(title, content()) + 2 * TableHeader::Padding + 2;
}

void LiveTable::resetLayout()
{
    TableLayout layout;
    for (int column = 0; column < Column::ColumnCount; ++column)
        layout.sections.append({ column, defaultWidth(column), false });
    auto *header = static_cast<TableHeader *>(horizontalHeader());
    layout.applyTo(*header);
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setStretchLastSection(false);
    header->setFillColumn(Column::StuckColumn, defaultWidth(Column::StuckColumn),
                          fontMetrics().averageCharWidth() * MostStuck);
    sortByColumn(-1, Qt::AscendingOrder);
}

QByteArray LiveTable::saveLayout() const
{
    return TableLayout::of(*static_cast<TableHeader *>(horizontalHeader())).encode();
}

bool LiveTable::restoreLayout(const QByteArray &state)
{
    const auto layout = TableLayout::decode(state, Column::ColumnCount, Column::UuidColumn);
    if (!layout) {
        resetLayout();
        return false;
    }
    layout->applyTo(*static_cast<TableHeader *>(horizontalHeader()));
    sortByColumn(layout->sortColumn, layout->order);
    return true;
}

// --- the selection

QList<int> LiveTable::selectedRows() const
{
    QList<int> rows;
    const QItemSelection selection = selectionModel()->selection();
    for (const QItemSelectionRange &range : selection) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.append(row);
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

QList<CallId> LiveTable::selectedIds() const
{
    return m_model->idsAt(selectedRows());
}

void LiveTable::selectCalls(const QList<CallId> &ids)
{
    QList<int> rows;
    for (const CallId &id : ids) {
        if (const int row = m_model->rowOf(id); row >= 0)
            rows.append(row);
    }
    std::sort(rows.begin(), rows.end());
    QItemSelection selection;
    for (qsizetype i = 0; i < rows.size();) {
        qsizetype end = i + 1;
        while (end < rows.size() && rows[end] == rows[end - 1] + 1)
            ++end;
        selection.append({ m_model->index(rows[i], 0), m_model->index(rows[end - 1], Column::ColumnCount - 1) });
        i = end;
    }
    if (!rows.isEmpty()) {
        selectionModel()->setCurrentIndex(m_model->index(rows.first(), 0), QItemSelectionModel::NoUpdate);
        scrollTo(m_model->index(rows.first(), 0));
    }
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}

void LiveTable::selectionMoved()
{
    m_selected = static_cast<int>(selectedRows().size());
    updateHold();
    Q_EMIT selectionCountChanged(m_selected);
}

void LiveTable::setPressed(bool down)
{
    m_isPressed = down;
    updateHold();
}

void LiveTable::updateHold()
{
    if (isHeld()) {
        m_model->hold(true);
        return;
    }
    // Let go later: a selection also goes in the middle of a removal, and the next row may be selected by then.
    QMetaObject::invokeMethod(this, &LiveTable::letGo, Qt::QueuedConnection);
}

void LiveTable::letGo()
{
    if (!isHeld())
        m_model->hold(false);
}

void LiveTable::copySelection() const
{
    const QList<int> rows = selectedRows();
    if (rows.isEmpty())
        return;
    QList<int> columns;
    QStringList titles;
    for (int visual = 0; visual < horizontalHeader()->count(); ++visual) {
        const int column = horizontalHeader()->logicalIndex(visual);
        if (isColumnHidden(column))
            continue;
        columns.append(column);
        titles.append(cellText(m_model->headerData(column, Qt::Horizontal).toString()));
    }
    QStringList lines { titles.join(u'\t') };
    for (const int row : rows) {
        QStringList cells;
        for (const int column : std::as_const(columns))
            cells.append(cellText(m_model->index(row, column).data().toString()));
        lines.append(cells.join(u'\t'));
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n') + u'\n');
}

void LiveTable::copyIds() const
{
    QStringList lines;
    const QList<CallId> ids = selectedIds();
    for (const CallId &id : ids)
        lines.append(id.toString());
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(u'\n') + u'\n');
}

// --- what is in sight

std::pair<int, int> LiveTable::visibleRows() const
{
    const int first = rowAt(0);
    const int last = rowAt(viewport()->height() - 1);
    return { first, first >= 0 && last < 0 ? m_model->rowCount() - 1 : last };
}

void LiveTable::setEmptyWords(const QString &words)
{
    if (words == m_emptyWords)
        return;
    m_emptyWords = words;
    describe();
    viewport()->update();
}

void LiveTable::describe()
{
    setAccessibleDescription(m_model->rowCount() > 0 ? QString() : m_emptyWords);
}

void LiveTable::paintEvent(QPaintEvent *event)
{
    StillTable::paintEvent(event);
    if (m_model->rowCount() > 0 || m_emptyWords.isEmpty())
        return;
    QPainter painter(viewport());
    painter.setFont(theme::font(theme::Type::Body));
    painter.setPen(theme::mutedColour(palette()));
    const QRect room = viewport()->rect().adjusted(theme::Margin, theme::Gap, -theme::Margin, -theme::Gap);
    painter.drawText(room, Qt::AlignCenter | Qt::TextWordWrap, m_emptyWords);
}

// --- keys and mouse

void LiveTable::keyPressEvent(QKeyEvent *event)
{
    const bool plain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
    } else if (plain && event->key() == Qt::Key_Escape && m_selected > 0) {
        clearSelection();
    } else if (plain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_selected > 0) {
        if (!event->isAutoRepeat())
            Q_EMIT detailsRequested();
    } else {
        StillTable::keyPressEvent(event);
    }
}

void LiveTable::contextMenuEvent(QContextMenuEvent *event)
{
    // The button's release goes to the menu; the selection holds the rows now.
    setPressed(false);
    if (m_selected == 0)
        return;
    QPoint at = event->globalPos();
    if (event->reason() == QContextMenuEvent::Keyboard)
        at = viewport()->mapToGlobal(visualRect(currentIndex()).center());
    Q_EMIT menuRequested(at);
}

void LiveTable::mousePressEvent(QMouseEvent *event)
{
    // Held before the click is looked at: the row under the pointer is the one that is meant.
    setPressed(true);
    StillTable::mousePressEvent(event);
}

void LiveTable::mouseReleaseEvent(QMouseEvent *event)
{
    StillTable::mouseReleaseEvent(event);
    setPressed(event->buttons() != Qt::NoButton);
}

void LiveTable::mouseDoubleClickEvent(QMouseEvent *event)
{
    StillTable::mouseDoubleClickEvent(event);
    if (event->button() == Qt::LeftButton && m_selected > 0 && indexAt(event->pos()).isValid())
        Q_EMIT detailsRequested();
}

void LiveTable::hideEvent(QHideEvent *event)
{
    // No release comes for a button that was down.
    setPressed(false);
    StillTable::hideEvent(event);
}

void LiveTable::resizeEvent(QResizeEvent *event)
{
    StillTable::resizeEvent(event);
    Q_EMIT sightChanged();
}

} // namespace hangup
