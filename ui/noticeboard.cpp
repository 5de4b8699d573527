// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/noticeboard.h"

namespace hangup {

NoticeBoard::NoticeBoard(NoticeBar *bar, QObject *parent) : QObject(parent), m_bar(bar)
{
    connect(bar, &NoticeBar::primaryClicked, this, [this] { press(&Notice::onPrimary); });
    connect(bar, &NoticeBar::secondaryClicked, this, [this] { press(&Notice::onSecondary); });
    connect(bar, &NoticeBar::closed, this, [this] {
        if (m_notices.isEmpty())
            return;
        const auto closed = m_notices.first().onClosed;
        m_notices.erase(m_notices.begin());
        showFirst();
        if (closed)
            closed();
    });
}

void NoticeBoard::press(std::function<void()> Notice::*action)
{
    if (m_notices.isEmpty())
        return;
    // A copy: the action may withdraw its own notice.
    const std::function<void()> pressed = m_notices.first().*action;
    if (pressed)
        pressed();
}

void NoticeBoard::post(NoticeKind kind, const Notice &notice)
{
    m_notices.insert(kind, notice);
    // What is covered is not told again to screen readers.
    if (m_notices.firstKey() == kind)
        showFirst();
}

void NoticeBoard::withdraw(NoticeKind kind)
{
    const bool shown = !m_notices.isEmpty() && m_notices.firstKey() == kind;
    m_notices.remove(kind);
    if (shown)
        showFirst();
}

void NoticeBoard::showFirst()
{
    if (m_notices.isEmpty()) {
        m_bar->hide();
        return;
    }
    const Notice &notice = m_notices.first();
    m_bar->showNotice(notice.level, notice.text, notice.primary, notice.secondary);
}

} // namespace hangup
