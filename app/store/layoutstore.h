// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/textfile.h"

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace hangup {

/// How the window looks: named states (column widths, splitters …) in an ini file. No secret ever stands here.
///
/// A value: copy it and call save() on the copy on the file thread. A file that can't be understood is set aside as
/// `<file>.broken-<n>`, never deleted; if that fails, nothing is written over it. Sections that belong to other parts
/// of the product stay as they are.
class LayoutStore
{
public:
    /// Longest state and longest file, in bytes.
    static constexpr qsizetype MaxStateBytes = qsizetype(64) * 1024;
    static constexpr qsizetype MaxFileBytes = qsizetype(1024) * 1024;
    static constexpr qsizetype MaxStates = 200;

    /// Reads @p file, blocking: it is small and read before the window opens. Empty: nothing is kept.
    explicit LayoutStore(QString file = {});

    /// The state, or an empty array.
    QByteArray value(const QString &key) const { return m_states.value(key); }
    /// An empty @p state takes the key out. False, and nothing changed, for a key that is not 1 to 64 of A-Z a-z 0-9 .
    /// _ - / or a state over the limits.
    bool setValue(const QString &key, const QByteArray &state);

    /// Writes the file by way of a temporary one, and its folder if need be. Blocking: for the file thread.
    std::optional<FileError> save() const;

    /// Where a broken file was put, or empty.
    QString brokenFile() const { return m_brokenFile; }

private:
    bool parse(const QString &text);
    bool parseState(const QString &line);
    void setAside();

    QString m_file;
    QMap<QString, QByteArray> m_states;
    QStringList m_otherLines; ///< other sections, as they stood
    QString m_brokenFile;
    bool m_mayWrite = true;
};

} // namespace hangup
