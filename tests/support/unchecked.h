// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/settings.h"
#include "store/settingsstore.h"

#include <QString>

#include <memory>

namespace hangup::test {

/// The settings in @p path, but no call is asked for right before it is ended, unless they name a number themselves:
/// for tests that are about the DELETE.
inline std::shared_ptr<const SettingsFile> uncheckedSettings(const QString &path = {})
{
    auto file = std::make_shared<SettingsFile>(path);
    Settings settings = readSettings(*file).value;
    if (settings.checkAgainUpTo != Settings::CheckAgainUpTo.byDefault)
        return file;
    settings.checkAgainUpTo = 0;
    writeSettings(*file, settings);
    return file;
}

} // namespace hangup::test
