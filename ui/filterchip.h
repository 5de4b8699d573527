// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/calllistmodel.h"

#include <QAbstractButton>

namespace hangup {

/// A chip of the summary: symbol and large number, the word below them; pressed, it filters the table. Its width
/// depends on its word and on how many digits the whole list needs, never on its own number, so that nothing moves
/// while outcomes arrive.
class FilterChip : public QAbstractButton
{
    Q_OBJECT
public:
    FilterChip(CallFilter filter, const QString &word, QWidget *parent = nullptr);
    CallFilter filter() const { return m_filter; }
    void setCount(int count);
    int count() const { return m_count; }
    /// Digits to keep room for.
    void setDigits(int digits);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void paintGround(QPainter *painter) const;
    QColor colour() const;
    void makeIcon();
    void updateName();

    CallFilter m_filter;
    int m_count = 0;
    int m_digits = 3;
};

} // namespace hangup
