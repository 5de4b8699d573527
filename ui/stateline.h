// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace hangup {

/// A turning arc: something is under way. Stands still where the style wants no animations.
class Spinner final : public QWidget
{
    Q_OBJECT
public:
    explicit Spinner(QWidget *parent);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QTimer m_timer;
    int m_step = 0;
};

/// A dialog's line about what it is doing or what came of it, with one button. Plain text. The line keeps its place
/// while it is empty, so that nothing jumps.
class StateLine final : public QWidget
{
    Q_OBJECT
public:
    enum class Tone : quint8 { Plain, Good, Wrong };
    explicit StateLine(QWidget *parent);
    /// @p action: the button's words; none if empty.
    void showBusy(const QString &sentence, const QString &action);
    void say(Tone tone, const QString &sentence, const QString &action = {});
    void clear();
    QString sentence() const;
    void focusAction();

Q_SIGNALS:
    void actionClicked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void setWords(const QString &sentence, const QString &action);
    void updateColours();

    Spinner *m_spinner;
    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_action;
    Tone m_tone = Tone::Plain;
};

} // namespace hangup
