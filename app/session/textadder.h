// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "session/session.h"

#include <QObject>
#include <QTimer>

#include <deque>

namespace hangup {

/// Puts what was found in files and long texts into the list, part by part between what else the window has to do, one
/// text after the other. Lives on the window's thread.
class TextAdder final : public QObject
{
    Q_OBJECT
public:
    /// @p calls outlives this.
    TextAdder(CallListModel *calls, QObject *parent);

    /// A text is being read or scanned: add() or giveUp() follows, once for each.
    void expect();
    /// What was found in a text that was expected; added() once all of it is listed.
    void add(const ScanResult &scan, TextSource source, const QString &name);
    /// A text that was expected doesn't come.
    void giveUp();
    /// Something is expected, or being added.
    bool isAdding() const { return m_expected > 0 || !m_texts.empty(); }

Q_SIGNALS:
    /// These were listed just now: a part of a text.
    void listed(const QList<hangup::CallId> &ids);
    void added(const hangup::AddReport &report);
    void addingChanged(bool isAdding);

private:
    struct Text
    {
        AddReport report;
        qsizetype next = 0; ///< of report.scan.found
    };

    void addPart();
    void finishFirst();
    void tell(bool wasAdding);

    CallListModel *m_calls;
    std::deque<Text> m_texts; ///< the first is the one being added
    QTimer m_timer;
    int m_expected = 0;
};

} // namespace hangup
