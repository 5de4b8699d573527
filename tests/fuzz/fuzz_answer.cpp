// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "fuzz.h"

#include "plivo/inforeader.h"
#include "plivo/replyclassifier.h"
#include "support/secrethunt.h"

#include <QSet>

using namespace hangup;

namespace {

const QByteArray Id = "MATESTTESTTESTTEST00";
const QByteArray Token = "0dYzk1ZWFjNzA3YjRmOTQ3OTkwNmQ3MmU0ZTRlM2";
/// What the engine reads of an answer.
constexpr qsizetype BodyCap = 64 * 1024;

/// The input with the token in place of some control characters, as a server could quote it: plain, in a header's
/// base64, in hex, and its halves, which make a whole one only if something between them goes.
QByteArray withToken(QByteArrayView input)
{
    QByteArray body;
    for (const char c : input) {
        if (body.size() >= BodyCap)
            break;
        switch (c) {
        case 1:
            body += Token;
            break;
        case 2:
            body += (Id + ':' + Token).toBase64();
            break;
        case 3:
            body += Token.toHex();
            break;
        case 4:
            body += Token.first(Token.size() / 2);
            break;
        case 5:
            body += Token.sliced(Token.size() / 2);
            break;
        case 6:
            body += ("x" + Token).toBase64(QByteArray::Base64UrlEncoding);
            break;
        default:
            body += c;
        }
    }
    return body;
}

void hasNoToken(const QString &text)
{
    const auto found = test::findSecretInBytes(text.toUtf8(), QStringLiteral("text"), Id, Token);
    if (!found.isEmpty())
        std::fprintf(stderr, "%s\n", qPrintable(test::describe(found)));
    FUZZ_HOLDS(found.isEmpty());
}

void isPlain(const QString &text)
{
    FUZZ_HOLDS(text.size() <= 200);
    for (const QChar c : text)
        FUZZ_HOLDS(c != u'\n' && c != u'\0');
    hasNoToken(text);
}

/// Whatever is said of one call: an info only of a whole 200, plain texts, never a wrapped age.
void readsDetails(const ReplyFacts &facts, const Redactor &redactor)
{
    constexpr qint64 now = 1'700'000'000'000;
    static const CallId id = *CallId::parse(u"defb0706-86a6-11e4-b303-498d468c930b");
    for (const RequestKind kind : { RequestKind::LookLive, RequestKind::LookQueued, RequestKind::Record }) {
        const InfoVerdict verdict = readInfo(facts, kind, id, now, redactor);
        FUZZ_HOLDS(verdict.info.has_value() == (verdict.state == LookState::Live));
        FUZZ_HOLDS(verdict.state != LookState::Live || facts.status == 200);
        FUZZ_HOLDS(verdict.state != LookState::Gone || facts.status == 404);
        if (!verdict.info)
            continue;
        FUZZ_HOLDS(verdict.info->id == id && verdict.info->readAtMs == now);
        const auto age = verdict.info->age(now);
        FUZZ_HOLDS(!age || age->count() >= 0);
        for (const QString &text : { verdict.info->from, verdict.info->to, verdict.info->status,
                                     verdict.info->callerName, verdict.info->record.hangupSource,
                                     verdict.info->record.causeName })
            isPlain(text);
    }
}

void readsLists(const ReplyFacts &facts, const Redactor &redactor)
{
    const ListVerdict verdict = readList(facts, 1'700'000'000'000, redactor);
    FUZZ_HOLDS(!verdict.isList || facts.status == 200);
    FUZZ_HOLDS(verdict.isList || (verdict.ids.isEmpty() && verdict.entries == 0));
    FUZZ_HOLDS(verdict.ids.size() + verdict.oddIds <= verdict.entries);
    FUZZ_HOLDS(QSet<CallId>(verdict.ids.begin(), verdict.ids.end()).size() == verdict.ids.size());
    isPlain(verdict.answer.message);
}

} // namespace

/// The first two bytes make the status, the rest is the body: whatever a server says, only a 204 is "ended", and the
/// token is never in what is shown.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 2)
        return 0;
    static Redactor redactor;
    redactor.addSecret(*AuthId::parse(QString::fromLatin1(Id)), *AuthToken::parse(Token)); // once; it knows it then
    ReplyFacts facts;
    facts.hasStatus = true;
    facts.sawServer = true;
    facts.status = (data[0] * 256 + data[1]) % 1000;
    facts.body = withToken(fuzzBytes(data + 2, size - 2));
    facts.contentLength = facts.body.size();
    const Verdict verdict = classify(facts, 1'700'000'000'000, redactor);
    FUZZ_HOLDS((verdict.outcome == Outcome::Ended) == (facts.status == 204));
    FUZZ_HOLDS(verdict.outcome != Outcome::NotLiveMaybeUs);
    FUZZ_HOLDS(verdict.outcome != Outcome::NotLive || facts.status == 404);
    FUZZ_HOLDS(verdict.waits == (facts.status == 429));
    isPlain(verdict.message);
    hasNoToken(verdict.apiId);
    readsDetails(facts, redactor);
    readsLists(facts, redactor);
    // What only a 200 is looked into for.
    facts.status = 200;
    readsDetails(facts, redactor);
    readsLists(facts, redactor);
    return 0;
}
