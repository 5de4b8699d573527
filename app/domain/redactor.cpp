// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/redactor.h"

#include "domain/wipe.h"

#include <QList>
#include <QRegularExpression>

#include <algorithm>
#include <mutex>
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

QByteArray asUtf16(QByteArrayView utf8)
{
    QString text = QString::fromUtf8(utf8);
    QByteArray utf16;
    utf16.reserve(text.size() * 2);
    for (const QChar c : std::as_const(text)) {
        utf16 += char(c.cell());
        utf16 += char(c.row());
    }
    wipe(reinterpret_cast<char *>(text.data()), text.size() * qsizetype(sizeof(QChar)));
    return utf16;
}

/// Whether `%XX` at @p at means @p byte.
bool isPercentEncoded(char byte, QStringView text, qsizetype at)
{
    if (at + 2 >= text.size() || text[at] != u'%')
        return false;
    bool ok = false;
    return text.sliced(at + 1, 2).toInt(&ok, 16) == static_cast<unsigned char>(byte) && ok;
}

/// 1 or 3 (percent-encoded) or 2 (backslash-escaped) units of @p text at @p at that mean the ASCII @p c; 0 if they
/// don't.
qsizetype unitsMeaning(char c, QStringView text, qsizetype at)
{
    if (at >= text.size())
        return 0;
    const QChar wanted = QLatin1Char(c);
    if (text[at] == wanted)
        return 1;
    if (text[at] == u'\\' && at + 1 < text.size() && text[at + 1] == wanted)
        return 2;
    return isPercentEncoded(c, text, at) ? 3 : 0;
}

/// The same for a character beyond ASCII, in UTF-8.
qsizetype unitsMeaning(QByteArrayView character, QStringView text, qsizetype at)
{
    const QString units = QString::fromUtf8(character);
    if (text.sliced(at).startsWith(units))
        return units.size();
    qsizetype end = at;
    for (const char byte : character) {
        if (!isPercentEncoded(byte, text, end))
            return 0;
        end += 3;
    }
    return end - at;
}

/// Bytes of the character that starts with @p lead, in UTF-8.
qsizetype bytesOfCharacter(char lead)
{
    const auto byte = static_cast<unsigned char>(lead);
    if (byte < 0xc0)
        return 1;
    return byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
}

/// @p secret plain, or with any of its characters escaped; the length of the match, or 0.
qsizetype matchPlain(QByteArrayView secret, QStringView text, qsizetype at)
{
    qsizetype end = at;
    for (qsizetype i = 0; i < secret.size();) {
        const qsizetype bytes = std::min(bytesOfCharacter(secret[i]), secret.size() - i);
        const bool ascii = static_cast<unsigned char>(secret[i]) < 0x80;
        const qsizetype units
            = ascii ? unitsMeaning(secret[i], text, end) : unitsMeaning(secret.sliced(i, bytes), text, end);
        if (units == 0)
            return 0;
        end += units;
        i += bytes;
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

/// One secret in all its forms; overwritten when it goes.
struct Secret
{
    explicit Secret(QByteArrayView bytes);
    ~Secret();
    Q_DISABLE_COPY_MOVE(Secret)

    QByteArray plain;
    QList<QByteArray> base64; ///< cores, case-sensitive
    QList<QByteArray> hex; ///< lower case, matched in any case
};

Secret::Secret(QByteArrayView bytes) : plain(bytes.data(), bytes.size())
{
    QByteArray utf16 = asUtf16(bytes);
    for (const QByteArrayView form : { bytes, QByteArrayView(utf16) }) {
        hex.append(QByteArray::fromRawData(form.data(), form.size()).toHex());
        for (int before = 0; before < 3; ++before) {
            QByteArray core = base64Core(form, before);
            if (core.isEmpty())
                continue;
            QByteArray forAddresses = core;
            forAddresses.replace('+', '-').replace('/', '_');
            if (forAddresses != core)
                base64.append(std::move(forAddresses));
            base64.append(std::move(core));
        }
    }
    wipe(utf16);
}

Secret::~Secret()
{
    wipe(plain);
    std::for_each(base64.begin(), base64.end(), [](QByteArray &form) { wipe(form); });
    std::for_each(hex.begin(), hex.end(), [](QByteArray &form) { wipe(form); });
}

using Secrets = QList<std::shared_ptr<const Secret>>;

QString withoutSecret(const QString &text, const Secret &secret)
{
    QString clean = text;
    // Encoded forms first: a short token could stand by chance inside one of them.
    for (const QByteArray &core : secret.base64)
        clean = withoutBase64(clean, core);
    for (const QByteArray &hex : secret.hex)
        clean.replace(QLatin1StringView(hex), removed(), Qt::CaseInsensitive);
    return withoutPlain(clean, secret.plain);
}

} // namespace

struct Redactor::Private
{
    mutable std::mutex mutex; ///< held for moments
    /// Replaced as a whole: whoever cleans holds the list of before, so that the window never waits with a new token
    /// for the cleaning of a long text.
    std::shared_ptr<const Secrets> secrets = std::make_shared<const Secrets>();

    std::shared_ptr<const Secrets> known() const
    {
        const std::lock_guard lock(mutex);
        return secrets;
    }
    void add(QByteArrayView bytes);
};

void Redactor::Private::add(QByteArrayView bytes)
{
    if (bytes.size() < MinSecretBytes)
        return;
    const std::lock_guard lock(mutex);
    const auto same = [bytes](const std::shared_ptr<const Secret> &one) { return one->plain == bytes; };
    if (std::any_of(secrets->cbegin(), secrets->cend(), same))
        return;
    Secrets more = *secrets;
    more.append(std::make_shared<const Secret>(bytes));
    // Longest first: a secret that is part of another one would leave the rest of it.
    std::stable_sort(more.begin(), more.end(),
                     [](const auto &a, const auto &b) { return a->plain.size() > b->plain.size(); });
    secrets = std::make_shared<const Secrets>(std::move(more));
}

Redactor::Redactor() : d(std::make_unique<Private>()) { }

Redactor::~Redactor() = default;

void Redactor::addSecret(const AuthId &id, const AuthToken &token)
{
    Q_UNUSED(id); // base64(id:token) holds the token at one of the three alignments, whatever stands before it
    d->add(token.secretBytes());
}

void Redactor::addSecret(const SecretBytes &secret)
{
    d->add(secret.view());
}

QString Redactor::clean(const QString &text) const
{
    QString clean = text;
    const auto known = d->known(); // kept for as long as it is read
    for (const auto &secret : *known)
        clean = withoutSecret(clean, *secret);
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
