// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>
#include <QIconEngine>

namespace hangup {

/// A round dot in an account's colour, drawn in the size that is asked for.
class DotIcon final : public QIconEngine
{
public:
    explicit DotIcon(const QColor &colour);

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    QString key() const override;
    QIconEngine *clone() const override;

private:
    QColor m_colour;
};

} // namespace hangup
