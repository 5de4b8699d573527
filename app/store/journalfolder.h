// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <optional>

namespace hangup {

/// Whether a file system of this type (QStorageInfo::fileSystemType(), "nfs4", "ext4") lies on another machine.
/// SQLite's WAL needs shared memory, which programs on two machines don't have.
bool isNetworkFileSystem(QByteArrayView type);

/// Which file system a folder lies on. On Windows "smb" for any that lies on another machine: it names that machine's.
QByteArray fileSystemAt(const QString &folder);

/// What is wrong with the folder or the file, for the details; nothing when all is well.
using FolderTrouble = std::optional<QString>;

/// Makes the folder of @p file and `locks` in it, closed to other users (0700).
FolderTrouble prepareFolder(const QString &file);
/// Makes an empty @p file if there is none, closed to other users (0600), and closes it and what SQLite put beside it
/// if they are not. Refuses what is no file, a symbolic link, or somebody else's: SQLite would follow and write there.
FolderTrouble prepareFile(const QString &file);
/// The system lets this program write to the file and into its folder.
bool isWritable(const QString &file);
/// 0600.
bool makePrivate(const QString &file);
/// Waits until the file, and its name in its folder, are on disk.
bool syncToDisk(const QString &file);

/// Which file that is, whatever its name; empty: none. To notice that another one stands there.
QString identityOf(const QString &file);

/// "20261124T130211Z", for names of files.
QString fileStamp(qint64 utcMs);
/// @p name, or that with "-2" and so on behind it: one that no file has.
QString unusedName(const QString &name);

} // namespace hangup
