// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "store/secretstore.h"
#include "store/settingsfile.h"

#include <QObject>
#include <QSet>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

namespace hangup {

/// Entries of the keychain that are to go, by name, in hangup.ini: an entry stands there from before it is written
/// until an account or a proxy names it, and from when nothing names it any more until the keychain has removed it. So
/// the program's end, whenever it comes, leaves no secret behind that nobody knows of.
///
/// Several programs share the file. Each entry has a section of its own, for a save merges whole sections: two that
/// list entries at once lose none. And who writes an entry holds a shared lock on `hangup.ini.busy`, from before its
/// name is on disk until the account's is: a start that can't have that lock for itself removes nothing, for what is
/// listed may be on its way. A lock and not an age: it lasts as long as a prompt stays open, goes with a program that
/// is killed, and no clock has a say.
class Leftovers : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(std::optional<FileError>)>;
    struct Places
    {
        SettingsFile *file;
        QString fileName; ///< hangup.ini; empty: nothing is kept
        std::function<void(Done)> saveFile; ///< on the file thread; the answer comes on the window's
        std::function<void(std::function<void()>)> onFileThread; ///< in one order with what is saved
        SecretStore *secrets;
        std::function<bool(const QString &entry)> isInUse; ///< an account or a proxy names it: it stays
    };
    /// All of @p places outlives this, or goes when nothing is asked of this any more.
    Leftovers(Places places, QObject *parent);
    ~Leftovers() override;

    /// Those of earlier runs, as the file on disk lists them, unless another program is just writing an entry: then the
    /// next start does it. So it does for a keychain that is locked or missing.
    void removeAll();
    /// Puts an entry that is to be written now into the file on disk, and takes the lock; @p done tells when the
    /// keychain may be asked, or why not. To be followed by settle(), or remove().
    void announce(const QString &entry, Done done);
    /// What became of an announced entry is on disk, or the keychain was asked for nothing: lets go of the lock.
    void settle(const QString &entry);
    /// Into the file; the caller saves it, with the change that goes with it.
    void add(const QString &entry);
    /// Out of the file; the caller saves it.
    void forget(const QString &entry);
    /// Asks the keychain to remove an entry that is listed, unless the file on disk, which another program may have
    /// written by then, or this program names it; when that is done it goes out of the file, which is saved. A file
    /// that can't be read leaves the entry to the next start, unless it was announced here and never named.
    void remove(const QString &entry);
    /// The keychain was or will be asked to remove something, and has not answered.
    bool isAsking() const { return m_asked > 0; }
    /// Nothing that this program listed is to go any more.
    bool isEmpty() const { return m_own.isEmpty(); }

    /// All that @p file lists, also in the form of before: one section, numbered.
    static QStringList listedIn(const SettingsFile &file);

Q_SIGNALS:
    /// isAsking() no more.
    void answered();

private:
    struct Lock;
    void askUnlessNamed(const QString &entry, bool isNamedOnDisk);
    void ask(const QString &entry);
    void askedOnce();

    Places m_places;
    std::shared_ptr<Lock> m_lock; ///< what is in it is the file thread's
    QSet<QString> m_announced; ///< and not settled
    QSet<QString> m_own; ///< listed by this program
    int m_asked = 0;
};

} // namespace hangup
