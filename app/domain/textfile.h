// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>
#include <QString>

#include <variant>

namespace hangup {

/// Why a file was refused. Refused whole: nothing of it is used.
struct FileError
{
    enum class Kind : quint8 {
        NotFound,
        NotReadable, ///< permission, or an I/O error
        IsDirectory,
        IsDevice, ///< device, pipe or socket
        TooLarge, ///< over MaxTextFileBytes
        NotText, ///< neither UTF-8 nor UTF-16 with BOM
        NotWritable, ///< saving failed: permission, or a full disk
        NotAllowed, ///< saving is refused: the organisation allows no exports
    };
    Kind kind = Kind::NotFound;
    QString name; ///< the file's name without its folders
};

/// 64 MiB.
inline constexpr qint64 MaxTextFileBytes = qint64(64) * 1024 * 1024;

/// Text of a file's bytes: UTF-8 with or without BOM, UTF-16 LE or BE with BOM, strict (an invalid
/// sequence, an odd byte, a lone surrogate or a NUL refuses the whole); the BOM itself is dropped.
/// @p name is carried into the error.
std::variant<QString, FileError> decodeText(QByteArrayView bytes, const QString &name);

} // namespace hangup
