// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "store/layoutstore.h"

#include "store/textfileio.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

constexpr auto Section = "[layout]"_L1;
constexpr int MaxBrokenFiles = 1000;

bool isKey(const QString &key)
{
    constexpr qsizetype longest = 64;
    return !key.isEmpty() && key.size() <= longest && std::all_of(key.cbegin(), key.cend(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'.'
            || c == u'_' || c == u'-' || c == u'/';
    });
}

} // namespace

LayoutStore::LayoutStore(QString file) : m_file(std::move(file))
{
    if (m_file.isEmpty())
        return;
    const auto text = readTextFile(m_file);
    if (const auto *error = std::get_if<FileError>(&text)) {
        if (error->kind == FileError::Kind::NotFound)
            return;
        setAside();
    } else if (!parse(std::get<QString>(text))) {
        m_states.clear();
        m_otherLines.clear();
        setAside();
    }
}

bool LayoutStore::setValue(const QString &key, const QByteArray &state)
{
    if (!isKey(key) || state.size() > MaxStateBytes)
        return false;
    if (state.isEmpty()) {
        m_states.remove(key);
        return true;
    }
    if (!m_states.contains(key) && m_states.size() >= MaxStates)
        return false;
    m_states.insert(key, state);
    return true;
}

std::optional<FileError> LayoutStore::save() const
{
    if (m_file.isEmpty())
        return std::nullopt;
    if (!m_mayWrite || !QDir().mkpath(QFileInfo(m_file).absolutePath()))
        return FileError { FileError::Kind::NotWritable, QFileInfo(m_file).fileName() };
    QByteArray bytes;
    for (const QString &line : m_otherLines)
        bytes += line.toUtf8() + '\n';
    bytes += QByteArray(Section.data(), Section.size()) + '\n';
    for (const auto &[key, state] : m_states.asKeyValueRange())
        bytes += key.toLatin1() + '=' + state.toBase64() + '\n';
    return writeFile(m_file, bytes);
}

// Lines of other sections are kept as they are; within ours each must be understood.
bool LayoutStore::parse(const QString &text)
{
    if (text.size() > MaxFileBytes)
        return false;
    bool ours = false;
    QString section;
    for (QString line : text.split(u'\n')) {
        if (line.endsWith(u'\r'))
            line.chop(1);
        if (line.startsWith(u'[')) {
            if (!line.endsWith(u']'))
                return false;
            section = line;
            ours = line == Section;
        } else if (ours) {
            if (!line.isEmpty() && !line.startsWith(u';') && !parseState(line))
                return false;
            continue;
        } else if (!line.isEmpty() && !line.startsWith(u';') && (section.isEmpty() || !line.contains(u'='))) {
            return false;
        }
        if (!ours)
            m_otherLines.append(line);
    }
    while (!m_otherLines.isEmpty() && m_otherLines.constLast().isEmpty())
        m_otherLines.removeLast();
    return true;
}

bool LayoutStore::parseState(const QString &line)
{
    const qsizetype equals = line.indexOf(u'=');
    if (equals < 1)
        return false;
    const auto state
        = QByteArray::fromBase64Encoding(line.mid(equals + 1).toUtf8(), QByteArray::AbortOnBase64DecodingErrors);
    return state && setValue(line.left(equals), *state);
}

void LayoutStore::setAside()
{
    for (int n = 1; n <= MaxBrokenFiles; ++n) {
        const QString name = m_file + u".broken-"_s + QString::number(n);
        // QFile::rename() never writes over a file.
        if (!QFile::exists(name) && QFile::rename(m_file, name)) {
            m_brokenFile = name;
            return;
        }
    }
    m_mayWrite = false;
}

} // namespace hangup
