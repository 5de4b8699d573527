// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/jsontext.h"

#include <algorithm>
#include <type_traits>

namespace hangup {

namespace {

bool isPlain(char16_t unit)
{
    return unit >= 0x20 && unit < 0x7f && unit != u'"' && unit != u'\\';
}

void appendEscaped(QByteArray &json, QStringView text)
{
    const QByteArray utf8 = text.toUtf8();
    for (const char c : utf8) {
        if (c == '"' || c == '\\') {
            json += '\\';
            json += c;
        } else if (c == '\n') {
            json += "\\n";
        } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
            json += "\\u" + QByteArray::number(static_cast<uint>(c), 16).rightJustified(4, '0');
        } else {
            json += c;
        }
    }
}

} // namespace

void appendJsonString(QByteArray &json, QStringView text)
{
    const qsizetype before = json.size();
    json += '"';
    if (std::all_of(text.utf16(), text.utf16() + text.size(), isPlain)) {
        json.resize(before + text.size() + 2);
        std::transform(text.utf16(), text.utf16() + text.size(), json.data() + before + 1,
                       [](char16_t unit) { return static_cast<char>(unit); });
        json.back() = '"';
        return;
    }
    appendEscaped(json, text);
    json += '"';
}

JsonText &JsonText::put(QByteArrayView name, const Value &value)
{
    addName(name);
    const auto append = [this](const auto &that) {
        using T = std::decay_t<decltype(that)>;
        if constexpr (std::is_same_v<T, std::monostate>)
            m_fields += "null";
        else if constexpr (std::is_same_v<T, bool>)
            m_fields += that ? "true" : "false";
        else if constexpr (std::is_same_v<T, qint64>)
            m_fields += QByteArray::number(that);
        else
            appendJsonString(m_fields, QString(that));
    };
    std::visit(append, value);
    return *this;
}

JsonText &JsonText::putJson(QByteArrayView name, QByteArrayView json)
{
    addName(name);
    m_fields += json;
    return *this;
}

void JsonText::addName(QByteArrayView name)
{
    if (m_fields.isEmpty())
        m_fields.reserve(512); // more than most need, once
    m_fields += m_fields.isEmpty() ? '{' : ',';
    m_fields += '"';
    m_fields += name;
    m_fields += "\":";
}

} // namespace hangup
