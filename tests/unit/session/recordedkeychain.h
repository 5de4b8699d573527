// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "session/leftovers.h"
#include "store/memorystore.h"
#include "store/settingsfile.h"

#include <QLockFile>
#include <QStringList>

#include <functional>
#include <memory>

namespace hangup::test {

/// A keychain that notes what hangup.ini says on disk in the very moment when it is asked to write: what would be left
/// if the program died then.
class RecordedKeychain final : public SecretStore
{
public:
    RecordedKeychain(std::shared_ptr<MemoryStore> memory, QString file)
        : m_memory(std::move(memory)), m_file(std::move(file))
    {
    }
    SecretJob *read(const QString &entry) override { return m_memory->read(entry); }
    SecretJob *write(const QString &entry, const SecretBytes &value) override
    {
        (leftoversOn(m_file).contains(entry) ? known : unknown).append(entry);
        if (whenAsked)
            whenAsked();
        return m_memory->write(entry, value);
    }
    SecretJob *remove(const QString &entry) override
    {
        removed.append(entry);
        return m_memory->remove(entry);
    }

    static QStringList leftoversOn(const QString &file)
    {
        const auto found = SettingsFile::look(file);
        return found ? Leftovers::listedIn(*found) : QStringList();
    }

    QStringList known; ///< asked to write them, and the file named them
    QStringList unknown; ///< asked to write them, and the file did not
    QStringList removed; ///< asked to remove them
    std::function<void()> whenAsked; ///< to write

private:
    std::shared_ptr<MemoryStore> m_memory;
    QString m_file;
};

/// A disk that takes nothing until release(): the lock that each save waits for, up to 5 s.
class SlowDisk
{
public:
    explicit SlowDisk(const QString &file) : m_lock(file + QStringLiteral(".lock")) { m_isHeld = m_lock.lock(); }
    bool isHeld() const { return m_isHeld; }
    void release() { m_lock.unlock(); }

private:
    QLockFile m_lock;
    bool m_isHeld = false;
};

} // namespace hangup::test
