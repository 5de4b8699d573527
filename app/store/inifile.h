// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace hangup {

/// The text of an ini file, read strictly: sections of `key=value`, comments from `;` or `#` on lines of their own.
///
/// Not QSettings: its parser takes almost anything for a file (a damaged one is read as an empty one and then written
/// over), and makes objects of values like `@Variant(…)` as soon as one looks at them. Here a value is a text, and
/// whatever is not understood refuses the whole.
///
/// In a value `\\`, `\n`, `\r`, `\t` and `\uXXXX` (a UTF-16 unit) stand for what can't stand there as it is.
class IniText
{
public:
    using Section = QMap<QString, QString>;

    /// Nothing if it is no such text: not UTF-8, a NUL, a line that is none, a name twice, a value that QSettings would
    /// make an object of.
    static std::optional<IniText> parse(QByteArrayView bytes);
    QByteArray toUtf8() const;

    QMap<QString, Section> sections() const;
    /// Replaces the section, keeping its comments; an empty one goes. Other sections stay line for line as they are.
    void replace(const QString &name, const Section &section);

    /// 1 to 64 of A-Z a-z 0-9 . _ -
    static bool isSectionName(const QString &name);
    /// The same, and `/`.
    static bool isKey(const QString &key);

private:
    struct Part
    {
        QString name; ///< empty: what stands before the first section
        QStringList lines;
        Section values;
    };
    bool addLine(const QString &line);
    QList<Part> m_parts { Part {} };
};

} // namespace hangup
