// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "store/processguard.h"

#include <sys/resource.h>
#include <sys/stat.h>
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

namespace hangup {

void keepNewFilesPrivate()
{
    ::umask(S_IRWXG | S_IRWXO);
}

bool switchCoreDumps(bool off)
{
    if (!off)
        return true;
    // The hard limit too, so that nothing in this program can raise it again.
    const rlimit none { 0, 0 };
    bool done = ::setrlimit(RLIMIT_CORE, &none) == 0;
#ifdef Q_OS_LINUX
    // A core_pattern that starts with "|" hands the core to a program whatever the limit; not so for one that is not
    // dumpable.
    done = ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 && done;
#endif
    return done;
}

} // namespace hangup
