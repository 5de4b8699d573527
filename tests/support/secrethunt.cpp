// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "support/secrethunt.h"

#include <QByteArrayMatcher>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hangup::test {

namespace {

constexpr qint64 PieceSize = 4 * 1024 * 1024;

QByteArray utf16(const QByteArray &ascii, bool bigEndian)
{
    QByteArray out;
    for (const char c : ascii) {
        if (bigEndian)
            out += '\0';
        out += c;
        if (!bigEndian)
            out += '\0';
    }
    return out;
}

/// The characters of base64 that @p secret decides alone when @p before bytes of a stranger stand before it in its
/// group of 3.
QByteArray base64Core(const QByteArray &secret, qsizetype before, QByteArray::Base64Options options)
{
    const QByteArray text = (QByteArray(before, '\0') + secret).toBase64(options | QByteArray::OmitTrailingEquals);
    const qsizetype first = (before * 8 + 5) / 6; // whole characters touched by the bytes before
    const qsizetype last = (before + secret.size()) * 8 / 6; // a last character with foreign bits is left out
    return text.sliced(first, last - first);
}

void addBase64(QList<SecretNeedle> &needles, const QByteArray &what, const QByteArray &secret)
{
    for (qsizetype before = 0; before < 3; ++before) {
        const QByteArray name = "base64 of " + what + ", alignment " + QByteArray::number(before);
        const QByteArray standard = base64Core(secret, before, QByteArray::Base64Encoding);
        const QByteArray forUrls = base64Core(secret, before, QByteArray::Base64UrlEncoding);
        needles.append({ name, standard });
        if (forUrls != standard)
            needles.append({ name + ", URL alphabet", forUrls });
        needles.append({ name + ", utf-16le", utf16(standard, false) });
    }
}

class Hunt
{
public:
    Hunt(const QByteArray &id, const QByteArray &token)
    {
        for (const SecretNeedle &needle : secretNeedles(id, token)) {
            m_needles.append({ needle.encoding, QByteArrayMatcher(needle.bytes) });
            m_longest = std::max(m_longest, needle.bytes.size());
        }
    }

    void through(QIODevice &device, const QString &name, QList<SecretFound> &finds) const
    {
        QByteArray window;
        qint64 windowAt = 0;
        QList<bool> found(m_needles.size(), false);
        while (true) {
            const QByteArray piece = device.read(PieceSize);
            if (piece.isEmpty())
                break;
            window += piece;
            for (qsizetype i = 0; i < m_needles.size(); ++i) {
                const qsizetype at = found[i] ? -1 : m_needles[i].second.indexIn(window);
                if (at < 0)
                    continue;
                found[i] = true;
                finds.append({ name, m_needles[i].first, windowAt + at });
            }
            // A secret may lie across two pieces: the end stays for the next turn.
            const qsizetype keep = std::min(window.size(), m_longest - 1);
            windowAt += window.size() - keep;
            window = window.last(keep);
        }
    }

private:
    QList<std::pair<QByteArray, QByteArrayMatcher>> m_needles;
    qsizetype m_longest = 1;
};

} // namespace

QList<SecretNeedle> secretNeedles(const QByteArray &id, const QByteArray &token)
{
    QList<SecretNeedle> needles {
        { "plain", token },
        { "utf-16le", utf16(token, false) },
        { "utf-16be", utf16(token, true) },
        { "hex, lower case", token.toHex() },
        { "hex, upper case", token.toHex().toUpper() },
    };
    const QByteArray percent = token.toPercentEncoding();
    if (percent != token)
        needles.append({ "percent-encoded", percent });
    addBase64(needles, "token", token);
    addBase64(needles, "id:token", id + ':' + token);
    return needles;
}

QList<SecretFound> findSecretInBytes(const QByteArray &bytes, const QString &name, const QByteArray &id,
                                     const QByteArray &token)
{
    QList<SecretFound> finds;
    for (const SecretNeedle &needle : secretNeedles(id, token)) {
        const qsizetype at = bytes.indexOf(needle.bytes);
        if (at >= 0)
            finds.append({ name, needle.encoding, at });
    }
    return finds;
}

QList<SecretFound> findSecret(const QString &folder, const QByteArray &id, const QByteArray &token)
{
    QStringList files;
    if (QFileInfo(folder).isFile()) {
        files.append(folder);
    } else {
        QDirIterator it(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            const QFileInfo info(it.next());
            if (info.isFile()) // a socket or a pipe would block, and keeps nothing
                files.append(info.filePath());
        }
    }
    files.sort();
    if (files.isEmpty())
        return { { folder, "nothing to search", 0 } };

    const Hunt hunt(id, token);
    QList<SecretFound> finds;
    for (const QString &name : std::as_const(files)) {
        QFile file(name);
        if (file.open(QIODevice::ReadOnly))
            hunt.through(file, name, finds);
        else
            finds.append({ name, "unreadable", 0 });
        for (const SecretFound &find :
             findSecretInBytes(QFileInfo(name).fileName().toUtf8(), name + u" (its name)"_s, id, token))
            finds.append(find);
    }
    return finds;
}

QString describe(const QList<SecretFound> &finds)
{
    QStringList lines;
    for (const SecretFound &find : finds)
        lines.append(u"%1: %2 at %3"_s.arg(find.file, QString::fromLatin1(find.encoding)).arg(find.at));
    return lines.join(u'\n');
}

} // namespace hangup::test
