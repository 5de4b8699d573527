// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/accountbox.h"

#include "ui/boxnames.h"
#include "ui/theme.h"

#include <QWheelEvent>

using namespace Qt::StringLiterals;

namespace hangup {

AccountBox::AccountBox(QWidget *parent) : QComboBox(parent)
{
    nameBoxesByTheirNames();
    setAccessibleName(tr("Account"));
    setMinimumHeight(theme::ControlHeight);
    setMinimumWidth(200);
    setSizeAdjustPolicy(QComboBox::AdjustToContents);
    connect(this, &QComboBox::activated, this, [this](int index) {
        if (index >= 0 && index < m_accounts.size())
            Q_EMIT accountChosen(m_accounts.at(index));
    });
    setLocked(false);
}

void AccountBox::setAccounts(const QList<Account> &accounts, const Account &current)
{
    m_accounts = accounts;
    clear();
    for (const Account &account : accounts) {
        addItem(theme::dot(account.colour), account.name);
        setItemData(count() - 1, u"%1 · %2"_s.arg(account.authId.toString(), account.address.hostAndPort()),
                    Qt::AccessibleDescriptionRole);
    }
    showAccount(current);
}

void AccountBox::showAccount(const Account &account)
{
    setCurrentIndex(static_cast<int>(m_accounts.indexOf(account)));
}

void AccountBox::setLocked(bool locked)
{
    setEnabled(!locked);
    setToolTip(locked ? tr("The account can't be changed while calls are under way.")
                      : tr("The account whose calls are ended"));
}

void AccountBox::wheelEvent(QWheelEvent *event)
{
    // A wheel turned over the box in passing must not change the account.
    event->ignore();
}

} // namespace hangup
