// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/copyas.h"
#include "models/calllistmodel.h"
#include "ui/stilltable.h"

namespace hangup {

/// The table "Calls": multi-select, sort by a click on a header, hide columns by the header's menu, copy, Delete asks
/// for removal (it never ends a call), and so does the context menu. Holds the model still while rows are selected or a
/// button is down.
class CallsView : public StillTable
{
    Q_OBJECT
public:
    explicit CallsView(CallListModel *model, QWidget *parent = nullptr);
    /// Selected calls in the order shown.
    QList<CallId> selectedIds() const;
    /// The current row's call when it is selected, else the first of the selected; nothing when none is.
    std::optional<CallId> currentSelected() const;
    /// Selects and shows the call's row; nothing when it is not listed or the filter hides it.
    void selectCall(const CallId &id);
    /// Selected rows as tab-separated text with a header line on the clipboard; with nothing selected, nothing.
    void copySelection();
    /// The ids alone, one a line; with nothing selected, nothing.
    void copyIds();
    /// Order, widths, visibility and sorting of the columns.
    QByteArray saveLayout() const;
    /// False, and defaults, when the state isn't ours.
    bool restoreLayout(const QByteArray &state);
    /// The columns of a first start, in list order.
    void resetLayout();

Q_SIGNALS:
    /// After every change of the selection.
    void selectionCountChanged(int selected);
    /// Delete or Backspace with rows selected, or "Remove from list" in the context menu.
    void removeRequested();
    /// "Copy text for Plivo's support" in the context menu, with calls selected that are still live.
    void supportTextRequested();
    /// "Look up" in the context menu.
    void lookUpRequested();
    /// "Copy as" in the context menu, with exactly one row selected.
    void copyAsRequested(hangup::CopyLanguage language);

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    struct Private;
    Private *d;
};

} // namespace hangup
