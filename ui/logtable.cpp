// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/logtable.h"

#include "ui/logdelegate.h"
#include "ui/tableheader.h"
#include "ui/theme.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>

namespace hangup {

using namespace Qt::StringLiterals;

namespace {

const ColumnSet &rightColumns()
{
    static const ColumnSet columns { LogModel::StatusColumn, LogModel::TookColumn };
    return columns;
}

} // namespace

LogTable::LogTable(LogModel *model, QWidget *parent) : QTableView(parent)
{
    setAccessibleName(tr("Log"));
    setFont(theme::fixedFont());
    auto *header = new TableHeader(rightColumns(), LogModel::OutcomeColumn, this);
    header->setSectionsClickable(false);
    setHorizontalHeader(header);
    setModel(model);
    setItemDelegate(new LogDelegate(rightColumns(), this));
    verticalHeader()->hide();
    const int rowHeight = qMax(20, QFontMetrics(font()).height() + 4);
    verticalHeader()->setMinimumSectionSize(rowHeight);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(rowHeight);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(ScrollPerPixel);
    resetLayout();
    connect(header, &TableHeader::resetRequested, this, &LogTable::resetLayout);

    connect(model, &QAbstractItemModel::rowsAboutToBeInserted, this, [this] { m_wasAtBottom = atBottom(); });
    connect(model, &QAbstractItemModel::rowsInserted, this, [this] {
        if (m_follow && m_wasAtBottom)
            scrollToBottom();
    });
    connect(model, &QAbstractItemModel::rowsRemoved, this, [this](const QModelIndex &, int first, int last) {
        if (first == 0)
            afterRemoval(last - first + 1);
    });
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        if (m_follow)
            scrollToBottom();
    });
    connect(this, &QTableView::doubleClicked, this,
            [this](const QModelIndex &index) { Q_EMIT rowActivated(index.row()); });
}

void LogTable::resetLayout()
{
    const QFontMetrics metrics(font());
    const auto wide = [&metrics](int characters) {
        return metrics.horizontalAdvance(u'0') * characters + 2 * TableHeader::Padding + 2;
    };
    QHeaderView *header = horizontalHeader();
    for (int column = 0; column < LogModel::ColumnCount; ++column) {
        header->moveSection(header->visualIndex(column), column);
        header->setSectionHidden(column, false);
    }
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->resizeSection(LogModel::TimeColumn, wide(12));
    header->resizeSection(LogModel::CallColumn, wide(13));
    header->resizeSection(LogModel::SentColumn, wide(11));
    header->resizeSection(LogModel::StatusColumn, wide(6));
    header->resizeSection(LogModel::MessageColumn, wide(26));
    header->resizeSection(LogModel::ApiIdColumn, wide(15));
    header->resizeSection(LogModel::TookColumn, wide(9));
    // The sentence gets what is left.
    header->setStretchLastSection(false);
    header->setSectionResizeMode(LogModel::OutcomeColumn, QHeaderView::Stretch);
}

void LogTable::setFollow(bool follow)
{
    m_follow = follow;
    if (follow)
        scrollToBottom();
}

QList<int> LogTable::selectedRows() const
{
    QList<int> rows;
    const QModelIndexList indexes = selectionModel()->selectedRows(LogModel::TimeColumn);
    for (const QModelIndex &index : indexes)
        rows.append(index.row());
    std::sort(rows.begin(), rows.end());
    return rows;
}

bool LogTable::atBottom() const
{
    return verticalScrollBar()->value() >= verticalScrollBar()->maximum();
}

void LogTable::afterRemoval(int removed)
{
    // The oldest lines went: what one reads moves up by as many, and so does the view (one step a row).
    QScrollBar *bar = verticalScrollBar();
    if (!(m_follow && atBottom()))
        bar->setValue(bar->value() - removed);
}

void LogTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        Q_EMIT copyRequested();
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
               && event->modifiers().testFlag(Qt::ControlModifier)) {
        event->ignore(); // the window's
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        Q_EMIT rowActivated(currentIndex().row());
    } else {
        QTableView::keyPressEvent(event);
    }
}

void LogTable::resizeEvent(QResizeEvent *event)
{
    const bool follows = m_follow && atBottom();
    QTableView::resizeEvent(event);
    if (follows)
        scrollToBottom();
}

} // namespace hangup
