// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QString>

#include <memory>

namespace hangup {

/// @p text on a terminal: what could move the cursor, clear the screen or turn the reading direction is shown as
/// U+FFFD. Line breaks stay.
QString printable(const QString &text);

/// Writes @p text to standard output (1) or error (2) at once, as the system writes text.
void writeStandard(int descriptor, const QString &text);

/// Standard error: sentences, and below them one line that tells how far it is, where that is a terminal.
class StatusLine
{
public:
    StatusLine();

    /// A line that stays.
    void say(const QString &sentence);
    /// The line that is replaced; nothing where standard error is no terminal.
    void show(const QString &line);
    /// Takes it off the screen until the next show().
    void clear();
    bool isTerminal() const { return m_isTerminal; }
    /// Columns; 80 where the terminal doesn't tell.
    int width() const;

private:
    void write(const QString &text);

    bool m_isTerminal = false;
    QString m_shown;
};

/// A question on the terminal, and its answer.
class Question final : public QObject
{
    Q_OBJECT
public:
    /// Standard input where it is a terminal and nobody else reads it (@p stdinIsFree), else the terminal that the
    /// program was started from; null when there is none.
    static std::unique_ptr<Question> open(bool stdinIsFree);
    ~Question() override;

    /// answered() follows, unless this goes first. What was typed before is no answer: it is thrown away.
    void ask(const QString &text);

Q_SIGNALS:
    /// Exactly once; @p line is empty when the input ended (Ctrl+D).
    void answered(const QString &line);

private:
    struct Terminal;

    explicit Question(std::unique_ptr<Terminal> terminal);

    const std::unique_ptr<Terminal> m_terminal;
    QObject *m_listener = nullptr;
};

} // namespace hangup
