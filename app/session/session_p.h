// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "plivo/hangupengine.h"
#include "session/attemptmemory.h"
#include "session/enginehost.h"
#include "session/filethread.h"
#include "session/progress.h"
#include "session/session.h"
#include "store/layoutstore.h"

#include <QSet>

#include <functional>
#include <memory>

namespace hangup {

/// What Session is made of. Order matters: the engine goes before what it writes to.
struct Session::Private
{
    Private(Session *session, Options given);

    AddReport add(const ScanResult &scan, TextSource source, const QString &name);

    // --- ending calls
    void apply(const EngineEvents &events);
    void apply(const CallFinished &event);
    void apply(const BatchFinished &event);
    void tellStopByServer(quint64 batch, const CallResult &result);
    bool canBeEnded(const CallId &id) const;
    void setBusy();

    // --- files
    /// @p content is made on the file thread: a hundred thousand rows take a while.
    void save(const QString &path, std::function<QByteArray()> content);

    Session *q;
    Options options;
    EngineLimits limits;
    std::shared_ptr<const Clock> clock;
    Account account;
    CallListModel *calls;
    LogModel *log;
    Progress progress;
    LayoutStore layout;
    AttemptMemory attempts;
    FileThread files;
    std::unique_ptr<EngineHost> engines;

    QSet<CallId> onTheirWay;
    QSet<quint64> toldStops; ///< batches under way whose stop by the server was told
    quint64 lastBatch = 0;
    quint64 lastConfirmation = 0; ///< numbers given out
    quint64 openConfirmation = 0; ///< the only one that is good; 0: none
    int sampleTickets = 0;
    bool busy = false;
    bool shuttingDown = false;
};

} // namespace hangup
