// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/account.h"

#include <QComboBox>
#include <QList>

namespace hangup {

/// The box "Account": the accounts with their coloured dots.
class AccountBox final : public QComboBox
{
    Q_OBJECT
public:
    explicit AccountBox(QWidget *parent = nullptr);
    /// Fills the box; nothing is emitted.
    void setAccounts(const QList<Account> &accounts, const Account &current);
    /// Shows @p account without asking for it: also to go back after a cancelled change.
    void showAccount(const Account &account);
    /// While calls are under way the account can't change; the tool tip says so.
    void setLocked(bool locked);

Q_SIGNALS:
    /// The user picked it; nothing has changed yet.
    void accountChosen(const hangup::Account &account);

protected:
    void wheelEvent(QWheelEvent *event) override;

private:
    QList<Account> m_accounts;
};

} // namespace hangup
