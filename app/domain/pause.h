// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>

#include <QtGlobal>

namespace hangup {

/// Why a batch holds back until the user says "Continue" or "Stop".
enum class PauseReason : quint8 {
    Slept, ///< the machine slept while confirmed calls waited
    UnknownInARow, ///< five answers in a row gave no verdict
    NoneFound, ///< the first five answers were all 404: is this the right account?
    LongWait, ///< the server asks to wait longer than we wait by ourselves; also after "Continue" never earlier
};

struct Pause
{
    PauseReason reason = PauseReason::Slept;
    std::chrono::milliseconds time { 0 }; ///< slept, or to be waited
    int waiting = 0; ///< calls
};

} // namespace hangup
