// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

namespace hangup {

class PolicySource;

/// All of hangup-cli but where the organisation's policy is; the exit status. A test brings a policy of its own.
int cliMain(int argc, char **argv, std::shared_ptr<const PolicySource> policy);

} // namespace hangup
