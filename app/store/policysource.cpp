// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "store/policysource.h"

#include <QMetaType>
#include <QVariant>

#include <optional>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

/// Nothing for a type that a policy has no use for.
std::optional<QString> textOf(const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::QString:
        return value.toString();
    case QMetaType::Bool:
        return value.toBool() ? u"yes"_s : u"no"_s;
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::LongLong:
    case QMetaType::ULongLong:
        return value.toString();
    case QMetaType::QStringList:
        return value.toStringList().join(u';');
    case QMetaType::QVariantList: {
        QStringList texts;
        const QVariantList entries = value.toList();
        for (const QVariant &entry : entries) {
            if (entry.typeId() != QMetaType::QString)
                return {};
            texts += entry.toString();
        }
        return texts.join(u';');
    }
    default: // no enum: all other types
        return {};
    }
}

} // namespace

PolicyRead policyOf(const QVariantMap &values, const QString &place)
{
    QList<PolicyEntry> entries;
    for (const auto &[key, value] : values.asKeyValueRange()) {
        const std::optional<QString> text = textOf(value);
        if (!text)
            return PolicyTrouble { .kind = PolicyTrouble::Kind::WrongType,
                                   .place = place,
                                   .name = key.left(PolicyTrouble::MaxName) };
        entries.append({ key, text->trimmed(), 0 });
    }
    auto read = Policy::parse(entries);
    if (auto *trouble = std::get_if<PolicyTrouble>(&read))
        trouble->place = place;
    return read;
}

} // namespace hangup
