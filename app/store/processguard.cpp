// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "store/processguard.h"

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#include <sys/stat.h>
#endif
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

namespace hangup {

void keepNewFilesPrivate()
{
#ifdef Q_OS_UNIX
    ::umask(S_IRWXG | S_IRWXO);
#endif
}

bool switchCoreDumps(bool off)
{
    if (!off)
        return true;
    bool done = true;
#ifdef Q_OS_UNIX
    // The hard limit too, so that nothing in this program can raise it again.
    const rlimit none { 0, 0 };
    done = ::setrlimit(RLIMIT_CORE, &none) == 0;
#endif
#ifdef Q_OS_LINUX
    // A core_pattern that starts with "|" hands the core to a program whatever the limit; not so for one that is not
    // dumpable.
    done = ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 && done;
#endif
    return done;
}

} // namespace hangup
