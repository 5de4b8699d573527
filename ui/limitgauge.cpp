// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/limitgauge.h"

#include "domain/callwords.h"
#include "ui/palettes.h"
#include "ui/theme.h"

#include <QEvent>
#include <QFontMetrics>
#include <QPainter>
#include <QStyle>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

constexpr int BarWidth = 56;
constexpr int BarHeight = 10;
constexpr int Lines = 2; // the wait needs the second

/// The widest digits, so that the width does not depend on the number.
AccountUse widest(int windowRequests)
{
    constexpr int NoLimit = 8888;
    return { .sent = windowRequests > 0 ? windowRequests : NoLimit, .windowRequests = windowRequests };
}

} // namespace

LimitGauge::LimitGauge(QWidget *parent) : QWidget(parent)
{
    setAccessibleName(tr("Use of the account's limit"));
    setToolTip(tr("Plivo takes 300 requests in 5 seconds from an account, from all its systems together. Hangup keeps "
                  "to its share; reading takes at most half of that."));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    tell();
}

void LimitGauge::setUse(const AccountUse &use)
{
    const bool otherWidth = use.windowRequests != m_use.windowRequests;
    m_use = use;
    if (otherWidth) {
        m_wordsWidth = 0;
        updateGeometry();
    }
    tell();
}

void LimitGauge::setNow(qint64 nowMs)
{
    const bool wasHeld = isHeld();
    m_nowMs = nowMs;
    if (wasHeld != isHeld())
        tell();
}

QString LimitGauge::words() const
{
    return words::accountUse(m_use, m_nowMs);
}

void LimitGauge::tell()
{
    const QString text = words();
    if (text != accessibleDescription())
        setAccessibleDescription(text);
    update();
}

int LimitGauge::wordsWidth() const
{
    // A layout asks for it dozens of times; to make the words, and to measure them, took a sixth of the window's start.
    if (m_wordsWidth > 0)
        return m_wordsWidth;
    const QFontMetrics metrics(font());
    AccountUse use = widest(m_use.windowRequests);
    const QString plain = words::accountUse(use, 0);
    // On another day: with its date, the longest. What is more than the plain words stands on the second line.
    use.heldUntilMs = 4'000'000'000'000;
    const QString held = words::accountUse(use, 1'000'000'000'000);
    const int more = metrics.horizontalAdvance(held.mid(plain.size()));
    m_wordsWidth = std::max(metrics.horizontalAdvance(plain), more) + metrics.averageCharWidth();
    return m_wordsWidth;
}

QSize LimitGauge::sizeHint() const
{
    return { BarWidth + theme::Gap + wordsWidth(), std::max(theme::ControlHeight, Lines * fontMetrics().height()) };
}

void LimitGauge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QPalette &colours = palette();
    const auto mirrored = [this](const QRect &part) { return QStyle::visualRect(layoutDirection(), rect(), part); };
    const QColor accent = isHeld() ? theme::outcomeColour(Outcome::Unknown, colours) : theme::focusColour(colours);
    const QRect bar(0, (height() - BarHeight) / 2, BarWidth, BarHeight);
    painter.fillRect(mirrored(bar), colours.color(QPalette::Base));
    const int used = m_use.windowRequests > 0
        ? std::min(BarWidth, static_cast<int>(qint64(BarWidth) * m_use.sent / m_use.windowRequests))
        : 0;
    painter.fillRect(mirrored(QRect(bar.topLeft(), QSize(isHeld() ? BarWidth : used, BarHeight))),
                     isHeld() ? QBrush(accent, Qt::BDiagPattern) : QBrush(accent));
    painter.setPen(theme::borderColour(colours));
    painter.drawRect(mirrored(bar).adjusted(0, 0, -1, -1));

    painter.setPen(isHeld() ? accent : colours.color(QPalette::WindowText));
    const bool right = layoutDirection() == Qt::RightToLeft;
    painter.drawText(mirrored(rect().adjusted(BarWidth + theme::Gap, 0, 0, 0)),
                     Qt::AlignVCenter | Qt::AlignAbsolute | Qt::TextWordWrap | (right ? Qt::AlignRight : Qt::AlignLeft),
                     words());
}

void LimitGauge::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        m_wordsWidth = 0;
        updateGeometry();
    }
}

} // namespace hangup
