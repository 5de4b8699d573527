// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/callreading.h"

#include <QWidget>

namespace hangup {

/// What this program uses of the account's limit: a bar and the words for it; with a 429, until when Plivo asked to
/// wait. As wide as its longest words, whatever it says, so that nothing moves.
class LimitGauge final : public QWidget
{
    Q_OBJECT
public:
    explicit LimitGauge(QWidget *parent);
    void setUse(const AccountUse &use);
    /// UTC ms; a wait that is over goes.
    void setNow(qint64 nowMs);
    QString words() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    bool isHeld() const { return m_use.heldUntilMs > m_nowMs; }
    int wordsWidth() const;
    void tell();

    AccountUse m_use;
    qint64 m_nowMs = 0;
    mutable int m_wordsWidth = 0; ///< 0: to be measured
};

} // namespace hangup
