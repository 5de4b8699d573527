// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "accountstarts.h"
#include "session/leftovers.h"
#include "store/oslock.h"

#include <functional>
#include <memory>

namespace hangup::test {

/// A second program over the same hangup.ini and keychain, with its own note of what it asks the keychain to remove.
class Other
{
public:
    explicit Other(const Starts &starts, std::shared_ptr<const SettingsFile> read = {},
                   std::shared_ptr<const Clock> clock = {})
        : recorded(std::make_shared<RecordedKeychain>(starts.secrets, starts.file()))
    {
        Session::Options options;
        options.quickPractice = true;
        options.settingsFile = starts.file();
        options.settings = std::move(read);
        options.secrets = recorded;
        options.clock = std::move(clock);
        options.startWith = Account::practice().key;
        m_session = std::make_unique<Session>(std::move(options));
    }
    AccountBook &book() const { return *m_session->book(); }
    /// What the start found to do is done.
    bool isTidy() const { return !book().isTidying(); }

    std::shared_ptr<RecordedKeychain> recorded;

private:
    std::unique_ptr<Session> m_session;
};

/// Leftovers alone, over a copy of hangup.ini: what its file thread has to do waits for work().
class Program
{
public:
    explicit Program(const Starts &starts)
        : file(starts.file()), recorded(std::make_shared<RecordedKeychain>(starts.secrets, starts.file())),
          leftovers({ .file = &file,
                      .fileName = starts.file(),
                      .saveFile = [this](const Leftovers::Done &done) { save(done); },
                      .onFileThread = [this](std::function<void()> job) { m_jobs.append(std::move(job)); },
                      .secrets = recorded.get(),
                      .isInUse = [this](const QString &entry) { return inUse.contains(entry); } },
                    nullptr)
    {
    }
    void save(const Leftovers::Done &done)
    {
        m_jobs.append([snapshot = file.takeForSaving(), done] {
            const auto error = snapshot.save();
            if (done)
                done(error);
        });
    }
    /// All of it, and what comes of it.
    void work()
    {
        do {
            while (!m_jobs.isEmpty())
                m_jobs.takeFirst()();
            QTest::qWait(1);
        } while (!m_jobs.isEmpty());
    }

    SettingsFile file;
    std::shared_ptr<RecordedKeychain> recorded;
    QStringList inUse;
    Leftovers leftovers;

private:
    QList<std::function<void()>> m_jobs;
};

/// What the file lists, as a sorted text.
inline QString listed(const Starts &starts)
{
    QStringList entries = RecordedKeychain::leftoversOn(starts.file());
    entries.sort();
    return entries.join(u' ');
}

/// Nobody writes an entry.
inline bool isFree(const Starts &starts)
{
    return OsLock::take(starts.file() + u".busy"_s, OsLock::Kind::Exclusive, OsLock::Make::Never) != nullptr;
}

/// Another program's hand in hangup.ini.
inline void writeSection(const Starts &starts, const QString &name, const SettingsFile::Section &section)
{
    SettingsFile file(starts.file());
    QVERIFY(file.setSection(name, section));
    QCOMPARE(file.save(), std::nullopt);
}

/// In the keychain, as an earlier run put it there.
inline void keep(const Starts &starts, const QString &entry)
{
    QSignalSpy written(starts.secrets->write(entry, SecretBytes("a secret")), &SecretJob::finished);
    QVERIFY(written.wait());
}

} // namespace hangup::test
