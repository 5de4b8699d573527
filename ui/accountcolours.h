// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace hangup {

/// "Blue", "Green", … for the colours of Account::colours(); "#rrggbb" for any other.
QString colourName(quint32 rgb);

} // namespace hangup
