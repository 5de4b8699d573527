// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/account.h"
#include "domain/accountcheck.h"
#include "domain/proxylogin.h"
#include "domain/secretproblem.h"

#include <QString>

/// The words about accounts, tokens and the keychain: one place, so that the dialog, the notice and the command line
/// say the same. Plain text, translated with the context "hangup".
namespace hangup::words {

/// "Enter a name." and so on.
QString accountNameError(AccountNameError error);
/// For an auth ID that is none: "An auth ID has 20 characters: MA or SA, then capital letters and digits."
QString authIdError();
/// For a text that can't be a token: "An auth token has no blanks and no letters beyond plain ASCII."
QString tokenError();
/// A warning, not a refusal: "The auth token has not the usual 40 characters …".
QString unusualToken();
/// "In the system keychain", "For this session only".
QString tokenPlace(TokenPlace place);
/// A sentence on what that means: "Kept encrypted by the system; Hangup asks it for the token when it starts."
QString tokenPlaceSentence(TokenPlace place);
/// A sentence: what is wrong and what to do. "The keychain is locked. Unlock it and try again; nothing was changed."
QString secretProblem(SecretProblem problem);
/// A sentence: "Plivo accepted these credentials." "Plivo rejected them (401): check the auth ID and the token."
QString checkSentence(const CheckVerdict &verdict);

} // namespace hangup::words
