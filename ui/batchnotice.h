// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

class QWidget;

namespace hangup {

class DesktopNotifier;
class Session;
struct Tally;

/// Tells that a batch has ended when nobody looks: the window is minimised, on another desktop or behind another
/// program. A notification with the numbers unless the settings say no, and always the taskbar's way to ask for
/// attention. A click brings the window to the front.
class BatchNotice final : public QObject
{
    Q_OBJECT
public:
    /// @p window owns this; @p session outlives it.
    BatchNotice(Session *session, QWidget *window);

private:
    bool isInSight() const;
    void tell(const Tally &batch);
    void notify(const Tally &batch);
    void bringToFront();

    Session *m_session;
    QWidget *m_window;
    DesktopNotifier *m_notifier;
};

} // namespace hangup
