// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "store/journalwitness.h"

#include "store/journalfolder.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

constexpr qsizetype Size = 96;

QString witnessOf(const QString &file)
{
    const QFileInfo info(file);
    return info.absolutePath() + u"/locks/"_s + info.fileName() + u".last"_s;
}

/// Of one size, so that a shorter number leaves nothing of a longer one; the sum is for a write that was cut.
QByteArray record(const QString &identity, qint64 seq)
{
    const QByteArray text = identity.toLatin1() + ' ' + QByteArray::number(seq) + ' ';
    const QByteArray sum = QByteArray::number(qChecksum(text));
    return (text + sum).leftJustified(Size - 1, ' ') + '\n';
}

} // namespace

JournalWitness::JournalWitness(const QString &file) : m_out(witnessOf(file)) { }

void JournalWitness::write(const QString &identity, qint64 seq)
{
    const QByteArray bytes = record(identity, seq);
    if (bytes.size() != Size)
        return;
    if (!m_out.isOpen()) {
        if (!m_out.open(QIODevice::ReadWrite | QIODevice::Unbuffered))
            return;
        makePrivate(m_out.fileName());
    }
    // Another program's may be newer by a moment: an older number only says less.
    if (m_out.seek(0))
        m_out.write(bytes);
}

qint64 JournalWitness::lastOf(const QString &file, const QString &identity)
{
    QFile in(witnessOf(file));
    if (!in.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray bytes = in.read(Size);
    const qint64 seq = bytes.split(' ').value(1).toLongLong();
    return bytes == record(identity, seq) ? seq : 0;
}

bool JournalWitness::remove(const QString &file)
{
    return !QFileInfo::exists(witnessOf(file)) || QFile::remove(witnessOf(file));
}

} // namespace hangup
