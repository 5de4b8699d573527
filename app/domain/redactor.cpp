// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/redactor.h"

#include "domain/wipe.h"

#include <QList>
#include <QRegularExpression>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

QString removed()
{
    return u"[removed]"_s;
}

bool isBase64Unit(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'+' || c == u'/'
        || c == u'-' || c == u'_' || c == u'=';
}

/// The characters that @p bytes give in the base64 of any longer text in which they stand @p before bytes (modulo 3)
/// behind the start: those that hold no bit of a neighbour.
QByteArray base64Core(QByteArrayView bytes, int before)
{
    QByteArray padded;
    padded.reserve(before + bytes.size());
    padded.append(before, '\0');
    padded.append(bytes);
    QByteArray encoded = padded.toBase64(QByteArray::OmitTrailingEquals);
    const qsizetype firstWhole = (before * 8 + 5) / 6;
    const qsizetype wholes = padded.size() * 8 / 6;
    QByteArray core = encoded.mid(firstWhole, wholes - firstWhole);
    wipe(padded);
    wipe(encoded);
    return core;
}

QByteArray asUtf16(QByteArrayView latin1)
{
    QByteArray utf16;
    utf16.reserve(latin1.size() * 2);
    for (const char c : latin1) {
        utf16 += c;
        utf16 += '\0';
    }
    return utf16;
}

/// 1 or 3 (percent-encoded) or 2 (backslash-escaped) units of @p text at @p at that mean @p c; 0 if they don't.
qsizetype unitsMeaning(char c, QStringView text, qsizetype at)
{
    if (at >= text.size())
        return 0;
    const QChar wanted = QLatin1Char(c);
    if (text[at] == wanted)
        return 1;
    if (text[at] == u'\\' && at + 1 < text.size() && text[at + 1] == wanted)
        return 2;
    if (text[at] == u'%' && at + 2 < text.size()) {
        bool ok = false;
        if (text.sliced(at + 1, 2).toInt(&ok, 16) == c && ok)
            return 3;
    }
    return 0;
}

/// @p secret plain, or with any of its characters escaped; the length of the match, or 0.
qsizetype matchPlain(QByteArrayView secret, QStringView text, qsizetype at)
{
    qsizetype end = at;
    for (const char c : secret) {
        const qsizetype units = unitsMeaning(c, text, end);
        if (units == 0)
            return 0;
        end += units;
    }
    return end - at;
}

QString withoutPlain(const QString &text, QByteArrayView secret)
{
    QString clean;
    qsizetype kept = 0;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype length = matchPlain(secret, text, at);
        if (length == 0) {
            ++at;
            continue;
        }
        clean += QStringView(text).sliced(kept, at - kept);
        clean += removed();
        at += length;
        kept = at;
    }
    return kept == 0 ? text : clean.append(QStringView(text).sliced(kept));
}

/// Removes the whole run of base64 characters around each @p core.
QString withoutBase64(const QString &text, QByteArrayView core)
{
    QString clean;
    qsizetype kept = 0;
    for (;;) {
        const qsizetype at = text.indexOf(QLatin1StringView(core), kept);
        if (at < 0)
            break;
        qsizetype begin = at;
        qsizetype end = at + core.size();
        while (begin > kept && isBase64Unit(text[begin - 1]))
            --begin;
        while (end < text.size() && isBase64Unit(text[end]))
            ++end;
        clean += QStringView(text).sliced(kept, begin - kept);
        clean += removed();
        kept = end;
    }
    return kept == 0 ? text : clean.append(QStringView(text).sliced(kept));
}

/// "Basic understanding" is no credential; base64 of "x:y", or anything long with digits or capitals, is.
bool looksLikeCredential(const QString &value)
{
    const QByteArray decoded = QByteArray::fromBase64(value.toLatin1());
    const bool printable = std::all_of(decoded.begin(), decoded.end(), [](char c) { return c >= ' ' && c <= '~'; });
    if (printable && decoded.contains(':'))
        return true;
    constexpr qsizetype longEnough = 16;
    return value.size() >= longEnough
        && std::any_of(value.begin() + 1, value.end(), [](QChar c) { return c.isDigit() || c.isUpper(); });
}

QString withoutSchemes(const QString &text)
{
    static const QRegularExpression scheme(uR"(\b(basic|bearer)(?:\s+|%20)([A-Za-z0-9+/=._~-]{4,}))"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    QString clean;
    qsizetype kept = 0;
    for (auto matches = scheme.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        if (!looksLikeCredential(match.captured(2)))
            continue;
        clean += QStringView(text).sliced(kept, match.capturedStart(2) - kept);
        clean += removed();
        kept = match.capturedEnd(2);
    }
    return kept == 0 ? text : clean.append(QStringView(text).sliced(kept));
}

/// What needs no secret to be known: headers, addresses with a user, named values.
QString withoutNamedValues(QString text)
{
    // A quoted value ends at its quote, a bare one at the end of the line.
    static const QRegularExpression header(
        uR"((authorization(?:["']\s*[:=,]|\s*[:=])\s*)(?:"(?:[^"\\\r\n]|\\.)*"?|'[^'\r\n]*'?|[^\r\n]*))"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression userInfo(uR"((://)[^\s/?#"'<>]*@)"_s);
    static const QRegularExpression named(
        uR"(((?:token|password|passwd)["']?\s*(?:=>|[:=>]|%3[AD])\s*)(?:"(?:[^"\\\r\n]|\\.)*"?|'[^'\r\n]*'?|[^\s&,;"'<]+))"_s,
        QRegularExpression::CaseInsensitiveOption);
    text.replace(header, u"\\1"_s + removed());
    text.replace(userInfo, u"\\1"_s + removed() + u'@');
    text.replace(named, u"\\1"_s + removed());
    return text;
}

/// All forms of one secret but the plain one.
struct Secret
{
    QByteArray plain;
    QList<QByteArray> base64; ///< cores, case-sensitive
    QList<QByteArray> hex; ///< lower case, matched in any case
};

} // namespace

struct Redactor::Private
{
    QList<Secret> secrets;
};

Redactor::Redactor() : d(std::make_unique<Private>()) { }

Redactor::~Redactor()
{
    for (Secret &secret : d->secrets) {
        wipe(secret.plain);
        std::for_each(secret.base64.begin(), secret.base64.end(), [](QByteArray &form) { wipe(form); });
        std::for_each(secret.hex.begin(), secret.hex.end(), [](QByteArray &form) { wipe(form); });
    }
}

void Redactor::addSecret(const AuthId &id, const AuthToken &token)
{
    Q_UNUSED(id); // base64(id:token) holds the token at one of the three alignments, whatever stands before it
    Secret secret;
    const QByteArrayView bytes = token.secretBytes();
    secret.plain = QByteArray(bytes.data(), bytes.size());
    QByteArray utf16 = asUtf16(bytes);
    for (const QByteArrayView form : { bytes, QByteArrayView(utf16) }) {
        secret.hex.append(QByteArray::fromRawData(form.data(), form.size()).toHex());
        for (int before = 0; before < 3; ++before) {
            QByteArray core = base64Core(form, before);
            if (core.isEmpty())
                continue;
            QByteArray forAddresses = core;
            forAddresses.replace('+', '-').replace('/', '_');
            if (forAddresses != core)
                secret.base64.append(std::move(forAddresses));
            secret.base64.append(std::move(core));
        }
    }
    wipe(utf16);
    d->secrets.append(std::move(secret));
}

QString Redactor::clean(const QString &text) const
{
    QString clean = text;
    for (const Secret &secret : d->secrets) {
        // Encoded forms first: a short token could stand by chance inside one of them.
        for (const QByteArray &core : secret.base64)
            clean = withoutBase64(clean, core);
        for (const QByteArray &hex : secret.hex)
            clean.replace(QLatin1StringView(hex), removed(), Qt::CaseInsensitive);
        clean = withoutPlain(clean, secret.plain);
    }
    return withoutNamedValues(withoutSchemes(clean));
}

QString cleanForeignText(QStringView text, qsizetype maxLength)
{
    QString clean;
    bool blankPending = false;
    for (qsizetype at = 0; at < text.size() && clean.size() <= maxLength + 1; ++at) {
        char32_t codePoint = text[at].unicode();
        if (QChar::isHighSurrogate(codePoint) && at + 1 < text.size() && text[at + 1].isLowSurrogate()) {
            codePoint = QChar::surrogateToUcs4(text[at], text[at + 1]);
            ++at;
        } else if (QChar::isSurrogate(codePoint)) {
            codePoint = QChar::ReplacementCharacter;
        }
        const QChar::Category category = QChar::category(codePoint);
        if (QChar::isSpace(codePoint) || category == QChar::Other_Control || category == QChar::Other_Format
            || category == QChar::Separator_Line || category == QChar::Separator_Paragraph) {
            blankPending = !clean.isEmpty();
            continue;
        }
        if (std::exchange(blankPending, false))
            clean += u' ';
        clean += QStringView(QChar::fromUcs4(codePoint));
    }
    if (clean.size() <= maxLength)
        return clean;
    qsizetype keep = std::max<qsizetype>(maxLength - 1, 0);
    if (keep > 0 && clean[keep - 1].isHighSurrogate())
        --keep;
    return maxLength > 0 ? clean.first(keep) + u'…' : QString();
}

} // namespace hangup
