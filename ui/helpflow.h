// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/helppage.h"

#include <QObject>

#include <memory>

class QAction;

namespace hangup {

class HelpWindow;

/// Opens the help, one window of it. It belongs to no other window, so that a dialog, which holds up the window it
/// belongs to, doesn't hold up the help: F1 opens it there as well. It goes with the main window.
class HelpFlow final : public QObject
{
    Q_OBJECT
public:
    /// @p commands: those whose keys are listed. @p window owns this.
    HelpFlow(const QList<QAction *> &commands, QWidget *window);
    ~HelpFlow() override;

    /// Where hangup.ini and the data are, to be shown.
    void setPlaces(const QString &settingsFile, const QString &dataFolder);
    /// Shows the window, at a section if one is named.
    void open(const QString &anchor = {});

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    HelpFacts facts() const;

    QList<QAction *> m_commands;
    QWidget *m_window;
    QString m_settingsFile;
    QString m_dataFolder;
    std::unique_ptr<HelpWindow> m_help;
};

} // namespace hangup
