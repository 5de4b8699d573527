// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "plivo/managerpool.h"

#include <QNetworkAccessManager>

#include <algorithm>
#include <numeric>

namespace hangup {

ManagerPool::ManagerPool(ManagerFactory factory, int perManager, QObject *parent)
    : QObject(parent), m_factory(std::move(factory)), m_perManager(std::max(1, perManager))
{
}

QNetworkAccessManager *ManagerPool::take()
{
    auto found = std::find_if(m_entries.begin(), m_entries.end(),
                              [this](const Entry &e) { return !e.retired && e.inFlight < m_perManager; });
    if (found == m_entries.end()) {
        QNetworkAccessManager *manager = m_factory().release();
        manager->setParent(this);
        m_entries.push_back({ .manager = manager });
        found = std::prev(m_entries.end());
    }
    ++found->inFlight;
    return found->manager;
}

void ManagerPool::giveBack(QNetworkAccessManager *manager, State state)
{
    const auto found
        = std::find_if(m_entries.begin(), m_entries.end(), [manager](const Entry &e) { return e.manager == manager; });
    if (found == m_entries.end())
        return;
    --found->inFlight;
    found->retired = found->retired || state != State::Clean;
    found->spoiled = found->spoiled || state == State::Spoiled;
    if (!found->retired || found->inFlight > 0)
        return;
    // Later: we may stand in a slot of one of its replies.
    found->manager->deleteLater();
    m_entries.erase(found);
}

bool ManagerPool::isSpoiled(const QNetworkAccessManager *manager) const
{
    return std::any_of(m_entries.begin(), m_entries.end(),
                       [manager](const Entry &e) { return e.manager == manager && e.spoiled; });
}

int ManagerPool::inFlight() const
{
    return std::accumulate(m_entries.begin(), m_entries.end(), 0,
                           [](int sum, const Entry &e) { return sum + e.inFlight; });
}

} // namespace hangup
