// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

namespace hangup {

/// SIGINT, SIGTERM and SIGHUP as a Qt signal, by way of a pipe to itself: a handler may call next to nothing. At most
/// one at a time. SIGHUP stays ignored where it is (nohup); SIGPIPE is ignored from now on. On Windows the same for
/// Ctrl+C, Ctrl+Break, the closing of the console's window and signing out.
class SignalPipe final : public QObject
{
    Q_OBJECT
public:
    explicit SignalPipe(QObject *parent = nullptr);
    /// The signals do again what they did before.
    ~SignalPipe() override;

Q_SIGNALS:
    /// Once for each signal that came.
    void interrupted();
};

} // namespace hangup
