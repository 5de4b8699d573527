// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/settingsflow.h"

#include "session/session.h"
#include "ui/settingsdialog.h"
#include "ui/theme.h"

namespace hangup {

SettingsFlow::SettingsFlow(Session *session, QWidget *window)
    : QObject(window), m_session(session), m_window(window), m_applied(session->settings().colours)
{
    theme::apply(m_applied);
    connect(session, &Session::settingsChanged, this, [this](const Settings &settings) {
        apply(settings.colours);
        Q_EMIT coloursChanged(settings.colours);
    });
}

void SettingsFlow::open()
{
    m_session->refreshPolicy();
    auto *dialog = new SettingsDialog(m_session->ownSettings(), m_window);
    dialog->obey(m_session->policy());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setBusy(m_session->busy());
    connect(m_session, &Session::busyChanged, dialog, &SettingsDialog::setBusy);
    connect(dialog, &SettingsDialog::previewed, this, &SettingsFlow::apply);
    connect(dialog, &SettingsDialog::resetLayoutRequested, this, &SettingsFlow::resetLayoutRequested);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { m_session->setSettings(dialog->chosen()); });
    dialog->open();
}

void SettingsFlow::setColours(ColourScheme colours)
{
    Settings settings = m_session->settings();
    settings.colours = colours;
    m_session->setSettings(settings);
    // What was chosen already is no change, but the menu's marks have moved.
    Q_EMIT coloursChanged(m_session->settings().colours);
}

void SettingsFlow::apply(ColourScheme colours)
{
    if (colours == m_applied)
        return;
    m_applied = colours;
    theme::apply(colours);
}

} // namespace hangup
