// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "fuzz.h"

#include "domain/callscan.h"

#include <QSet>

using namespace hangup;

// Only what stands in the text as exactly 36 characters is found, once, in order; nothing is repaired.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QString text = QString::fromUtf8(fuzzBytes(data, size));
    const ScanResult result = scanCalls(text);
    QSet<CallId> seen;
    for (const FoundCall &call : result.found) {
        FUZZ_HOLDS(!seen.contains(call.id));
        seen.insert(call.id);
        FUZZ_HOLDS(text.contains(call.id.toString(), Qt::CaseInsensitive));
        FUZZ_HOLDS(CallId::parse(call.id.toString()) == call.id);
        FUZZ_HOLDS(call.line >= 1 && call.column >= 1);
        FUZZ_HOLDS(call.contextLength <= 200);
        FUZZ_HOLDS(call.contextAt + call.contextLength <= result.text.size());
        const QStringView context = QStringView(result.text).sliced(call.contextAt, call.contextLength);
        FUZZ_HOLDS(context.contains(call.id.toString(), Qt::CaseInsensitive));
    }
    FUZZ_HOLDS(result.ignored.size() <= ScanResult::MaxIgnoredListed);
    FUZZ_HOLDS(result.ignoredCount >= result.ignored.size());
    for (const IgnoredText &ignored : result.ignored)
        FUZZ_HOLDS(ignored.line >= 1 && ignored.column >= 1);
    return 0;
}
