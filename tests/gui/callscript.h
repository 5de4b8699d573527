// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/callid.h"
#include "support/fakeserver.h"

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QMutex>

#include <memory>

namespace hangup::test {

/// A live call as the scripted server tells it.
struct TestCall
{
    QByteArray direction = "outbound";
    int ageSeconds = 3600;
    QByteArray from = "14155550100";
    QByteArray to = "14155550101";
    QByteArray parent {};
    QByteArray caller {};
    QByteArray status = "in-progress";
    bool isOver = false; ///< 404 to the looks, and a record
};

/// The calls behind a FakeServer's answers to questions; others are unknown to it. Used on two threads.
class CallScript
{
public:
    explicit CallScript(FakeServer &server) : m_shared(std::make_shared<Shared>())
    {
        using namespace Qt::StringLiterals;
        server.setAskAnswer(Ask::Live, [shared = m_shared](const QByteArray &id) {
            const std::optional<TestCall> call = shared->find(id);
            return !call || call->isOver ? Answer::callNotFound() : Answer::json(200, body(id, *call));
        });
        server.setAskAnswer(Ask::Queued, Answer::callNotFound());
        server.setAskAnswer(Ask::Record, [shared = m_shared](const QByteArray &id) {
            const std::optional<TestCall> call = shared->find(id);
            return call && call->isOver ? Answer::record(id, "2026-06-28 19:39:05+00:00", "Caller")
                                        : Answer::callNotFound();
        });
    }

    void set(const CallId &id, const TestCall &call) { m_shared->set(id.toLatin1(), call); }
    /// What is asked about that one alone gets no answer until FakeServer::release().
    static void hold(FakeServer &server, const CallId &id)
    {
        server.hold([held = id.toLatin1()](const Request &request) { return request.callId() == held; });
    }

private:
    struct Shared
    {
        std::optional<TestCall> find(const QByteArray &id)
        {
            const QMutexLocker lock(&mutex);
            const auto call = calls.constFind(id);
            return call == calls.cend() ? std::nullopt : std::optional(*call);
        }
        void set(const QByteArray &id, const TestCall &call)
        {
            const QMutexLocker lock(&mutex);
            calls.insert(id, call);
        }
        QMutex mutex;
        QHash<QByteArray, TestCall> calls;
    };

    static QByteArray body(const QByteArray &id, const TestCall &call)
    {
        const QByteArray start = QDateTime::currentDateTimeUtc()
                                     .addSecs(-call.ageSeconds)
                                     .toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz"))
                                     .toLatin1();
        QByteArray json = "{\"api_id\": \"0a1b2c3d-0000-11e4-b303-498d468c930b\", \"call_uuid\": \"" + id
            + "\", \"request_uuid\": \"" + id + "\", \"call_status\": \"" + call.status + "\", \"direction\": \""
            + call.direction + "\", \"from\": \"" + call.from + "\", \"to\": \"" + call.to + "\", \"caller_name\": \""
            + call.caller + "\", \"session_start\": \"" + start + "\"";
        if (!call.parent.isEmpty())
            json += ", \"parent_call_uuid\": \"" + call.parent + '"';
        return json + '}';
    }

    std::shared_ptr<Shared> m_shared;
};

} // namespace hangup::test
