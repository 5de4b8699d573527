// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "store/sqlitewal.h"

#include <QtEndian>

#include <optional>

namespace hangup {

namespace {

constexpr qsizetype HeaderSize = 32;
constexpr qsizetype FrameHeader = 24;
constexpr quint32 Magic = 0x377f0682; // its last bit: checksums of big-endian words

quint32 wordAt(QByteArrayView bytes, qsizetype at)
{
    return qFromBigEndian<quint32>(bytes.sliced(at, 4).data());
}

/// Two words at @p at: a checksum, or a generation's salts.
struct Pair
{
    quint32 first = 0;
    quint32 second = 0;
    static Pair at(QByteArrayView bytes, qsizetype at) { return { wordAt(bytes, at), wordAt(bytes, at + 4) }; }
    friend bool operator==(const Pair &, const Pair &) = default;
};

class Reader
{
public:
    Reader(QByteArrayView bytes, qsizetype pageSize)
        : m_bytes(bytes), m_pageSize(pageSize), m_bigEndian((wordAt(bytes, 0) ^ Magic) == 1)
    {
        const bool isMagic = (wordAt(bytes, 0) | 1) == (Magic | 1);
        m_headerIsRight = isMagic && sum({}, bytes.first(FrameHeader)) == Pair::at(bytes, FrameHeader);
        m_count = (bytes.size() - HeaderSize) / (FrameHeader + pageSize);
    }

    QList<WalFrame> frames()
    {
        findEnds();
        QList<WalFrame> frames;
        for (qsizetype i = 0; i < m_likelyEnd; ++i) {
            const QByteArrayView frame = frameAt(i);
            frames.append({ wordAt(frame, 0), frame.sliced(FrameHeader),
                            i < m_committedEnd ? Standing::Committed : Standing::Likely });
        }
        return frames;
    }

private:
    QByteArrayView frameAt(qsizetype i) const
    {
        return m_bytes.sliced(HeaderSize + i * (FrameHeader + m_pageSize), FrameHeader + m_pageSize);
    }

    /// SQLite's checksum, going on from @p sum; @p words: a multiple of 8 bytes.
    Pair sum(Pair sum, QByteArrayView words) const
    {
        const char *const end = words.data() + words.size() / 8 * 8;
        for (const char *at = words.data(); at != end; at += 8) {
            sum.first += (m_bigEndian ? qFromBigEndian<quint32>(at) : qFromLittleEndian<quint32>(at)) + sum.second;
            sum.second
                += (m_bigEndian ? qFromBigEndian<quint32>(at + 4) : qFromLittleEndian<quint32>(at + 4)) + sum.first;
        }
        return sum;
    }

    /// By itself: its checksum goes on from the one that stands before it, wherever that came from.
    bool isRight(qsizetype i) const
    {
        const Pair before = i == 0 ? Pair::at(m_bytes, FrameHeader) : Pair::at(frameAt(i - 1), 16);
        const QByteArrayView frame = frameAt(i);
        return sum(sum(before, frame.first(8)), frame.sliced(FrameHeader)) == Pair::at(frame, 16);
    }

    Pair saltsOf(qsizetype i) const { return Pair::at(frameAt(i), 8); }

    /// The generation's: the header's, or those of the first frame that is right.
    std::optional<Pair> salts() const
    {
        if (m_headerIsRight)
            return Pair::at(m_bytes, 16);
        for (qsizetype i = 0; i < m_count; ++i) {
            if (isRight(i))
                return saltsOf(i);
        }
        return std::nullopt;
    }

    void findEnds()
    {
        const std::optional<Pair> generation = salts();
        bool chained = m_headerIsRight;
        for (qsizetype i = 0; generation && i < m_count; ++i) {
            const bool right = saltsOf(i) == *generation && isRight(i);
            chained = chained && right;
            if (!right || wordAt(frameAt(i), 4) == 0)
                continue;
            m_likelyEnd = i + 1;
            if (chained)
                m_committedEnd = i + 1;
        }
    }

    QByteArrayView m_bytes;
    qsizetype m_pageSize;
    bool m_bigEndian;
    bool m_headerIsRight = false;
    qsizetype m_count = 0;
    qsizetype m_committedEnd = 0; ///< frames up to the last commit that SQLite sees
    qsizetype m_likelyEnd = 0; ///< … that is there
};

} // namespace

bool isPageSize(quint64 size)
{
    return size >= 512 && size <= 65536 && (size & (size - 1)) == 0;
}

Wal readWal(QByteArrayView bytes, qsizetype pageSize)
{
    if (bytes.size() <= HeaderSize)
        return {};
    Wal wal;
    const quint32 named = wordAt(bytes, 8);
    if (isPageSize(named))
        wal.pageSize = qsizetype(named);
    if (wal.pageSize != 0)
        pageSize = wal.pageSize;
    wal.frames = Reader(bytes, pageSize).frames();
    return wal;
}

} // namespace hangup
