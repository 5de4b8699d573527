// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/historytable.h"

#include "models/historymodel.h"
#include "ui/theme.h"

#include <QContextMenuEvent>
#include <QFontMetrics>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

constexpr int LeastFill = 16; // characters
constexpr int MostFill = 110; // longer lines are hard to read

} // namespace

HistoryTable::HistoryTable(HistoryModel *model, const QString &name, const QList<Width> &widths, int fill,
                           QWidget *parent)
    : QTableView(parent), m_model(model), m_widths(widths), m_fill(fill)
{
    setAccessibleName(name);
    // Always: one that comes with the rows would move the columns.
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    auto *header = new TableHeader(rightColumns(model), 0, this);
    header->setSectionsClickable(false);
    setHorizontalHeader(header);
    setModel(model);
    verticalHeader()->hide();
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
    setTabKeyNavigation(false);
    setHorizontalScrollMode(ScrollPerPixel);
    resetLayout();
    connect(header, &TableHeader::resetRequested, this, &HistoryTable::resetLayout);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &HistoryTable::currentRowChanged);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &HistoryTable::scrolled);
    // The words over the empty table are painted; who can't see them hears them.
    for (const auto signal : { &QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved })
        connect(model, signal, this, &HistoryTable::describe);
}

ColumnSet HistoryTable::rightColumns(const HistoryModel *model)
{
    ColumnSet columns;
    for (int column = 0; column < model->columnCount(); ++column) {
        if (model->isNumeric(column))
            columns.insert(column);
    }
    return columns;
}

void HistoryTable::setEmptyWords(const QString &words)
{
    if (words == m_emptyWords)
        return;
    m_emptyWords = words;
    describe();
    viewport()->update();
}

void HistoryTable::describe()
{
    setAccessibleDescription(m_model->rowCount() > 0 ? QString() : m_emptyWords);
}

void HistoryTable::resetLayout()
{
    auto *header = static_cast<TableHeader *>(horizontalHeader());
    const QFontMetrics titles(header->font());
    const QFontMetrics body(theme::font(theme::Type::Strong));
    const QFontMetrics fixed(theme::fixedFont());
    const int around = 2 * TableHeader::Padding + 2;
    for (int column = 0; column < m_model->columnCount(); ++column) {
        header->moveSection(header->visualIndex(column), column);
        header->setSectionHidden(column, false);
    }
    header->setSectionResizeMode(QHeaderView::Interactive);
    for (const Width &width : std::as_const(m_widths)) {
        const QFontMetrics &face = width.fixed ? fixed : body;
        // A title in another language may be longer than what stands below it.
        const int title = titles.horizontalAdvance(m_model->header(width.column)) + around;
        header->resizeSection(width.column, qMax(face.horizontalAdvance(u'0') * width.characters + around, title));
    }
    header->setStretchLastSection(false);
    const auto wide = [&](int characters) { return body.horizontalAdvance(u'0') * characters + around; };
    header->setFillColumn(m_fill, wide(LeastFill), wide(MostFill));
}

QList<int> HistoryTable::selectedRows() const
{
    QList<int> rows;
    const QModelIndexList indexes = selectionModel()->selectedRows();
    for (const QModelIndex &index : indexes)
        rows.append(index.row());
    std::sort(rows.begin(), rows.end());
    return rows;
}

int HistoryTable::currentRow() const
{
    const QModelIndex current = currentIndex();
    return current.isValid() && selectionModel()->isRowSelected(current.row(), {}) ? current.row() : -1;
}

std::pair<int, int> HistoryTable::visibleRows() const
{
    const int first = rowAt(0);
    const int last = rowAt(viewport()->height() - 1);
    return { first, first >= 0 && last < 0 ? m_model->rowCount() - 1 : last };
}

void HistoryTable::keepTop()
{
    const int row = verticalScrollBar()->value() > 0 ? rowAt(0) : -1;
    m_top = row >= 0 ? QPersistentModelIndex(m_model->index(row, 0)) : QPersistentModelIndex();
}

void HistoryTable::restoreTop()
{
    if (!m_top.isValid())
        return;
    // The scroll bar counts rows; its range follows the model late.
    updateGeometries();
    if (rowAt(0) != m_top.row())
        verticalScrollBar()->setValue(m_top.row());
    m_top = QPersistentModelIndex();
}

void HistoryTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        Q_EMIT copyRequested();
    else if (event->key() == Qt::Key_Escape && selectionModel()->hasSelection())
        clearSelection();
    else
        QTableView::keyPressEvent(event);
}

void HistoryTable::contextMenuEvent(QContextMenuEvent *event)
{
    if (!selectionModel()->hasSelection())
        return;
    QPoint at = event->globalPos();
    if (event->reason() == QContextMenuEvent::Keyboard)
        at = viewport()->mapToGlobal(visualRect(currentIndex()).center());
    Q_EMIT menuRequested(at);
}

void HistoryTable::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (m_model->rowCount() > 0 || m_emptyWords.isEmpty())
        return;
    QPainter painter(viewport());
    painter.setFont(theme::font(theme::Type::Body));
    painter.setPen(theme::mutedColour(palette()));
    const QRect room = viewport()->rect().adjusted(theme::Margin, theme::Gap, -theme::Margin, -theme::Gap);
    painter.drawText(room, Qt::AlignCenter | Qt::TextWordWrap, m_emptyWords);
}

} // namespace hangup
