// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "plivo/hangupengine.h"

#include <QObject>

#include <functional>
#include <vector>

class QNetworkAccessManager;
class QNetworkReply;

namespace hangup {

/// Lends out managers so that each has at most so many requests in flight: Qt opens six connections per host and
/// manager, and a request that queues inside Qt already runs against its deadline. A manager that came back unclean
/// is retired: lent out no more, and deleted when its last reply is done, never earlier (deleting a manager destroys
/// its replies without finished()).
class ManagerPool : public QObject
{
    Q_OBJECT
public:
    ManagerPool(ManagerFactory factory, int perManager, QObject *parent);

    /// A manager with a free place; makes one if none has. Give it back exactly once. Owned by the pool.
    QNetworkAccessManager *take();
    /// Has a connection opened for each of the next @p requests that take() lends a place to, by @p open: a reply that
    /// finishes when it stands, or nothing where it can't be. Takes no places. A manager whose connection came to
    /// nothing is retired: Qt goes on counting it as one that a request may wait for.
    using Opener = std::function<QNetworkReply *(QNetworkAccessManager &)>;
    void connectAhead(int requests, const Opener &open);
    /// What came back from a manager: see Verdict::clean and Verdict::spoilsOthers.
    enum class State : quint8 { Clean, Unclean, Spoiled };
    /// After the reply's finished().
    void giveBack(QNetworkAccessManager *manager, State state);
    /// Answers that still come from it may belong to another request.
    bool isSpoiled(const QNetworkAccessManager *manager) const;
    int inFlight() const;
    /// Managers alive, retired ones included.
    int size() const { return static_cast<int>(m_entries.size()); }

private:
    struct Entry
    {
        QNetworkAccessManager *manager; ///< child of the pool
        int inFlight = 0;
        bool retired = false;
        bool spoiled = false;
    };

    void addOne();
    void dropIfDone(std::vector<Entry>::iterator entry);
    void opened(QNetworkReply *reply, const QNetworkAccessManager *manager);

    ManagerFactory m_factory;
    int m_perManager;
    std::vector<Entry> m_entries;
};

} // namespace hangup
