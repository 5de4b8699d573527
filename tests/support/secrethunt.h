// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace hangup::test {

/// A place where a secret was found.
struct SecretFound
{
    QString file; ///< or the name of the capture
    QByteArray encoding; ///< "plain", "utf-16le", "base64 of id:token, alignment 1", …
    qint64 at = 0; ///< byte offset
    friend bool operator==(const SecretFound &, const SecretFound &) = default;
};

/// One way a secret may be written: the bytes to look for, and what they are called.
struct SecretNeedle
{
    QByteArray encoding;
    QByteArray bytes;
};

/// Every way in which the token is looked for: plain, UTF-16 (both orders), percent-encoded, base64 of the token and of
/// id:token (standard and URL alphabet, at each of the three alignments: inside a longer text the same bytes give other
/// characters), hex lower and upper. Of base64 only the characters that the secret alone decides are looked for.
QList<SecretNeedle> secretNeedles(const QByteArray &id, const QByteArray &token);

/// Looks through @p bytes, called @p name in the result. At most one find for each encoding.
QList<SecretFound> findSecretInBytes(const QByteArray &bytes, const QString &name, const QByteArray &id,
                                     const QByteArray &token);

/// Looks through every file below @p folder (hidden ones, core files, databases; links to files are followed, links to
/// folders aren't), or through the one file that @p folder is. Files are read whole, piece by piece: any size. A file
/// that can't be read is a find of its own with encoding "unreadable". Nothing to look through is one too ("nothing to
/// search"): a hunt that looked at no file proves nothing.
QList<SecretFound> findSecret(const QString &folder, const QByteArray &id, const QByteArray &token);

/// A readable list for a test's failure message; the secret itself does not stand in it.
QString describe(const QList<SecretFound> &finds);

} // namespace hangup::test
