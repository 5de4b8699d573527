// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QPalette>

namespace hangup::theme {

/// The app's light palette.
QPalette lightPalette();
/// The app's dark palette.
QPalette darkPalette();
/// Black on white: no greys but for what is switched off, and that at 7:1.
QPalette contrastLightPalette();
/// White on black, likewise.
QPalette contrastDarkPalette();
/// Window and text are pure black and white: someone asked the platform for high contrast.
bool isHighContrast(const QPalette &palette);

} // namespace hangup::theme
