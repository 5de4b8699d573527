// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/livecallmodel.h"
#include "ui/stilltable.h"

#include <utility>

namespace hangup {

/// The table "Live calls": multi-select, sort by a click on a header, hide columns by the header's menu, copy. Holds
/// the model still while rows are selected or a button is down. Says over the empty table why there is nothing to see.
class LiveTable final : public StillTable
{
    Q_OBJECT
public:
    explicit LiveTable(LiveCallModel *model, QWidget *parent);
    /// Selected calls in the order shown; greyed ones too.
    QList<CallId> selectedIds() const;
    int selectedCount() const { return m_selected; }
    /// Selects exactly those of them that are shown, and shows the first.
    void selectCalls(const QList<CallId> &ids);
    /// Rows are selected or a button is down: nothing may move by itself.
    bool isHeld() const { return m_selected > 0 || m_isPressed; }
    /// First and last row in sight; -1 and -1: none.
    std::pair<int, int> visibleRows() const;
    void setEmptyWords(const QString &words);
    /// Selected rows as tab-separated text with a header line on the clipboard; with nothing selected, nothing.
    void copySelection() const;
    /// The ids alone, one a line; with nothing selected, nothing.
    void copyIds() const;
    /// Order, widths, visibility and sorting of the columns.
    QByteArray saveLayout() const;
    /// False, and defaults, when the state isn't ours.
    bool restoreLayout(const QByteArray &state);
    void resetLayout();

Q_SIGNALS:
    void selectionCountChanged(int selected);
    /// Other rows may be in sight, or the same ones have other calls.
    void sightChanged();
    /// The user chose another order.
    void sortChosen();
    /// Enter on, or a double click of, a row.
    void detailsRequested();
    void menuRequested(const QPoint &globalPos);

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void setUpLook();
    int defaultWidth(int column) const;
    QList<int> selectedRows() const;
    void selectionMoved();
    void setPressed(bool down);
    void updateHold();
    void letGo();
    void describe();

    LiveCallModel *m_model;
    QString m_emptyWords;
    int m_selected = 0;
    bool m_isPressed = false;
};

} // namespace hangup
