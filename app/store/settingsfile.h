// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/textfile.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace hangup {

/// hangup.ini as named sections of keys and texts (see IniText). No secret ever stands here.
///
/// A value: read once before the window opens; change sections, take a copy by takeForSaving(), and call save() on the
/// copy on the file thread. save() writes only the sections that were changed, merged under a lock into what is on disk
/// then, so that the window and the command line lose nothing of each other. A file that can't be understood is set
/// aside as `<file>.broken-<n>`, never deleted; if that fails, nothing is written over it.
class SettingsFile
{
public:
    using Section = QMap<QString, QString>;
    static constexpr qsizetype MaxFileBytes = qsizetype(1024) * 1024;

    /// Reads @p file, blocking: it is small. Empty: nothing is kept.
    explicit SettingsFile(QString file = {});

    /// What stands in @p file now, for takeOver(); nothing if it can't be read or understood, and it stays as it is:
    /// somebody may be at work on it. Blocking.
    static std::optional<SettingsFile> look(const QString &file);
    /// What another program wrote since, as look() found it; what was changed here and is not saved yet stays.
    void takeOver(const SettingsFile &found);

    Section section(const QString &name) const { return m_sections.value(name); }
    QStringList sectionNames() const { return m_sections.keys(); }
    /// Replaces the whole section; an empty one goes. False, and nothing changed, for a name that is not 1 to 64 of
    /// A-Z a-z 0-9 . _ - (and / in a key), or a value over 64 KiB or with a NUL.
    bool setSection(const QString &name, const Section &section);

    /// A copy with the changes, which count as written in this one from now on: a later save does not write them again,
    /// over what another program has changed since. Save the copies in the order in which they were taken.
    SettingsFile takeForSaving();
    /// What @p unsaved could not write is part of the next save() once more.
    void putBack(const SettingsFile &unsaved);
    /// Writes what was changed since the reading, and its folder if need be, for its owner alone (0600). Blocking, for
    /// up to 5 s when another program holds the lock: for the file thread. TooLarge: the file would be over
    /// MaxFileBytes.
    std::optional<FileError> save() const;

    /// False: what is there could not be read (no permission, a failing disk) or not set aside; save() refuses.
    bool mayWrite() const { return m_mayWrite; }
    /// Where a broken file was put, or empty.
    QString brokenFile() const { return m_brokenFile; }

private:
    QString m_file;
    QMap<QString, Section> m_sections;
    QStringList m_changed;
    QString m_brokenFile;
    bool m_mayWrite = true;
};

} // namespace hangup
