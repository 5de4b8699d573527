// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "store/settingsfile.h"

#include "store/inifile.h"
#include "store/textfileio.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

constexpr qsizetype MaxValueBytes = qsizetype(64) * 1024;
constexpr int MaxBrokenFiles = 1000;

/// What stands on disk: nothing, a text, or something that is none.
struct OnDisk
{
    std::optional<IniText> text;
    bool broken = false; ///< it could be read, and is none
    bool unreadable = false; ///< who knows what stands there: it is left alone
};

OnDisk readDisk(const QString &file)
{
    const auto read = readFile(file, SettingsFile::MaxFileBytes);
    if (const auto *error = std::get_if<FileError>(&read)) {
        switch (error->kind) {
        case FileError::Kind::NotFound:
            return {};
        case FileError::Kind::NotReadable:
        case FileError::Kind::NotWritable:
        case FileError::Kind::NotAllowed:
            return { {}, false, true };
        case FileError::Kind::IsDirectory:
        case FileError::Kind::IsDevice:
        case FileError::Kind::TooLarge:
        case FileError::Kind::NotText:
            return { {}, true, false };
        }
    }
    auto text = IniText::parse(std::get<QByteArray>(read));
    const bool broken = !text;
    return { std::move(text), broken, false };
}

/// The new name; empty if it did not work.
QString setAside(const QString &file)
{
    for (int n = 1; n <= MaxBrokenFiles; ++n) {
        const QString name = file + u".broken-"_s + QString::number(n);
        // QFile::rename() never writes over a file.
        if (!QFile::exists(name) && QFile::rename(file, name))
            return name;
    }
    return {};
}

} // namespace

SettingsFile::SettingsFile(QString file) : m_file(std::move(file))
{
    if (m_file.isEmpty())
        return;
    const OnDisk disk = readDisk(m_file);
    if (disk.text)
        m_sections = disk.text->sections();
    m_mayWrite = !disk.unreadable;
    if (!disk.broken)
        return;
    m_brokenFile = setAside(m_file);
    // Gone: another start was faster.
    m_mayWrite = !m_brokenFile.isEmpty() || !QFileInfo::exists(m_file);
}

std::optional<SettingsFile> SettingsFile::look(const QString &file)
{
    const OnDisk disk = readDisk(file);
    if (!disk.text)
        return std::nullopt;
    SettingsFile found;
    found.m_file = file;
    found.m_sections = disk.text->sections();
    return found;
}

void SettingsFile::takeOver(const SettingsFile &found)
{
    QMap<QString, Section> sections = found.m_sections;
    for (const QString &name : std::as_const(m_changed)) {
        if (m_sections.contains(name))
            sections.insert(name, m_sections.value(name));
        else
            sections.remove(name);
    }
    m_sections = sections;
}

bool SettingsFile::setSection(const QString &name, const Section &section)
{
    const auto refused = [](const auto &entry) {
        return !IniText::isKey(entry.first) || entry.second.contains(QChar(u'\0'))
            || entry.second.toUtf8().size() > MaxValueBytes;
    };
    const auto entries = section.asKeyValueRange();
    if (!IniText::isSectionName(name) || std::any_of(entries.begin(), entries.end(), refused))
        return false;
    if (m_sections.value(name) == section)
        return true;
    if (section.isEmpty())
        m_sections.remove(name);
    else
        m_sections.insert(name, section);
    if (!m_changed.contains(name))
        m_changed.append(name);
    return true;
}

SettingsFile SettingsFile::takeForSaving()
{
    SettingsFile copy = *this;
    m_changed.clear();
    return copy;
}

void SettingsFile::putBack(const SettingsFile &unsaved)
{
    for (const QString &name : unsaved.m_changed) {
        if (!m_changed.contains(name))
            m_changed.append(name);
    }
}

std::optional<FileError> SettingsFile::save() const
{
    if (m_file.isEmpty() || m_changed.isEmpty())
        return std::nullopt;
    const FileError failed { FileError::Kind::NotWritable, QFileInfo(m_file).fileName() };
    if (!m_mayWrite || !QDir().mkpath(QFileInfo(m_file).absolutePath()))
        return failed;
    constexpr std::chrono::milliseconds patience { 5000 };
    QLockFile lock(m_file + u".lock"_s);
    if (!lock.tryLock(int(patience.count())))
        return failed;
    OnDisk disk = readDisk(m_file);
    if (disk.unreadable || (disk.broken && setAside(m_file).isEmpty()))
        return failed;
    // A file that broke or went since the reading is made anew of what was read.
    const QStringList names = disk.text ? m_changed : m_sections.keys();
    IniText text = disk.text.value_or(IniText());
    for (const QString &name : names)
        text.replace(name, m_sections.value(name));
    const QByteArray bytes = text.toUtf8();
    if (bytes.size() > MaxFileBytes)
        return FileError { FileError::Kind::TooLarge, failed.name };
    return writeFile(m_file, bytes);
}

} // namespace hangup
