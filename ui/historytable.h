// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/tableheader.h"

#include <QPersistentModelIndex>
#include <QTableView>

namespace hangup {

class HistoryModel;

/// A table of the history: whole rows of one height, columns by their contents' usual width, more rows as one scrolls.
/// Says over the empty table why there is nothing to see.
class HistoryTable final : public QTableView
{
    Q_OBJECT
public:
    /// How wide a column is at first, in digits of the table's face.
    struct Width
    {
        int column;
        int characters;
        bool fixed = false; ///< ids, in the fixed-width face
    };
    /// @p fill takes what is left. @p name: for scripts and screen readers. The delegate is the caller's to set.
    HistoryTable(HistoryModel *model, const QString &name, const QList<Width> &widths, int fill, QWidget *parent);
    static ColumnSet rightColumns(const HistoryModel *model);
    void setEmptyWords(const QString &words);
    void resetLayout();
    /// Selected rows from the top.
    QList<int> selectedRows() const;
    /// The current row while it is selected; else -1.
    int currentRow() const;
    /// First and last row in sight; -1 and -1: none.
    std::pair<int, int> visibleRows() const;

    /// Around a change of the model: what stands at the top stays there, while rows come and go above it. At the very
    /// top the view stays at the top, where the newest are.
    void keepTop();
    void restoreTop();

Q_SIGNALS:
    void copyRequested();
    void menuRequested(const QPoint &globalPos);
    /// Another row is current, or none.
    void currentRowChanged();
    void scrolled();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void describe();

    HistoryModel *m_model;
    QList<Width> m_widths;
    int m_fill;
    QString m_emptyWords;
    QPersistentModelIndex m_top;
};

} // namespace hangup
