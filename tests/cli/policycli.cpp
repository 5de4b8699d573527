// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// hangup-cli with a policy.ini of the test's own; the one that is shipped can't be told of another.
#include "cli/climain.h"
#include "store/policysource.h"

#include <memory>
#include <unistd.h>

int main(int argc, char *argv[])
{
    return hangup::cliMain(
        argc, argv,
        std::make_shared<const hangup::PolicyFile>(qEnvironmentVariable("HANGUP_TEST_POLICY"), ::geteuid()));
}
