// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/account.h"
#include "domain/secretbytes.h"

#include <QLineEdit>

namespace hangup {

/// A field for a token or a password: dots instead of characters, no copy, no cut, no drag, no undo that brings it
/// back, nothing for the input method to remember. What was typed leaves it by token() or secret() alone.
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

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace hangup
