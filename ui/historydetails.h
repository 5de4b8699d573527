// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/history.h"

#include <QWidget>

class QPlainTextEdit;
class QPushButton;

namespace hangup {

/// One call of the past in plain text: what became of it, its proof, and every event that the journal has of it.
class HistoryDetails final : public QWidget
{
    Q_OBJECT
public:
    explicit HistoryDetails(QWidget *parent);
    /// Its events come later, through setEvents(). Of the same call the view stays where it is.
    void setCall(const HistoryCall &call);
    void setEvents(const QList<HistoryEvent> &events);
    void clear();
    QString text() const;
    /// The text for Plivo's support is for calls that were accepted and are still live.
    static bool isForSupport(const HistoryCall &call);

Q_SIGNALS:
    void supportTextRequested();

private:
    void show(const QString &text, bool isSameCall);

    QPlainTextEdit *m_view;
    QPushButton *m_support;
    std::optional<HistoryCall> m_call;
    QList<HistoryEvent> m_events;
};

} // namespace hangup
