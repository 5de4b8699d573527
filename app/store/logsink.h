// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/redactor.h"

#include <QtGlobal>

#include <memory>

namespace hangup {

/// The one place where Qt's messages go while it lives: to stderr, a line each, without secrets. Thread-safe. One at a
/// time.
class LogSink
{
public:
    explicit LogSink(std::shared_ptr<const Redactor> redactor);
    /// Gives the messages back to the handler of before.
    ~LogSink();
    Q_DISABLE_COPY_MOVE(LogSink)

    /// How a message is written, with its line break. Control characters, which could drive a terminal, become blanks.
    QByteArray line(QtMsgType type, const QString &message) const;

private:
    std::shared_ptr<const Redactor> m_redactor;
    QtMessageHandler m_before;
};

} // namespace hangup
