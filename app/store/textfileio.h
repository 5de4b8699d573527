// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/textfile.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <variant>

namespace hangup {

/// Reads a whole file of at most @p most bytes, with the refusals of readTextFile(). Blocking.
std::variant<QByteArray, FileError> readFile(const QString &path, qint64 most);

/// Reads a whole text file. Blocking: for the file thread. Refuses directories, devices, pipes, sockets without opening
/// them, and files over MaxTextFileBytes (also ones that grow while they are read).
std::variant<QString, FileError> readTextFile(const QString &path);

/// Writes @p bytes by way of a temporary file, so that an old file stays whole when the disk is full. Blocking: for the
/// file thread.
std::optional<FileError> writeFile(const QString &path, const QByteArray &bytes);

} // namespace hangup
