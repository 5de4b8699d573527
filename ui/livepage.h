// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/copyas.h"
#include "session/session.h"

#include <QWidget>

namespace hangup {

/// The page "Live calls": who is on the calls of the account in use, and what looks stuck. What is asked of Plivo and
/// what is shown on top, the calls by age, the calls themselves, and below them what this costs of the account's limit.
/// Ends nothing by itself: what is selected goes into the list, and through the confirmation of the window. Reads only
/// while it is in sight, or when asked.
class LivePage final : public QWidget
{
    Q_OBJECT
public:
    /// @p session outlives this.
    LivePage(Session *session, QWidget *parent);
    ~LivePage() override;

    /// For Edit > Find calls while this page is in front.
    void focusFilter();
    /// Reads the live calls now; not while a field above them can't be understood, which is said.
    void refresh();
    /// Selected calls in the order shown; those that are gone too.
    QList<CallId> selectedIds() const;
    /// A call is selected that is not gone.
    bool hasEndable() const;
    void selectAll();
    /// Exactly those shown that have a reason to look stuck.
    void selectStuck();
    /// What is selected goes to the clipboard: as a table, or the ids alone.
    void copySelection() const;
    void copyIds() const;
    /// Puts what is selected, and not gone, into the list, and asks for the window's confirmation of it.
    void hangUpSelected();
    /// Columns as they were left, and as on a first start.
    QByteArray saveLayout() const;
    void restoreLayout(const QByteArray &state);
    void resetLayout();

Q_SIGNALS:
    /// Calls were put into the list (rows only; nothing is sent).
    void listed(const hangup::AddReport &report);
    /// These, in the list by now, are to be ended: ask.
    void hangUpRequested(const QList<hangup::CallId> &ids);
    /// More is to be shown of them (F6, Enter, a double click).
    void detailsWanted(const QList<hangup::CallId> &ids);
    /// The selected call as a program that ends it.
    void copyAsRequested(hangup::CopyLanguage language);
    void selectionCountChanged(int selected);

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
