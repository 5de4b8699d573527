// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/calllistmodel.h"

#include <QTableView>

namespace hangup {

/// The table "Calls": multi-select, sort by a click on a header, hide columns by the header's menu, copy, Delete asks for removal (it never
/// ends a call). Holds the model still while rows are selected or a button is down.
class CallsView : public QTableView
{
    Q_OBJECT
public:
    explicit CallsView(CallListModel *model, QWidget *parent = nullptr);
    /// Selected calls in the order shown.
    QList<CallId> selectedIds() const;
    void selectCall(const CallId &id);
    /// Selected rows as tab-separated text with a header line on the clipboard; with nothing selected, nothing.
    void copySelection();
    void copyIds();
    QByteArray saveLayout() const;
    /// False, and defaults, when the state isn't ours.
    bool restoreLayout(const QByteArray &state);
    void resetLayout();

Q_SIGNALS:
    void selectionCountChanged(int selected);
    void removeRequested();

private:
    struct Private;
    Private *d;
};

} // namespace hangup
