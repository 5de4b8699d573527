// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

namespace hangup {

struct Receipt;

/// Puts a receipt on the clipboard as plain text, Markdown and HTML at once: what it is pasted into takes what it
/// understands best.
void copyToClipboard(const Receipt &receipt);

} // namespace hangup
