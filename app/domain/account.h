// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/secretproblem.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QStringView>
#include <QUrl>

#include <memory>
#include <optional>
#include <variant>

namespace hangup {

/// A Plivo auth ID: `MA` (account) or `SA` (subaccount) and 18 upper-case letters or digits.
class AuthId
{
public:
    static std::optional<AuthId> parse(QStringView text);
    QString toString() const { return m_text; }
    QByteArray toLatin1() const { return m_text.toLatin1(); }
    bool isSubaccount() const { return m_text.startsWith(u'S'); }
    friend bool operator==(const AuthId &, const AuthId &) = default;

private:
    explicit AuthId(QString text) : m_text(std::move(text)) { }
    QString m_text;
};

/// A Plivo auth token. Printable ASCII without blanks (a CR LF would become a header of its own; 6.4.2 sends it as
/// such: the Qt contract test pins it). Its memory is overwritten when the last copy goes. It has no stream operator
/// and no toString(): the only reader is the request builder.
class AuthToken
{
public:
    /// Longest token accepted, in characters.
    static constexpr qsizetype MaxLength = 512;

    static std::optional<AuthToken> parse(QByteArrayView text);
    AuthToken(const AuthToken &) = default;
    AuthToken(AuthToken &&) noexcept = default;
    AuthToken &operator=(const AuthToken &) = default;
    AuthToken &operator=(AuthToken &&) noexcept = default;
    ~AuthToken();

    /// `Basic base64(id:token)`; the caller lets go of it as soon as the request has it.
    QByteArray basicAuthorization(const AuthId &id) const;
    /// Hands the raw bytes to @p reader (redactor, keychain). They must not be kept elsewhere.
    QByteArrayView secretBytes() const { return *m_bytes; }
    /// Plivo's samples have 40 characters; another length deserves a warning, not a refusal.
    bool hasUsualLength() const { return m_bytes->size() == 40; }

private:
    explicit AuthToken(QByteArrayView text);
    std::shared_ptr<QByteArray> m_bytes; ///< shared, overwritten by the deleter
};

/// Why an API address was refused.
enum class ApiAddressError : quint8 {
    Empty,
    NotAnAddress,
    NotHttps, ///< http is for a literal loopback address only; other schemes never
    HasUserInfo,
    HasPath,
    HasQuery,
    HasFragment,
    NoHost,
    BadPort,
};

/// Where the API is: scheme, host, port and nothing else. https, or http for a literal loopback address
/// (127.0.0.0/8 or [::1]; the name "localhost" is not literal). `/v1/Account/…` is appended by CallRequest.
class ApiAddress
{
public:
    static std::variant<ApiAddress, ApiAddressError> parse(QStringView text);
    /// https://api.plivo.com
    static ApiAddress plivo();
    /// https://practice.invalid: for the practice account, whose requests never reach a network.
    static ApiAddress practice();

    /// Scheme, host and port; an empty path.
    QUrl url() const { return m_url; }
    /// "127.0.0.1:8080", "api.plivo.com": for banners and confirmations.
    QString hostAndPort() const;
    bool isPlivo() const;
    bool isLoopbackHttp() const { return m_url.scheme() == QLatin1StringView("http"); }
    friend bool operator==(const ApiAddress &, const ApiAddress &) = default;

private:
    explicit ApiAddress(QUrl url) : m_url(std::move(url)) { }
    QUrl m_url;
};

enum class AccountKind : quint8 {
    Practice, ///< simulated inside the app; there are two
    Environment, ///< PLIVO_AUTH_ID and PLIVO_AUTH_TOKEN
    Stored, ///< added by the user, kept in hangup.ini (without its token)
};

/// An account as the user sees it. Carries no token.
struct Account
{
    AccountKind kind = AccountKind::Practice;
    /// Never changes, whatever the user edits: "practice", "practice-2", "environment", or 32 hex digits for a stored
    /// one.
    QString key;
    QString name; ///< "Practice account", "Practice account 2", "Environment", or the user's words: foreign text
    quint32 colour = 0; ///< 0xRRGGBB of its dot
    AuthId authId;
    ApiAddress address;
    TokenPlace tokenPlace = TokenPlace::Session; ///< of a stored one

    /// One of the two.
    bool isPractice() const { return kind == AccountKind::Practice; }
    bool isStored() const { return kind == AccountKind::Stored; }
    /// A real account on any host but api.plivo.com: the TEST SERVER banner.
    bool isTestServer() const { return !isPractice() && !address.isPlivo(); }
    friend bool operator==(const Account &, const Account &) = default;

    /// The practice account (auth ID MAPRACTICE0000000000).
    static Account practice();
    /// Another account of the same simulated world (auth ID MAPRACTICE0000000002), which owns some calls that a ticket
    /// takes for the first one's.
    static Account secondPractice();
    /// Both, the usual one first.
    static QList<Account> practices();
    /// Of one of the two.
    static bool isPracticeKey(QStringView key);
    static Account environment(AuthId id, ApiAddress address);
    /// A new stored account with a key of its own.
    static Account stored(const QString &name, quint32 colour, AuthId id, ApiAddress address, TokenPlace place);
    /// A key that no account has had yet: 32 hex digits.
    static QString newKey();
    static bool isStoredKey(QStringView key);
    /// The colours offered for accounts, 0xRRGGBB; at least 3:1 on light and dark windows; none is the red that ends
    /// calls.
    static QList<quint32> colours();
};

/// Why a name for an account was refused.
enum class AccountNameError : quint8 {
    Empty,
    TooLong, ///< over MaxAccountName characters
    Unprintable, ///< control characters, line breaks, bidi overrides
    Reserved, ///< "practice", "environment", the names and keys of the practice accounts
    Taken, ///< another account has it, upper or lower case
};
inline constexpr qsizetype MaxAccountName = 60;
/// @p others: the names of the other accounts. Blanks around @p name don't count.
std::optional<AccountNameError> checkAccountName(const QString &name, const QStringList &others);

} // namespace hangup
