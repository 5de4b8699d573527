// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QTextBrowser>

#include <optional>

namespace hangup {

/// A page that leads nowhere but to its own anchors, loads nothing, and keeps its lines short enough to read.
class HelpBrowser final : public QTextBrowser
{
    Q_OBJECT
public:
    explicit HelpBrowser(QWidget *parent);
    void setPage(const QString &styleSheet, const QString &html);
    /// The vertical position of an anchor in the page, or nothing.
    std::optional<int> positionOf(const QString &anchor) const;

protected:
    QVariant loadResource(int type, const QUrl &name) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void setMargins();
};

} // namespace hangup
