// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDate>
#include <QLineEdit>

class QAction;

namespace hangup {

/// A field for a day, as in "2026-11-24", or empty for any; a calendar helps (Alt+Down). A spin box for dates has no
/// "any", and goes through the months digit by digit.
class HistoryDateField final : public QLineEdit
{
    Q_OBJECT
public:
    /// @p name: for scripts and screen readers.
    HistoryDateField(const QString &name, QWidget *parent);
    /// Invalid: empty, or not a date.
    QDate date() const;
    void setDate(const QDate &date);
    /// Something stands there that is no date.
    bool isWrong() const;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void openCalendar();
    QAction *m_calendar = nullptr;
};

} // namespace hangup
