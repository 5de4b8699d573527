// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/helpflow.h"

#include "session/launch.h"
#include "ui/helpwindow.h"

#include <QApplication>
#include <QKeyEvent>
#include <QKeySequence>
#include <QWidget>

namespace hangup {

HelpFlow::HelpFlow(const QList<QAction *> &commands, QWidget *window)
    : QObject(window), m_commands(commands), m_window(window)
{
    // Qt offers no shortcut that reaches a window behind a modal dialog.
    QApplication::instance()->installEventFilter(this);
}

HelpFlow::~HelpFlow() = default;

void HelpFlow::setPlaces(const QString &settingsFile, const QString &dataFolder)
{
    m_settingsFile = settingsFile;
    m_dataFolder = dataFolder;
    if (m_help)
        m_help->setFacts(facts());
}

HelpFacts HelpFlow::facts() const
{
    return { .shortcuts = shortcutLines(m_commands),
             .settingsFile = m_settingsFile,
             .dataFolder = m_dataFolder,
             .policyPlace = policyPlace() };
}

void HelpFlow::open(const QString &anchor)
{
    if (!m_help)
        m_help = std::make_unique<HelpWindow>(facts());
    m_help->setWindowState(m_help->windowState() & ~Qt::WindowMinimized);
    m_help->show();
    m_help->raise();
    m_help->activateWindow();
    m_help->goTo(anchor);
}

bool HelpFlow::eventFilter(QObject *watched, QEvent *event)
{
    // Hidden by its own doing, not minimised by the system: the program ends, and the help must not keep it.
    if (watched == m_window && event->type() == QEvent::Hide && !event->spontaneous() && m_help)
        m_help->close();
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const QWidget *dialog = QApplication::activeModalWidget();
        const auto *widget = qobject_cast<QWidget *>(watched);
        if (dialog && widget && widget->window() == dialog && key->matches(QKeySequence::HelpContents)) {
            open();
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace hangup
