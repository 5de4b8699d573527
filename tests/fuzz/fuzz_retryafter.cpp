// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "fuzz.h"

#include "plivo/retryafter.h"

// Never negative, never beyond a year, and whole seconds are taken as they stand.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray value = fuzzBytes(data, size).toByteArray();
    const auto wait = hangup::parseRetryAfter(value, 1'700'000'000'000);
    if (wait) {
        FUZZ_HOLDS(wait->count() >= 0);
        FUZZ_HOLDS(*wait <= hangup::MaxRetryAfter);
        FUZZ_HOLDS(!value.trimmed().isEmpty());
        FUZZ_HOLDS(!value.contains('-') || value.contains(':'));
    }
    return 0;
}
