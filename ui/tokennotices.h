// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QTimer>

namespace hangup {

class AccountBook;
class NoticeBoard;
class Session;

/// Tells in the window where the token of the chosen account stands: that the keychain is slow, or why there is none
/// and what to do. Goes by itself when the token comes.
class TokenNotices final : public QObject
{
    Q_OBJECT
public:
    /// All outlive this.
    TokenNotices(Session *session, NoticeBoard *board, QObject *parent);
    /// The user wanted to end calls and can't: says so, also if the notice was closed.
    void remind();

Q_SIGNALS:
    /// The user wants to enter the token of the account with this key.
    void enterToken(const QString &key);

private:
    void update();
    void showWaiting();
    void showMissing(const QString &before);

    Session *m_session;
    AccountBook *m_book;
    NoticeBoard *m_board;
    QTimer m_slow;
};

} // namespace hangup
