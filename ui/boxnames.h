// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

namespace hangup {

/// From now on a QComboBox with an accessible name says that name, and its current text as its value. (Qt on Unix gives
/// the current text as the name, whatever name was set, so that neither scripts nor screen readers find the box.) Once
/// for the program; again does nothing.
void nameBoxesByTheirNames();

} // namespace hangup
