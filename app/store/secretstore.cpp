// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "store/secretstore.h"

#include "domain/redactor.h"
#include "domain/wipe.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

/// First line of a sealed token; the number is that of the format.
constexpr QByteArrayView Heading = "hangup-token 1";

/// The next line of @p rest, which it takes out of it; nothing when there is no line break.
std::optional<QByteArrayView> takeLine(QByteArrayView &rest)
{
    const qsizetype end = rest.indexOf('\n');
    if (end < 0)
        return std::nullopt;
    const QByteArrayView line = rest.first(end);
    rest = rest.sliced(end + 1);
    return line;
}

} // namespace

QString newSecretEntry(const QString &whatFor)
{
    constexpr qsizetype longest = 120;
    return cleanForeignText(whatFor, longest) + u" ("_s + QUuid::createUuid().toString(QUuid::Id128) + u')';
}

SecretBytes sealToken(const AuthId &id, const ApiAddress &address, const AuthToken &token)
{
    const QByteArray idText = id.toLatin1();
    const QByteArray addressText = address.url().toEncoded();
    QByteArray text;
    // Reserved, so that growing leaves no half-copied token behind in freed memory.
    text.reserve(Heading.size() + idText.size() + addressText.size() + token.secretBytes().size() + 3);
    text += Heading;
    text += '\n';
    text += idText;
    text += '\n';
    text += addressText;
    text += '\n';
    text += token.secretBytes();
    const SecretBytes sealed(text);
    wipe(text);
    return sealed;
}

std::variant<AuthToken, SecretProblem> unsealToken(const SecretBytes &sealed, const AuthId &id,
                                                   const ApiAddress &address)
{
    QByteArrayView rest = sealed.view();
    const auto heading = takeLine(rest);
    const auto idText = takeLine(rest);
    const auto addressText = takeLine(rest);
    if (!heading || *heading != Heading || !idText || !addressText)
        return SecretProblem::Failed;
    const auto sealedId = AuthId::parse(QString::fromLatin1(*idText));
    const auto sealedAddress = ApiAddress::parse(QString::fromLatin1(*addressText));
    // Refuses a line break too, so that a fifth line is none of the token.
    const auto token = AuthToken::parse(rest);
    if (!sealedId || !std::holds_alternative<ApiAddress>(sealedAddress) || !token)
        return SecretProblem::Failed;
    if (*sealedId != id || std::get<ApiAddress>(sealedAddress) != address)
        return SecretProblem::ForAnotherHost;
    return *token;
}

} // namespace hangup
