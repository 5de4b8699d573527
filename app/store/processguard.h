// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

namespace hangup {

/// Whether this is a release build: one without assertions, as CMake's Release, RelWithDebInfo and MinSizeRel are.
#if defined(NDEBUG) || defined(QT_NO_DEBUG)
inline constexpr bool IsReleaseBuild = true;
#else
inline constexpr bool IsReleaseBuild = false;
#endif

/// New files and folders are the user's own (umask 077). Nothing to do on Windows, where a user's folders are.
void keepNewFilesPrivate();

/// With @p off, a crash leaves no core file, and no other program of this user may look into this one: base64(id:token)
/// was found four times in a core after the most careful zeroing. Call with IsReleaseBuild: who debugs a debug build
/// needs both. False when the system refused.
bool switchCoreDumps(bool off);

} // namespace hangup
