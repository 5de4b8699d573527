// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

namespace hangup {

/// While one of these lives, what a SecretField tells assistive software of its text is dots. A QLineEdit shows dots to
/// who asks it, but its events of inserted, removed and changed text (QWidgetLineControl::internalInsert() and others)
/// carry the characters whatever the echo mode is (seen with 6.4.2), and the bridge to AT-SPI sends them over a bus
/// that others can read.
class SecretGuard
{
public:
    SecretGuard();
    ~SecretGuard();
    SecretGuard(const SecretGuard &) = delete;
    SecretGuard &operator=(const SecretGuard &) = delete;
};

} // namespace hangup
