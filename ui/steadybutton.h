// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QPushButton>

namespace hangup {

/// A button that takes Enter (alone, without Ctrl or another modifier) as well as Space when it has the focus, and
/// ignores a key that repeats by itself: a held key must never press twice, nor press what has just appeared under it.
class SteadyButton : public QPushButton
{
    Q_OBJECT
public:
    /// @p text is the label and, as it stands, the accessible name.
    explicit SteadyButton(const QString &text, QWidget *parent = nullptr);
    /// Label with its mnemonic, and the name that scripts and screen readers know.
    SteadyButton(const QString &text, const QString &accessibleName, QWidget *parent);

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

/// The red button: the only kind that ends calls. Flat, since Fusion's gradient brightens the red and takes contrast
/// from the text; a ring when focused, hollow when disabled.
class DangerButton final : public SteadyButton
{
    Q_OBJECT
public:
    DangerButton(const QString &text, const QString &accessibleName, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace hangup
