// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// hangup-cli: the command line.
#include "cli/climain.h"
#include "domain/threadends.h"
#include "session/launch.h"

int main(int argc, char *argv[])
{
    return hangup::leaveProcess(hangup::cliMain(argc, argv, hangup::systemPolicySource()));
}
