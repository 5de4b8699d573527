// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/account.h"

#include <QObject>
#include <QPointer>

#include <optional>

class QActionGroup;
class QMenu;
class QMessageBox;
class QUndoStack;
class QWidget;

namespace hangup {

class AccountBox;
class AccountDialog;
class AccountsDialog;
class Session;

/// Changing the account, by the box or the menu "Account", which always agree and follow the accounts: with calls
/// listed it asks what to do with them; a cancel puts the box back. And the ways to the accounts' dialogs.
class AccountFlow final : public QObject
{
    Q_OBJECT
public:
    /// All outlive this.
    AccountFlow(Session *session, AccountBox *box, QMenu *menu, QUndoStack *undo, QWidget *window);
    void choose(const Account &account);
    /// "Accounts…"
    void manage();
    /// "Add an account". Where nobody could miss it (the practice account with an empty list) it is chosen at once.
    void add();
    /// The dialog of a stored account, at its token; nothing happens for any other.
    void enterToken(const QString &key);

Q_SIGNALS:
    /// For the status line: plain words.
    void told(const QString &sentence);
    /// A test of an account ended at the proxy; its login is to be entered over @p dialog.
    void proxyLoginWanted(QWidget *dialog);

private:
    void fill();
    void fillMenu();
    /// Why the organisation lets no account be added; empty: it does.
    QString noAccountCanBeAdded() const;
    AccountDialog *openDialog(const std::optional<Account> &account);
    void takeAdded(const QString &key);
    void showCurrent();
    void onAccountChanged(const Account &account);
    void askAboutCalls(const Account &account);
    void change(const Account &account, bool clearList);

    Session *m_session;
    AccountBox *m_box;
    QMenu *m_menu;
    QUndoStack *m_undo;
    QWidget *m_window;
    Account m_seen; ///< whose outcomes the undo stack holds
    QActionGroup *m_group = nullptr; ///< the accounts in the menu
    QPointer<QMessageBox> m_question;
    QPointer<AccountsDialog> m_accounts;
    QPointer<AccountDialog> m_dialog;
};

} // namespace hangup
