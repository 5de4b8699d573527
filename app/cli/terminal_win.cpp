// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "cli/terminal.h"

#include "cli/consolehandle_win.h"
#include "cli/handlereader_win.h"

namespace hangup {

void writeStandard(int descriptor, const QString &text)
{
    console::writeAll(console::standardHandle(descriptor), text.toUtf8());
}

StatusLine::StatusLine() : m_isTerminal(console::obeysEscapes(console::standardHandle(2))) { }

int StatusLine::width() const
{
    const int columns = console::columns(console::standardHandle(2));
    return columns > 0 ? columns : 80;
}

struct Question::Terminal : console::OwnConsole
{
};

std::unique_ptr<Question> Question::open(bool stdinIsFree)
{
    Q_UNUSED(stdinIsFree) // what is piped in comes by another handle
    auto terminal = std::make_unique<Terminal>();
    if (!terminal->in || !terminal->out)
        return nullptr;
    return std::unique_ptr<Question>(new Question(std::move(terminal)));
}

Question::Question(std::unique_ptr<Terminal> terminal) : m_terminal(std::move(terminal)) { }

Question::~Question()
{
    delete m_listener;
}

void Question::ask(const QString &text)
{
    console::forgetTyped(m_terminal->in);
    console::writeAll(m_terminal->out, printable(text).toUtf8());
    const auto take = [this](const char *bytes, qsizetype count) {
        m_listener->deleteLater();
        m_listener = nullptr;
        Q_EMIT answered(count > 0 ? QString::fromUtf8(bytes, count).trimmed() : QString());
    };
    m_listener = new HandleReader(m_terminal->in, 3 * 256, take, this);
}

} // namespace hangup
