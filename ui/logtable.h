// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/logmodel.h"

#include <QTableView>

namespace hangup {

/// The table "Log": rows of one height in a fixed-width face. Follows the tail while that is on and the last line is in
/// sight; whoever scrolls up is left where they are, also when old lines go. Says why there is nothing to see.
class LogTable : public QTableView
{
    Q_OBJECT
public:
    explicit LogTable(LogModel *model, QWidget *parent = nullptr);
    void setFollow(bool follow);
    /// The columns of a first start.
    void resetLayout();
    /// Selected rows from the top.
    QList<int> selectedRows() const;

Q_SIGNALS:
    /// A row was double-clicked, or Enter pressed on it.
    void rowActivated(int row);
    void copyRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QString emptyWords() const;
    bool atBottom() const;
    void afterRemoval(int removed);

    LogModel *m_log;
    bool m_follow = true;
    bool m_wasAtBottom = true;
};

} // namespace hangup
