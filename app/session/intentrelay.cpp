// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "session/intentrelay.h"

#include "store/journal.h"

#include <QMetaObject>

#include <utility>

namespace hangup {

void Postbox::post(std::function<void()> letter)
{
    if (m_letters.push(std::move(letter)))
        QMetaObject::invokeMethod(
            this, [this] { open(); }, Qt::QueuedConnection);
}

void Postbox::open()
{
    for (const auto &letter : m_letters.takeAll())
        letter();
}

template <typename Answer>
std::function<void(Answer)> IntentRelay::posted(std::function<void(Answer)> done)
{
    if (!m_postbox)
        m_postbox = std::make_unique<Postbox>();
    return
        [box = m_postbox.get(), done = std::move(done)](Answer answer) { box->post([done, answer] { done(answer); }); };
}

void IntentRelay::recordIntent(const Intent &intent, std::function<void(IntentVerdict)> done)
{
    m_journal->recordIntent(intent, posted(std::move(done)));
}

void IntentRelay::recordSent(const RequestFact &fact)
{
    m_journal->recordSent(fact);
}

void IntentRelay::recordAnswer(const RequestFact &fact)
{
    m_journal->recordAnswer(fact);
}

void IntentRelay::recordOutcome(quint64 batch, const AuthId &authId, const CallResult &result,
                                std::function<void(bool)> done)
{
    m_journal->recordOutcome(batch, authId, result, posted(std::move(done)));
}

void IntentRelay::recordProof(quint64 batch, const AuthId &authId, const CallProof &proof,
                              std::function<void(bool)> done)
{
    m_journal->recordProof(batch, authId, proof, posted(std::move(done)));
}

} // namespace hangup
