// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QClipboard>
#include <QLineEdit>
#include <QWidget>

class QLabel;
class QPushButton;

namespace hangup {

/// The single line for ids. What is pasted into it is never cut to one line: it is handed on whole instead.
class InputField final : public QLineEdit
{
    Q_OBJECT
public:
    explicit InputField(QWidget *parent = nullptr);

Q_SIGNALS:
    /// The user wants the clipboard (or the X11 selection) added.
    void pasteRequested(QClipboard::Mode mode);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
};

/// The row "Enter or paste call UUIDs" with "Add", and under it the sentence about what was found, with "Show" for
/// what was ignored.
class InputBar final : public QWidget
{
    Q_OBJECT
public:
    enum class Tone : quint8 { Plain, Trouble };

    explicit InputBar(QWidget *parent = nullptr);
    InputField *field() const { return m_field; }
    /// Plain text. @p showIgnored: the button "Show" appears.
    void showSentence(const QString &text, Tone tone, bool showIgnored);
    /// Puts a short text without an id into the field, so that it can be corrected.
    void keepForCorrection(const QString &text);
    /// Empties the field; its own undo history goes too, so that Ctrl+Z then undoes the adding.
    void clearField();

Q_SIGNALS:
    /// Enter or "Add": the whole text of the field, never empty.
    void entered(const QString &text);
    void pasteRequested(QClipboard::Mode mode);
    void showIgnoredRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void submit();
    void colourSentence();

    InputField *m_field;
    QPushButton *m_add;
    QLabel *m_sentence;
    QPushButton *m_show;
    Tone m_tone = Tone::Plain;
};

} // namespace hangup
