// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QLabel>

namespace hangup {

/// The text "Summary": shows the progress ("13 of 16 · 2 s left"), and says the whole tally to screen readers and
/// scripts, as description, value and text. (A plain label has no accessible text besides its name, and the name stays
/// "Summary".)
class SummaryText : public QLabel
{
    Q_OBJECT
public:
    explicit SummaryText(QWidget *parent = nullptr);
    void setSentence(const QString &sentence);
    QString sentence() const { return m_sentence; }
    /// Keeps the widest text's room until told to forget it, so that the bar beside it does not twitch.
    void setProgressText(const QString &text);
    void forgetWidth();

private:
    QString m_sentence;
};

} // namespace hangup
