// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/receiptflow.h"

#include "domain/policywords.h"
#include "domain/receipt.h"
#include "session/history.h"
#include "ui/receiptclipboard.h"

#include <QClipboard>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

/// Calls @p use with the answer to @p question, once.
template <typename Answer, typename Use>
void onAnswer(History *history, void (History::*signal)(quint64, const Answer &), quint64 question, QObject *parent,
              Use use)
{
    auto *once = new QObject(parent);
    QObject::connect(history, signal, once, [once, question, use](quint64 answered, const Answer &answer) {
        if (answered != question)
            return;
        once->deleteLater();
        use(answer);
    });
    QObject::connect(history, &QObject::destroyed, once, &QObject::deleteLater);
}

} // namespace

ReceiptFlow::ReceiptFlow(Session *session, QObject *parent) : QObject(parent), m_session(session) { }

void ReceiptFlow::copyReceipt()
{
    const quint64 batch = m_session->lastBatch();
    if (batch == 0) {
        Q_EMIT told(tr("No calls were ended on this account yet: there is no receipt."));
        return;
    }
    History *history = m_session->history();
    if (!history->mayExport()) {
        Q_EMIT told(words::exportOff());
        return;
    }
    onAnswer(history, &History::receiptMade, history->makeReceipt(batch), this,
             [this](const Receipt &receipt) { put(receipt); });
}

void ReceiptFlow::put(const Receipt &receipt)
{
    if (receipt.text.isEmpty()) {
        Q_EMIT told(tr("The receipt could not be made: the journal could not be read."));
        return;
    }
    copyToClipboard(receipt);
    Q_EMIT told(tr("The receipt of the latest batch is on the clipboard."));
}

QList<CallId> ReceiptFlow::stillLive(const QList<CallId> &ids) const
{
    QList<CallId> live;
    for (const CallId &id : ids) {
        if (m_session->calls()->proof(id).state == ProofState::StillLive)
            live += id;
    }
    return live;
}

HistoryCall ReceiptFlow::fromList(const CallId &id) const
{
    const Account &account = m_session->account();
    HistoryCall call { .batch = { .authId = account.authId, .accountName = account.name },
                       .id = id,
                       .result = m_session->calls()->result(id),
                       .proof = m_session->calls()->proof(id) };
    if (call.result)
        call.batch.atMs = call.result->startedAtMs;
    return call;
}

void ReceiptFlow::copySupportText(const QList<CallId> &ids)
{
    QStringList texts;
    for (const CallId &id : stillLive(ids))
        texts += supportText(fromList(id));
    if (texts.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(texts.join(u"\n\n"_s));
    Q_EMIT told(texts.size() == 1 ? tr("The text for Plivo's support is on the clipboard.")
                                  : tr("The texts for Plivo's support on %n calls are on the clipboard.", nullptr,
                                       static_cast<int>(texts.size())));
}

void ReceiptFlow::verify()
{
    Q_EMIT told(tr("The journal is being checked…"));
    History *history = m_session->history();
    onAnswer(history, &History::verified, history->verify(), this,
             [this](const JournalCheck &check) { Q_EMIT verified(check); });
}

} // namespace hangup
