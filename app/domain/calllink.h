// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/callid.h"

#include <QStringView>

#include <optional>

namespace hangup {

/// Why a link, and whatever came beside it, is refused. Words: linkRefusal() of session/launch.h.
enum class LinkRefusal : quint8 {
    NotOneCall, ///< something else than `hangup:` and one id
    ChoosesAccount, ///< options that choose an account stand beside it
};

/// Whether @p text is meant as a link to a call: it begins with "hangup:", in upper or lower case. A page on the web
/// may have made it.
bool isCallLink(QStringView text);
/// The call of `hangup:` and one id of 36 characters, and nothing else: no //, no path, no query, no fragment, no
/// %-encoding, no second id. Nothing otherwise.
std::optional<CallId> callOfLink(QStringView text);

} // namespace hangup
