// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/recoveryflow.h"

#include "ui/noticeboard.h"
#include "ui/recoverydialog.h"
#include "ui/recoverywords.h"

#include <QWidget>

namespace hangup {

RecoveryFlow::RecoveryFlow(Session *session, NoticeBoard *board, QWidget *window)
    : QObject(window), m_session(session), m_board(board), m_window(window)
{
    connect(session, &Session::recoveredChanged, this, &RecoveryFlow::update);
    connect(session, &Session::accountChanged, this, &RecoveryFlow::update);
    update();
}

bool RecoveryFlow::hasCalls() const
{
    return !m_session->recovered().isEmpty();
}

void RecoveryFlow::update()
{
    const QList<HistoryCall> &calls = m_session->recovered();
    const QStringList others = m_session->recoveredElsewhere();
    if (m_dialog)
        m_dialog->show(calls, others);
    Q_EMIT changed();
    QString text = recoverywords::leftOpen(calls);
    if (!calls.isEmpty() && !others.isEmpty())
        text += u' ';
    text += recoverywords::elsewhere(others);
    // What a check brings to light changes the dialog; the notice is told, and can be closed, once.
    if (text == m_shown)
        return;
    m_shown = text;
    if (text.isEmpty()) {
        m_board->withdraw(NoticeKind::Recovery);
        return;
    }
    Notice notice { .level = NoticeBar::Level::Trouble, .text = text };
    if (!calls.isEmpty()) {
        notice.primary = tr("Show");
        notice.onPrimary = [this] { show(); };
    }
    m_board->post(NoticeKind::Recovery, notice);
}

void RecoveryFlow::show()
{
    if (m_dialog || !hasCalls())
        return;
    m_dialog = new RecoveryDialog(m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog->show(m_session->recovered(), m_session->recoveredElsewhere());
    connect(m_dialog, &RecoveryDialog::checkRequested, this, &RecoveryFlow::check);
    connect(m_dialog, &RecoveryDialog::putBackRequested, this, &RecoveryFlow::returnToList);
    connect(m_dialog, &RecoveryDialog::doneRequested, m_session, &Session::forgetRecovered);
    m_dialog->open();
}

void RecoveryFlow::check()
{
    m_session->checkRecovered();
    m_dialog->tell(tr("Plivo is being asked; what it says appears under “Proof”. This ends no call."));
}

void RecoveryFlow::returnToList()
{
    const AddReport report = m_session->putBackRecovered();
    Q_EMIT putBack(report);
    const auto added = static_cast<int>(report.added.size());
    m_dialog->tell(added == 0       ? tr("They are in the list already.")
                       : added == 1 ? tr("1 call was put back into the list. Nothing was sent.")
                                    : tr("%n calls were put back into the list. Nothing was sent.", nullptr, added));
}

} // namespace hangup
