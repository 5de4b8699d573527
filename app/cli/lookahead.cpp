// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "cli/lookahead.h"

#include "cli/clistatus.h"

namespace hangup {

LookAhead::LookAhead(Session *session, QObject *parent) : QObject(parent), m_session(session)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(Longest);
    connect(&m_patience, &QTimer::timeout, this, &LookAhead::finish);
    connect(session, &Session::infoRead, this, &LookAhead::take);
}

bool LookAhead::isWorth(const Session &session, const Confirmation &confirmation)
{
    return confirmation.ids().size() <= session.settings().checkAgainUpTo;
}

void LookAhead::start(const QList<CallId> &ids)
{
    m_runs = true;
    m_open = QSet<CallId>(ids.begin(), ids.end());
    m_calls = static_cast<int>(m_open.size());
    m_patience.start();
    Q_EMIT progressed(0, m_calls);
    m_session->lookUp(ids);
}

void LookAhead::stop()
{
    m_runs = false;
    m_patience.stop();
    m_session->stopLookUp(QList<CallId>(m_open.cbegin(), m_open.cend()));
    m_open.clear();
}

void LookAhead::take(const CallInfoRead &read)
{
    if (!m_runs || !m_open.remove(read.id))
        return;
    m_reads.insert(read.id, read);
    if (isCredentialsTrouble(read.reason, read.httpStatus)) {
        m_rejected = read;
        finish();
        return;
    }
    Q_EMIT progressed(m_calls - static_cast<int>(m_open.size()), m_calls);
    if (m_open.isEmpty())
        finish();
}

void LookAhead::finish()
{
    stop();
    Q_EMIT finished();
}

} // namespace hangup
