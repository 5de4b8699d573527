// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/account.h"

#include "domain/wipe.h"

#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

constexpr quint32 PracticeAmber = 0xd9a300;
constexpr quint32 PracticeOrange = 0xc27a1a;
constexpr quint32 PlivoBlue = 0x3a78d6;
/// Not a red: red is the button that ends calls.
constexpr quint32 TestServerViolet = 0x9557d0;

bool isUpperOrDigit(QChar c)
{
    return (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
}

} // namespace

std::optional<AuthId> AuthId::parse(QStringView text)
{
    constexpr qsizetype length = 20;
    if (text.size() != length || (text[0] != u'M' && text[0] != u'S') || text[1] != u'A')
        return std::nullopt;
    for (const QChar c : text) {
        if (!isUpperOrDigit(c))
            return std::nullopt;
    }
    return AuthId(text.toString());
}

std::optional<AuthToken> AuthToken::parse(QByteArrayView text)
{
    if (text.isEmpty() || text.size() > MaxLength)
        return std::nullopt;
    for (const char c : text) {
        if (c <= ' ' || c > '~')
            return std::nullopt;
    }
    return AuthToken(text);
}

AuthToken::AuthToken(QByteArrayView text)
    : m_bytes(new QByteArray(text.toByteArray()), [](QByteArray *bytes) {
          wipe(*bytes);
          delete bytes;
      })
{
}

AuthToken::~AuthToken() = default;

QByteArray AuthToken::basicAuthorization(const AuthId &id) const
{
    QByteArray pair;
    // Reserved, so that growing leaves no half-copied token behind in freed memory.
    pair.reserve(id.toString().size() + 1 + m_bytes->size());
    pair += id.toLatin1();
    pair += ':';
    pair += *m_bytes;
    QByteArray encoded = pair.toBase64();
    wipe(pair);
    QByteArray header;
    header.reserve(6 + encoded.size());
    header += "Basic ";
    header += encoded;
    wipe(encoded);
    return header;
}

Account Account::practice()
{
    // A constant that is checked like any other id; the tests parse it too.
    return { .kind = AccountKind::Practice,
             .key = u"practice"_s,
             .name = u"Practice account"_s,
             .colour = PracticeAmber,
             .authId = AuthId::parse(u"MAPRACTICE0000000000").value(),
             .address = ApiAddress::practice() };
}

Account Account::secondPractice()
{
    return { .kind = AccountKind::Practice,
             .key = u"practice-2"_s,
             .name = u"Practice account 2"_s,
             .colour = PracticeOrange,
             .authId = AuthId::parse(u"MAPRACTICE0000000002").value(),
             .address = ApiAddress::practice() };
}

QList<Account> Account::practices()
{
    return { practice(), secondPractice() };
}

bool Account::isPracticeKey(QStringView key)
{
    return key == practice().key || key == secondPractice().key;
}

Account Account::environment(AuthId id, ApiAddress address)
{
    const quint32 colour = address.isPlivo() ? PlivoBlue : TestServerViolet;
    return { .kind = AccountKind::Environment,
             .key = u"environment"_s,
             .name = u"Environment"_s,
             .colour = colour,
             .authId = std::move(id),
             .address = std::move(address) };
}

Account Account::stored(const QString &name, quint32 colour, AuthId id, ApiAddress address, TokenPlace place)
{
    return { .kind = AccountKind::Stored,
             .key = newKey(),
             .name = name.trimmed(),
             .colour = colour,
             .authId = std::move(id),
             .address = std::move(address),
             .tokenPlace = place };
}

QString Account::newKey()
{
    return QUuid::createUuid().toString(QUuid::Id128);
}

bool Account::isStoredKey(QStringView key)
{
    constexpr qsizetype length = 32;
    return key.size() == length && std::all_of(key.begin(), key.end(), [](QChar c) {
               return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
           });
}

QList<quint32> Account::colours()
{
    // Of middling lightness: the darker ones of a kind are lost on a dark window. Blue, green, violet, teal, ochre,
    // magenta, grey, indigo.
    return { PlivoBlue, 0x2e8b57, TestServerViolet, 0x0e8a95, 0x96780a, 0xc0508f, 0x6f7c8c, 0x5f70d6 };
}

std::optional<AccountNameError> checkAccountName(const QString &name, const QStringList &others)
{
    const QString trimmed = name.trimmed();
    if (trimmed.isEmpty())
        return AccountNameError::Empty;
    if (trimmed.size() > MaxAccountName)
        return AccountNameError::TooLong;
    const auto unprintable = [](QChar c) {
        return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format
            || c.category() == QChar::Separator_Line || c.category() == QChar::Separator_Paragraph;
    };
    if (std::any_of(trimmed.cbegin(), trimmed.cend(), unprintable))
        return AccountNameError::Unprintable;
    const auto is = [&trimmed](const QString &other) { return trimmed.compare(other, Qt::CaseInsensitive) == 0; };
    // "Practice 2" is left to users: a doctor's may have that name.
    const QList<Account> practices = Account::practices();
    const auto isOfPractice = [&is](const Account &account) { return is(account.name) || is(account.key); };
    if (is(u"environment"_s) || std::any_of(practices.cbegin(), practices.cend(), isOfPractice))
        return AccountNameError::Reserved;
    if (std::any_of(others.cbegin(), others.cend(), is))
        return AccountNameError::Taken;
    return std::nullopt;
}

} // namespace hangup
