// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "store/journalevent.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <array>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

constexpr std::array AllEventKinds { EventKind::Batch,   EventKind::Intent, EventKind::Sent, EventKind::Answer,
                                     EventKind::Outcome, EventKind::Proof,  EventKind::Note, EventKind::Checkpoint };

/// A third of SHA-256's time, which was half of what the journal's thread does besides SQLite.
constexpr QCryptographicHash::Algorithm ChainHash = QCryptographicHash::Blake2b_256;

void addField(QCryptographicHash &hash, QByteArrayView bytes)
{
    std::array<char, sizeof(quint64)> length {};
    qToBigEndian(static_cast<quint64>(bytes.size()), length.data());
    hash.addData(QByteArrayView(length.data(), qsizetype(length.size())));
    hash.addData(bytes);
}

} // namespace

QLatin1StringView eventKindKey(EventKind kind)
{
    switch (kind) {
    case EventKind::Batch:
        return "batch"_L1;
    case EventKind::Intent:
        return "intent"_L1;
    case EventKind::Sent:
        return "sent"_L1;
    case EventKind::Answer:
        return "answer"_L1;
    case EventKind::Outcome:
        return "outcome"_L1;
    case EventKind::Proof:
        return "proof"_L1;
    case EventKind::Note:
        return "note"_L1;
    case EventKind::Checkpoint:
        return "checkpoint"_L1;
    }
    return {};
}

std::optional<EventKind> eventKindFromKey(QStringView key)
{
    for (const EventKind kind : AllEventKinds) {
        if (key == eventKindKey(kind))
            return kind;
    }
    return std::nullopt;
}

QByteArray chainStart()
{
    return QByteArray(QCryptographicHash::hashLength(ChainHash), '\0');
}

QByteArray hashOf(const JournalEvent &event)
{
    QCryptographicHash hash(ChainHash);
    addField(hash, "hangup journal event 1"_ba);
    addField(hash, QByteArray::number(event.seq));
    addField(hash, event.kind.toUtf8());
    addField(hash, QByteArray::number(event.batch));
    addField(hash, event.call.toUtf8());
    addField(hash, event.run.toUtf8());
    addField(hash, QByteArray::number(event.utcMs));
    addField(hash, QByteArray::number(event.monoMs));
    addField(hash, event.data);
    addField(hash, event.prev);
    return hash.result();
}

} // namespace hangup
