// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/outcome.h"

#include <QWidget>

namespace hangup {

/// The tally as a bar: one piece an outcome, as wide as its share, then what waits; calls only listed are the bare
/// track. A piece that is not zero is never narrower than it can be seen. Its accessible text says the same in words.
class TallyBar : public QWidget
{
    Q_OBJECT
public:
    explicit TallyBar(QWidget *parent = nullptr);
    void setTally(const Tally &tally);
    /// Widths in pixels of the pieces ended, not live, refused, unknown, not sent, waiting, listed in @p width; they
    /// add up to it (to 0 for an empty tally).
    static std::array<int, 7> pieces(const Tally &tally, int width);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tally m_tally;
};

} // namespace hangup
