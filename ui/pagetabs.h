// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QTabBar>
#include <QTabWidget>

namespace hangup {

/// Tabs as words in a row, the current one underlined, on the window's own ground. (Fusion's tabs can't be told apart
/// in high contrast.) The arrow keys change the page.
class PageTabBar final : public QTabBar
{
    Q_OBJECT
public:
    /// @p name: for scripts and screen readers.
    PageTabBar(const QString &name, QWidget *parent);

protected:
    QSize tabSizeHint(int index) const override;
    QSize minimumTabSizeHint(int index) const override;
    void paintEvent(QPaintEvent *event) override;

private:
    void paintTab(QPainter &painter, int index) const;
};

/// Pages under such tabs. (Fusion's pane takes contrast from muted text on a dark window.) Ctrl+Tab changes the page
/// too.
class PageTabs final : public QTabWidget
{
    Q_OBJECT
public:
    /// @p name: for scripts and screen readers.
    PageTabs(const QString &name, QWidget *parent);
};

} // namespace hangup
