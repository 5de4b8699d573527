// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/pause.h"

#include <QObject>
#include <QString>

#include <optional>

namespace hangup {

class NoticeBoard;
class Session;

/// Confirmed calls wait for a word: asks whether to go on, in a notice that nothing else replaces, and takes the answer
/// to the session. It goes with the batch.
class PauseQuestion final : public QObject
{
    Q_OBJECT
public:
    /// Both outlive this.
    PauseQuestion(Session *session, NoticeBoard *board, QObject *parent);
    /// A word is waited for, also when the notice that asks for it was closed.
    bool isAsking() const { return m_pause.has_value(); }
    /// "Continue", or "Stop"; without a question "Stop" stops all the same.
    void answer(bool goOn);
    /// So many calls were confirmed meanwhile: asked anew, even if it was closed, or nobody would know why nothing
    /// happens.
    void remind(int calls);

Q_SIGNALS:
    /// isAsking() changed, or the question did.
    void changed();
    /// For the status line.
    void told(const QString &sentence);

private:
    void ask(const Pause &pause);
    void show();
    void end();

    Session *m_session;
    NoticeBoard *m_board;
    std::optional<Pause> m_pause;
};

} // namespace hangup
