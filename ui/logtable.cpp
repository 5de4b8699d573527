// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/logtable.h"

#include "ui/logdelegate.h"
#include "ui/tableheader.h"
#include "ui/theme.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QPainter>
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

LogTable::LogTable(LogModel *model, QWidget *parent) : QTableView(parent), m_log(model)
{
    setAccessibleName(tr("Log"));
    setFont(theme::fixedFont());
    // Always: one that comes with the lines would move the columns.
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
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

    // The words over the empty table are painted; who can't see them hears them.
    const auto describe = [this] { setAccessibleDescription(m_log->rowCount() > 0 ? QString() : emptyWords()); };
    for (const auto signal : { &QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved })
        connect(model, signal, this, describe);
    connect(model, &QAbstractItemModel::modelReset, this, describe);
    connect(model, &QAbstractItemModel::layoutChanged, this, describe);
    describe();

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
    constexpr int LeastSentence = 30; // characters
    constexpr int MostSentence = 110; // longer lines are hard to read
    auto *header = static_cast<TableHeader *>(horizontalHeader());
    const QFontMetrics titles(header->font());
    for (int column = 0; column < LogModel::ColumnCount; ++column) {
        header->moveSection(header->visualIndex(column), column);
        header->setSectionHidden(column, false);
    }
    header->setSectionResizeMode(QHeaderView::Interactive);
    const auto size = [&](int column, int characters) {
        // A title in another language may be longer than what stands below it.
        const QString title = model()->headerData(column, Qt::Horizontal).toString();
        header->resizeSection(column,
                              qMax(wide(characters), titles.horizontalAdvance(title) + 2 * TableHeader::Padding + 2));
    };
    size(LogModel::TimeColumn, 12);
    size(LogModel::CallColumn, 13);
    size(LogModel::SentColumn, 11);
    size(LogModel::StatusColumn, 6);
    size(LogModel::MessageColumn, 26);
    size(LogModel::ApiIdColumn, 15);
    size(LogModel::TookColumn, 9);
    // The sentence gets what is left.
    header->setStretchLastSection(false);
    header->setFillColumn(LogModel::OutcomeColumn, wide(LeastSentence), wide(MostSentence));
}

QString LogTable::emptyWords() const
{
    return m_log->total() == 0 ? tr("What is sent, and what Plivo answers, stands here line by line.")
                               : tr("No line matches the filter.");
}

void LogTable::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (m_log->rowCount() > 0)
        return;
    QPainter painter(viewport());
    painter.setFont(theme::font(theme::Type::Body));
    painter.setPen(theme::mutedColour(palette()));
    const QRect room = viewport()->rect().adjusted(theme::Margin, theme::Gap, -theme::Margin, -theme::Gap);
    painter.drawText(room, Qt::AlignCenter | Qt::TextWordWrap, emptyWords());
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
