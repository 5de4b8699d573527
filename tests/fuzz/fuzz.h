// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>

#include <cstdint>
#include <cstdio>
#include <cstdlib>

/// What has to hold for every input; libFuzzer keeps the input that breaks it.
#define FUZZ_HOLDS(what)                                                                                               \
    do {                                                                                                               \
        if (!(what)) {                                                                                                 \
            std::fprintf(stderr, "%s:%d: does not hold: %s\n", __FILE__, __LINE__, #what);                             \
            std::abort();                                                                                              \
        }                                                                                                              \
    } while (false)

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

inline QByteArrayView fuzzBytes(const std::uint8_t *data, std::size_t size)
{
    return QByteArrayView(data, static_cast<qsizetype>(size));
}
