// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "session/session.h"
#include "ui/callsview.h"
#include "ui/mainwindow.h"

#include <QString>

#include <functional>
#include <memory>

class QAction;

namespace hangup::bench {

/// The real window over a real session on the practice network, which answers at once: as `hangup` makes it, but for
/// the account's limit, which is lifted to some 2,000 requests a second. Its journal is on disk, in a temporary folder.
class BigWindow
{
public:
    BigWindow();
    ~BigWindow();

    Session &session() { return *m_session; }
    MainWindow &window() { return *m_window; }
    CallsView *table() const;
    /// The visible widget of that accessible name and type, or null.
    template <typename Widget>
    Widget *find(const QString &name) const
    {
        return qobject_cast<Widget *>(findWidget(name, Widget::staticMetaObject));
    }
    /// The menu command with these words (mnemonics and dots left out), or null.
    QAction *command(const QString &words) const;
    /// Edit > Paste, with @p text on the clipboard (which costs the window nothing).
    void paste(const QString &text) const;
    /// Selects all calls, confirms their number in the dialog, and leaves the grace period running. False when the
    /// dialog did not come. @p nowDoing is told each step.
    bool confirmAll(const std::function<void(const char *)> &nowDoing) const;

    /// @p count calls that the practice account has and ends at once, one a line with some words: 100,000 are 4 MB.
    static QString lines(int count);

private:
    QWidget *findWidget(const QString &name, const QMetaObject &type) const;

    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace hangup::bench
