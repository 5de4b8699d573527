// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/handover.h"
#include "domain/intentlog.h"

#include <QObject>

#include <functional>
#include <memory>

namespace hangup {

class Journal;

/// Brings what the journal says of a write back to the thread that asked: the engine's. What came while the thread was
/// busy goes in one event, since a group commit answers hundreds at once.
class Postbox final : public QObject
{
    Q_OBJECT
public:
    /// Belongs to the thread it is made on. Outlives whoever posts.
    Postbox() = default;
    /// From any thread; never runs if this thread's event loop has ended.
    void post(std::function<void()> letter);

private:
    void open();

    Handover<std::function<void()>> m_letters;
};

/// The engine's side of a journal. Its functions are called on the engine's thread.
class IntentRelay final : public IntentLog
{
public:
    /// @p journal is not owned and ends before this does: it may still answer while it ends.
    explicit IntentRelay(Journal *journal) : m_journal(journal) { }

    void recordIntent(const Intent &intent, std::function<void(IntentVerdict)> done) override;
    void recordSent(const RequestFact &fact) override;
    void recordAnswer(const RequestFact &fact) override;
    void recordOutcome(quint64 batch, const AuthId &authId, const CallResult &result,
                       std::function<void(bool)> done) override;
    void recordProof(quint64 batch, const AuthId &authId, const CallProof &proof,
                     std::function<void(bool)> done) override;

private:
    template <typename Answer>
    std::function<void(Answer)> posted(std::function<void(Answer)> done);

    Journal *const m_journal;
    std::unique_ptr<Postbox> m_postbox; ///< made by the first call, so that it belongs to the engine's thread
};

} // namespace hangup
