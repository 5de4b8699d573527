// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QString>
#include <QStringList>

#include <memory>
#include <variant>

namespace hangup {

/// One running window a user and data folder.
class Instance : public QObject
{
    Q_OBJECT
public:
    struct First
    {
    }; ///< this is the first: it listens now
    struct HandedOver
    {
    }; ///< the first took the rows: exit with 0
    struct Refused
    {
        QString sentence;
    }; ///< another account, or it did not answer: exit with 2
    using Start = std::variant<First, HandedOver, Refused>;

    /// @p dataFolder names the instance; @p accountKey must agree ("practice", or auth ID and address; empty agrees
    /// with any).
    Instance(const QString &dataFolder, const QString &accountKey, QObject *parent = nullptr);
    ~Instance() override;

    /// Before the window exists; may wait for the first instance for up to 5 s (no window is there to freeze).
    /// @p rows: ids and absolute file paths.
    Start start(const QStringList &rows);
    /// The first one's account, when it changes later.
    void setAccountKey(const QString &accountKey);

Q_SIGNALS:
    /// A second start handed its rows over; raise the window.
    void rowsReceived(const QStringList &rows);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace hangup
