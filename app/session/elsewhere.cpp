// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "session/elsewhere.h"

#include <algorithm>
#include <utility>

namespace hangup {

void Elsewhere::begin(const CallId &id, const QList<Account> &accounts)
{
    const auto isFor = [&id](const Question &one) { return one.id == id; };
    if (std::any_of(m_questions.begin(), m_questions.end(), isFor))
        return;
    for (const Account &account : accounts)
        m_questions.push_back({ .id = id, .account = account });
    if (accounts.isEmpty()) {
        m_places.finished(id);
        return;
    }
    // A token that is there already answers from within: what is asked for must stand before.
    for (const Account &account : accounts)
        tokenChanged(account.key);
    for (const Account &account : accounts) {
        if (m_places.tokenState(account.key) != TokenState::Loading)
            m_places.loadToken(account.key);
    }
}

void Elsewhere::tokenChanged(const QString &key)
{
    for (auto at = m_questions.begin(); at != m_questions.end();) {
        const auto here = at++;
        if (here->account.key != key || here->isAsked)
            continue;
        switch (m_places.tokenState(key)) {
        case TokenState::NotNeeded:
        case TokenState::Ready:
            here->isAsked = true;
            m_places.ask(here->account, here->id);
            break;
        case TokenState::Missing:
            finish(here, { .id = here->id, .state = LookState::Unclear, .info = {}, .reason = Reason::NoToken });
            return tokenChanged(key); // telling may have changed the list
        case TokenState::NotAsked:
        case TokenState::Loading:
            break;
        }
    }
}

void Elsewhere::answered(const QString &key, const CallInfoRead &read)
{
    const auto at = std::find_if(m_questions.begin(), m_questions.end(), [&](const Question &one) {
        return one.isAsked && one.account.key == key && one.id == read.id;
    });
    if (at != m_questions.end())
        finish(at, read);
}

void Elsewhere::finish(std::list<Question>::iterator at, const CallInfoRead &read)
{
    const Question over = *at;
    m_questions.erase(at);
    const auto isOfAccount = [&over](const Question &one) { return one.account.key == over.account.key; };
    if (std::none_of(m_questions.begin(), m_questions.end(), isOfAccount)) {
        m_places.letGo(over.account);
        m_places.forgetToken(over.account.key);
    }
    m_places.tell(over.account, read);
    const auto isFor = [&over](const Question &one) { return one.id == over.id; };
    if (std::none_of(m_questions.begin(), m_questions.end(), isFor))
        m_places.finished(over.id);
}

void Elsewhere::giveUp()
{
    while (!m_questions.empty()) {
        const auto first = m_questions.begin();
        finish(first, { .id = first->id, .state = LookState::Unclear, .info = {}, .reason = Reason::NoToken });
    }
}

void Elsewhere::cancel()
{
    for (const Question &question : std::exchange(m_questions, {})) {
        m_places.letGo(question.account);
        m_places.forgetToken(question.account.key);
    }
}

} // namespace hangup
