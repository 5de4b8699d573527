// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/textfile.h"

#include <QStringDecoder>
#include <QtEndian>

#include <optional>

namespace hangup {

namespace {

/// Checked by hand: QStringDecoder joins a lone surrogate, or drops an odd byte, without calling it an error.
bool isWellFormed(QStringView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c.isNull() || c.isLowSurrogate())
            return false;
        if (c.isHighSurrogate()) {
            if (i + 1 == text.size() || !text[i + 1].isLowSurrogate())
                return false;
            ++i;
        }
    }
    return true;
}

QString fromUtf16(QByteArrayView bytes, bool bigEndian)
{
    const qsizetype units = bytes.size() / 2;
    QString text(units, Qt::Uninitialized);
    if (bigEndian)
        qFromBigEndian<quint16>(bytes.data(), units, text.data());
    else
        qFromLittleEndian<quint16>(bytes.data(), units, text.data());
    return text;
}

std::optional<QString> fromUtf8(QByteArrayView bytes)
{
    // Stateless: a cut sequence at the end is then an error as well. No BOM handling of its own, so that
    // exactly one BOM is dropped.
    QStringDecoder decoder(QStringDecoder::Utf8,
                           QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    QString text = decoder.decode(bytes);
    if (decoder.hasError())
        return std::nullopt;
    return text;
}

std::optional<QString> decode(QByteArrayView bytes)
{
    // No UTF-32: its LE BOM starts like UTF-16's, and the NULs that follow refuse it.
    const bool little = bytes.startsWith("\xff\xfe");
    const bool big = bytes.startsWith("\xfe\xff");
    if (little || big) {
        if (bytes.size() % 2 != 0)
            return std::nullopt;
        return fromUtf16(bytes.sliced(2), big);
    }
    return fromUtf8(bytes.startsWith("\xef\xbb\xbf") ? bytes.sliced(3) : bytes);
}

} // namespace

std::variant<QString, FileError> decodeText(QByteArrayView bytes, const QString &name)
{
    if (bytes.size() > MaxTextFileBytes)
        return FileError { FileError::Kind::TooLarge, name };
    std::optional<QString> text = decode(bytes);
    if (!text || !isWellFormed(*text))
        return FileError { FileError::Kind::NotText, name };
    return *std::move(text);
}

} // namespace hangup
