// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "session/leftovers.h"

#include "store/oslock.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>
#include <QMap>
#include <QThread>

#include <algorithm>
#include <chrono>

namespace hangup {

using namespace Qt::StringLiterals;

namespace {

const QString LeftoverPrefix = u"leftover-"_s;
const QString LeftoverKey = u"entry"_s;
/// One section for all, entry.1, entry.2 …: two programs that wrote it lost each other's. Only read.
const QString NumberedLeftovers = u"leftovers"_s;

bool isOfLeftovers(const QString &section)
{
    return section == NumberedLeftovers || section.startsWith(LeftoverPrefix);
}

/// The same for all programs; an entry's name has characters that a section's can't have.
QString leftoverSection(const QString &entry)
{
    return LeftoverPrefix
        + QString::fromLatin1(QCryptographicHash::hash(entry.toUtf8(), QCryptographicHash::Sha1).toHex());
}

/// By whatever: an account that can't be understood may be mended by hand, and wants its token then.
bool namesEntry(const SettingsFile &file, const QString &entry)
{
    const QStringList sections = file.sectionNames();
    return std::any_of(sections.cbegin(), sections.cend(), [&](const QString &section) {
        return !isOfLeftovers(section) && file.section(section).values().contains(entry);
    });
}

} // namespace

struct Leftovers::Lock
{
    /// Waits while a start looks at the file, which takes it a moment. True where nothing is kept.
    bool take();

    QString file;
    std::unique_ptr<OsLock> held;
};

bool Leftovers::Lock::take()
{
    constexpr std::chrono::seconds patience { 5 };
    constexpr unsigned long pause = 10; // ms
    if (held || file.isEmpty())
        return true;
    if (!QDir().mkpath(QFileInfo(file).absolutePath()))
        return false;
    const QDeadlineTimer deadline(patience);
    auto failure = OsLock::Failure::None;
    while (!(held = OsLock::take(file, OsLock::Kind::Shared, OsLock::Make::IfMissing, &failure))) {
        // Where a disk knows no locks nobody can have this one for himself either, and a start removes nothing.
        if (failure == OsLock::Failure::NotPossible)
            return true;
        if (failure != OsLock::Failure::Held || deadline.hasExpired())
            return false;
        QThread::msleep(pause);
    }
    return true;
}

Leftovers::Leftovers(Places places, QObject *parent)
    : QObject(parent), m_places(std::move(places)), m_lock(std::make_shared<Lock>())
{
    if (!m_places.fileName.isEmpty())
        m_lock->file = m_places.fileName + u".busy"_s;
}

Leftovers::~Leftovers() = default;

QStringList Leftovers::listedIn(const SettingsFile &file)
{
    QStringList entries = file.section(NumberedLeftovers).values();
    for (const QString &section : file.sectionNames()) {
        if (section.startsWith(LeftoverPrefix))
            entries.append(file.section(section).value(LeftoverKey));
    }
    entries.removeAll(QString());
    entries.removeDuplicates();
    return entries;
}

void Leftovers::removeAll()
{
    const QStringList known = listedIn(*m_places.file);
    if (known.isEmpty())
        return;
    ++m_asked;
    m_places.onFileThread([this, known, name = m_places.fileName, lockFile = m_lock->file] {
        // Who wrote an entry of these has held the lock since before this program read its name. Names are never used
        // twice, so what nobody writes now nobody will: the lock can go at once.
        const bool isAlone = OsLock::take(lockFile, OsLock::Kind::Exclusive, OsLock::Make::IfMissing) != nullptr;
        const auto found = isAlone ? SettingsFile::look(name) : std::nullopt;
        QMap<QString, bool> abandoned; // whether the file names it
        for (const QString &entry : found ? known : QStringList())
            abandoned.insert(entry, namesEntry(*found, entry));
        QMetaObject::invokeMethod(
            this,
            [this, abandoned] {
                m_asked += int(abandoned.size());
                for (const auto &[entry, isNamed] : abandoned.asKeyValueRange())
                    askUnlessNamed(entry, isNamed);
                askedOnce();
            },
            Qt::QueuedConnection);
    });
}

void Leftovers::announce(const QString &entry, Done done)
{
    m_announced.insert(entry);
    add(entry);
    const auto isLocked = std::make_shared<bool>(false);
    m_places.onFileThread([lock = m_lock, isLocked] { *isLocked = lock->take(); });
    m_places.saveFile([this, entry, isLocked, done = std::move(done)](const std::optional<FileError> &error) {
        if (error || *isLocked) {
            done(error);
            return;
        }
        // Another program's start could take the entry for one that was left behind.
        forget(entry);
        m_places.saveFile({});
        done(FileError { FileError::Kind::NotWritable, QFileInfo(m_places.fileName).fileName() });
    });
}

void Leftovers::settle(const QString &entry)
{
    // Behind all that was to be saved by now.
    if (m_announced.remove(entry) && m_announced.isEmpty())
        m_places.onFileThread([lock = m_lock] { lock->held.reset(); });
}

void Leftovers::add(const QString &entry)
{
    if (entry.isEmpty())
        return;
    m_own.insert(entry);
    m_places.file->setSection(leftoverSection(entry), { { LeftoverKey, entry } });
}

void Leftovers::forget(const QString &entry)
{
    m_own.remove(entry);
    const QStringList sections = m_places.file->sectionNames();
    for (const QString &name : sections) {
        if (!isOfLeftovers(name))
            continue;
        SettingsFile::Section section = m_places.file->section(name);
        if (section.removeIf([&entry](const auto &listed) { return listed.value() == entry; }) > 0)
            m_places.file->setSection(name, section);
    }
}

void Leftovers::remove(const QString &entry)
{
    if (entry.isEmpty())
        return;
    ++m_asked;
    // One that was announced here no other program can have named.
    if (m_announced.contains(entry) || m_places.fileName.isEmpty()) {
        askUnlessNamed(entry, false);
        return;
    }
    m_places.onFileThread([this, entry, name = m_places.fileName] {
        const auto found = SettingsFile::look(name);
        const auto isNamed = found ? std::optional(namesEntry(*found, entry)) : std::nullopt;
        QMetaObject::invokeMethod(
            this,
            [this, entry, isNamed] {
                if (isNamed)
                    askUnlessNamed(entry, *isNamed);
                else
                    askedOnce();
            },
            Qt::QueuedConnection);
    });
}

void Leftovers::askUnlessNamed(const QString &entry, bool isNamedOnDisk)
{
    if (!isNamedOnDisk && !m_places.isInUse(entry)) {
        ask(entry);
        return;
    }
    forget(entry);
    m_places.saveFile({});
    settle(entry);
    askedOnce();
}

void Leftovers::ask(const QString &entry)
{
    SecretJob *job = m_places.secrets->remove(entry);
    connect(job, &SecretJob::finished, this, [this, entry](const SecretAnswer &answer) {
        // With another problem it is asked for at the next start.
        if (!answer.problem || *answer.problem == SecretProblem::NotFound) {
            forget(entry);
            m_places.saveFile({});
        }
        settle(entry);
        askedOnce();
    });
}

void Leftovers::askedOnce()
{
    if (--m_asked == 0)
        Q_EMIT answered();
}

} // namespace hangup
