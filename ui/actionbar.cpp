// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/actionbar.h"

#include "ui/barlayout.h"
#include "ui/elidedlabel.h"
#include "ui/steadybutton.h"
#include "ui/theme.h"
#include "ui/ticketfields.h"

#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace hangup {

ActionBar::ActionBar(QWidget *parent)
    : QWidget(parent), m_retry(new SteadyButton(tr("&Retry failed"), tr("Retry failed"), this)),
      m_stop(new SteadyButton(tr("S&top"), tr("Stop"), this)), m_ticket(new TicketFields(this)),
      m_dot(new QLabel(this)), m_account(new ElidedLabel(this)),
      m_all(new SteadyButton(tr("Hang up a&ll"), tr("Hang up all"), this)),
      m_selected(new DangerButton(tr("Hang up &selected"), tr("Hang up selected"), this))
{
    m_stop->setToolTip(tr("What is on its way finishes; the rest is not sent"));

    auto *start = new QHBoxLayout;
    start->setSpacing(theme::Gap);
    start->addWidget(m_retry);
    start->addWidget(m_stop);
    auto *end = new QHBoxLayout;
    end->setSpacing(theme::Gap);
    end->addWidget(m_dot);
    end->addWidget(m_account);
    end->addSpacing(theme::WideGap);
    end->addWidget(m_all);
    end->addWidget(m_selected);
    auto *layout = new BarLayout(theme::Gap, theme::Margin, this);
    layout->setParts(start, m_ticket, end);

    connect(m_retry, &QPushButton::clicked, this, &ActionBar::retryFailed);
    connect(m_stop, &QPushButton::clicked, this, &ActionBar::stop);
    connect(m_all, &QPushButton::clicked, this, &ActionBar::hangUpAll);
    connect(m_selected, &QPushButton::clicked, this, &ActionBar::hangUpSelected);
    connect(m_ticket, &TicketFields::changed, this, &ActionBar::showHints);
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

QString ActionBar::allHint(int notYetAsked)
{
    if (notYetAsked == 0)
        return tr("No call in the list waits for its first try");
    return notYetAsked == 1 ? tr("Asks first, then ends the one listed call without an outcome")
                            : tr("Asks first, then ends all %n listed calls without an outcome", nullptr, notYetAsked);
}

void ActionBar::setCounts(int selected, std::optional<int> endable, int notYetAsked, int retryable)
{
    m_selectedCount = selected;
    m_endable = endable;
    m_notYetAsked = notYetAsked;
    m_retryable = retryable;
    m_selected->setEnabled(selected > 0);
    m_all->setEnabled(notYetAsked > 0 && !m_adding);
    m_retry->setEnabled(retryable > 0);
    showHints();
}

void ActionBar::setAdding(bool adding)
{
    m_adding = adding;
    setCounts(m_selectedCount, m_endable, m_notYetAsked, m_retryable);
}

void ActionBar::showHints()
{
    const QString missing = m_ticket->isMissing() ? tr("Fill in “Ticket” and “Reason” first") : QString();
    const auto hint = [&missing](QPushButton *button, const QString &words) {
        button->setToolTip(button->isEnabled() && !missing.isEmpty() ? missing : words);
    };
    hint(m_selected, selectedHint(m_selectedCount, m_endable));
    hint(m_all, m_adding ? tr("Calls are still being added to the list") : allHint(m_notYetAsked));
    hint(m_retry,
         m_retryable == 0
             ? tr("No call is “Not sent” or “Unknown”")
             : tr("Asks first, then tries the calls that are “Not sent” or “Unknown” again; unknown ones are looked at "
                  "before anything is sent"));
}

void ActionBar::setBusy(bool busy)
{
    m_stop->setEnabled(busy);
}

} // namespace hangup
