// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

namespace hangup {

class AccountBook;
struct Account;

/// Whether the token of a stored @p account is gone as far as is known, so that only the user can give it again. Not so
/// while nobody has asked the keychain, and not where it only didn't give it (locked, denied, no keychain just now).
bool tokenIsGone(const AccountBook &book, const Account &account);

} // namespace hangup
