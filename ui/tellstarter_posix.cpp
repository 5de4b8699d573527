// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/tellstarter.h"

#include <cstdio>

namespace hangup {

void tellStarter(const QString &text, bool isComplaint)
{
    const QByteArray bytes = text.toLocal8Bit();
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), isComplaint ? stderr : stdout);
}

} // namespace hangup
