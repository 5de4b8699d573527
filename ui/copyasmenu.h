// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/copyas.h"

#include <functional>

class QMenu;

namespace hangup {

/// An entry for each language of *Copy as*.
void fillCopyAs(QMenu *menu, const std::function<void(CopyLanguage)> &chosen);
/// Puts the program that ends @p id on the clipboard; what to say of it.
QString copyToClipboard(CopyLanguage language, const CallId &id);

} // namespace hangup
