// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/calllink.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <chrono>
#include <memory>
#include <optional>
#include <variant>

namespace hangup {

/// One running window a user and data folder. A lock in the data folder decides who is the first; the kernel and
/// QLockFile let it go with its process, however that ends.
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

    /// @p dataFolder names the instance; @p accountKey must agree ("practice", "practice-2", or auth ID and address; empty agrees
    /// with any).
    /// @p patience: how long start() waits for the first one.
    Instance(const QString &dataFolder, const QString &accountKey, QObject *parent = nullptr,
             std::chrono::milliseconds patience = std::chrono::seconds(5));
    ~Instance() override;

    /// Before the window exists; may wait for the first instance for up to 5 s (no window is there to freeze).
    /// @p rows: ids and absolute file paths. @p refused, instead of rows: a link that was refused, for a first one to
    /// say so in its window.
    Start start(const QStringList &rows, std::optional<LinkRefusal> refused = {});
    /// The first one's account, when it changes later.
    void setAccountKey(const QString &accountKey);

    /// Where a first start listens, best place first: in the data folder, or where the system keeps sockets.
    static QStringList socketNames(const QString &dataFolder);

Q_SIGNALS:
    /// A second start handed its rows over; raise the window.
    void rowsReceived(const QStringList &rows);
    /// A second start was asked for what is no call's link; say so, for nobody reads what it wrote to stderr.
    void linkRefused(hangup::LinkRefusal why);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace hangup
