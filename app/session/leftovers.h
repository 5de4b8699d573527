// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "store/secretstore.h"
#include "store/settingsfile.h"

#include <QObject>
#include <QStringList>

#include <functional>

namespace hangup {

/// Entries of the keychain that are to go, by name, in the section "leftovers" of hangup.ini: an entry stands there
/// from before it is written until an account or a proxy names it, and from when nothing names it any more until the
/// keychain has removed it. So the program's end, whenever it comes, leaves no secret behind that nobody knows of.
class Leftovers : public QObject
{
    Q_OBJECT
public:
    struct Places
    {
        SettingsFile *file;
        std::function<void()> saveFile;
        SecretStore *secrets;
        std::function<bool(const QString &entry)> isInUse; ///< an account or a proxy names it: it stays
    };
    /// All of @p places outlives this.
    Leftovers(Places places, QObject *parent);

    /// Those of an earlier run; a keychain that is locked or missing is asked again at the next start.
    void removeAll();
    /// Into the section; the caller saves the file, with the change that goes with it.
    void add(const QString &entry);
    /// Out of the section; the caller saves the file.
    void forget(const QString &entry);
    /// Asks the keychain to remove an entry of the section, unless it is in use again; when that is done it goes out
    /// of the section, and the file is saved.
    void remove(const QString &entry);
    /// The keychain was asked to remove something, and has not answered.
    bool isAsking() const { return m_asked > 0; }
    /// Nothing is to go any more.
    bool isEmpty() const { return entries().isEmpty(); }

Q_SIGNALS:
    /// isAsking() no more.
    void answered();

private:
    QStringList entries() const;
    void write(const QStringList &entries);

    Places m_places;
    int m_asked = 0;
};

} // namespace hangup
