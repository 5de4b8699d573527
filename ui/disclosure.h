// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/steadybutton.h"

namespace hangup {

/// A flat button that opens and closes what stands below it: an angle that points there, and words. Starts closed.
class Disclosure final : public SteadyButton
{
    Q_OBJECT
public:
    /// @p text: with its mnemonic. @p below is shown and hidden; it outlives this.
    Disclosure(const QString &text, QWidget *below, QWidget *parent);
    QSize sizeHint() const override;
    void open() { setChecked(true); }

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace hangup
