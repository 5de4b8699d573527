// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "fuzz.h"

#include "plivo/replyclassifier.h"
#include "support/secrethunt.h"

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
    FUZZ_HOLDS(verdict.message.size() <= 200);
    for (const QChar c : verdict.message)
        FUZZ_HOLDS(c != u'\n' && c != u'\0');
    hasNoToken(verdict.message);
    hasNoToken(verdict.apiId);
    return 0;
}
