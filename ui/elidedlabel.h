// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QLabel>

namespace hangup {

/// A line of plain text that is cut with "…" where there is no room, and never asks for more than a good part of a
/// dialog's width; its tool tip then holds all of it. text() and the accessible name stay whole.
class ElidedLabel final : public QLabel
{
    Q_OBJECT
public:
    explicit ElidedLabel(QWidget *parent);
    ElidedLabel(const QString &text, QWidget *parent);
    /// Where the end says more than the middle, as of a host's name.
    void setElideMode(Qt::TextElideMode mode);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    bool isCut() const;
    Qt::TextElideMode m_mode = Qt::ElideRight;
};

} // namespace hangup
