// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/account.h"

#include <algorithm>

using namespace Qt::StringLiterals;

// Taken apart by hand before QUrl sees it: QUrl completes "127.1" to 127.0.0.1, forgives blanks and drops empty
// parts, and a token must never go to a host that the user did not mean.
namespace hangup {

namespace {

constexpr int HttpsPort = 443;
constexpr int HttpPort = 80;
constexpr int NoPort = -1;

struct Authority
{
    QString host; ///< lower case, IPv6 without its brackets
    int port = NoPort;
    bool ipv6 = false;
};

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isPlainAscii(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c > u' ' && c < u'\x7f' && c != u'\\'; });
}

/// 0..255 without leading zeros: "010" is octal to some and decimal to others.
bool isIpv4Part(QStringView part)
{
    if (part.isEmpty() || part.size() > 3 || !std::all_of(part.begin(), part.end(), isDigit))
        return false;
    if (part.size() > 1 && part.front() == u'0')
        return false;
    return part.toInt() <= 255;
}

bool isIpv4(QStringView host)
{
    const QList<QStringView> parts = host.split(u'.');
    return parts.size() == 4 && std::all_of(parts.begin(), parts.end(), isIpv4Part);
}

bool isLabel(QStringView label)
{
    if (label.isEmpty() || label.size() > 63 || label.front() == u'-' || label.back() == u'-')
        return false;
    return std::all_of(label.begin(), label.end(),
                       [](QChar c) { return isDigit(c) || (c >= u'a' && c <= u'z') || c == u'-' || c == u'_'; });
}

/// A name, or four numbers. A host that ends in a number without being four of them ("127.1", "0x7f.1") is neither.
bool isHostName(QStringView host)
{
    if (isIpv4(host))
        return true;
    const QList<QStringView> labels = host.split(u'.');
    if (host.size() > 253 || !std::all_of(labels.begin(), labels.end(), isLabel))
        return false;
    return !isDigit(labels.back().front());
}

std::variant<int, ApiAddressError> readPort(QStringView text)
{
    if (text.isEmpty() || text.size() > 5 || !std::all_of(text.begin(), text.end(), isDigit))
        return ApiAddressError::BadPort;
    const int port = text.toInt();
    if (port < 1 || port > 65535)
        return ApiAddressError::BadPort;
    return port;
}

std::variant<Authority, ApiAddressError> readAuthority(QStringView text)
{
    if (text.contains(u'@'))
        return ApiAddressError::HasUserInfo;
    Authority authority;
    QStringView rest;
    if (text.startsWith(u'[')) {
        const qsizetype end = text.indexOf(u']');
        if (end < 0)
            return ApiAddressError::NotAnAddress;
        authority.ipv6 = true;
        authority.host = text.sliced(1, end - 1).toString().toLower();
        rest = text.sliced(end + 1);
        if (!rest.isEmpty() && rest.front() != u':')
            return ApiAddressError::NotAnAddress;
    } else {
        const qsizetype colon = text.indexOf(u':');
        authority.host = (colon < 0 ? text : text.first(colon)).toString().toLower();
        rest = colon < 0 ? QStringView() : text.sliced(colon);
    }
    if (authority.host.isEmpty())
        return ApiAddressError::NoHost;
    if (!authority.ipv6 && !isHostName(authority.host))
        return ApiAddressError::NotAnAddress;
    if (!rest.isEmpty()) {
        const auto port = readPort(rest.sliced(1));
        if (const auto *error = std::get_if<ApiAddressError>(&port))
            return *error;
        authority.port = std::get<int>(port);
    }
    return authority;
}

/// What stands behind the host and port. A single slash is the empty path (RFC 3986, 6.2.3).
std::optional<ApiAddressError> tailError(QStringView tail)
{
    if (tail.startsWith(u'/'))
        tail = tail.sliced(1);
    if (tail.isEmpty())
        return std::nullopt;
    if (tail.startsWith(u'?'))
        return ApiAddressError::HasQuery;
    return tail.startsWith(u'#') ? ApiAddressError::HasFragment : ApiAddressError::HasPath;
}

} // namespace

std::variant<ApiAddress, ApiAddressError> ApiAddress::parse(QStringView text)
{
    if (text.isEmpty())
        return ApiAddressError::Empty;
    const qsizetype schemeEnd = text.indexOf(u"://"_s);
    if (!isPlainAscii(text) || schemeEnd <= 0)
        return ApiAddressError::NotAnAddress;
    const QString scheme = text.first(schemeEnd).toString().toLower();
    const bool https = scheme == "https"_L1;
    if (!https && scheme != "http"_L1)
        return ApiAddressError::NotHttps;

    const QStringView rest = text.sliced(schemeEnd + 3);
    const auto tail
        = std::find_if(rest.begin(), rest.end(), [](QChar c) { return c == u'/' || c == u'?' || c == u'#'; });
    const qsizetype authorityEnd = tail - rest.begin();
    const auto read = readAuthority(rest.first(authorityEnd));
    if (const auto *error = std::get_if<ApiAddressError>(&read))
        return *error;
    if (const auto error = tailError(rest.sliced(authorityEnd)))
        return *error;

    const Authority &authority = std::get<Authority>(read);
    QUrl url;
    url.setScheme(scheme);
    url.setHost(authority.ipv6 ? u'[' + authority.host + u']' : authority.host, QUrl::StrictMode);
    if (authority.port != NoPort && authority.port != (https ? HttpsPort : HttpPort))
        url.setPort(authority.port);
    if (!url.isValid() || url.host().isEmpty())
        return ApiAddressError::NotAnAddress;
    const bool loopback
        = authority.ipv6 ? url.host() == "::1"_L1 : isIpv4(authority.host) && authority.host.startsWith("127."_L1);
    if (!https && !loopback)
        return ApiAddressError::NotHttps;
    return ApiAddress(url);
}

ApiAddress ApiAddress::plivo()
{
    return ApiAddress(QUrl(u"https://api.plivo.com"_s, QUrl::StrictMode));
}

ApiAddress ApiAddress::practice()
{
    return ApiAddress(QUrl(u"https://practice.invalid"_s, QUrl::StrictMode));
}

QString ApiAddress::hostAndPort() const
{
    const QString host = m_url.host();
    const QString shown = host.contains(u':') ? u'[' + host + u']' : host;
    return m_url.port() < 0 ? shown : shown + u':' + QString::number(m_url.port());
}

bool ApiAddress::isPlivo() const
{
    return *this == plivo();
}

} // namespace hangup
