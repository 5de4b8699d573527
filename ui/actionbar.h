// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/account.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;

namespace hangup {

class TicketFields;

/// Below the table: "Retry failed" and "Stop" on the left; on the right, with the account in sight beside them, "Hang
/// up all" and "Hang up selected"; between them the fields "Ticket" and "Reason", which in a narrow window have a line
/// of their own above.
class ActionBar final : public QWidget
{
    Q_OBJECT
public:
    explicit ActionBar(QWidget *parent = nullptr);
    TicketFields *ticket() const { return m_ticket; }
    void setAccount(const Account &account);
    /// How many calls each button would take; 0 disables it, with a hint. @p endable: how many of the @p selected can
    /// be ended; nothing when that was not counted.
    void setCounts(int selected, std::optional<int> endable, int notYetAsked, int retryable);
    /// More calls are on their way into the list: "all" waits for them.
    void setAdding(bool adding);
    void setBusy(bool busy);

Q_SIGNALS:
    void hangUpSelected();
    void hangUpAll();
    void stop();
    void retryFailed();

private:
    static QString selectedHint(int selected, std::optional<int> endable);
    static QString allHint(int notYetAsked);
    void showHints();

    QPushButton *m_retry;
    QPushButton *m_stop;
    TicketFields *m_ticket;
    QLabel *m_dot;
    QLabel *m_account;
    QPushButton *m_all;
    QPushButton *m_selected;

    int m_selectedCount = 0;
    std::optional<int> m_endable;
    int m_notYetAsked = 0;
    int m_retryable = 0;
    bool m_adding = false;
};

} // namespace hangup
