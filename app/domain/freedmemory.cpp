// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/freedmemory.h"

#include <cstdlib> // defines __GLIBC__ where it is

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace hangup {

void keepFreedMemory()
{
#ifdef __GLIBC__
    // The most that glibc comes to by itself, but only after a block of that size was freed once.
    constexpr int Largest = 32 * 1024 * 1024;
    ::mallopt(M_MMAP_THRESHOLD, Largest);
    ::mallopt(M_TRIM_THRESHOLD, 2 * Largest);
#endif
}

void giveBackFreedMemory()
{
#ifdef __GLIBC__
    ::malloc_trim(0);
#endif
}

} // namespace hangup
