// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

#include <memory>

class QWidget;

namespace hangup {

class Session;

/// How far the batches under way are, on the program's icon in the taskbar or dock, where the desktop has a way to show
/// it. Never blocks.
class TaskbarProgress final : public QObject
{
    Q_OBJECT
public:
    /// @p window owns this; @p session outlives it.
    TaskbarProgress(Session *session, QWidget *window);
    ~TaskbarProgress() override;

private:
    /// The system's way: taskbarprogress_<system>.cpp.
    class Bar;
    void update();

    Session *m_session;
    std::unique_ptr<Bar> m_bar;
    int m_shown = -1; ///< percent; -1: none
};

} // namespace hangup
