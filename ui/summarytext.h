// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QLabel>

namespace hangup {

/// The text "Summary": shows how far the batch is ("13 of 16") large enough to be read across the room, and says the
/// whole tally to screen readers and scripts, as description, value and text. (A plain label has no accessible text
/// besides its name, and the name stays "Summary".)
class SummaryText : public QLabel
{
    Q_OBJECT
public:
    explicit SummaryText(QWidget *parent = nullptr);
    void setSentence(const QString &sentence);
    QString sentence() const { return m_sentence; }

private:
    QString m_sentence;
};

} // namespace hangup
