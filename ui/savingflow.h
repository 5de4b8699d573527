// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "session/session.h"

#include <QObject>

class QWidget;

namespace hangup {

/// Saves the list or the log as CSV or JSON: asks where with the platform's own dialog, never blocking.
class SavingFlow final : public QObject
{
    Q_OBJECT
public:
    /// @p session outlives this; @p window is the dialogs' parent.
    SavingFlow(Session *session, QWidget *window);
    void saveCalls();
    void saveLog();
    /// What @p path's ending asks for; without one of ours what @p nameFilter says.
    static Session::ExportFormat formatFor(const QString &path, const QString &nameFilter);

private:
    enum class What : quint8 { Calls, Log };
    void ask(What what, const QString &title, const QString &name);
    void save(What what, const QString &path, const QString &nameFilter);

    Session *m_session;
    QWidget *m_window;
};

} // namespace hangup
