// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/settings.h"

#include <QObject>

class QWidget;

namespace hangup {

class Session;

/// Shows the settings and puts them into force: the colours on the whole application, from the start on and whenever
/// they change; the rest is the session's.
class SettingsFlow final : public QObject
{
    Q_OBJECT
public:
    /// Applies the session's colours. @p window gets the dialog and owns this; @p session outlives both.
    SettingsFlow(Session *session, QWidget *window);

    void open();
    void setColours(ColourScheme colours);

Q_SIGNALS:
    void coloursChanged(hangup::ColourScheme colours);
    void resetLayoutRequested();

private:
    void apply(ColourScheme colours);

    Session *m_session;
    QWidget *m_window;
    ColourScheme m_applied; ///< to be seen now: the session's, or a preview's
};

} // namespace hangup
