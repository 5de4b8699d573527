// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/history.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTimer;

namespace hangup {

class HistoryDateField;

/// What to look for in the history: call UUID, ticket, account, outcome, and the days from and to. Says what it can't
/// understand below the fields.
class HistorySearch final : public QWidget
{
    Q_OBJECT
public:
    explicit HistorySearch(QWidget *parent);
    /// Nothing while a field can't be understood.
    std::optional<HistoryQuery> query() const;
    bool isEmpty() const;
    void focusFirst();
    /// All fields empty; changed() follows when they weren't.
    void clear();

Q_SIGNALS:
    /// Another query(): at once for a choice, after a short rest for typing.
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    QLineEdit *addText(const QString &label, const QString &name, int characters);
    HistoryDateField *addDate(const QString &label, const QString &name);
    void addOutcomes();
    void addField(const QString &label, QWidget *field);
    void makeIcons();
    void check();
    void touched();

    QLineEdit *m_uuid;
    QLineEdit *m_ticket;
    QLineEdit *m_account;
    QComboBox *m_outcome;
    HistoryDateField *m_from;
    HistoryDateField *m_to;
    QPushButton *m_clear = nullptr;
    QLabel *m_wrong;
    QTimer *m_rest;
};

} // namespace hangup
