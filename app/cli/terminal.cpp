// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "cli/terminal.h"

using namespace Qt::StringLiterals;

namespace hangup {

QString printable(const QString &text)
{
    QString shown = text;
    for (QChar &c : shown) {
        const auto category = c.category();
        if (c != u'\n' && (category == QChar::Other_Control || category == QChar::Other_Format))
            c = QChar::ReplacementCharacter;
    }
    return shown;
}

void StatusLine::write(const QString &text)
{
    writeStandard(2, text);
}

void StatusLine::say(const QString &sentence)
{
    const QString shown = m_shown;
    clear();
    write(printable(sentence) + u'\n');
    show(shown);
}

void StatusLine::show(const QString &line)
{
    if (!m_isTerminal || line.isEmpty())
        return;
    m_shown = line;
    write(u"\r"_s + printable(line).left(width() - 1) + u"\033[K"_s);
}

void StatusLine::clear()
{
    if (m_shown.isEmpty())
        return;
    m_shown.clear();
    write(u"\r\033[K"_s);
}

} // namespace hangup
