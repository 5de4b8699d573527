// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/callid.h"

#include <memory>

/// Tells the product that a text is longer than its memory: a library that is sanitized stops at it.
int main()
{
    constexpr qsizetype OneTooFew = hangup::CallId::Length - 1;
    const auto units = std::make_unique<char16_t[]>(OneTooFew);
    for (qsizetype at = 0; at < OneTooFew; ++at)
        units[std::size_t(at)] = at == 8 || at == 13 || at == 18 || at == 23 ? u'-' : u'a';
    return hangup::CallId::parse(QStringView(units.get(), OneTooFew + 1)) ? 1 : 2;
}
