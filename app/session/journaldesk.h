// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/account.h"
#include "domain/clock.h"
#include "domain/history.h"
#include "session/history.h"
#include "session/intentrelay.h"
#include "store/journal.h"

#include <QObject>
#include <QString>
#include <QTemporaryDir>

#include <array>
#include <memory>

namespace hangup {

/// The journals: one for real accounts, one for both practice accounts (rows carry their account), each opened when an account of its kind is used first. Lives
/// on the window's thread.
class JournalDesk final : public QObject
{
    Q_OBJECT
public:
    /// @p folder: where the files are; empty: a temporary folder that goes with this. @p clock outlives this.
    JournalDesk(const QString &folder, const Clock *clock, QObject *parent = nullptr);
    /// Engines must be gone. Writes what they asked for, and joins the threads.
    ~JournalDesk() override;

    /// Of both histories, also of one that is opened later.
    void setMayExport(bool may);
    /// Opens it, if it is not yet.
    void use(const Account &account);
    /// Before the engines' end, so that both ends go on beside each other: Journal::prepareEnd() of all.
    void prepareEnd();
    /// Whose journal is used by @p account; opened by use().
    IntentLog *log(const Account &account);
    Journal &journal() { return *inUse().journal; }
    History *history() const { return m_places[m_inUse].history.get(); }
    const JournalState &state() const { return m_places[m_inUse].state; }
    /// What a run left open, in the journal in use. The proof of its calls is kept up to date.
    const Recovery &recovery() const { return m_places[m_inUse].recovery; }
    /// True: it was one of them.
    bool setRecoveredProof(quint64 batch, const CallProof &proof);
    /// Of @p account alone: what others left open is told when they are used.
    void forgetRecovery(const AuthId &account);

Q_SIGNALS:
    /// Of the journal in use.
    void stateChanged(const hangup::JournalState &state);
    void recovered();

private:
    struct Place
    {
        std::unique_ptr<IntentRelay> relay; ///< outlives the journal: made first, gone last
        std::unique_ptr<Journal> journal;
        std::unique_ptr<History> history; ///< uses the journal: gone first
        JournalState state {};
        Recovery recovery {};
    };

    static std::size_t placeOf(const Account &account) { return account.isPractice() ? 1 : 0; }
    Place &inUse() { return m_places[m_inUse]; }
    void open(std::size_t place);

    std::unique_ptr<QTemporaryDir> m_temporary;
    QString m_folder;
    const Clock *const m_clock;
    std::array<Place, 2> m_places;
    std::size_t m_inUse = 0;
    bool m_mayExport = true;
};

} // namespace hangup
