// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QHash>
#include <QHeaderView>
#include <QSet>

namespace hangup {

/// Columns whose cells and headers stand at the right edge: numbers and times.
using ColumnSet = QSet<int>;

/// The header of both tables: flat, its words on one line with the cells below them (same padding, same side), and a
/// menu that hides and shows columns.
class TableHeader : public QHeaderView
{
    Q_OBJECT
public:
    /// Pixels between a cell's edge and its text, in header and cells.
    static constexpr int Padding = 8;

    /// @p rightAligned columns have their words at the right; @p fixedColumn can't be hidden.
    TableHeader(const ColumnSet &rightAligned, int fixedColumn, QWidget *parent = nullptr);
    QSize sizeHint() const override;
    /// The section's width, or that it had, and will have again, when it is hidden.
    int shownWidth(int logicalIndex) const;
    /// @p column takes the room the others leave, from @p least to @p most pixels: words may have more than they need,
    /// but a wide screen's whole rest would tear the table apart.
    void setFillColumn(int column, int least, int most);

Q_SIGNALS:
    /// "Default columns" in the menu.
    void resetRequested();

protected:
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override;
    void paintEvent(QPaintEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    QSize sectionSizeFromContents(int logicalIndex) const override;

private:
    QString title(int logicalIndex) const;
    void fill();
    bool isRight(int logicalIndex) const { return m_rightAligned.contains(logicalIndex); }

    ColumnSet m_rightAligned;
    int m_fixedColumn;
    int m_fillColumn = -1;
    int m_fillLeast = 0;
    int m_fillMost = 0;
    QHash<int, int> m_widths; ///< by column, last seen
};

} // namespace hangup
