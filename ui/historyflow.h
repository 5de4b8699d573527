// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "session/history.h"

#include <QObject>
#include <QPointer>

#include <functional>

class QWidget;

namespace hangup {

struct Receipt;

/// What the page "History" does beside showing: receipts, exports, removals and the check of the journal. Asks in
/// dialogs of its own, never blocking; says what came of it in a sentence.
class HistoryFlow final : public QObject
{
    Q_OBJECT
public:
    /// @p window is the dialogs' parent.
    explicit HistoryFlow(QWidget *window);
    /// What is asked of the one before is not told any more.
    void setHistory(History *history);

    void copyReceipt(quint64 batch);
    /// Asks where to save the calls that @p query finds.
    void exportCalls(const HistoryQuery &query);
    /// Asks before which day, then where to save, then removes.
    void removeOld();
    void verify();
    bool isBusy() const { return m_receipt || m_export || m_removal || m_check; }

Q_SIGNALS:
    /// @p isTrouble: must not be overlooked.
    void told(const QString &sentence, bool isTrouble);
    void busyChanged();

private:
    void askWhere(const QString &title, const QString &name,
                  const std::function<void(const QString &path, HistoryFormat format)> &save);
    void takeReceipt(quint64 question, const Receipt &receipt);
    void takeExported(quint64 question, const HistoryExported &result);
    void takePruned(quint64 question, const HistoryExported &exported, qint64 events);
    void tellNotWhileEnding();
    /// False, and said: the organisation allows no exports.
    bool mayExport();
    void takeCheck(quint64 question, const JournalCheck &check);
    void begin(quint64 &question, quint64 number);
    /// True when @p number answers @p question, which is then closed.
    bool closes(quint64 &question, quint64 number);

    QWidget *m_window;
    QPointer<History> m_history;
    quint64 m_receipt = 0; ///< numbers of open questions; 0: none
    quint64 m_export = 0;
    quint64 m_removal = 0;
    quint64 m_check = 0;
};

} // namespace hangup
