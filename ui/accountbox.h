// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/account.h"

#include <QComboBox>
#include <QList>

namespace hangup {

/// The box "Account": the accounts with their coloured dots, and below them "Manage accounts…", which is no account.
/// Changes only by a choice in its open list: neither a wheel nor an arrow key in passing changes the account.
class AccountBox final : public QComboBox
{
    Q_OBJECT
public:
    explicit AccountBox(QWidget *parent = nullptr);
    /// Fills the box; nothing is emitted.
    void setAccounts(const QList<Account> &accounts, const Account &current);
    /// The organisation does not allow this one, as @p sentence says: it can't be chosen until setAccounts() is called.
    void forbid(const QString &key, const QString &sentence);
    /// Shows @p account without asking for it: also to go back after a cancelled change.
    void showAccount(const Account &account);
    /// While calls are under way the account can't change; the tool tip says so.
    /// @p why: a sentence for the tool tip; empty: calls are under way.
    void setLocked(bool locked, const QString &why = {});
    QSize sizeHint() const override;

Q_SIGNALS:
    /// The user picked it; nothing has changed yet.
    void accountChosen(const hangup::Account &account);
    void manageChosen();

protected:
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void pick(int index);
    void tell();

    QList<Account> m_accounts;
    int m_shown = -1; ///< place of the account shown
    bool m_locked = false;
    QString m_whyLocked;
};

} // namespace hangup
