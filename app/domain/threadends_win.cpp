// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/threadends.h"

#include <cstdio>
#include <cxxabi.h>
#include <windows.h>

// GCC for Windows keeps thread_local variables in memory that a key of winpthreads owns, and their destructors on a list
// that another key owns. When a thread ends the keys go in the order in which they were made, and the memory's is made
// first: destructors then read what was freed (GCC's bug 80816). Qt has such variables; a thread that used a regular
// expression crashed while it ended, and with the key's lock held, so that the program never came to its end.
// Here the list's key is made before the first variable is used.
//
// Linked into every program, by name: see CMakeLists.txt.
extern "C" const int hangup_thread_ends_in_order;
extern "C" const int hangup_thread_ends_in_order = [] {
    return abi::__cxa_thread_atexit([](void *) {}, nullptr, nullptr);
}();

int hangup::leaveProcess(int status) noexcept
{
    std::fflush(nullptr);
    TerminateProcess(GetCurrentProcess(), static_cast<UINT>(status));
    return status;
}
