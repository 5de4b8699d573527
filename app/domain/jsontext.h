// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QLatin1StringView>
#include <QString>
#include <QStringView>

#include <variant>

namespace hangup {

/// Appends @p text to @p json as a JSON string (RFC 8259), quotes included. A lone surrogate becomes a character that stands for it.
void appendJsonString(QByteArray &json, QStringView text);

/// A JSON object as compact text in UTF-8, its fields in the order they are put in: QJsonObject sorts them. It is
/// written as it is put together, without a tree: several are written for each call, thousands of times a second.
class JsonText
{
public:
    /// Nothing is null.
    using Value = std::variant<std::monostate, bool, qint64, QLatin1StringView, QString>;

    /// @p name: ASCII that needs no escaping, not put in before.
    JsonText &put(QByteArrayView name, const Value &value);
    /// A value that is JSON already.
    JsonText &putJson(QByteArrayView name, QByteArrayView json);

    /// "{…}".
    QByteArray object() const { return m_fields.isEmpty() ? QByteArray("{}") : m_fields + '}'; }

private:
    void addName(QByteArrayView name);

    QByteArray m_fields;
};

} // namespace hangup
