// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/account.h"
#include "domain/secretbytes.h"
#include "ui/secretguard.h"

#include <QLineEdit>

namespace hangup {

/// A field for a token or a password: dots instead of characters, no copy, no cut, no drag, no undo that brings it
/// back, nothing for the input method to read or remember, dots for assistive software. What was typed leaves it by
/// token() or secret() alone.
class SecretField final : public QLineEdit
{
    Q_OBJECT
public:
    explicit SecretField(QWidget *parent = nullptr);
    ~SecretField() override;

    bool isBlank() const;
    /// What was typed, without blanks around it; nothing if it is no token.
    std::optional<AuthToken> token() const;
    /// What was typed, as it stands, in UTF-8.
    SecretBytes secret() const;
    /// Empties the field and overwrites its memory, as far as Qt lets: an older, shorter text that was freed while
    /// typing isn't reached.
    void wipe();
    /// As many dots as @p text has characters, as the field shows them.
    QString dots(const QString &text) const;
    /// Dots where an input method, a process of its own, asks for the text around the cursor.
    QVariant inputMethodQuery(Qt::InputMethodQuery property) const override;
    /// What Qt calls by its name in place of the other one.
    Q_INVOKABLE QVariant inputMethodQuery(Qt::InputMethodQuery property, QVariant argument) const;

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    SecretGuard m_guard;
};

} // namespace hangup
