// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QString>

#include <chrono>
#include <memory>

namespace hangup {

/// What can be seen of a keychain and of one entry in it without unlocking anything and without any secret.
struct KeychainView
{
    enum class Service : quint8 {
        Unseen, ///< there is no way to look at this kind of keychain
        Absent, ///< no service, or no bus to reach it
        Silent, ///< it did not answer in time
        Answered, ///< the rest is true
    };
    enum class Collection : quint8 { Unknown, Open, Locked };

    Service service = Service::Unseen;
    bool entryOpen = false; ///< the entry is there and can be read
    bool entryLocked = false; ///< the entry is there behind a lock
    Collection byDefault = Collection::Unknown; ///< where new entries go
    QString owner {}; ///< the service's unique name on the bus: another one after it was started anew

    bool hasEntry() const { return entryOpen || entryLocked; }
};

/// Looks once. On Linux it asks the Secret Service over D-Bus: QtKeychain says "entry not found" for a locked keyring
/// and "other error" for a missing one, and takes a dismissed prompt for success. Elsewhere there is nothing to ask,
/// nor is there on KDE, where QtKeychain prefers KWallet.
///
/// Source: the Secret Service API, https://specifications.freedesktop.org/secret-service-spec/0.2/ (SearchItems,
/// ReadAlias, Collection.Locked).
class KeychainLook : public QObject
{
    Q_OBJECT
public:
    /// At the entry that QtKeychain keeps under @p service and @p entry. Silent after @p deadline.
    KeychainLook(const QString &service, const QString &entry, std::chrono::milliseconds deadline, QObject *parent);
    ~KeychainLook() override;

    /// Whether start() would see anything but Unseen.
    static bool isPossible();
    void start();

Q_SIGNALS:
    /// Exactly once, never from within start(); this deletes itself afterwards.
    void seen(const hangup::KeychainView &view);

private:
    void tell(const KeychainView &view);
    struct Private;
    std::unique_ptr<Private> d;
};

/// Says when the keychain's service goes away; never where it can't be looked at.
class KeychainWatch : public QObject
{
    Q_OBJECT
public:
    explicit KeychainWatch(QObject *parent);

Q_SIGNALS:
    void gone();
};

} // namespace hangup
