// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "session/session.h"

#include <QWidget>

namespace hangup {

/// The page "History": what was ended in the past, batch by batch and call by call, as the journal has it. A search on
/// top, the batches it finds, below them their calls (of the selected batch, or of all that were found), and beside
/// those one call with every attempt. Follows the account: practice has a history of its own. Never blocks; answers to
/// older questions are dropped; what is selected and in sight stays where it is while the journal grows.
class HistoryPage final : public QWidget
{
    Q_OBJECT
public:
    /// @p session outlives this.
    HistoryPage(Session *session, QWidget *parent);
    ~HistoryPage() override;

    /// For Edit > Filter while this page is in front.
    void focusSearch();
    /// The batch that is selected, or that of the selected call; 0: neither.
    quint64 selectedBatch() const;
    /// The receipt of selectedBatch() goes to the clipboard; says what to do when there is none. Ctrl+Shift+C does so
    /// by itself while the focus is on this page.
    void copyReceipt();
    /// Shows all batches, and selects this one.
    void showBatch(quint64 batch);
    /// Columns and splitters as on a first start.
    void resetLayout();

Q_SIGNALS:
    /// Calls were put into the list (rows only; nothing is sent).
    void listed(const hangup::AddReport &report);

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    struct Private;
    Private *d; ///< a child
};

} // namespace hangup
