// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QTabWidget>

namespace hangup {

/// Pages under tabs: words in a row, the current one underlined, on the window's own ground. (Fusion's tabs can't be
/// told apart in high contrast, and its pane takes contrast from muted text on a dark window.) Ctrl+Tab and the arrow
/// keys change the page.
class PageTabs final : public QTabWidget
{
    Q_OBJECT
public:
    /// @p name: for scripts and screen readers.
    PageTabs(const QString &name, QWidget *parent);
};

} // namespace hangup
