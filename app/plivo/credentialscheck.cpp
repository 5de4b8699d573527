// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "plivo/credentialscheck.h"

#include "domain/redactor.h"
#include "plivo/answertext.h"
#include "plivo/attempt.h"
#include "plivo/readrequest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QThread>

#include <algorithm>

namespace hangup {

using namespace Qt::StringLiterals;

namespace {

using Kind = CheckVerdict::Kind;

/// Which of the two questions.
enum class Asked : quint8 { Account, LiveCalls };

/// The list of live calls may be long (bare ids, no paging that we know of): room for some 100,000.
constexpr qint64 ListCap = 4 * 1024 * 1024;

/// Whether a 200 is Plivo's own. Each of its replies has an `api_id`; the account's also names the account. Where
/// neither is there, something else answered: a captive portal, a proxy, another kind of server.
bool isPlivos(Asked asked, const QByteArray &body, const AuthId &authId)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isObject())
        return false;
    const QJsonObject object = document.object();
    const bool hasApiId = !object.value("api_id"_L1).toString().isEmpty();
    switch (asked) {
    case Asked::Account:
        return hasApiId || object.value("auth_id"_L1).toString() == authId.toString();
    case Asked::LiveCalls:
        return hasApiId && object.value("calls"_L1).isArray();
    }
    return false;
}

Kind kindWithoutStatus(const ReplyFacts &facts)
{
    if (facts.failedAtProxy())
        return Kind::Proxy;
    switch (static_cast<int>(facts.error)) { // as int: Qt's enum may grow
    case QNetworkReply::HostNotFoundError:
        return Kind::HostNotFound;
    case QNetworkReply::ConnectionRefusedError:
        return Kind::ConnectionRefused;
    case QNetworkReply::SslHandshakeFailedError:
        return Kind::Certificate;
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return Kind::ProxyLogin;
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
        return Kind::Proxy;
    default:
        return Kind::NoAnswer;
    }
}

/// More body than we read is not Plivo's; less than was announced is no answer.
Kind kindOf200(Asked asked, const ReplyFacts &facts, const AuthId &authId)
{
    if (facts.cutBy == CutBy::BodyCap)
        return Kind::NotPlivo;
    if (!facts.isComplete())
        return Kind::NoAnswer;
    return isPlivos(asked, facts.body, authId) ? Kind::Fine : Kind::NotPlivo;
}

Kind kindOf404(const ReplyFacts &facts)
{
    if (facts.cutBy == CutBy::BodyCap)
        return Kind::NotPlivo;
    if (!facts.isComplete())
        return Kind::NoAnswer;
    return isJsonObject(facts.body) ? Kind::NotFound : Kind::NotPlivo;
}

Kind kindOf(Asked asked, const ReplyFacts &facts, const AuthId &authId)
{
    if (!facts.hasStatus)
        return kindWithoutStatus(facts);
    if (facts.status == 200)
        return kindOf200(asked, facts, authId);
    if (facts.status == 401)
        return Kind::WrongCredentials;
    if (facts.status == 403)
        return Kind::NotPermitted;
    if (facts.status == 404)
        return kindOf404(facts);
    if (facts.status == 429)
        return Kind::RateLimited;
    if (facts.status >= 500 && facts.status < 600)
        return Kind::ServerTrouble;
    return Kind::NotPlivo;
}

} // namespace

struct CredentialsCheck::Private
{
    Private(CredentialsCheck *check, const EngineLimits &l, Endpoint e, const ManagerFactory &m)
        : q(check), limits(l), endpoint(std::move(e)), managers(m)
    {
        if (endpoint.token)
            redactor.addSecret(endpoint.authId, *endpoint.token);
    }

    void ask(Asked what);
    void answered(const ReplyFacts &facts);
    void letGo();
    void finish(const CheckVerdict &verdict);

    CredentialsCheck *const q;
    EngineLimits limits;
    Endpoint endpoint;
    ManagerFactory managers;
    std::function<bool()> admit;
    Redactor redactor;
    SystemClock clock;
    Asked asked = Asked::Account;
    std::unique_ptr<QNetworkAccessManager> manager; ///< outlives attempt, whose reply it owns
    std::unique_ptr<Attempt> attempt;
    bool started = false;
    bool finished = false;
};

CredentialsCheck::CredentialsCheck(const EngineLimits &limits, Endpoint endpoint, const ManagerFactory &managers,
                                   QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(this, limits, std::move(endpoint), managers))
{
    qRegisterMetaType<CheckVerdict>();
}

CredentialsCheck::~CredentialsCheck() = default;

void CredentialsCheck::setAdmission(std::function<bool()> admit)
{
    d->admit = std::move(admit);
}

void CredentialsCheck::start()
{
    Q_ASSERT(QThread::currentThread() == thread());
    if (d->started || d->finished)
        return;
    d->started = true;
    d->ask(Asked::Account);
}

void CredentialsCheck::cancel()
{
    Q_ASSERT(QThread::currentThread() == thread());
    d->finish({ .kind = Kind::Cancelled });
}

void CredentialsCheck::Private::ask(Asked what)
{
    asked = what;
    const auto later = [this](Kind kind) {
        QMetaObject::invokeMethod(
            q, [this, kind] { finish({ .kind = kind }); }, Qt::QueuedConnection);
    };
    if (!endpoint.token) {
        later(Kind::NoToken);
        return;
    }
    if (admit && !admit()) {
        later(Kind::RateLimited);
        return;
    }
    const ReadRequest request = what == Asked::Account ? ReadRequest::account(endpoint.address, endpoint.authId)
                                                       : ReadRequest::liveCalls(endpoint.address, endpoint.authId);
    EngineLimits own = limits;
    if (what == Asked::LiveCalls)
        own.bodyCap = std::max(own.bodyCap, ListCap);
    const auto read = [request](QNetworkAccessManager &network, const AuthToken &token, Clock::Ms silence) {
        return request.send(network, token, silence);
    };
    attempt = std::make_unique<Attempt>(read, own, &clock, nullptr);
    // A manager of its own for each question: what an odd answer left behind in the first can't disturb the second.
    manager = managers();
    QObject::connect(attempt.get(), &Attempt::finished, q, [this](const ReplyFacts &facts) { answered(facts); });
    if (!attempt->start(manager.get(), *endpoint.token)) {
        qCritical("The last gate refused a question: nothing was sent");
        later(Kind::NotPlivo);
    }
}

void CredentialsCheck::Private::answered(const ReplyFacts &facts)
{
    const bool mayAskOn = asked == Asked::Account && facts.hasStatus && (facts.status == 403 || facts.status == 404);
    CheckVerdict verdict { .kind = kindOf(asked, facts, endpoint.authId) };
    if (facts.hasStatus)
        verdict.httpStatus = facts.status;
    // Only a refusal has words worth reading; what a 200 holds is the account's own data, with a token perhaps.
    if (facts.hasStatus && facts.status >= 400)
        verdict.message = answerText(facts.body, redactor).message;
    letGo();
    if (mayAskOn)
        ask(Asked::LiveCalls);
    else
        finish(verdict);
}

/// Later: we may stand in a signal of both.
void CredentialsCheck::Private::letGo()
{
    if (attempt) {
        attempt->disconnect(q);
        attempt.release()->deleteLater();
    }
    if (manager)
        manager.release()->deleteLater();
}

void CredentialsCheck::Private::finish(const CheckVerdict &verdict)
{
    if (finished)
        return;
    finished = true;
    if (attempt) {
        // Cuts what is under way, in silence; never from within one of its signals (letGo() came first there).
        attempt.reset();
        manager.release()->deleteLater();
    }
    Q_EMIT q->finished(verdict); // may delete us
}

} // namespace hangup
