// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/historypage.h"

namespace hangup {

struct HistoryPage::Private : public QObject
{
    Private(HistoryPage *page, Session *s) : QObject(page), session(s) { }
    Session *session;
};

HistoryPage::HistoryPage(Session *session, QWidget *parent) : QWidget(parent), d(new Private(this, session))
{
    setAccessibleName(tr("History"));
}

HistoryPage::~HistoryPage() = default;

void HistoryPage::focusSearch() { }

quint64 HistoryPage::selectedBatch() const
{
    return 0;
}

void HistoryPage::copyReceipt() { }

void HistoryPage::showBatch(quint64) { }

void HistoryPage::resetLayout() { }

bool HistoryPage::event(QEvent *event)
{
    return QWidget::event(event);
}

void HistoryPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
}

void HistoryPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
}

} // namespace hangup
