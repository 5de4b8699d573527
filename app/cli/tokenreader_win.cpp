// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "cli/tokenreader.h"

#include "cli/cliwords.h"
#include "cli/consolehandle_win.h"
#include "cli/handlereader_win.h"
#include "cli/terminal.h"

#include <qt_windows.h>

namespace hangup {

/// The console with its echo off.
struct TokenReader::Terminal : console::OwnConsole
{
    Terminal()
    {
        const DWORD hidden = ENABLE_LINE_INPUT | ENABLE_PROCESSED_INPUT;
        hides = in && out && GetConsoleMode(in, &before) && SetConsoleMode(in, hidden);
        // What was typed ahead was shown, and is no token.
        if (hides)
            FlushConsoleInputBuffer(in);
    }
    ~Terminal()
    {
        if (!hides)
            return;
        SetConsoleMode(in, before);
        console::writeAll(out, "\n"); // the one that was typed was not shown
    }
    Q_DISABLE_COPY_MOVE(Terminal)

    DWORD before = 0;
    bool hides = false;
};

bool TokenReader::openTerminal()
{
    m_terminal = std::make_unique<Terminal>();
    return m_terminal->hides;
}

void TokenReader::ask(const Account &account)
{
    void *const standard = console::standardHandle(0);
    if (m_stdinIsFree && standard && !console::isConsole(standard)) {
        listen();
        return;
    }
    if (!openTerminal()) {
        m_terminal.reset();
        Q_EMIT refused(cliwords::noTerminalForToken(account));
        return;
    }
    console::writeAll(m_terminal->out, printable(cliwords::tokenQuestion(account)).toUtf8());
    listen();
}

void TokenReader::listen()
{
    void *const from = m_terminal ? m_terminal->in : console::standardHandle(0);
    const auto more = [this](const char *bytes, qsizetype count) {
        if (count > 0)
            append(bytes, count);
        // A pipe may stay open behind the line.
        if (count > 0 && !m_bytes.contains('\n') && m_bytes.size() < MostBytes)
            return;
        m_listener->deleteLater();
        m_listener = nullptr;
        take();
    };
    m_listener = new HandleReader(from, MostBytes, more, this);
}

} // namespace hangup
