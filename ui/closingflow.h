// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QPointer>

class QMessageBox;
class QWidget;

namespace hangup {

class Session;

/// Closing with calls on their way: asks first. The user may keep waiting, or stop: then what is on its way finishes
/// and the window closes; or, asked once more, cut that too.
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
    void ask();
    void stopThenClose();
    void onIdle();

    Session *m_session;
    QWidget *m_window;
    QPointer<QMessageBox> m_box;
    bool m_closeWhenIdle = false;
};

} // namespace hangup
