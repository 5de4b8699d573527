// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "plivo/managerpool.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>

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
        addOne();
        found = std::prev(m_entries.end());
    }
    ++found->inFlight;
    return found->manager;
}

void ManagerPool::addOne()
{
    QNetworkAccessManager *manager = m_factory().release();
    manager->setParent(this);
    m_entries.push_back({ .manager = manager });
}

void ManagerPool::connectAhead(int requests, const Opener &open)
{
    for (std::size_t n = 0; requests > 0; ++n) {
        if (n == m_entries.size())
            addOne();
        const Entry &entry = m_entries[n];
        const int places = entry.retired ? 0 : std::min(m_perManager - entry.inFlight, requests);
        for (int place = 0; place < places; ++place) {
            QNetworkReply *reply = open(*entry.manager);
            if (!reply)
                return;
            connect(reply, &QNetworkReply::finished, this,
                    [this, reply, manager = entry.manager] { opened(reply, manager); });
        }
        requests -= places;
    }
}

void ManagerPool::opened(QNetworkReply *reply, const QNetworkAccessManager *manager)
{
    reply->deleteLater();
    if (reply->error() == QNetworkReply::NoError)
        return;
    const auto found
        = std::find_if(m_entries.begin(), m_entries.end(), [manager](const Entry &e) { return e.manager == manager; });
    if (found == m_entries.end())
        return;
    found->retired = true;
    dropIfDone(found);
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
    dropIfDone(found);
}

void ManagerPool::dropIfDone(std::vector<Entry>::iterator entry)
{
    if (!entry->retired || entry->inFlight > 0)
        return;
    // Later: we may stand in a slot of one of its replies.
    entry->manager->deleteLater();
    m_entries.erase(entry);
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
