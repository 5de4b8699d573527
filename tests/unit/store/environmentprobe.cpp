// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// A process for others to look at: environmentprobe keep|take does or doesn't take the secrets, says what it has got,
// and ends when its standard input does.
#include "store/environmentsecrets.h"

#include <cstdio>
#include <cstring>

int main(int, char *argv[])
{
    if (std::strcmp(argv[1], "take") == 0) {
        const hangup::EnvironmentSecrets secrets = hangup::takeEnvironmentSecrets();
        std::printf("%s %s\n", secrets.authId ? secrets.authId->constData() : "-",
                    secrets.authToken ? secrets.authToken->constData() : "-");
    } else {
        std::puts("kept");
    }
    std::fflush(stdout);
    while (std::getchar() != EOF) { }
    return 0;
}
