// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/calllink.h"

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

constexpr QLatin1StringView Scheme = "hangup:"_L1;

} // namespace

bool isCallLink(QStringView text)
{
    return text.startsWith(Scheme, Qt::CaseInsensitive);
}

std::optional<CallId> callOfLink(QStringView text)
{
    // Not QUrl: it takes more for an address than was written, and makes another one of it.
    return isCallLink(text) ? CallId::parse(text.sliced(Scheme.size())) : std::nullopt;
}

} // namespace hangup
