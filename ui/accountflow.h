// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/account.h"

#include <QObject>
#include <QPointer>

class QMenu;
class QMessageBox;
class QUndoStack;
class QWidget;

namespace hangup {

class AccountBox;
class Session;

/// Changing the account, by the box or the menu "Account", which always agree: with calls listed it asks what to do
/// with them; a cancel puts the box back.
class AccountFlow final : public QObject
{
    Q_OBJECT
public:
    /// All outlive this.
    AccountFlow(Session *session, AccountBox *box, QMenu *menu, QUndoStack *undo, QWidget *window);
    void choose(const Account &account);

private:
    void fillMenu();
    void showCurrent();
    void askAboutCalls(const Account &account);
    void change(const Account &account, bool clearList);

    Session *m_session;
    AccountBox *m_box;
    QMenu *m_menu;
    QUndoStack *m_undo;
    QWidget *m_window;
    QPointer<QMessageBox> m_question;
};

} // namespace hangup
