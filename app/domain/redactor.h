// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/account.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace hangup {

/// Takes secrets out of text before it is logged: the tokens it was told of (plain, percent-encoded, hex, and
/// base64(id:token) at any of the three alignments), any `Authorization:`/`Basic …` value, user-info in addresses, and
/// values of keys named auth_token, token, password. Thread-safe once set up; holds copies of the secrets that
/// are overwritten when it goes.
class Redactor
{
public:
    Redactor();
    ~Redactor();
    Redactor(const Redactor &) = delete;
    Redactor &operator=(const Redactor &) = delete;

    void addSecret(const AuthId &id, const AuthToken &token);
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
