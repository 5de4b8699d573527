// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QString>

namespace hangup {

class NoticeBoard;
class Session;
struct JournalState;

/// What is to be told of the journal of the account in use: why nothing can be ended, what is kept until it can be
/// written, and once what became of a broken file.
class JournalNotices final : public QObject
{
    Q_OBJECT
public:
    /// Both outlive this.
    JournalNotices(Session *session, NoticeBoard *board, QObject *parent);

private:
    void show(const JournalState &state);
    void tellOnce(const JournalState &state);

    Session *m_session;
    NoticeBoard *m_board;
    QString m_shown; ///< of the notice last posted, also when it was closed
    QString m_told; ///< the broken file that was told of
};

} // namespace hangup
