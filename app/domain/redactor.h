// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/account.h"
#include "domain/secretbytes.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace hangup {

/// Takes secrets out of text before it is logged: the secrets it was told of (plain, percent-encoded, hex, and base64
/// at any of the three alignments, so also base64(id:token)), any `Authorization:`/`Basic …` value, user-info in
/// addresses, and values of keys named auth_token, token, password. Thread-safe: secrets are added while other threads
/// clean, and neither waits for the other. Holds copies of the secrets that are overwritten when it goes.
class Redactor
{
public:
    Redactor();
    ~Redactor();
    Redactor(const Redactor &) = delete;
    Redactor &operator=(const Redactor &) = delete;

    /// Secrets of fewer bytes than this are not looked for: "a" or "the" taken out of every text would leave none, and
    /// nothing that short protects anything. Where they stand behind their name ("password: abc") they still go.
    static constexpr qsizetype MinSecretBytes = 4;

    void addSecret(const AuthId &id, const AuthToken &token);
    /// A token as it is loaded, a proxy's password: UTF-8. What is known already is not added twice.
    void addSecret(const SecretBytes &secret);
    /// @p text with every secret replaced by "[removed]".
    QString clean(const QString &text) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// Server or clipboard text made fit to show: control characters, bidi overrides and line breaks become blanks,
/// runs of blanks one, at most @p maxLength characters ("…" appended when cut). Still plain text: never render as rich
/// text.
QString cleanForeignText(QStringView text, qsizetype maxLength = 200);

} // namespace hangup
