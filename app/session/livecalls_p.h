// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "plivo/readevents.h"
#include "session/livecalls.h"

#include <QHash>
#include <QTimer>

#include <chrono>
#include <functional>

namespace hangup {

class Clock;
class EngineHost;

/// What a LiveCalls is made of; Session feeds it.
struct LiveCalls::Private
{
    struct Places
    {
        std::function<EngineHost *()> engines;
        const Clock *clock = nullptr;
        std::function<bool()> hasToken; ///< of the account in use: there, or not needed
    };
    explicit Private(Places given);

    /// Another account, or another token: what was known is void.
    void startAnew();
    void tokenCame();
    void setRules(const StuckRules &rules, std::chrono::seconds interval);
    void apply(const CallListRead &event);
    void apply(const CallInfoRead &event);
    void apply(const ReadingFinished &event);
    void apply(const AccountUse &event);
    /// Plivo said that it is over, or never was.
    void left(const CallId &id);

    void read(DetailsRead known);
    void readByItself();
    void tellSoon();
    void tell();
    void noteRefusal(Reason reason);
    bool mayReadByItself() const;
    void scheduleNext();

    enum class Detail : quint8 { Unread, Read, Unclear };
    void setDetail(const CallId &id, Detail detail);

    LiveCalls *q = nullptr;
    const Places places;
    LiveCallModel *model = nullptr; ///< a child of q
    LiveState state;
    AccountUse use;
    LiveFilter filter;
    QHash<CallId, Detail> details; ///< of the calls on the list
    QHash<CallId, CallInfoRead> early; ///< read since the list was asked for: it has not come yet
    bool awaitsList = false;
    bool isRefused = false; ///< by a 401 or 403: it would be so for ever, so that nothing is asked by itself
    quint64 lastReading = 0; ///< numbers given out; never the same on two accounts
    bool waitsForToken = false;
    bool isWatched = false;
    std::chrono::seconds interval { 0 };
    QTimer telling;
    QTimer next;
};

} // namespace hangup
