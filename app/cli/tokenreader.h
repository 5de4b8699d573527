// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/account.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <memory>

class QSocketNotifier;

namespace hangup {

/// Asks for an auth token once: without showing it on a terminal, or as the one line of standard input where that is no
/// terminal. Never blocks; what was typed is overwritten in memory.
class TokenReader final : public QObject
{
    Q_OBJECT
public:
    /// @p stdinIsFree: no calls come from it; else only a terminal is asked.
    explicit TokenReader(bool stdinIsFree, QObject *parent = nullptr);
    /// A terminal shows again what is typed.
    ~TokenReader() override;

    /// got() or refused() follows, exactly one, once, unless this goes before; refused() perhaps from within.
    void ask(const Account &account);

Q_SIGNALS:
    void got(const hangup::AuthToken &token);
    void refused(const QString &sentence);

private:
    struct Terminal;

    bool openTerminal();
    void listen(int fd);
    void readSome(int fd);
    void take();

    const bool m_stdinIsFree;
    std::unique_ptr<Terminal> m_terminal; ///< null: standard input is read
    QSocketNotifier *m_notifier = nullptr;
    QByteArray m_bytes;
};

} // namespace hangup
