// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// The work whose instructions are counted. Run by `run`, under callgrind; by itself it counts nothing.
#include "counted.h"
#include "work.h"

#include <QtGlobal>

#include <gnu/libc-version.h>

extern "C" __attribute__((noinline)) void hangupCounted(const std::function<void()> &work)
{
    work();
}

int main()
{
    using namespace hangup::bench;
    // Where any of these is another, the figures are others too: Qt's and the C library's share of them is large, and
    // both choose their loops by what the processor can do.
    std::printf("environment\t%s, Qt %s, glibc %s%s\n", HANGUP_FLAGS, qVersion(), gnu_get_libc_version(),
                __builtin_cpu_supports("avx2") ? ", AVX2" : "");
    countScanner();
    countClassifier();
    countPacer();
    countCallList();
    countLog();
    countLiveCalls();
    return 0;
}
