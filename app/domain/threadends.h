// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

namespace hangup {

#ifdef __MINGW32__
/// For main's return, when all that has to be tidied up was: ends the process with @p status there and then. Does not
/// come back.
///
/// Windows kills the threads that are left, and tells the libraries after that. A thread that Qt takes for finished may
/// still be at its last steps, with a lock of GCC's runtime; the library's own tidying would wait for that lock for ever.
int leaveProcess(int status) noexcept;
#else
/// Nothing is needed here: @p status.
inline int leaveProcess(int status) noexcept
{
    return status;
}
#endif

} // namespace hangup
