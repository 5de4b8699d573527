// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "models/callorder.h"

#include "models/calllistmodel.h"
#include "models/calltexts.h"

#include <QHash>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <iterator>
#include <numeric>
#include <optional>
#include <span>
#include <type_traits>
#include <utility>

namespace hangup {

namespace {

/// A row's place: its key, then its place in the list.
template <typename Key>
struct Keyed
{
    Key key;
    int position;
    int slot;
    bool isMissing;
};

template <typename Key>
struct Before
{
    bool descending;

    bool operator()(const Keyed<Key> &a, const Keyed<Key> &b) const
    {
        if (a.isMissing != b.isMissing)
            return b.isMissing;
        if (!a.isMissing && a.key != b.key)
            return (a.key < b.key) != descending;
        return a.position < b.position;
    }
};

/// An api_id: UUIDs first, then, by their text, what else a server may send.
struct ApiKey
{
    int rank = 0;
    HexId hex;
    friend bool operator==(const ApiKey &, const ApiKey &) = default;
    friend auto operator<=>(const ApiKey &, const ApiKey &) = default;
};

/// Numbers for texts in the order of the texts: few texts, many rows.
template <typename Id>
class Ranks
{
public:
    void add(const Id &id, const QString &text)
    {
        if (!m_ranks.contains(id)) {
            m_ranks.insert(id, 0);
            m_texts.push_back({ text, id });
        }
    }
    void close()
    {
        std::sort(m_texts.begin(), m_texts.end());
        int rank = 0;
        for (std::size_t i = 0; i < m_texts.size(); ++i) {
            if (i > 0 && m_texts[i].first != m_texts[i - 1].first)
                ++rank;
            m_ranks[m_texts[i].second] = rank;
        }
    }
    int rank(const Id &id) const { return m_ranks.value(id); }
    bool contains(const Id &id) const { return m_ranks.contains(id); }

private:
    QHash<Id, int> m_ranks;
    std::vector<std::pair<QString, Id>> m_texts;
};

/// All that the notes are made of, in one number.
quint64 notesId(const CallRow &row)
{
    const auto reason = row.isDone() ? static_cast<quint64>(row.reason) : 0;
    const auto message = row.isDone() ? static_cast<quint64>(row.message) : 0;
    const auto maybeUs = static_cast<quint64>(calltexts::isMaybeUs(row));
    return message << 17 | maybeUs << 16 | reason << 8 | static_cast<quint64>(row.mark);
}

template <typename Use>
auto withNotesKey(const CallTable &table, Use use)
{
    Ranks<quint64> ranks;
    for (const int slot : table.list()) {
        const CallRow &row = table.row(slot);
        if (const quint64 id = notesId(row); id != 0 && !ranks.contains(id))
            ranks.add(id, calltexts::notes(table, row));
    }
    ranks.close();
    return use([&ranks](const CallRow &row) {
        const quint64 id = notesId(row);
        return id != 0 ? std::optional(ranks.rank(id)) : std::nullopt;
    });
}

template <typename Use>
auto withSourceKey(const CallTable &table, Use use)
{
    Ranks<int> ranks;
    for (const int slot : table.list()) {
        if (const int text = table.hangupSource(table.row(slot)); text != 0)
            ranks.add(text, table.text(text));
    }
    ranks.close();
    return use([&ranks, &table](const CallRow &row) {
        const int text = table.hangupSource(row);
        return text != 0 ? std::optional(ranks.rank(text)) : std::nullopt;
    });
}

template <typename Use>
auto withApiKey(const CallTable &table, Use use)
{
    Ranks<int> ranks;
    for (const int slot : table.list()) {
        if (const int text = table.row(slot).apiText; text != 0)
            ranks.add(text, table.text(text));
    }
    ranks.close();
    return use([&ranks](const CallRow &row) -> std::optional<ApiKey> {
        if (!row.apiHex.isNull())
            return ApiKey { 0, row.apiHex };
        if (row.apiText != 0)
            return ApiKey { 1 + ranks.rank(row.apiText), {} };
        return std::nullopt;
    });
}

/// Of calls that were looked up: numbers by their text.
template <typename Use>
auto withNumberKey(const CallTable &table, QString CallInfo::*number, Use use)
{
    Ranks<QString> ranks;
    for (const int slot : table.list()) {
        if (const CallInfo *info = table.info(table.row(slot)); info && !(info->*number).isEmpty())
            ranks.add(info->*number, info->*number);
    }
    ranks.close();
    return use([&ranks, &table, number](const CallRow &row) {
        const CallInfo *info = table.info(row);
        return info && !(info->*number).isEmpty() ? std::optional(ranks.rank(info->*number)) : std::nullopt;
    });
}

std::optional<qint64> ifThere(bool isThere, qint64 value)
{
    return isThere ? std::optional(value) : std::nullopt;
}

/// Calls @p use with the function that gives a row's key in @p column, nothing when missing.
template <typename Use>
auto withKey(const CallTable &table, int column, Use use)
{
    switch (static_cast<CallListModel::Column>(column)) {
    case CallListModel::UuidColumn:
        return use([](const CallRow &row) { return std::optional(HexId::of(row.id)); });
    case CallListModel::StateColumn:
        return use([](const CallRow &row) { return ifThere(true, static_cast<int>(row.state)); });
    case CallListModel::OutcomeColumn:
        return use([](const CallRow &row) { return ifThere(row.isDone(), static_cast<int>(row.outcome)); });
    case CallListModel::ProofColumn:
        return use(
            [&table](const CallRow &row) { return ifThere(row.proof >= 0, static_cast<int>(table.proofState(row))); });
    case CallListModel::SourceColumn:
        return withSourceKey(table, use);
    case CallListModel::HttpColumn:
        return use([](const CallRow &row) { return ifThere(row.httpStatus != 0, row.httpStatus); });
    case CallListModel::AttemptsColumn:
        return use([](const CallRow &row) { return ifThere(calltexts::hasAttempts(row), row.attempts); });
    case CallListModel::TookColumn:
        return use([](const CallRow &row) { return ifThere(calltexts::hasTook(row), row.elapsedMs); });
    case CallListModel::WhenColumn:
        return use([](const CallRow &row) { return ifThere(row.finishedAtMs > 0, row.finishedAtMs); });
    case CallListModel::ApiIdColumn:
        return withApiKey(table, use);
    case CallListModel::NotesColumn:
        return withNotesKey(table, use);
    case CallListModel::FromColumn:
        return withNumberKey(table, &CallInfo::from, use);
    case CallListModel::ToColumn:
        return withNumberKey(table, &CallInfo::to, use);
    case CallListModel::DirectionColumn:
        return use([&table](const CallRow &row) {
            const CallInfo *info = table.info(row);
            return ifThere(info && info->direction != CallDirection::Unknown,
                           info ? static_cast<int>(info->direction) : 0);
        });
    case CallListModel::AgeColumn:
        return use([&table](const CallRow &row) {
            const std::optional<std::chrono::seconds> age = table.age(row);
            return ifThere(age.has_value(), age ? age->count() : 0);
        });
    case CallListModel::ColumnCount:
        break;
    }
    return use([](const CallRow &) { return ifThere(false, 0); });
}

template <typename KeyOf>
auto keyedRows(const CallTable &table, const std::vector<int> &slots, KeyOf keyOf)
{
    using Key = typename decltype(keyOf(table.row(0)))::value_type;
    std::vector<Keyed<Key>> keyed;
    keyed.reserve(slots.size());
    for (const int slot : slots) {
        const CallRow &row = table.row(slot);
        const std::optional<Key> key = keyOf(row);
        keyed.push_back({ key.value_or(Key {}), row.position, slot, !key });
    }
    return keyed;
}

template <typename Key>
std::vector<int> slotsOf(const std::vector<Keyed<Key>> &keyed)
{
    std::vector<int> slots;
    slots.reserve(keyed.size());
    for (const auto &k : keyed)
        slots.push_back(k.slot);
    return slots;
}

/// A row and the first 64 bits of its key, as a number that is ordered as the keys are.
struct Ranked
{
    quint64 bits;
    int slot;
};

quint64 bitsOf(qint64 key)
{
    return static_cast<quint64>(key) ^ (quint64(1) << 63);
}

quint64 bitsOf(const HexId &key)
{
    return key.high;
}

quint64 bitsOf(const ApiKey &key)
{
    return key.rank == 0 ? key.hex.high >> 1 : quint64(1) << 63 | static_cast<quint64>(key.rank);
}

/// By their bits, least first; what is equal keeps its order. Not by comparing: the upper bits of those in which keys
/// differ tell each row's place, or nearly so, for there are about as many places as rows. Few keys (states) have a
/// place each; of many (ids) a few share one, and those are sorted by the bits in which they differ, and so on.
void sortByBits(std::span<Ranked> rows)
{
    constexpr std::size_t Few = 16;
    if (rows.size() <= Few) {
        const auto before = [](const Ranked &a, const Ranked &b) { return a.bits < b.bits; };
        for (auto next = rows.begin(); next != rows.end(); ++next)
            std::rotate(std::upper_bound(rows.begin(), next, *next, before), next, next + 1);
        return;
    }
    quint64 differing = 0;
    for (const Ranked &row : rows)
        differing |= row.bits ^ rows.front().bits;
    const int width = static_cast<int>(std::bit_width(differing));
    const int shift = std::max(0, width - static_cast<int>(std::bit_width(rows.size())));
    const std::size_t mask = (std::size_t(1) << (width - shift)) - 1;
    const auto placeOf
        = [shift, mask](const Ranked &row) { return static_cast<std::size_t>(row.bits >> shift) & mask; };
    std::vector<quint32> ends(mask + 2);
    for (const Ranked &row : rows)
        ++ends[placeOf(row) + 1];
    std::partial_sum(ends.begin(), ends.end(), ends.begin());
    const std::vector<Ranked> unsorted(rows.begin(), rows.end());
    for (const Ranked &row : unsorted)
        rows[ends[placeOf(row)]++] = row;
    if (shift == 0)
        return;
    std::size_t begin = 0;
    for (std::size_t place = 0; place <= mask; ++place) {
        if (ends[place] - begin > 1)
            sortByBits(rows.subspan(begin, ends[place] - begin));
        begin = ends[place];
    }
}

/// @p slots, which stand in list order, by the keys of @p keyOf; those without one are last.
template <typename KeyOf>
std::vector<int> sortedByKey(const CallTable &table, const std::vector<int> &slots, KeyOf keyOf, bool descending)
{
    using Key = typename decltype(keyOf(table.row(0)))::value_type;
    std::vector<Ranked> rows;
    rows.reserve(slots.size());
    std::vector<int> missing;
    for (const int slot : slots) {
        if (const std::optional<Key> key = keyOf(table.row(slot)))
            rows.push_back({ descending ? ~bitsOf(*key) : bitsOf(*key), slot });
        else
            missing.push_back(slot);
    }
    sortByBits(rows);
    if constexpr (!std::is_integral_v<Key>) {
        // The rest of the key, where 64 bits don't tell.
        const auto before = [&](const Ranked &a, const Ranked &b) {
            const Key keyA = keyOf(table.row(a.slot)).value_or(Key {});
            const Key keyB = keyOf(table.row(b.slot)).value_or(Key {});
            return descending ? keyB < keyA : keyA < keyB;
        };
        for (auto run = rows.begin(); run != rows.end();) {
            const auto end = std::find_if(run, rows.end(), [&](const Ranked &row) { return row.bits != run->bits; });
            if (end - run > 1)
                std::stable_sort(run, end, before);
            run = end;
        }
    }
    std::vector<int> sorted;
    sorted.reserve(slots.size());
    for (const Ranked &row : rows)
        sorted.push_back(row.slot);
    sorted.insert(sorted.end(), missing.begin(), missing.end());
    return sorted;
}

/// @p slots, each once, as they stand in the list.
std::vector<int> inListOrder(const CallTable &table, std::vector<int> slots)
{
    const std::vector<int> &list = table.list();
    if (slots.size() == list.size())
        return list;
    // Without a look at the rows, which lie far apart.
    std::vector<bool> isWanted(table.slotCount());
    for (const int slot : slots)
        isWanted[static_cast<std::size_t>(slot)] = true;
    slots.clear();
    std::copy_if(list.begin(), list.end(), std::back_inserter(slots),
                 [&isWanted](int slot) { return isWanted[static_cast<std::size_t>(slot)]; });
    return slots;
}

} // namespace

/// A paste in list order: nothing to compare.
bool CallOrder::isAtTheEnd(const CallTable &table, const std::vector<int> &staying,
                           const std::vector<int> &coming) const
{
    const auto position = [&table](int slot) { return table.row(slot).position; };
    return column < 0 && !coming.empty() && (staying.empty() || position(staying.back()) < position(coming.front()))
        && std::is_sorted(coming.begin(), coming.end(), [&](int a, int b) { return position(a) < position(b); });
}

std::vector<int> CallOrder::sorted(const CallTable &table, std::vector<int> slots) const
{
    return sortedFromList(table, inListOrder(table, std::move(slots)));
}

std::vector<int> CallOrder::sortedFromList(const CallTable &table, std::vector<int> listed) const
{
    if (column < 0)
        return listed;
    return withKey(table, column,
                   [&](auto keyOf) { return sortedByKey(table, listed, keyOf, order == Qt::DescendingOrder); });
}

std::vector<int> CallOrder::merged(const CallTable &table, const std::vector<int> &staying,
                                   std::vector<int> coming) const
{
    if (isAtTheEnd(table, staying, coming)) {
        coming.insert(coming.begin(), staying.begin(), staying.end());
        return coming;
    }
    return withKey(table, column, [&](auto keyOf) {
        const auto stay = keyedRows(table, staying, keyOf);
        auto come = keyedRows(table, coming, keyOf);
        using Key = decltype(come.front().key);
        const Before<Key> before { order == Qt::DescendingOrder };
        std::sort(come.begin(), come.end(), before);
        // Not std::merge: rows that stay may be out of order, as outcomes never move them.
        std::vector<Keyed<Key>> all;
        all.reserve(stay.size() + come.size());
        auto next = come.cbegin();
        for (const auto &k : stay) {
            while (next != come.cend() && before(*next, k))
                all.push_back(*next++);
            all.push_back(k);
        }
        all.insert(all.end(), next, come.cend());
        return slotsOf(all);
    });
}

} // namespace hangup
