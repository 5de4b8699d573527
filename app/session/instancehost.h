// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/calllink.h"

#include <QLocalServer>
#include <QObject>
#include <QString>
#include <QStringList>

class QLocalSocket;

namespace hangup {

/// The first start's end: listens for the rows of later ones, on a socket that only the own user may open.
/// A client that says something else, more than a frame, or nothing for two seconds is dropped.
class InstanceHost : public QObject
{
    Q_OBJECT
public:
    /// Clients at a time; more are dropped at once.
    static constexpr int MaxClients = 16;

    explicit InstanceHost(QObject *parent = nullptr);

    /// Takes a socket over that a killed process left; only for who holds the lock. False: no such place can be
    /// listened at.
    bool listen(const QString &name);
    void close();
    void setAccountKey(const QString &accountKey) { m_accountKey = accountKey; }

Q_SIGNALS:
    /// After the client was told.
    void rowsReceived(const QStringList &rows);
    void linkRefused(hangup::LinkRefusal why);

private:
    void welcome();
    void read(QLocalSocket *client, QByteArray &buffer);

    QLocalServer m_server;
    QString m_accountKey;
    int m_clients = 0;
};

} // namespace hangup
