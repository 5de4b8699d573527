// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/history.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace hangup {

/// "Ticket" and "Reason": what a batch is ended for, one line each. They keep what stands in them until it is changed.
class TicketFields final : public QWidget
{
    Q_OBJECT
public:
    explicit TicketFields(QWidget *parent);
    /// What stands in them, cleaned.
    BatchWords words() const;
    /// Marks both: without them nothing is ended.
    void setRequired(bool required);
    /// True when they are required and one of them is empty.
    bool isMissing() const;
    /// Puts the cursor into the first empty one.
    void focusMissing();

Q_SIGNALS:
    /// isMissing() may have changed.
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void mark();

    QLineEdit *m_ticket;
    QLineEdit *m_reason;
    bool m_required = false;
};

} // namespace hangup
