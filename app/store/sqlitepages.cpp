// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "store/sqlitepages.h"

#include "store/sqlitewal.h"

#include <QHash>
#include <QList>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

constexpr qsizetype FileHeader = 100; // on the first page, before its content
constexpr char TableLeaf = 0x0d;
constexpr qsizetype LeafHeader = 8;
constexpr qsizetype UsualPage = 4096;
constexpr quint64 MaxPayload = quint64(1) << 30;
constexpr int EventColumns = 10;

/// Reads big-endian numbers and varints; what lies beyond the end makes it bad, and reads as 0.
class Cursor
{
public:
    explicit Cursor(QByteArrayView bytes, qsizetype at = 0) : m_bytes(bytes), m_at(at) { }

    bool isGood() const { return m_good; }
    qsizetype at() const { return m_at; }

    quint64 number(qsizetype bytes)
    {
        quint64 value = 0;
        for (const char c : take(bytes))
            value = value << 8 | static_cast<unsigned char>(c);
        return value;
    }

    quint64 varint()
    {
        constexpr int longest = 9;
        quint64 value = 0;
        for (int i = 1; i <= longest; ++i) {
            const quint64 byte = number(1);
            if (i == longest)
                return value << 8 | byte;
            value = value << 7 | (byte & 0x7f);
            if (byte < 0x80)
                break;
        }
        return value;
    }

    QByteArrayView take(qsizetype bytes)
    {
        if (!m_good || m_at < 0 || bytes < 0 || bytes > m_bytes.size() - m_at) {
            m_good = false;
            return {};
        }
        m_at += bytes;
        return m_bytes.sliced(m_at - bytes, bytes);
    }

private:
    QByteArrayView m_bytes;
    qsizetype m_at;
    bool m_good = true;
};

/// Bytes of a value in a record, by its serial type.
qsizetype valueSize(quint64 type)
{
    constexpr std::array<qsizetype, 12> fixed { 0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0 };
    if (type < fixed.size())
        return fixed[type];
    return type > MaxPayload ? -1 : qsizetype((type - 12) / 2);
}

/// A column: a number (of 1 to 8 bytes, signed), a text or a blob.
struct Value
{
    quint64 type = 0;
    QByteArrayView bytes {};

    qint64 number() const
    {
        if (type == 9)
            return 1;
        quint64 value = bytes.isEmpty() || static_cast<unsigned char>(bytes.front()) < 0x80 ? 0 : ~quint64(0);
        for (const char c : bytes)
            value = value << 8 | static_cast<unsigned char>(c);
        return static_cast<qint64>(value);
    }
    QString text() const { return QString::fromUtf8(bytes); }
};

/// Columns as in CREATE TABLE event; `seq` is the row's own number.
std::optional<JournalEvent> eventIn(QByteArrayView record, qint64 seq)
{
    Cursor header(record);
    const quint64 headerSize = header.varint();
    if (!header.isGood() || headerSize > static_cast<quint64>(record.size()))
        return std::nullopt;
    Cursor body(record, qsizetype(headerSize));
    QList<Value> values;
    while (header.isGood() && header.at() < qsizetype(headerSize) && values.size() <= EventColumns) {
        const quint64 type = header.varint();
        values.append({ type, body.take(valueSize(type)) });
    }
    if (!header.isGood() || !body.isGood() || values.size() != EventColumns)
        return std::nullopt;
    JournalEvent event { .seq = seq,
                         .kind = values.at(1).text(),
                         .batch = values.at(2).number(),
                         .call = values.at(3).text(),
                         .run = values.at(4).text(),
                         .utcMs = values.at(5).number(),
                         .monoMs = values.at(6).number(),
                         .data = values.at(7).bytes.toByteArray(),
                         .prev = values.at(8).bytes.toByteArray(),
                         .hash = values.at(9).bytes.toByteArray() };
    // Nothing else in the file looks like this by chance.
    if (hashOf(event) != event.hash)
        return std::nullopt;
    return event;
}

class PageReader
{
public:
    PageReader(QByteArrayView database, QByteArrayView wal, const FoundEvent &found)
        : m_database(database), m_found(found)
    {
        m_pageSize = pageSizeOf(database);
        const Wal log = readWal(wal, m_pageSize);
        if (log.pageSize != 0)
            m_pageSize = log.pageSize;
        m_frames = log.frames;
        for (qsizetype i = 0; i < m_frames.size(); ++i)
            m_frameOfPage.insert(m_frames.at(i).page, i);
    }

    void read()
    {
        for (qsizetype at = 0; m_going && at + m_pageSize <= m_database.size(); at += m_pageSize)
            readPage(m_database.sliced(at, m_pageSize), at == 0);
        for (qsizetype i = 0; m_going && i < m_frames.size(); ++i) {
            m_standing = m_frames.at(i).standing;
            readPage(m_frames.at(i).content, m_frames.at(i).page == 1);
        }
    }

private:
    /// Page @p number as it is now, or as it was before the WAL.
    QByteArrayView pageNumber(quint64 number, bool withWal) const
    {
        const auto frame = m_frameOfPage.constFind(number);
        if (withWal && frame != m_frameOfPage.constEnd())
            return m_frames.at(*frame).content;
        if (number == 0 || number > quint64(m_database.size() / m_pageSize))
            return {};
        return m_database.sliced(qsizetype(number - 1) * m_pageSize, m_pageSize);
    }

    void readPage(QByteArrayView page, bool isFirst)
    {
        const qsizetype start = isFirst ? FileHeader : 0;
        if (page.size() < start + LeafHeader || page.at(start) != TableLeaf)
            return;
        const quint64 cells = Cursor(page, start + 3).number(2);
        for (quint64 i = 0; m_going && i < cells; ++i) {
            Cursor pointer(page, start + LeafHeader + qsizetype(2 * i));
            const quint64 at = pointer.number(2);
            if (!pointer.isGood())
                return;
            readCell(page, qsizetype(at));
        }
    }

    void readCell(QByteArrayView page, qsizetype at)
    {
        Cursor cell(page, at);
        const quint64 size = cell.varint();
        const auto seq = static_cast<qint64>(cell.varint());
        if (!cell.isGood() || size > MaxPayload)
            return;
        // The format's own sum of what stays on the page.
        const qsizetype most = m_pageSize - 35;
        const qsizetype least = (m_pageSize - 12) * 32 / 255 - 23;
        const auto all = qsizetype(size);
        qsizetype local = all;
        if (all > most) {
            local = least + (all - least) % (m_pageSize - 4);
            local = local > most ? least : local;
        }
        const QByteArrayView start = cell.take(local);
        const quint64 next = local < all ? cell.number(4) : 0;
        if (!cell.isGood())
            return;
        std::optional<JournalEvent> event;
        if (local == all)
            event = eventIn(start, seq);
        for (const bool withWal : { true, false }) {
            if (local < all && !event)
                event = eventIn(whole(start, next, all, withWal), seq);
        }
        if (event)
            m_going = m_found(*event, m_standing);
    }

    /// A record that goes on on other pages; cut short where they can't be followed.
    QByteArray whole(QByteArrayView start, quint64 next, qsizetype size, bool withWal) const
    {
        QByteArray record = start.toByteArray();
        // Never more than the file has, whatever a broken page says of itself; a ring ends by the size.
        if (size > m_database.size() + m_frames.size() * m_pageSize)
            return record;
        while (record.size() < size && next != 0) {
            const QByteArrayView page = pageNumber(next, withWal);
            Cursor cursor(page);
            next = cursor.number(4);
            const QByteArrayView part = cursor.take(std::min(size - record.size(), m_pageSize - 4));
            if (!cursor.isGood())
                break;
            record.append(part.data(), part.size());
        }
        return record;
    }

    QByteArrayView m_database;
    QList<WalFrame> m_frames;
    const FoundEvent &m_found;
    Standing m_standing = Standing::Committed;
    qsizetype m_pageSize = UsualPage;
    QHash<quint64, qsizetype> m_frameOfPage;
    bool m_going = true;
};

} // namespace

qsizetype pageSizeOf(QByteArrayView database)
{
    const quint64 named = Cursor(database, 16).number(2);
    const quint64 size = named == 1 ? 65536 : named;
    return isPageSize(size) ? qsizetype(size) : UsualPage;
}

void findEventsInPages(QByteArrayView database, QByteArrayView wal, const FoundEvent &found)
{
    PageReader(database, wal, found).read();
}

} // namespace hangup
