// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/elidedlabel.h"

#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hangup {

ElidedLabel::ElidedLabel(QWidget *parent) : ElidedLabel({}, parent) { }

ElidedLabel::ElidedLabel(const QString &text, QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setText(text);
}

void ElidedLabel::setElideMode(Qt::TextElideMode mode)
{
    m_mode = mode;
    update();
}

QSize ElidedLabel::sizeHint() const
{
    constexpr int MostCharacters = 50;
    const QSize all = QLabel::sizeHint();
    return { std::min(all.width(), fontMetrics().averageCharWidth() * MostCharacters), all.height() };
}

QSize ElidedLabel::minimumSizeHint() const
{
    constexpr int FewestCharacters = 8;
    const QSize all = QLabel::minimumSizeHint();
    return { std::min(all.width(), fontMetrics().averageCharWidth() * FewestCharacters), all.height() };
}

bool ElidedLabel::isCut() const
{
    return fontMetrics().horizontalAdvance(text()) > contentsRect().width();
}

bool ElidedLabel::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && isCut()) {
        // Escaped: a tool tip takes what looks like HTML for HTML.
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), u"<qt>%1</qt>"_s.arg(text().toHtmlEscaped()),
                           this);
        return true;
    }
    return QLabel::event(event);
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRect room = contentsRect();
    style()->drawItemText(&painter, room, static_cast<int>(QStyle::visualAlignment(layoutDirection(), alignment())),
                          palette(), isEnabled(), fontMetrics().elidedText(text(), m_mode, room.width()),
                          foregroundRole());
}

} // namespace hangup
