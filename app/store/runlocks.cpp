// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "store/runlocks.h"

#include <QDir>
#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

constexpr qsizetype RunLength = 32;

QString newRun()
{
    QRandomGenerator *random = QRandomGenerator::system();
    return u"%1%2"_s.arg(random->generate64(), 16, 16, QLatin1Char('0')).arg(random->generate64(), 16, 16, QLatin1Char('0'));
}

bool isRun(const QString &name)
{
    const auto isHex = [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); };
    return name.size() == RunLength && std::all_of(name.cbegin(), name.cend(), isHex);
}

} // namespace

RunLocks::~RunLocks()
{
    // While it is still held, so that nobody sees a file without its lock.
    if (m_lock)
        m_lock->removeFile();
}

bool RunLocks::begin()
{
    // A program that just then looks for dead runs may hold the new file for a moment, and remove it.
    constexpr int tries = 20;
    for (int i = 0; i < tries && !m_lock; ++i) {
        m_run = newRun();
        m_lock = OsLock::take(fileOf(m_run), OsLock::Kind::Exclusive, OsLock::Make::Only);
    }
    return m_lock != nullptr;
}

bool RunLocks::isAlive(const QString &run) const
{
    if (run == m_run)
        return true;
    if (!isRun(run))
        return false; // names a file elsewhere, perhaps
    OsLock::Failure failure {};
    // Shared: two that look at the same time don't see each other.
    if (OsLock::take(fileOf(run), OsLock::Kind::Shared, OsLock::Make::Never, &failure))
        return false;
    return failure != OsLock::Failure::NoFile;
}

void RunLocks::removeDead() const
{
    const QStringList files = QDir(m_folder).entryList({ u"*.lock"_s }, QDir::Files | QDir::Hidden);
    for (const QString &file : files) {
        const QString run = file.chopped(5);
        if (!isRun(run) || run == m_run)
            continue;
        if (const auto lock = OsLock::take(fileOf(run), OsLock::Kind::Shared, OsLock::Make::Never))
            lock->removeFile();
    }
}

QString RunLocks::fileOf(const QString &run) const
{
    return m_folder + u'/' + run + u".lock"_s;
}

} // namespace hangup
