// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/cutoff.h"
#include "domain/stucksigns.h"

#include <QString>
#include <QStringList>

#include <array>
#include <chrono>

namespace hangup {

/// The colours of the window.
enum class ColourScheme : quint8 {
    System, ///< what the system says; its high-contrast palettes are kept as they are
    Light,
    Dark,
    ContrastLight, ///< black on white, borders everywhere
    ContrastDark, ///< white on black
};

/// What a whole number of the settings may be. The default is in it.
struct SettingRange
{
    int least;
    int most;
    int byDefault;
    constexpr bool contains(int value) const { return value >= least && value <= most; }
};

/// What the user may set, as values: typed, always valid, no secret. Kept in hangup.ini by SettingsStore.
struct Settings
{
    static constexpr SettingRange SharePercent { 5, 100, 50 };
    static constexpr SettingRange SilenceSeconds { 3, 60, 10 };
    static constexpr SettingRange TotalSeconds { 5, 120, 20 };
    static constexpr SettingRange TypeNumberAbove { 1, 200, 50 };
    static constexpr SettingRange ProofMinutes { 0, 120, 10 };
    static constexpr SettingRange CheckAgainUpTo { 0, 1000, 50 };
    static constexpr SettingRange YoungUnderSeconds { 0, 3600, 60 };
    static constexpr SettingRange StuckOlderThanMinutes { 0, 10080, 240 };
    static constexpr SettingRange StuckRingingSeconds { 0, 3600, 120 };
    static constexpr std::array GraceSeconds { 0, 3, 5, 10 };
    static constexpr std::array LiveRefreshSeconds { 0, 10, 30, 60 };

    /// Share of the account's documented limit (300 requests in any 5 s) that this program takes, in percent.
    int sharePercent = SharePercent.byDefault;
    /// An attempt ends as unknown after so long without a byte …
    std::chrono::seconds silence { SilenceSeconds.byDefault };
    /// … and after so long in all; never less than silence.
    std::chrono::seconds total { TotalSeconds.byDefault };
    /// A confirmation of more calls than this asks for their number to be typed.
    int typeNumberAbove = TypeNumberAbove.byDefault;
    /// How long after a batch Plivo is asked for the records of its calls; 0: never asked.
    std::chrono::minutes proofFor { ProofMinutes.byDefault };
    /// Nothing is ended without a ticket and a reason.
    bool ticketRequired = false;
    /// After a confirmation, for changing one's mind: one of GraceSeconds; nothing is sent before it is over.
    std::chrono::seconds grace { 3 };
    /// Batches of at most so many calls are asked for once more right before they are ended; 0: none.
    int checkAgainUpTo = CheckAgainUpTo.byDefault;
    /// Which calls need another step, and which are never ended.
    CutOffRules cutOff {};
    /// When a live call looks stuck.
    StuckRules stuck {};
    /// How often the live calls are read anew: one of LiveRefreshSeconds; 0: only when asked.
    std::chrono::seconds liveRefresh { 0 };
    /// A notification when a batch ends while the window is not in sight.
    bool notifyWhenDone = true;
    ColourScheme colours = ColourScheme::System;
    /// "en", "de", …; empty: the system's. Takes effect at the next start.
    QString language {};

    /// The languages the window speaks, as codes; always with "en".
    static QStringList languages();
    /// Each number brought into its range, total to at least silence, an unknown language to the system's.
    Settings corrected() const;
    /// Requests in any 5 s: the share of 300, at least 1.
    int windowRequests() const;
    friend bool operator==(const Settings &, const Settings &) = default;
};

} // namespace hangup
