// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/clock.h"
#include "session/session.h"

#include <QObject>
#include <QString>

#include <chrono>

namespace hangup {

class StatusLine;

/// What a run that asks Plivo something needs of its account.
struct TokenNeed
{
    enum class Kind : quint8 {
        Met, ///< the token is there, or none is needed
        Open, ///< the keychain has not answered: AccountBook::tokenStateChanged() follows
        Unmet,
    };
    Kind kind = Kind::Open;
    QString sentence {}; ///< of Unmet: why
};
/// Of the account in use.
TokenNeed tokenNeed(const Session &session);

/// Waits until the token of the account in use is there, or is known never to come.
class TokenWait final : public QObject
{
    Q_OBJECT
public:
    /// @p session outlives this.
    explicit TokenWait(Session *session, QObject *parent);

    /// met() or unmet() follows, exactly one, once; perhaps from within.
    void start();

Q_SIGNALS:
    void met();
    void unmet(const QString &sentence);

private:
    void look();

    Session *const m_session;
    bool m_waits = false;
};

/// Says until when Plivo asks to wait, and when that is longer than is waited for.
class HoldWatch final : public QObject
{
    Q_OBJECT
public:
    /// @p longest: a hold beyond it is not waited for. All pointers outlive this.
    HoldWatch(Session *session, StatusLine *status, const Clock *clock, std::chrono::milliseconds longest,
              QObject *parent);

Q_SIGNALS:
    /// Once; it was said.
    void tooLong();

private:
    void take(qint64 untilMs);

    StatusLine *const m_status;
    const Clock *const m_clock;
    const std::chrono::milliseconds m_longest;
    qint64 m_toldMs = 0; ///< until when, as it was said last; UTC
    bool m_gaveUp = false;
};

/// Says from now on, as long as @p run lives, what the account or the way to the server wants of the user. @p session
/// and @p status outlive it.
void tellWants(Session *session, StatusLine *status, QObject *run);

} // namespace hangup
