// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "session/session.h"

#include <QObject>
#include <QString>

#include <functional>

namespace hangup {

class History;
struct Receipt;

/// What the history gives for the clipboard, and its check: asks it, and tells what came.
class ReceiptFlow final : public QObject
{
    Q_OBJECT
public:
    /// @p session outlives this.
    ReceiptFlow(Session *session, QObject *parent);
    /// The receipt of the latest batch, as plain text, Markdown and HTML at once on the clipboard.
    void copyReceipt();
    /// The text for Plivo's support on those of @p ids that were accepted and are still live.
    void copySupportText(const QList<CallId> &ids);
    /// Checks the journal's chain.
    void verify();
    /// Those of @p ids that were accepted and are still live.
    QList<CallId> stillLive(const QList<CallId> &ids) const;

Q_SIGNALS:
    /// For the status line.
    void told(const QString &sentence);
    void verified(const hangup::JournalCheck &check);

private:
    void put(const Receipt &receipt);
    HistoryCall fromList(const CallId &id) const;

    Session *m_session;
};

} // namespace hangup
