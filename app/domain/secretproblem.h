// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

namespace hangup {

/// Where an account's token (or a proxy's password) is kept, by the user's choice.
enum class TokenPlace : quint8 {
    Keychain, ///< the system's keychain
    Session, ///< in memory, until the program ends
};

/// Why a secret could not be read from, written to or removed from the place where it is kept. None of these ever
/// leads to writing over an entry. Words: words::secretProblem().
enum class SecretProblem : quint8 {
    NotFound, ///< the keychain is open and has no such entry
    Locked, ///< the keychain has it, or may have it, and is locked
    NotFoundOrLocked, ///< the system does not tell which
    NoKeychain, ///< there is no keychain service
    Denied, ///< the user said no in the keychain's own window, or the system did
    ForAnotherHost, ///< what is there was entered for another auth ID or API address: it is not used
    SessionOver, ///< it was kept for a session only, and that session has ended
    Cancelled, ///< the user stopped waiting
    Failed, ///< the keychain failed otherwise, or went away in the middle
    ByPolicy, ///< the organisation does not allow it, or its policy can't be understood
};

} // namespace hangup
