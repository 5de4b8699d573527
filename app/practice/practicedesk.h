// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/account.h"
#include "practice/practiceanswer.h"
#include "practice/practicecalls.h"

#include <QHash>
#include <QJsonObject>
#include <QSet>

#include <chrono>
#include <optional>

class QUrlQuery;

namespace hangup {

/// What is asked of an account, once the address and the credentials are known to be right.
struct PracticeAsked
{
    enum class Kind : quint8 { Account, Calls, Requests, WrongMethod, Unknown };
    Kind kind = Kind::Unknown;
    bool isDelete = false; ///< else a GET
    QByteArray name {}; ///< what stands behind Call/ or Request/; empty: nothing
    QString query {};
};

/// One account of the simulated world: answers what is asked of it, and keeps what came of it.
class PracticeDesk
{
public:
    using Ms = std::chrono::milliseconds;

    /// @p quick: without delays. @p beganAt: UTC, since 1970.
    PracticeDesk(PracticeOwner owner, AuthId authId, bool quick, Ms beganAt);

    const AuthId &authId() const { return m_authId; }

    /// @p number: of the request, in the whole world; it makes ids and delays differ. @p now: since the world began.
    PracticeAnswer answer(const PracticeAsked &asked, quint64 number, Ms now);

    /// The truth, whatever was answered.
    bool isLive(const CallId &id, Ms now) const;
    qsizetype liveCount(Ms now) const;

private:
    QJsonObject withApiId(QJsonObject object);
    PracticeAnswer error(int status, const QString &words);
    PracticeAnswer tooMany();
    PracticeAnswer account();
    PracticeAnswer answerKind(const PracticeAsked &asked);
    PracticeAnswer answerCalls(const PracticeAsked &asked);
    PracticeAnswer answerRequests(const PracticeAsked &asked);
    PracticeAnswer list(const QUrlQuery &query);
    PracticeAnswer read(const CallId &id, const QString &status);
    PracticeAnswer hangUp(const CallId &id);
    PracticeAnswer hangUpAll();
    PracticeAnswer hangUpPlace(PracticePlace place);
    PracticeAnswer cancel(const CallId &request);
    PracticeAnswer cancelAll();
    bool burstCovers(std::optional<PracticePlace> place);
    bool isInTrouble(const CallId &id) const;
    PracticeAnswer trouble(PracticePlace place);
    Ms delay(std::optional<PracticePlace> place) const;

    PracticeOwner m_owner;
    AuthId m_authId;
    bool m_quick;
    PracticeCalls m_calls;
    quint64 m_asked = 0; ///< the number of the request that is being answered
    Ms m_now { 0 }; ///< its time
    QSet<CallId> m_limitedBefore;
    QHash<CallId, Ms> m_triedFirst; ///< of the fates with trouble: when somebody tried to end it first
    int m_burstLeft = 0;
    Ms m_burstUntil { 0 };
};

} // namespace hangup
