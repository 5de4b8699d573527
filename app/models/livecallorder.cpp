// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "models/livecallorder.h"

#include "models/hexid.h"
#include "models/livecallmodel.h"
#include "models/livecalltexts.h"

#include <QString>

#include <algorithm>
#include <bit>
#include <optional>
#include <utility>

namespace hangup {

namespace {

template <typename Key>
struct KeyedCall
{
    Key key;
    int position;
    int slot;
    bool isMissing;
};

/// Keys are taken once a row, never a text made anew for each comparison.
template <typename KeyOf>
std::vector<int> byKey(const LiveCallTable &table, std::vector<int> slots, bool descending, KeyOf keyOf)
{
    using Key = typename decltype(keyOf(table.row(0)))::value_type;
    std::vector<KeyedCall<Key>> keyed;
    keyed.reserve(slots.size());
    for (const int slot : slots) {
        const LiveRow &row = table.row(slot);
        const std::optional<Key> key = keyOf(row);
        keyed.push_back({ key.value_or(Key {}), row.position, slot, !key });
    }
    std::sort(keyed.begin(), keyed.end(), [descending](const KeyedCall<Key> &a, const KeyedCall<Key> &b) {
        if (a.isMissing != b.isMissing)
            return b.isMissing;
        if (!a.isMissing && a.key != b.key)
            return (a.key < b.key) != descending;
        return a.position < b.position;
    });
    std::transform(keyed.begin(), keyed.end(), slots.begin(), [](const KeyedCall<Key> &k) { return k.slot; });
    return slots;
}

std::optional<QString> ifTold(const QString &text)
{
    return text.isEmpty() ? std::nullopt : std::optional(text);
}

/// A number with and without its + is the same.
std::optional<QString> numberKey(const QString &number)
{
    return ifTold(number.startsWith(u'+') ? number.sliced(1) : number);
}

/// Few signs before many, equally many by which they are; not sure is no answer, and a call that left has none.
std::optional<int> stuckKey(const LiveRow &row)
{
    if (row.place != LiveRow::Place::Listed || row.finding.notSure)
        return {};
    const auto bits = static_cast<unsigned>(row.finding.signs.toInt());
    return std::popcount(bits) * 256 + static_cast<int>(255 - bits);
}

} // namespace

bool LiveCallOrder::needsDetails() const
{
    return column >= 0 && column != LiveCallModel::UuidColumn;
}

std::vector<int> LiveCallOrder::sorted(const LiveCallTable &table, std::vector<int> slots) const
{
    const auto by
        = [&](auto keyOf) { return slots.empty() ? slots : byKey(table, slots, order == Qt::DescendingOrder, keyOf); };
    const auto byDetail = [&](auto keyOf) {
        using Key = decltype(keyOf(std::declval<const CallInfo &>()));
        return by([&](const LiveRow &row) { return row.info ? keyOf(*row.info) : Key {}; });
    };
    switch (static_cast<LiveCallModel::Column>(column)) {
    case LiveCallModel::FromColumn:
        return byDetail([](const CallInfo &info) { return numberKey(info.from); });
    case LiveCallModel::ToColumn:
        return byDetail([](const CallInfo &info) { return numberKey(info.to); });
    case LiveCallModel::DirectionColumn:
        return byDetail([](const CallInfo &info) {
            return info.direction == CallDirection::Unknown ? std::nullopt
                                                            : std::optional(static_cast<int>(info.direction));
        });
    case LiveCallModel::StatusColumn:
        return by([&](const LiveRow &row) {
            return row.info || row.place != LiveRow::Place::Listed ? ifTold(livecalltexts::display(table, row, column))
                                                                   : std::nullopt;
        });
    case LiveCallModel::CallerNameColumn:
        return byDetail([](const CallInfo &info) { return ifTold(info.callerName.toCaseFolded()); });
    case LiveCallModel::StartedColumn:
        return byDetail(
            [](const CallInfo &info) { return info.startedAtMs > 0 ? std::optional(info.startedAtMs) : std::nullopt; });
    case LiveCallModel::AgeColumn:
        return by([&](const LiveRow &row) -> std::optional<qint64> {
            const auto age = row.age(table.nowMs());
            return age ? std::optional<qint64>(age->count()) : std::nullopt;
        });
    case LiveCallModel::StuckColumn:
        return by(stuckKey);
    case LiveCallModel::UuidColumn:
        return by([](const LiveRow &row) { return std::optional(HexId::of(row.id)); });
    case LiveCallModel::ColumnCount:
        break;
    }
    return slots.empty() ? slots
                         : byKey(table, slots, false, [](const LiveRow &row) { return std::optional(row.position); });
}

} // namespace hangup
