// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/account.h"

#include <QString>

namespace hangup {

/// The title of the main window: "42 of 128 – Acme – Hangup", so that any taskbar shows how far a batch is. A @p total
/// of 0: nothing is under way. For QWidget::setWindowTitle(): what that would read as a placeholder is escaped.
QString titleWithProgress(const Account &account, int done, int total);

} // namespace hangup
