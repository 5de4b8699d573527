// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QPushButton>

namespace hangup {

/// The one kind of button that ends calls: flat red with bold white text (and its icon in white), a ring when focused,
/// hollow when disabled. Give it its icon with setIconName(), so that it follows the palette.
class DangerButton : public QPushButton
{
    Q_OBJECT
public:
    explicit DangerButton(const QString &text, QWidget *parent = nullptr);
    /// A name of theme::icon(); empty: none.
    void setIconName(const QString &name);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void makeIcon();
    QString m_iconName;
};

} // namespace hangup
