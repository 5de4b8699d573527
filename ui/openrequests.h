// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

class QFileOpenEvent;

namespace hangup {

class Instance;
class MainWindow;

/// What the system asks a running window to open: links to calls and files. They come by a second start, and on macOS as
/// events of the application, never as arguments. Either way they only ever add rows, and a link that names anything but
/// one call is refused as parseArguments() refuses it.
class OpenRequests final : public QObject
{
    Q_OBJECT
public:
    /// Takes the application's events from now on. @p window outlives this.
    explicit OpenRequests(MainWindow *window);
    /// Takes what later starts hand over.
    void listenTo(Instance *instance);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void open(const QFileOpenEvent &event);

    MainWindow *m_window;
};

} // namespace hangup
