// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>
#include <QPalette>

namespace hangup {

/// A strip across the window: its ground, the text on it (at least 6:1), and the line below it.
struct Surface
{
    QColor ground;
    QColor text;
    QColor line;
};

namespace surfaces {

/// Amber: nothing is real.
Surface practice(const QPalette &palette);
/// Violet: real requests, to another host.
Surface testServer(const QPalette &palette);
/// Blue-grey: a note.
Surface note(const QPalette &palette);
/// Red: trouble.
Surface trouble(const QPalette &palette);

} // namespace surfaces
} // namespace hangup
