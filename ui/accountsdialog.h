// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/account.h"
#include "session/accountbook.h"
#include "ui/formdialog.h"

#include <QPointer>

class QAction;
class QLabel;
class QMessageBox;
class QPushButton;
class QTableWidget;

namespace hangup {

class AccountDialog;
class StateLine;

/// "Accounts…": all accounts with what is known of them, to add, change, remove and sort. The practice and the
/// environment account are shown, and fixed. By keys: Insert, F2 or Enter, Delete, Alt+Up and Alt+Down.
class AccountsDialog final : public FormDialog
{
    Q_OBJECT
public:
    /// @p current: the key of the account to begin at. @p book outlives this.
    AccountsDialog(AccountBook *book, const QString &current, QWidget *parent);
    ~AccountsDialog() override;
    /// While a change is being saved this cancels it, and the dialog stays; what is past cancelling is waited for.
    void reject() override;

Q_SIGNALS:
    /// See AccountDialog; @p dialog is that one.
    void proxyLoginWanted(QWidget *dialog);

private:
    void build();
    void buildTable();
    QWidget *buildButtons();
    QPushButton *addButton(const QString &text, const QString &name, const QKeySequence &key);
    void fill();
    void fillRow(int row, const Account &account);
    QString tokenWords(const Account &account) const;
    std::optional<Account> selected() const;
    void select(const QString &key);
    void updateButtons();
    void add();
    void edit();
    void edit(const std::optional<Account> &account);
    void askToRemove();
    void remove(const Account &account);
    void move(int by);
    bool begun(std::optional<AccountEditError> error, const QString &sentence);
    void showSaved();
    void showProblem(const AccountSaveProblem &problem);

    AccountBook *m_book;
    QTableWidget *m_table;
    QLabel *m_hint;
    StateLine *m_state;
    QPushButton *m_add = nullptr;
    QPushButton *m_edit = nullptr;
    QPushButton *m_remove = nullptr;
    QPushButton *m_up = nullptr;
    QPushButton *m_down = nullptr;
    QList<Account> m_accounts; ///< as in the table
    QPointer<AccountDialog> m_dialog;
    QPointer<QMessageBox> m_question;
    bool m_closing = false; ///< to close as soon as that is saved
    bool m_working = false; ///< a removal or a move of this dialog is being saved
};

} // namespace hangup
