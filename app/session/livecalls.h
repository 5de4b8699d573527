// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/callreading.h"
#include "models/livecallmodel.h"

#include <QList>
#include <QObject>

#include <memory>

namespace hangup {

/// The live calls of the account in use: reads them when asked and by an interval, and knows how far that is. GETs
/// only. Owned by Session; on the window's thread.
class LiveCalls : public QObject
{
    Q_OBJECT
public:
    ~LiveCalls() override;

    /// The calls with their details, owned by this.
    LiveCallModel *model() const;
    const LiveState &state() const;
    /// What of the account's limit this program uses.
    const AccountUse &use() const;

    /// Reads the list, then the details: a reading under way ends. Without a token, or while one is being loaded, it
    /// starts as soon as there is one.
    void refresh();
    /// What the next reading asks Plivo for; another filter than before empties the list and reads anew.
    void setFilter(const LiveFilter &filter);
    const LiveFilter &filter() const;
    /// What keeps the next list from being there: nothing, when none is to come. User: the interval rests after a 401
    /// or 403, until refresh(), another account or another token. stateChanged() tells of a change.
    enum class Awaits : quint8 { Nothing, Token, List, User };
    Awaits awaits() const;
    /// No more details; what is known stays.
    void stop();
    /// Somebody looks at the calls: only then the interval of the settings runs, from one list to the next, whether or
    /// not all details were read in between: the next list goes on with them. The first time on an account reads.
    void setWatched(bool watched);
    /// Rows in view, and those that the order needs: read before the others. Those read already cost nothing.
    void setInSight(const QList<CallId> &ids);
    void setNeededForSort(const QList<CallId> &ids);

Q_SIGNALS:
    /// At most every 100 ms while details are read.
    void stateChanged(const hangup::LiveState &state);
    void useChanged(const hangup::AccountUse &use);
    /// A reading is over: all details were read or could not be, or it failed (state() says why).
    void finished();

private:
    friend class Session;
    struct Private;
    explicit LiveCalls(std::unique_ptr<Private> p, QObject *parent);
    std::unique_ptr<Private> d;
};

} // namespace hangup
