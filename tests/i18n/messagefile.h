// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace hangup::test {

using namespace Qt::StringLiterals;

/// A text of a file hangup_<code>.ts.
struct Message
{
    QString context;
    QString source;
    QString comment;
    QStringList translations; ///< more than one only with plurals
    bool hasPlural = false;
    bool isFinished = true;
    /// What tells it from all others of its file.
    QString key() const
    {
        return QStringList { context, source, comment, hasPlural ? u"%n"_s : QString() }.join(u" | "_s);
    }
};

/// All texts of the file; empty if it can't be read.
QList<Message> readMessages(const QString &file);

} // namespace hangup::test
