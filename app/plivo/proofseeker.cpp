// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "plivo/proofseeker.h"

#include <algorithm>

namespace hangup {

std::optional<ProofSeeker::Finding> ProofSeeker::add(const ProofTask &task, Ms now)
{
    std::optional<Finding> before = end(task.id);
    const quint64 number = ++m_last;
    Search &search = m_searches.emplace(number, Search { .task = task, .proof = { .id = task.id } }).first->second;
    search.wait = std::max(Ms(1), m_numbers.first);
    search.until = now + m_numbers.lasts;
    m_untried.emplace(search.until, number);
    m_byId.insert(task.id, number);
    schedule(number, search, now + m_numbers.first);
    return before;
}

std::optional<ProofSeeker::Finding> ProofSeeker::end(const CallId &id, qint64 wallMs)
{
    const auto found = m_byId.constFind(id);
    if (found == m_byId.constEnd())
        return {};
    return finish(*found, wallMs);
}

QList<ProofSeeker::Finding> ProofSeeker::endAll(qint64 wallMs)
{
    QList<Finding> findings;
    while (!m_searches.empty())
        findings.append(finish(m_searches.begin()->first, wallMs));
    return findings;
}

QList<ProofSeeker::Finding> ProofSeeker::endLate(Ms now, bool untriedToo, qint64 wallMs)
{
    QList<Finding> findings;
    while (!m_tried.empty() && m_tried.begin()->first <= now)
        findings.append(finish(m_tried.begin()->second, wallMs));
    while (untriedToo && !m_untried.empty() && m_untried.begin()->first <= now)
        findings.append(finish(m_untried.begin()->second, wallMs));
    return findings;
}

std::optional<ProofSeeker::Ms> ProofSeeker::firstEnd(bool tried) const
{
    const auto &ends = tried ? m_tried : m_untried;
    return ends.empty() ? std::nullopt : std::optional<Ms>(ends.begin()->first);
}

std::optional<ProofSeeker::Ms> ProofSeeker::nextDue() const
{
    return m_due.empty() ? std::nullopt : std::optional<Ms>(m_due.begin()->first);
}

std::optional<ProofSeeker::Question> ProofSeeker::take(Ms now)
{
    if (m_due.empty() || m_due.begin()->first > now)
        return {};
    const quint64 number = m_due.begin()->second;
    m_due.erase(m_due.begin());
    Search &search = m_searches.at(number);
    search.asking = true;
    return Question { .search = number, .batch = search.task.batch, .id = search.task.id, .kind = search.step };
}

std::optional<ProofSeeker::Finding> ProofSeeker::looked(quint64 number, LookState state, Ms now, qint64 wallMs)
{
    Search *search = asked(number);
    if (!search)
        return {};
    CallProof proof = search->proof;
    switch (state) {
    case LookState::Live:
        proof.state = ProofState::StillLive;
        proof.checkedAtMs = wallMs;
        return endRound(number, *search, proof, now, wallMs);
    case LookState::Gone:
        if (search->step == RequestKind::LookLive) { // half of a look, which says nothing yet
            askOn(number, *search, RequestKind::LookQueued, now);
            return {};
        }
        return foundGone(number, *search, now, wallMs);
    case LookState::Unclear:
        break;
    }
    if (proof.state == ProofState::None)
        proof.state = ProofState::NotYet;
    return endRound(number, *search, proof, now, wallMs);
}

/// Next its record. Where it was said to be live, that it is gone is worth telling at once.
std::optional<ProofSeeker::Finding> ProofSeeker::foundGone(quint64 number, Search &search, Ms now, qint64 wallMs)
{
    search.gone = true;
    search.proof.checkedAtMs = wallMs;
    askOn(number, search, RequestKind::Record, now);
    if (search.proof.state != ProofState::StillLive)
        return {};
    search.proof.state = ProofState::Gone;
    return Finding { .batch = search.task.batch, .outcome = search.task.outcome, .proof = search.proof };
}

std::optional<ProofSeeker::Finding> ProofSeeker::recorded(quint64 number, const std::optional<CallRecord> &record,
                                                          Ms now, qint64 wallMs)
{
    Search *search = asked(number);
    if (!search)
        return {};
    CallProof proof = search->proof;
    if (!record) { // not there yet, or not readable: proves nothing
        if (!search->hasRecord && proof.state != ProofState::Gone)
            proof.state = stateWhenGone(search->task);
        return endRound(number, *search, proof, now, wallMs);
    }
    search->hasRecord = true;
    proof.state = judgeRecord(*record, search->task.outcome, search->task.attempts);
    proof.hangupSource = record->hangupSource;
    proof.causeCode = record->causeCode;
    proof.causeName = record->causeName;
    proof.endTimeMs = record->endTimeMs;
    proof.duration = record->duration;
    proof.checkedAtMs = wallMs;
    if (proof.state == ProofState::NotYet)
        return endRound(number, *search, proof, now, wallMs);
    search->proof = proof;
    return finish(number, wallMs);
}

void ProofSeeker::putOff(quint64 number, Ms at)
{
    if (Search *search = asked(number))
        schedule(number, *search, at);
}

/// Where our own answer has said already that the call is not live, "gone" tells nothing new: the record is what is
/// waited for.
ProofState ProofSeeker::stateWhenGone(const ProofTask &task)
{
    const bool known = task.outcome == Outcome::Ended || task.outcome == Outcome::NotLiveMaybeUs;
    return known ? ProofState::NotYet : ProofState::Gone;
}

void ProofSeeker::schedule(quint64 number, Search &search, Ms at)
{
    search.asking = false;
    search.due = at;
    m_due.emplace(at, number);
}

void ProofSeeker::askOn(quint64 number, Search &search, RequestKind step, Ms now)
{
    search.step = step;
    schedule(number, search, now);
}

std::optional<ProofSeeker::Finding> ProofSeeker::endRound(quint64 number, Search &search, const CallProof &now, Ms at,
                                                          qint64 wallMs)
{
    CallProof before = search.proof;
    search.proof = now;
    if (!search.tried) {
        search.tried = true;
        m_untried.erase({ search.until, number });
        m_tried.emplace(search.until, number);
    }
    if (at >= search.until)
        return finish(number, wallMs);
    search.step = search.gone ? RequestKind::Record : RequestKind::LookLive;
    search.wait = std::min(search.wait * 2, std::max(Ms(1), m_numbers.longest));
    schedule(number, search, std::min(at + search.wait, search.until));
    before.checkedAtMs = now.checkedAtMs;
    if (before == now)
        return {};
    return Finding { .batch = search.task.batch, .outcome = search.task.outcome, .proof = now };
}

ProofSeeker::Finding ProofSeeker::finish(quint64 number, qint64 wallMs)
{
    const auto found = m_searches.find(number);
    Search &search = found->second;
    CallProof proof = search.proof;
    if (proof.state == ProofState::None || proof.state == ProofState::NotYet)
        proof.state = search.gone && !search.hasRecord ? ProofState::Gone : ProofState::NotYet;
    proof.isFinal = true;
    if (proof.checkedAtMs == 0)
        proof.checkedAtMs = wallMs;
    const Finding finding { .batch = search.task.batch, .outcome = search.task.outcome, .proof = proof };
    if (!search.asking)
        m_due.erase({ search.due, number });
    (search.tried ? m_tried : m_untried).erase({ search.until, number });
    m_byId.remove(search.task.id);
    m_searches.erase(found);
    return finding;
}

ProofSeeker::Search *ProofSeeker::asked(quint64 number)
{
    const auto found = m_searches.find(number);
    return found != m_searches.end() && found->second.asking ? &found->second : nullptr;
}

} // namespace hangup
