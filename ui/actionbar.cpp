// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/actionbar.h"

#include "ui/elidedlabel.h"
#include "ui/steadybutton.h"
#include "ui/theme.h"

#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace hangup {

ActionBar::ActionBar(QWidget *parent)
    : QWidget(parent), m_retry(new SteadyButton(tr("&Retry failed"), tr("Retry failed"), this)),
      m_stop(new SteadyButton(tr("S&top"), tr("Stop"), this)), m_dot(new QLabel(this)),
      m_account(new ElidedLabel(this)), m_all(new SteadyButton(tr("Hang up a&ll"), tr("Hang up all"), this)),
      m_selected(new DangerButton(tr("Hang up &selected"), tr("Hang up selected"), this))
{
    m_stop->setToolTip(tr("What is on its way finishes; the rest is not sent"));

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::Gap);
    layout->addWidget(m_retry);
    layout->addWidget(m_stop);
    layout->addStretch(1);
    layout->addWidget(m_dot);
    layout->addWidget(m_account);
    layout->addSpacing(theme::WideGap);
    layout->addWidget(m_all);
    layout->addWidget(m_selected);

    connect(m_retry, &QPushButton::clicked, this, &ActionBar::retryFailed);
    connect(m_stop, &QPushButton::clicked, this, &ActionBar::stop);
    connect(m_all, &QPushButton::clicked, this, &ActionBar::hangUpAll);
    connect(m_selected, &QPushButton::clicked, this, &ActionBar::hangUpSelected);
    setCounts(0, 0, 0, 0);
    setBusy(false);
}

void ActionBar::setAccount(const Account &account)
{
    const int size = theme::iconSize();
    m_dot->setPixmap(theme::dot(account.colour).pixmap(QSize(size, size), devicePixelRatioF()));
    m_dot->setAccessibleName(tr("Colour of the account"));
    m_account->setText(account.isTestServer()
                           ? tr("%1, TEST SERVER %2").arg(account.name, account.address.hostAndPort())
                           : account.name);
}

QString ActionBar::selectedHint(int selected, std::optional<int> endable)
{
    if (selected == 0)
        return tr("Select calls in the table first (Ctrl+Enter hangs them up)");
    if (!endable)
        return tr("Asks first, then ends the selected calls that are not ended or under way (Ctrl+Enter)");
    if (*endable == 0)
        return tr("What is selected has ended already or is under way");
    if (*endable < selected)
        return tr("Asks first, then ends %1 of the %2 selected calls; the others are ended already or under way "
                  "(Ctrl+Enter)")
            .arg(*endable)
            .arg(selected);
    return selected == 1 ? tr("Asks first, then ends the selected call (Ctrl+Enter)")
                         : tr("Asks first, then ends the %n selected calls (Ctrl+Enter)", nullptr, selected);
}

void ActionBar::setCounts(int selected, std::optional<int> endable, int notYetAsked, int retryable)
{
    m_selected->setEnabled(selected > 0);
    m_selected->setToolTip(selectedHint(selected, endable));
    m_all->setEnabled(notYetAsked > 0);
    m_all->setToolTip(notYetAsked == 0 ? tr("No call in the list waits for its first try")
                          : notYetAsked == 1
                          ? tr("Asks first, then ends the one listed call without an outcome")
                          : tr("Asks first, then ends all %n listed calls without an outcome", nullptr, notYetAsked));
    m_retry->setEnabled(retryable > 0);
    m_retry->setToolTip(retryable == 0 ? tr("No call is “Not sent”")
                                       : tr("Asks first, then tries the calls that were not sent again"));
}

void ActionBar::setBusy(bool busy)
{
    m_stop->setEnabled(busy);
}

} // namespace hangup
