// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "store/inifile.h"

#include "domain/textfile.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

bool isPlainName(QStringView name, bool slashToo)
{
    constexpr qsizetype longest = 64;
    return !name.isEmpty() && name.size() <= longest && std::all_of(name.begin(), name.end(), [slashToo](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'.'
            || c == u'_' || c == u'-' || (slashToo && c == u'/');
    });
}

bool isComment(QStringView line)
{
    return line.isEmpty() || line.startsWith(u';') || line.startsWith(u'#');
}

/// `@Variant(`, `@ByteArray(`, `@Rect(` …, quoted or not: QSettings makes objects of them.
bool isObject(QStringView value)
{
    while (value.startsWith(u'"') || value.startsWith(u' '))
        value = value.sliced(1);
    if (!value.startsWith(u'@') || value.startsWith(u"@@"))
        return false;
    qsizetype at = 1;
    while (at < value.size() && value[at].isLetterOrNumber())
        ++at;
    return at < value.size() && value[at] == u'(';
}

QString unitEscape(QChar c)
{
    return u"\\u"_s + QString::number(c.unicode(), 16).rightJustified(4, u'0');
}

QString escaped(const QString &value)
{
    QString text;
    text.reserve(value.size());
    for (qsizetype at = 0; at < value.size(); ++at) {
        const QChar c = value[at];
        const bool atEdge = at == 0 || at + 1 == value.size();
        const bool paired = (c.isHighSurrogate() && at + 1 < value.size() && value[at + 1].isLowSurrogate())
            || (c.isLowSurrogate() && at > 0 && value[at - 1].isHighSurrogate());
        if (c == u'\\')
            text += u"\\\\"_s;
        else if (c == u'\n')
            text += u"\\n"_s;
        else if (c == u'\r')
            text += u"\\r"_s;
        else if (c == u'\t')
            text += u"\\t"_s;
        else if ((atEdge && (c.isSpace() || c == u'@' || c == u'"')) || (c.isSurrogate() && !paired)
                 || c.category() == QChar::Other_Control || c.category() == QChar::Other_Format
                 || c.category() == QChar::Separator_Line || c.category() == QChar::Separator_Paragraph)
            text += unitEscape(c);
        else
            text += c;
    }
    return text;
}

/// The character of the escape behind the backslash at @p at, and how many units it took; 0 units if it is none.
std::pair<QChar, qsizetype> unescapedAt(QStringView text, qsizetype at)
{
    constexpr qsizetype digits = 4;
    if (at + 1 >= text.size())
        return { {}, 0 };
    switch (text[at + 1].unicode()) {
    case u'\\':
        return { u'\\', 2 };
    case u'n':
        return { u'\n', 2 };
    case u'r':
        return { u'\r', 2 };
    case u't':
        return { u'\t', 2 };
    case u'u':
        break;
    default: // no enum: every other character
        return { {}, 0 };
    }
    if (at + 2 + digits > text.size())
        return { {}, 0 };
    bool ok = false;
    const QStringView hex = text.sliced(at + 2, digits);
    const ushort unit = hex.toUShort(&ok, 16);
    // toUShort() takes blanks and signs too.
    const bool all = std::all_of(hex.begin(), hex.end(), [](QChar c) { return c.isLetterOrNumber(); });
    return { QChar(unit), ok && all && unit != 0 ? digits + 2 : 0 };
}

std::optional<QString> unescaped(QStringView text)
{
    QString value;
    value.reserve(text.size());
    for (qsizetype at = 0; at < text.size();) {
        if (text[at] != u'\\') {
            value += text[at++];
            continue;
        }
        const auto [c, units] = unescapedAt(text, at);
        if (units == 0)
            return std::nullopt;
        value += c;
        at += units;
    }
    return value;
}

} // namespace

bool IniText::isSectionName(const QString &name)
{
    return isPlainName(name, false);
}

bool IniText::isKey(const QString &key)
{
    return isPlainName(key, true);
}

std::optional<IniText> IniText::parse(QByteArrayView bytes)
{
    // UTF-16, which decodeText() would read too.
    if (bytes.startsWith("\xff\xfe") || bytes.startsWith("\xfe\xff"))
        return std::nullopt;
    const auto text = decodeText(bytes, {});
    if (!std::holds_alternative<QString>(text))
        return std::nullopt;
    IniText ini;
    for (QString line : std::get<QString>(text).split(u'\n')) {
        if (line.endsWith(u'\r'))
            line.chop(1);
        if (!ini.addLine(line))
            return std::nullopt;
    }
    // What split() found behind the last line break.
    QStringList &last = ini.m_parts.last().lines;
    while (!last.isEmpty() && last.constLast().isEmpty())
        last.removeLast();
    return ini;
}

bool IniText::addLine(const QString &line)
{
    if (line.startsWith(u'[')) {
        const QString name = line.mid(1).chopped(1);
        const auto same = [&name](const Part &part) { return part.name == name; };
        if (!line.endsWith(u']') || !isSectionName(name) || std::any_of(m_parts.cbegin(), m_parts.cend(), same))
            return false;
        m_parts.append(Part { name, {}, {} });
        return true;
    }
    Part &part = m_parts.last();
    part.lines.append(line);
    if (isComment(line))
        return true;
    const qsizetype equals = line.indexOf(u'=');
    if (part.name.isEmpty() || equals < 1)
        return false;
    const QString key = line.first(equals).trimmed();
    const QStringView raw = QStringView(line).sliced(equals + 1).trimmed();
    const auto value = unescaped(raw);
    if (!isKey(key) || part.values.contains(key) || isObject(raw) || !value)
        return false;
    part.values.insert(key, *value);
    return true;
}

QByteArray IniText::toUtf8() const
{
    QString text;
    for (const Part &part : m_parts) {
        if (!part.name.isEmpty())
            text += u'[' + part.name + u"]\n"_s;
        for (const QString &line : part.lines)
            text += line + u'\n';
    }
    return text.toUtf8();
}

QMap<QString, IniText::Section> IniText::sections() const
{
    QMap<QString, Section> sections;
    for (const Part &part : m_parts) {
        if (!part.name.isEmpty() && !part.values.isEmpty())
            sections.insert(part.name, part.values);
    }
    return sections;
}

void IniText::replace(const QString &name, const Section &section)
{
    const auto same = [&name](const Part &part) { return part.name == name; };
    auto part = std::find_if(m_parts.begin() + 1, m_parts.end(), same);
    if (section.isEmpty()) {
        if (part != m_parts.end())
            m_parts.erase(part);
        return;
    }
    if (part == m_parts.end()) {
        m_parts.append(Part { name, {}, {} });
        part = m_parts.end() - 1;
    }
    part->lines.removeIf([](const QString &line) { return !isComment(line) || line.isEmpty(); });
    part->values = section;
    for (const auto &[key, value] : section.asKeyValueRange())
        part->lines.append(key + u'=' + escaped(value));
}

} // namespace hangup
