// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "session/policydesk.h"

#include <QFileSystemWatcher>
#include <QTimer>

#include <utility>

namespace hangup {

PolicyDesk::PolicyDesk(std::shared_ptr<const PolicySource> source, QObject *parent)
    : QObject(parent), m_source(std::move(source))
{
    refresh();
}

bool PolicyDesk::refresh()
{
    if (!m_source)
        return false;
    const PolicyRead read = m_source->read();
    const Policy before = m_policy;
    const std::optional<PolicyTrouble> troubleBefore = std::exchange(m_trouble, std::nullopt);
    if (const auto *trouble = std::get_if<PolicyTrouble>(&read))
        m_trouble = *trouble;
    else
        m_policy = std::get<Policy>(read);
    return m_policy != before || m_trouble != troubleBefore;
}

void PolicyDesk::follow(std::chrono::milliseconds every)
{
    if (m_watcher || !m_source)
        return;
    m_watcher = new QFileSystemWatcher(this);
    const auto tell = [this] {
        watch(); // a file that was put in another's place is not watched any more
        Q_EMIT touched();
    };
    connect(m_watcher, &QFileSystemWatcher::fileChanged, this, tell);
    connect(m_watcher, &QFileSystemWatcher::directoryChanged, this, tell);
    watch();
    auto *timer = new QTimer(this);
    timer->setTimerType(Qt::VeryCoarseTimer);
    connect(timer, &QTimer::timeout, this, tell);
    timer->start(every);
}

void PolicyDesk::watch()
{
    QStringList fresh = m_source->watched();
    for (const QStringList &known : { m_watcher->files(), m_watcher->directories() }) {
        for (const QString &path : known)
            fresh.removeOne(path);
    }
    if (!fresh.isEmpty())
        m_watcher->addPaths(fresh);
}

std::optional<PolicyObjection> PolicyDesk::objection(const Account &account) const
{
    if (m_trouble && !account.isPractice())
        return PolicyObjection::Broken;
    return m_policy.objection(account);
}

} // namespace hangup
