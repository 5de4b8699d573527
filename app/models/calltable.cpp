// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "models/calltable.h"

#include "models/calllistmodel.h"

#include <algorithm>
#include <span>
#include <utility>

namespace hangup {

static_assert(sizeof(CallRow) <= 128, "100,000 calls are listed at once: a row stays small");

int CallTable::slotOf(const CallId &id) const
{
    // Who goes through calls does so in the order of the list, mostly, and that of the slots is the same, mostly: the
    // next row is there without a look into the hash, which for 100,000 ids is a miss of the processor's caches each.
    if (m_nextLook < m_rows.size() && m_rows[m_nextLook].id == id && m_rows[m_nextLook].position >= 0)
        return static_cast<int>(m_nextLook++);
    const int slot = m_slots.value(id, -1);
    if (slot >= 0)
        m_nextLook = static_cast<std::size_t>(slot) + 1;
    return slot;
}

QStringView CallTable::context(const CallRow &row) const
{
    if (row.source < 0)
        return {};
    return QStringView(sourceText(row.source)).mid(row.contextAt, row.contextLength);
}

QString CallTable::apiId(const CallRow &row) const
{
    return row.apiHex.isNull() ? text(row.apiText) : row.apiHex.toString();
}

std::optional<CallResult> CallTable::result(const CallRow &row) const
{
    if (!row.isDone())
        return std::nullopt;
    return CallResult {
        row.id,     row.outcome,       row.reason,      row.httpStatus,   row.attempts,
        apiId(row), text(row.message), row.startedAtMs, row.finishedAtMs, std::chrono::milliseconds(row.elapsedMs)
    };
}

CallProof CallTable::proof(const CallRow &row) const
{
    CallProof proof { row.id };
    if (row.proof < 0)
        return proof;
    const ProofRow &kept = m_proofs[static_cast<std::size_t>(row.proof)];
    proof.state = kept.state;
    proof.isFinal = kept.isFinal;
    proof.hangupSource = text(kept.hangupSource);
    proof.causeCode = kept.causeCode;
    proof.causeName = text(kept.causeName);
    proof.endTimeMs = kept.endTimeMs;
    if (kept.seconds)
        proof.duration = std::chrono::seconds(*kept.seconds);
    proof.checkedAtMs = kept.checkedAtMs;
    return proof;
}

ProofState CallTable::proofState(const CallRow &row) const
{
    return row.proof < 0 ? ProofState::None : m_proofs[static_cast<std::size_t>(row.proof)].state;
}

int CallTable::hangupSource(const CallRow &row) const
{
    return row.proof < 0 ? 0 : m_proofs[static_cast<std::size_t>(row.proof)].hangupSource;
}

const CallInfo *CallTable::info(const CallRow &row) const
{
    const auto info = m_infos.constFind(row.id);
    return info != m_infos.cend() ? info->get() : nullptr;
}

std::optional<std::chrono::seconds> CallTable::age(const CallRow &row) const
{
    const CallInfo *known = info(row);
    return known ? known->age(std::max(m_nowMs, known->readAtMs)) : std::nullopt;
}

bool CallTable::setNow(qint64 nowMs)
{
    return std::exchange(m_nowMs, nowMs) != nowMs;
}

void CallTable::setInfo(int slot, const CallInfo &info)
{
    m_infos.insert(row(slot).id, std::make_shared<const CallInfo>(info));
}

std::vector<int> CallTable::append(const ScanResult &scan, qsizetype first, qsizetype count)
{
    std::vector<int> added;
    added.reserve(static_cast<std::size_t>(count));
    reserve(count);
    Contexts contexts { .begin = scan.text.size() };
    for (const FoundCall &found : std::span(scan.found.constData() + first, static_cast<std::size_t>(count))) {
        int *place = newPlace(found.id);
        if (!place)
            continue;
        CallRow row { found.id };
        row.mark = found.mark;
        row.contextAt = found.contextAt;
        row.contextLength = found.contextLength;
        row.position = total();
        const int slot = *place = newSlot(row);
        m_list.push_back(slot);
        added.push_back(slot);
        const qsizetype begin = found.contextAt;
        contexts.begin = std::min(contexts.begin, begin);
        contexts.end = std::max(contexts.end, begin + found.contextLength);
        contexts.units += row.contextLength;
    }
    if (contexts.units > 0)
        keepContexts(scan.text, added, contexts);
    return added;
}

/// Gives the rows at @p slots, whose contexts are in @p text, a text of their own.
void CallTable::keepContexts(const QString &text, const std::vector<int> &slots, const Contexts &contexts)
{
    const qsizetype most = contexts.units + contexts.units / 4;
    const bool whole = text.size() <= most;
    const qsizetype begin = whole ? 0 : contexts.begin;
    const qsizetype end = whole ? text.size() : contexts.end;
    // A few ids in a long log must not keep the whole log in memory; ids close together share their text. A quarter
    // more than the contexts may stay: the line ends of a file of ids alone are no reason to take it apart.
    const bool together = end - begin <= most;
    QString kept = together ? text.mid(begin, end - begin) : QString();
    if (!together)
        kept.reserve(contexts.units);
    const int source = addSource({});
    for (const int slot : slots) {
        CallRow &row = rowAt(slot);
        row.source = source;
        if (together) {
            row.contextAt -= static_cast<quint32>(begin);
        } else {
            const QStringView context = QStringView(text).mid(row.contextAt, row.contextLength);
            row.contextAt = static_cast<quint32>(kept.size());
            kept.append(context);
        }
    }
    m_sources[static_cast<std::size_t>(source)] = { kept, static_cast<int>(slots.size()) };
}

std::vector<int> CallTable::restore(const QList<RemovedCall> &removed)
{
    std::vector<const RemovedCall *> coming;
    for (const RemovedCall &call : removed)
        coming.push_back(&call);
    std::stable_sort(coming.begin(), coming.end(),
                     [](const RemovedCall *a, const RemovedCall *b) { return a->position < b->position; });

    reserve(removed.size());
    std::vector<int> list;
    list.reserve(m_list.size() + coming.size());
    auto old = m_list.cbegin();
    std::vector<int> added;
    QString contexts;
    const int source = addSource({});
    for (const RemovedCall *call : coming) {
        int *place = newPlace(call->id);
        if (!place)
            continue;
        while (old != m_list.cend() && std::cmp_less(list.size(), call->position))
            list.push_back(*old++);
        CallRow row { call->id };
        row.mark = call->mark;
        row.source = source;
        row.contextAt = static_cast<quint32>(contexts.size());
        row.contextLength = static_cast<quint16>(call->context.size());
        contexts += call->context;
        // A call that waits is never taken out, so none can come back waiting: what has no result is only listed.
        if (call->result) {
            storeResult(row, *call->result);
            storeProof(row, call->proof);
        }
        if (call->info)
            m_infos.insert(call->id, call->info);
        row.position = 0;
        const int slot = *place = newSlot(row);
        list.push_back(slot);
        added.push_back(slot);
    }
    list.insert(list.end(), old, m_list.cend());
    m_list = std::move(list);
    m_sources[static_cast<std::size_t>(source)] = { contexts, static_cast<int>(added.size()) };
    renumber(0);
    return added;
}

QList<RemovedCall> CallTable::detach(const std::vector<int> &slots)
{
    QList<RemovedCall> removed;
    removed.reserve(static_cast<qsizetype>(slots.size()));
    for (const int slot : slots) {
        CallRow &row = rowAt(slot);
        removed.append({ row.position, row.id, row.mark, context(row).toString(), row.state, result(row), proof(row),
                         m_infos.take(row.id) });
        m_slots.remove(row.id);
        count(row, -1);
        row.position = -1;
    }
    std::erase_if(m_list, [this](int slot) { return row(slot).position < 0; });
    renumber(0);
    return removed;
}

void CallTable::release(const std::vector<int> &slots)
{
    for (const int slot : slots) {
        if (const int source = row(slot).source; source >= 0) {
            Source &s = m_sources[static_cast<std::size_t>(source)];
            if (--s.rows == 0)
                s.text.clear();
        }
        forgetProof(rowAt(slot));
        m_free.push_back(slot);
    }
}

void CallTable::clear()
{
    Q_ASSERT(m_list.empty());
    const qint64 nowMs = m_nowMs;
    *this = CallTable();
    m_nowMs = nowMs;
}

void CallTable::setWaiting(int slot)
{
    CallRow &row = rowAt(slot);
    count(row, -1);
    // Nothing to forget, and 100,000 are confirmed at once.
    if (row.state == CallState::Listed) {
        row.state = CallState::Waiting;
        count(row, +1);
        return;
    }
    // Held after a 429 it keeps its attempts; asked for again after an outcome it starts anew.
    const int attempts = row.isUnderWay() ? row.attempts : 0;
    storeResult(row, { row.id });
    forgetProof(row);
    row.attempts = attempts;
    row.state = CallState::Waiting;
    count(row, +1);
}

void CallTable::setOnItsWay(int slot, int attempt)
{
    setWaiting(slot);
    rowAt(slot).state = CallState::OnItsWay;
    rowAt(slot).attempts = attempt;
}

void CallTable::setLooking(int slot)
{
    setWaiting(slot);
    rowAt(slot).state = CallState::Looking;
}

void CallTable::setResult(int slot, const CallResult &result)
{
    CallRow &row = rowAt(slot);
    count(row, -1);
    storeResult(row, result);
    forgetProof(row);
    count(row, +1);
}

void CallTable::setProof(int slot, const CallProof &proof)
{
    CallRow &row = rowAt(slot);
    if (!row.isDone())
        return;
    forgetProof(row);
    storeProof(row, proof);
}

void CallTable::storeProof(CallRow &row, const CallProof &proof)
{
    if (proof.state == ProofState::None)
        return;
    if (m_freeProofs.empty()) {
        row.proof = static_cast<int>(m_proofs.size());
        m_proofs.emplace_back();
    } else {
        row.proof = m_freeProofs.back();
        m_freeProofs.pop_back();
    }
    ProofRow &kept = m_proofs[static_cast<std::size_t>(row.proof)];
    kept.endTimeMs = proof.endTimeMs;
    kept.checkedAtMs = proof.checkedAtMs;
    kept.causeCode = proof.causeCode;
    kept.seconds.reset();
    if (proof.duration)
        kept.seconds = static_cast<qint32>(proof.duration->count());
    kept.hangupSource = intern(proof.hangupSource);
    kept.causeName = intern(proof.causeName);
    kept.state = proof.state;
    kept.isFinal = proof.isFinal;
}

void CallTable::forgetProof(CallRow &row)
{
    if (row.proof >= 0)
        m_freeProofs.push_back(row.proof);
    row.proof = -1;
}

void CallTable::storeResult(CallRow &row, const CallResult &result)
{
    const std::optional<HexId> apiHex = HexId::parse(result.apiId);
    const bool isHex = apiHex && !apiHex->isNull();
    row.apiHex = isHex ? *apiHex : HexId();
    row.apiText = isHex ? 0 : intern(result.apiId);
    row.message = intern(result.message);
    row.startedAtMs = result.startedAtMs;
    row.finishedAtMs = result.finishedAtMs;
    row.elapsedMs = result.elapsed.count();
    row.httpStatus = result.httpStatus;
    row.attempts = result.attempts;
    row.outcome = result.outcome;
    row.reason = result.reason;
    row.state = CallState::Done;
}

/// Where the slot of @p id is to be written, or null when it is listed. One look into the hash, not two: with a million
/// ids each is a miss of the processor's caches.
int *CallTable::newPlace(const CallId &id)
{
    const qsizetype before = m_slots.size();
    int &place = m_slots[id];
    return m_slots.size() != before ? &place : nullptr;
}

/// Gives a row its slot and counts it.
int CallTable::newSlot(const CallRow &row)
{
    count(row, +1);
    if (m_free.empty()) {
        m_rows.push_back(row);
        return static_cast<int>(m_rows.size()) - 1;
    }
    const int slot = m_free.back();
    m_free.pop_back();
    rowAt(slot) = row;
    return slot;
}

void CallTable::reserve(qsizetype more)
{
    // Exactly for one big paste, by quarters for many small ones.
    const std::size_t wanted = m_rows.size() + static_cast<std::size_t>(more);
    if (wanted > m_rows.capacity())
        m_rows.reserve(std::max(wanted, m_rows.capacity() + m_rows.capacity() / 4));
    if (wanted > m_list.capacity())
        m_list.reserve(std::max(wanted, m_list.capacity() + m_list.capacity() / 4));
    // Rehashes each time, so not for a few ids.
    if (more > m_slots.size())
        m_slots.reserve(m_slots.size() + more);
}

int CallTable::addSource(const QString &text)
{
    m_sources.push_back({ text, 0 });
    return static_cast<int>(m_sources.size()) - 1;
}

int CallTable::intern(const QString &text)
{
    if (text.isEmpty())
        return 0;
    const auto known = m_textIndex.constFind(text);
    if (known != m_textIndex.cend())
        return *known;
    m_texts.push_back(text);
    const int index = static_cast<int>(m_texts.size()) - 1;
    m_textIndex.insert(text, index);
    return index;
}

void CallTable::count(const CallRow &row, int by)
{
    switch (row.state) {
    case CallState::Listed:
        m_tally.listed += by;
        break;
    case CallState::Waiting:
    case CallState::OnItsWay:
    case CallState::Looking:
        m_tally.waiting += by;
        break;
    case CallState::Done:
        m_tally[row.outcome] += by;
        break;
    }
}

void CallTable::renumber(std::size_t from)
{
    for (std::size_t i = from; i < m_list.size(); ++i)
        rowAt(m_list[i]).position = static_cast<int>(i);
}

} // namespace hangup
