// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/history.h"
#include "ui/formdialog.h"

#include <QStringList>

class QLabel;
class QPushButton;
class QTableView;

namespace hangup {

class RecoveryModel;

/// The calls that a run which ended too early left open, with what can be done about them. Sends nothing by itself.
/// Show it with open(); it stays until it is closed.
class RecoveryDialog final : public FormDialog
{
    Q_OBJECT
public:
    explicit RecoveryDialog(QWidget *parent);
    /// What is known of them now. @p elsewhere: names of other accounts with such calls.
    void show(const QList<HistoryCall> &calls, const QStringList &elsewhere);
    /// A sentence below the table: what the last button did.
    void tell(const QString &sentence);

Q_SIGNALS:
    void checkRequested();
    void putBackRequested();
    /// The user has seen them; the dialog closes.
    void doneRequested();

private:
    void buildTable();

    RecoveryModel *m_model;
    QLabel *m_text;
    QTableView *m_table;
    QLabel *m_elsewhere;
    QLabel *m_told;
    QPushButton *m_check;
    QPushButton *m_putBack;
    QPushButton *m_done;
};

} // namespace hangup
