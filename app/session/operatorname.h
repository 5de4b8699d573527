// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace hangup {

/// The system user this program runs as, for the journal; empty when the system does not say.
QString operatorName();

} // namespace hangup
