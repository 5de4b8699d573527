// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "cli/cliarguments.h"
#include "session/session.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QString>

namespace hangup {

/// Brings what the command line names into the session's list, one after another, in the order given: calls, files, and
/// standard input. Never blocks. Refuses whole: one file that can't be read, and nothing goes on.
class InputGatherer final : public QObject
{
    Q_OBJECT
public:
    InputGatherer(Session *session, QList<CliInput> inputs, QObject *parent = nullptr);

    /// gathered() or refused() follows, exactly one, once.
    void start();

Q_SIGNALS:
    /// What one file, standard input, or a row of calls brought.
    void added(const hangup::AddReport &report);
    void gathered();
    void refused(const QString &sentence);

private:
    void next();
    void readStandardInput();
    void takeStandardInput();
    void fail(const FileError &error);

    Session *const m_session;
    QList<CliInput> m_inputs; ///< still to come
    QByteArray m_bytes; ///< of standard input
    QObject *m_listener = nullptr; ///< to standard input
};

} // namespace hangup
