// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/openrequests.h"

#include "domain/calllink.h"
#include "session/instance.h"
#include "session/launch.h"
#include "ui/mainwindow.h"

#include <QApplication>
#include <QDir>
#include <QFileOpenEvent>
#include <QUrl>

namespace hangup {

OpenRequests::OpenRequests(MainWindow *window) : m_window(window)
{
    qApp->installEventFilter(this);
}

void OpenRequests::listenTo(Instance *instance)
{
    connect(instance, &Instance::rowsReceived, m_window, &MainWindow::takeRows);
    connect(instance, &Instance::linkRefused, m_window, &MainWindow::refuseLink);
}

bool OpenRequests::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::FileOpen)
        return QObject::eventFilter(watched, event);
    open(*static_cast<QFileOpenEvent *>(event));
    return true;
}

void OpenRequests::open(const QFileOpenEvent &event)
{
    // A path is absolute, so it is never taken for an id.
    if (!event.file().isEmpty()) {
        m_window->takeRows({ QDir::cleanPath(event.file()) });
        return;
    }
    // As it was written, as far as QUrl keeps that: what was encoded stays so, and is refused.
    const QString address = event.url().toString(QUrl::FullyEncoded);
    if (const std::optional<CallId> id = callOfLink(address))
        m_window->takeRows({ id->toString() });
    else
        m_window->refuseLink(LinkRefusal::NotOneCall);
}

} // namespace hangup
