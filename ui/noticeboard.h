// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/banner.h"

#include <QMap>
#include <QObject>
#include <QString>

#include <functional>

namespace hangup {

/// What a notice is about; the most important first. Of one kind there is one notice at a time.
enum class NoticeKind : quint8 {
    Pause, ///< confirmed calls wait for a word
    Journal, ///< nothing can be ended, or outcomes are kept until they can be written
    ProxyLogin,
    Trouble, ///< something went wrong, or was found, just now
    Recovery, ///< a run that ended too early left calls open
    JournalSetAside, ///< the journal was broken at the start
    Token, ///< the account's token isn't there
    Settings, ///< something about the settings' file
};

/// A sentence for the bar across the window, with what its buttons do. A button is there if its words are.
struct Notice
{
    NoticeBar::Level level = NoticeBar::Level::Note;
    QString text {};
    QString primary {};
    std::function<void()> onPrimary {};
    QString secondary {};
    std::function<void()> onSecondary {};
    std::function<void()> onClosed {}; ///< closed by the user, not withdrawn
};

/// Lets several causes share the one bar: keeps what was posted, and shows the most important. What a button does does
/// not withdraw the notice; closing does.
class NoticeBoard final : public QObject
{
    Q_OBJECT
public:
    /// @p bar outlives this.
    NoticeBoard(NoticeBar *bar, QObject *parent);
    /// Replaces the notice of that kind.
    void post(NoticeKind kind, const Notice &notice);
    /// Nothing happens if there is none.
    void withdraw(NoticeKind kind);
    bool isPosted(NoticeKind kind) const { return m_notices.contains(kind); }
    /// Whether something more important than @p kind is shown.
    bool isCovered(NoticeKind kind) const { return !m_notices.isEmpty() && m_notices.firstKey() < kind; }

private:
    void showFirst();
    void press(std::function<void()> Notice::*action);

    NoticeBar *m_bar;
    QMap<NoticeKind, Notice> m_notices;
};

} // namespace hangup
