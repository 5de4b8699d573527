// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/account.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <memory>

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

    /// More is no token, and is not read to its end.
    static constexpr qsizetype MostBytes = 2 * AuthToken::MaxLength;

    bool openTerminal();
    /// To the terminal, or to standard input where that is none.
    void listen();
    /// More of the line came.
    void append(const char *bytes, qsizetype size);
    void take();

    const bool m_stdinIsFree;
    std::shared_ptr<Terminal> m_terminal; ///< null: standard input is read. Shared: each system has its own kind
    QObject *m_listener = nullptr;
    QByteArray m_bytes;
};

} // namespace hangup
