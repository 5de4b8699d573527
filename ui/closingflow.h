// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QPointer>
#include <QString>
#include <QTimer>

class QMessageBox;
class QWidget;

namespace hangup {

class Session;

/// Closing with calls on their way, or with outcomes that are not on disk yet: asks first. The user may keep waiting,
/// or stop: then what is on its way finishes and the window closes; or, asked once more, cut that too. Then the window
/// closes at the latest after a moment, whatever the disk does. Proof that is being sought holds up nothing.
class ClosingFlow final : public QObject
{
    Q_OBJECT
public:
    /// @p session outlives this; @p window is closed when the calls are through.
    ClosingFlow(Session *session, QWidget *window);

    /// True: close now. False: calls are under way, and the user is asked.
    bool mayClose();
    /// The desktop session ends. True: hold it up, calls are under way (the user is asked if @p mayAsk; otherwise what
    /// waits is stopped, since the session may end all the same).
    bool holdsUpLogOut(bool mayAsk);

private:
    int outcomesKept() const;
    /// What is lost of them; empty when all are on disk.
    QString keptSentence() const;
    /// Whether all calls under way have an outcome, and wait for the disk alone.
    bool onlyKeptLeft() const;
    void ask();
    void askAboutKept();
    void askAboutGrace();
    void stopThenClose();
    /// Cuts what is on its way, and closes when it is through, or after a moment.
    void closeAllTheSame();
    void closeNow();
    void onIdle();
    void onJournalChanged();
    /// True: a question is open; it is in front now.
    bool raisesBox();
    /// Closes the question without an answer.
    void dropBox();

    Session *m_session;
    QWidget *m_window;
    QPointer<QMessageBox> m_box;
    QTimer m_patience; ///< runs while the window closes whatever happens
    bool m_closeWhenIdle = false;
    bool m_closeAllTheSame = false; ///< outcomes that are not on disk yet may go
};

} // namespace hangup
