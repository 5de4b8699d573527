// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "session/journaldesk.h"

#include <algorithm>

namespace hangup {

using namespace Qt::StringLiterals;

JournalDesk::JournalDesk(const QString &folder, const Clock *clock, QObject *parent)
    : QObject(parent), m_folder(folder), m_clock(clock)
{
    qRegisterMetaType<JournalState>();
    qRegisterMetaType<Recovery>();
    if (!m_folder.isEmpty())
        return;
    m_temporary = std::make_unique<QTemporaryDir>();
    m_folder = m_temporary->path();
}

JournalDesk::~JournalDesk()
{
    for (Place &place : m_places) {
        place.history.reset();
        place.journal.reset(); // may still answer to the relay while it ends
    }
}

void JournalDesk::setMayExport(bool may)
{
    m_mayExport = may;
    for (Place &place : m_places) {
        if (place.history)
            place.history->setMayExport(may);
    }
}

void JournalDesk::use(const Account &account)
{
    m_inUse = placeOf(account);
    if (!inUse().journal)
        open(m_inUse);
}

void JournalDesk::prepareEnd()
{
    for (Place &place : m_places) {
        if (place.journal)
            place.journal->prepareEnd();
    }
}

IntentLog *JournalDesk::log(const Account &account)
{
    const std::size_t place = placeOf(account);
    if (!m_places[place].journal)
        open(place);
    return m_places[place].relay.get();
}

void JournalDesk::open(std::size_t place)
{
    Place &p = m_places[place];
    JournalOptions options;
    options.file = m_folder + (place == 1 ? "/practice.sqlite"_L1 : "/journal.sqlite"_L1);
    options.clock = m_clock;
    p.state.file = options.file;
    p.journal = std::make_unique<Journal>(options);
    p.relay = std::make_unique<IntentRelay>(p.journal.get());
    p.history = std::make_unique<History>(options.file, p.journal.get());
    p.history->setMayExport(m_mayExport);
    // Queued: the journal speaks on its own thread.
    connect(p.journal.get(), &Journal::stateChanged, this, [this, place](const JournalState &state) {
        m_places[place].state = state;
        if (place == m_inUse)
            Q_EMIT stateChanged(state);
    });
    connect(p.journal.get(), &Journal::recovered, this, [this, place](const Recovery &recovery) {
        m_places[place].recovery = recovery;
        if (place == m_inUse)
            Q_EMIT recovered();
    });
    p.journal->open();
}

bool JournalDesk::setRecoveredProof(quint64 batch, const CallProof &proof)
{
    QList<HistoryCall> &calls = inUse().recovery.calls;
    const auto found = std::find_if(calls.begin(), calls.end(), [&](const HistoryCall &call) {
        return call.batch.batch == batch && call.id == proof.id;
    });
    if (found == calls.end())
        return false;
    found->proof = proof;
    return true;
}

void JournalDesk::forgetRecovery(const AuthId &account)
{
    Recovery left;
    const Recovery &all = recovery();
    for (qsizetype i = 0; i < all.calls.size(); ++i) {
        if (all.calls[i].batch.authId == account)
            continue;
        left.calls.append(all.calls[i]);
        left.attempts.append(all.attempts.value(i));
        left.targets.append(all.targets.value(i));
    }
    inUse().recovery = left;
    inUse().journal->acknowledgeRecovery(account);
}

} // namespace hangup
