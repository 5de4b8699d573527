// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/callid.h"

#include <QString>

#include <array>

namespace hangup {

/// What *Copy as* speaks: curl, and the languages that Plivo has an official client for.
enum class CopyLanguage : quint8 { Curl, Python, Ruby, Node, Php, Java, CSharp };
inline constexpr std::array AllCopyLanguages {
    CopyLanguage::Curl, CopyLanguage::Python, CopyLanguage::Ruby,   CopyLanguage::Node,
    CopyLanguage::Php,  CopyLanguage::Java,   CopyLanguage::CSharp,
};

/// "curl", "Node.js", "C#": proper names, the same in each language of the window.
QString copyLanguageName(CopyLanguage language);

/// A whole program (for curl a command of a POSIX shell) that ends the call @p id, as Plivo documents it for its
/// current client (https://www.plivo.com/docs/voice/api/call/hangup-a-call). It never holds credentials: each takes
/// them from PLIVO_AUTH_ID and PLIVO_AUTH_TOKEN. Its comments are English, as code is. Ends with a line feed.
///
/// The id stands in it as a literal: no client is ever called with a variable that may be empty, which would end every
/// call of the account.
QString copyAs(CopyLanguage language, const CallId &id);

} // namespace hangup
