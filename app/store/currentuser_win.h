// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <cstddef>
#include <vector>

namespace hangup {

/// The Windows user that this program runs as, as the system knows him.
class CurrentUser
{
public:
    CurrentUser();
    /// A PSID, for as long as this lives; null when the system did not tell.
    void *sid() const;
    /// Whether the pipe, file or process of this handle is the user's: Windows lets anybody make a pipe of any name.
    bool owns(qintptr handle) const;

private:
    std::vector<std::byte> m_user; ///< a TOKEN_USER, and behind it what it points to
};

} // namespace hangup
