// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "plivo/hangupengine.h"
#include "session/livecalls.h"
#include "session/session.h"
#include "store/memorystore.h"
#include "support/fakeserver.h"
#include "support/patience.h"

#include <QMap>
#include <QMutex>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <optional>

/// What the tests of the session's calls share.
namespace hangup::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr auto Token = "kT0k3nOfTheFirstAccount0123456789abcdefg";
constexpr auto Patience = 30'000;

inline CallId id(int n)
{
    return *CallId::parse(u"%1-86a6-11e4-b303-498d468c930b"_s.arg(n, 8, 16, QLatin1Char('0')));
}

/// What the account has of one call.
struct Card
{
    QByteArray direction = "outbound";
    QByteArray status = "in-progress";
    QByteArray from = "14155550100";
    QByteArray to = "14155550101";
};

inline Answer liveCard(const CallId &id, const Card &card)
{
    return Answer::json(200,
                        "{\"call_uuid\": \"" + id.toLatin1() + "\", \"call_status\": \"" + card.status
                            + "\", \"direction\": \"" + card.direction + "\", \"from\": \"" + card.from + "\", \"to\": \""
                            + card.to + "\"}");
}

/// A session on an account of a scripted server.
class Bench
{
public:
    explicit Bench(bool settle = true)
    {
        options.quickPractice = true;
        options.settingsFile = folder.filePath(u"hangup.ini"_s);
        options.dataFolder = folder.filePath(u"data"_s);
        options.secrets = secrets;
        EngineLimits limits;
        limits.windowRequests = 0;
        limits.eventInterval = 5ms;
        limits.proofFor = 0ms;
        limits.readAgain = 5ms;
        options.limits = std::make_shared<const EngineLimits>(limits);
        options.environmentAccount = Account::environment(
            *AuthId::parse(u"MAABCDEFGHIJKLMNOPQR"), std::get<ApiAddress>(ApiAddress::parse(server.address())));
        options.environmentToken = AuthToken::parse(Token);
        serve();
        session = std::make_unique<Session>(options);
        if (settle)
            [this] { QTRY_VERIFY_WITH_TIMEOUT(session->journalState().canEnd(), Patience); }();
    }

    void serve()
    {
        server.setHandler([this](const Request &request) -> std::optional<Answer> {
            if (request.method != "GET")
                return {};
            const QMutexLocker lock(&mutex);
            if (request.target.contains("/Call/?")) {
                if (refuseLists)
                    return Answer::unauthorizedText();
                QByteArray calls;
                if (!request.target.contains("status=queued")) {
                    for (auto card = live.cbegin(); card != live.cend(); ++card)
                        calls += (calls.isEmpty() ? "\"" : ", \"") + card.key().toLatin1() + '"';
                    calls += extra;
                }
                return Answer::json(200, "{\"api_id\": \"x\", \"calls\": [" + calls + "]}");
            }
            const std::optional<CallId> call = CallId::parse(QString::fromLatin1(request.callId()));
            if (!call || !live.contains(*call) || request.ask() != Ask::Live)
                return Answer::callNotFound();
            return liveCard(*call, live.value(*call)).after(detailsAfter);
        });
    }
    // What the server's thread reads.
    void setLive(const QMap<CallId, Card> &cards) { set(live, cards); }
    /// More entries of the list of live calls, as JSON.
    void setExtra(const QByteArray &entries) { set(extra, entries); }
    void setRefuseLists(bool refuse) { set(refuseLists, refuse); }
    /// What each answer about one call waits for.
    void setDetailsAfter(Ms time) { set(detailsAfter, time); }
    void readAll()
    {
        QSignalSpy finished(session->live(), &LiveCalls::finished);
        session->live()->refresh();
        QVERIFY(finished.wait(Patience));
    }
    Confirmation prepared(const QList<CallId> &ids)
    {
        session->addCalls(ids);
        return *session->prepare(ids);
    }
    void finish()
    {
        QTRY_VERIFY_WITH_TIMEOUT(!session->busy(), Patience);
    }
    QString outcomes(const QList<CallId> &ids) const
    {
        QStringList all;
        for (const CallId &call : ids) {
            const std::optional<CallResult> result = session->calls()->result(call);
            all += result ? QString::number(int(result->outcome)) + u'/' + QString::number(int(result->reason)) : u"-"_s;
        }
        return all.join(u' ');
    }
    static QString said(Outcome outcome, Reason reason = Reason::None)
    {
        return QString::number(int(outcome)) + u'/' + QString::number(int(reason));
    }

    QTemporaryDir folder;
    std::shared_ptr<MemoryStore> secrets = std::make_shared<MemoryStore>();

private:
    template <typename Value>
    void set(Value &read, const Value &value)
    {
        const QMutexLocker lock(&mutex);
        read = value;
    }

    QMutex mutex;
    QMap<CallId, Card> live;
    QByteArray extra;
    bool refuseLists = false;
    Ms detailsAfter { 0 };

public:
    FakeServer server; ///< goes before what its handler reads
    Session::Options options;
    std::unique_ptr<Session> session;
};

} // namespace hangup::test
