// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "models/logmodel.h"

#include "models/calltexts.h"
#include "models/hexid.h"

#include <QDateTime>
#include <QStringList>

#include <algorithm>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace hangup {

struct LogModel::Private
{
    explicit Private(int lines) : capacity(std::max(lines, 1)) { }

    int capacity;
    std::vector<LogEntry> ring; ///< grows to capacity, then the oldest line's place is taken
    int oldest = 0; ///< where the oldest line stands in the ring
    qint64 dropped = 0;
    QString needle; ///< case-folded
    HexNeedle hexNeedle;
    std::optional<Outcome> outcome;

    const LogEntry &entry(int item) const { return ring[static_cast<std::size_t>(item)]; }
    int count() const { return static_cast<int>(ring.size()); }
    /// The place in the ring of the n-th oldest line.
    int itemAt(int n) const { return (oldest + n) % capacity; }
    bool fits(const LogEntry &entry) const { return fitsOutcome(entry) && (needle.isEmpty() || fitsText(entry)); }
    bool fitsOutcome(const LogEntry &entry) const;
    bool fitsText(const LogEntry &entry) const;
    int put(const LogEntry &entry);
};

bool LogModel::Private::fitsOutcome(const LogEntry &entry) const
{
    if (!outcome)
        return true;
    if (!entry.outcome)
        return false;
    const auto isNotLive = [](Outcome o) { return o == Outcome::NotLive || o == Outcome::NotLiveMaybeUs; };
    return *entry.outcome == *outcome || (isNotLive(*entry.outcome) && isNotLive(*outcome));
}

bool LogModel::Private::fitsText(const LogEntry &entry) const
{
    const auto has = [this](const QString &text) { return text.contains(needle, Qt::CaseInsensitive); };
    if (has(entry.text) || has(entry.message) || has(entry.apiId) || has(entry.sent))
        return true;
    if (entry.httpStatus != 0 && QString::number(entry.httpStatus).contains(needle))
        return true;
    if (!entry.id)
        return false;
    if (needle.contains(u'…')) // copied from a line
        return entry.id->shortened().contains(needle);
    return hexNeedle.isIn(HexId::of(*entry.id));
}

/// Puts a line into the ring, over the oldest when it is full; returns its place.
int LogModel::Private::put(const LogEntry &entry)
{
    if (count() < capacity) {
        ring.push_back(entry);
        return count() - 1;
    }
    const int item = oldest;
    ring[static_cast<std::size_t>(item)] = entry;
    oldest = (oldest + 1) % capacity;
    return item;
}

namespace {

QString timeText(const LogEntry &entry)
{
    return QDateTime::fromMSecsSinceEpoch(entry.atMs).toString(u"HH:mm:ss.zzz"_s);
}

/// Always milliseconds: here times are compared, line by line.
QString tookText(const LogEntry &entry)
{
    return entry.elapsedMs >= 0 ? LogModel::tr("%1 ms").arg(entry.elapsedMs) : QString();
}

QString statusText(const LogEntry &entry)
{
    return entry.httpStatus != 0 ? QString::number(entry.httpStatus) : QString();
}

QString cell(const LogEntry &entry, int column)
{
    switch (static_cast<LogModel::Column>(column)) {
    case LogModel::TimeColumn:
        return timeText(entry);
    case LogModel::CallColumn:
        return entry.id ? entry.id->shortened() : QString();
    case LogModel::SentColumn:
        return entry.sent;
    case LogModel::StatusColumn:
        return statusText(entry);
    case LogModel::OutcomeColumn:
        return entry.text;
    case LogModel::MessageColumn:
        return entry.message;
    case LogModel::ApiIdColumn:
        return entry.apiId;
    case LogModel::TookColumn:
        return tookText(entry);
    case LogModel::ColumnCount:
        break;
    }
    return {};
}

/// Columns of a fixed width, so that lines read as a table in a fixed-pitch font. The last one is as long as it is.
QString line(const LogEntry &entry)
{
    if (entry.kind == LogEntry::Kind::Note && !entry.id)
        return u"%1  %2"_s.arg(timeText(entry), entry.text);
    QString text = QStringList { timeText(entry),
                                 (entry.id ? entry.id->shortened() : QString()).leftJustified(13),
                                 entry.sent.leftJustified(11),
                                 statusText(entry).leftJustified(3),
                                 tookText(entry).rightJustified(8),
                                 entry.text }
                       .join(u"  "_s);
    if (!entry.message.isEmpty())
        text += u' ' + LogModel::tr("Plivo says: \"%1\"").arg(entry.message);
    return text;
}

QString toolTip(const LogEntry &entry, int column)
{
    switch (column) {
    case LogModel::TimeColumn:
        return QDateTime::fromMSecsSinceEpoch(entry.atMs).toString(u"yyyy-MM-dd HH:mm:ss.zzz t"_s);
    case LogModel::CallColumn:
        return entry.id ? entry.id->toString() : QString();
    default:
        return cell(entry, column);
    }
}

bool isNumeric(int column)
{
    return column == LogModel::StatusColumn || column == LogModel::TookColumn;
}

QString header(int column)
{
    switch (static_cast<LogModel::Column>(column)) {
    case LogModel::TimeColumn:
        return LogModel::tr("Time");
    case LogModel::CallColumn:
        return LogModel::tr("Call");
    case LogModel::SentColumn:
        return LogModel::tr("Sent");
    case LogModel::StatusColumn:
        return LogModel::tr("HTTP");
    case LogModel::OutcomeColumn:
        return LogModel::tr("Outcome");
    case LogModel::MessageColumn:
        return LogModel::tr("Plivo’s words");
    case LogModel::ApiIdColumn:
        return LogModel::tr("Plivo’s api_id");
    case LogModel::TookColumn:
        return LogModel::tr("Took");
    case LogModel::ColumnCount:
        break;
    }
    return {};
}

} // namespace

LogModel::LogModel(int capacity, QObject *parent)
    : IndexedTableModel(parent), d(std::make_unique<Private>(capacity)) { }

LogModel::~LogModel() = default;

int LogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LogModel::data(const QModelIndex &index, int role) const
{
    const int item = index.isValid() && index.model() == this ? itemAt(index.row()) : -1;
    if (item < 0)
        return {};
    const LogEntry &entry = d->entry(item);
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return cell(entry, column);
    case Qt::ToolTipRole: {
        const QString text = calltexts::plainToolTip(toolTip(entry, column));
        return text.isEmpty() ? QVariant() : QVariant(text);
    }
    case Qt::AccessibleTextRole: {
        const QString text = cell(entry, column);
        return u"%1: %2"_s.arg(header(column), text.isEmpty() ? tr("none") : text);
    }
    case Qt::TextAlignmentRole:
        return isNumeric(column) ? QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case OutcomeRole:
        return entry.outcome ? QVariant(static_cast<int>(*entry.outcome)) : QVariant();
    default: // roles are an open set
        return {};
    }
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return IndexedTableModel::headerData(section, orientation, role);
    if (section < 0 || section >= ColumnCount)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return header(section);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment((isNumeric(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    default:
        return {};
    }
}

void LogModel::append(const QList<LogEntry> &entries)
{
    if (entries.isEmpty())
        return;
    // What would go at once never comes.
    const auto skipped = std::max<qsizetype>(0, entries.size() - d->capacity);
    const int coming = static_cast<int>(entries.size() - skipped);
    const int going = std::max(0, d->count() + coming - d->capacity);
    d->dropped += skipped + going;

    // The oldest lines are the first `going` in the ring's order; those of them that are shown stand at the top.
    if (going > 0) {
        std::vector<bool> goes(static_cast<std::size_t>(d->capacity));
        for (int n = 0; n < going; ++n)
            goes[static_cast<std::size_t>(d->itemAt(n))] = true;
        const auto stays = std::find_if(shown().begin(), shown().end(),
                                        [&goes](int item) { return !goes[static_cast<std::size_t>(item)]; });
        showItems({ stays, shown().end() });
    }
    std::vector<int> target = shown();
    for (auto entry = entries.cend() - coming; entry != entries.cend(); ++entry) {
        const int item = d->put(*entry);
        if (d->fits(*entry))
            target.push_back(item);
    }
    showItems(target);
}

void LogModel::clear()
{
    showItems({});
    d->ring = {};
    d->oldest = 0;
    d->dropped = 0;
}

int LogModel::total() const
{
    return d->count();
}

qint64 LogModel::dropped() const
{
    return d->dropped;
}

QList<LogEntry> LogModel::entries() const
{
    QList<LogEntry> all;
    all.reserve(d->count());
    for (int n = 0; n < d->count(); ++n)
        all.append(d->entry(d->itemAt(n)));
    return all;
}

std::optional<CallId> LogModel::idAt(int row) const
{
    const int item = itemAt(row);
    return item >= 0 ? d->entry(item).id : std::nullopt;
}

QString LogModel::lineText(int row) const
{
    const int item = itemAt(row);
    return item >= 0 ? line(d->entry(item)) : QString();
}

void LogModel::setTextFilter(const QString &text)
{
    const QString needle = foldedText(text);
    if (needle == d->needle)
        return;
    d->needle = needle;
    d->hexNeedle = HexNeedle(needle);
    refilter();
}

void LogModel::setOutcomeFilter(std::optional<Outcome> outcome)
{
    if (outcome == d->outcome)
        return;
    d->outcome = outcome;
    refilter();
}

void LogModel::refilter()
{
    std::vector<int> target;
    for (int n = 0; n < d->count(); ++n) {
        if (const int item = d->itemAt(n); d->fits(d->entry(item)))
            target.push_back(item);
    }
    showItems(target);
}

} // namespace hangup
