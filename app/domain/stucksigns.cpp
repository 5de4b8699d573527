// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/stucksigns.h"

#include <algorithm>

namespace hangup {

void StuckBook::appear(const CallId &id)
{
    (void)m_calls[id]; // without details, unless it is there
}

void StuckBook::read(const CallInfo &info)
{
    std::optional<CallInfo> &known = m_calls[info.id];
    if (known)
        forgetNumbers(*known);
    known = info;
    ++m_sameNumbers[Numbers(info.from, info.to)];
    if (info.parent && *info.parent != info.id)
        m_children[*info.parent].insert(info.id);
}

void StuckBook::leave(const CallId &id)
{
    const auto at = m_calls.find(id);
    if (at == m_calls.end())
        return;
    if (*at)
        forgetNumbers(**at);
    m_calls.erase(at);
    m_children.remove(id); // nobody asks for its other legs any more
}

void StuckBook::clear()
{
    *this = {};
}

void StuckBook::forgetNumbers(const CallInfo &info)
{
    const auto at = m_sameNumbers.find(Numbers(info.from, info.to));
    if (at != m_sameNumbers.end() && --*at == 0)
        m_sameNumbers.erase(at);
}

bool StuckBook::otherLegGone(const CallInfo &info) const
{
    if (info.parent && *info.parent != info.id)
        return !m_calls.contains(*info.parent);
    const auto children = m_children.constFind(info.id);
    return children != m_children.cend()
        && std::none_of(children->cbegin(), children->cend(),
                        [this](const CallId &child) { return m_calls.contains(child); });
}

StuckFinding StuckBook::finding(const CallId &id, const StuckRules &rules, qint64 nowMs, bool listIsWhole) const
{
    StuckFinding finding;
    const std::optional<CallInfo> info = m_calls.value(id);
    if (!info) {
        finding.notSure = true;
        return finding;
    }
    bool missing = false;
    const std::optional<std::chrono::seconds> age = info->age(nowMs);
    if (rules.olderThan.count() > 0) {
        missing = missing || !age;
        finding.signs.setFlag(StuckSign::Old, age && *age > rules.olderThan);
    }
    if (rules.ringingFor.count() > 0 && !info->isAnswered()) {
        // Whether it still rings is known as of its reading alone: it may have been answered since.
        const auto rang = info->age(info->readAtMs > 0 ? std::min(info->readAtMs, nowMs) : nowMs);
        const bool rangLong = rang && *rang > rules.ringingFor;
        missing = missing || !age || (!rangLong && *age > rules.ringingFor);
        finding.signs.setFlag(StuckSign::RingingLong, rangLong);
    }
    if (rules.otherLegGone && listIsWhole)
        finding.signs.setFlag(StuckSign::OtherLegGone, otherLegGone(*info));
    if (rules.sameNumbers) {
        const bool told = !info->from.isEmpty() && !info->to.isEmpty();
        missing = missing || !told;
        finding.signs.setFlag(StuckSign::SameNumbers,
                              told && m_sameNumbers.value(Numbers(info->from, info->to)) > 1);
    }
    finding.notSure = missing && finding.signs == StuckSigns();
    return finding;
}

} // namespace hangup
