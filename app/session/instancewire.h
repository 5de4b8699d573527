// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/calllink.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

/// What a second start and the first say to each other: one frame each way, a length of four bytes (big endian) and as
/// many bytes of JSON. Both ends are the same user's, but not always the same version: whatever isn't understood is
/// refused whole.
namespace hangup::instancewire {

/// Longest frame, without its length.
inline constexpr qsizetype MaxBytes = qsizetype(1024) * 1024;

struct Request
{
    QString accountKey;
    QStringList rows; ///< ids and absolute paths
    std::optional<LinkRefusal> refused {}; ///< instead of rows: a link that was refused, for the window to say so
};

enum class Reply : quint8 { Accepted, OtherAccount };

enum class FrameState : quint8 { Incomplete, Complete, Bad };
/// Takes one frame from the front of @p buffer into @p payload. Bad as soon as the length is: empty, or over MaxBytes.
FrameState takeFrame(QByteArray &buffer, QByteArray &payload);

/// A whole frame; nothing when it would be longer than MaxBytes.
std::optional<QByteArray> frame(const Request &request);
QByteArray frame(Reply reply);

/// Nothing for anything but a request whose every row is an id or an absolute path, or that has none and is a refusal.
std::optional<Request> parseRequest(const QByteArray &payload);
std::optional<Reply> parseReply(const QByteArray &payload);

/// Whether two starts mean the same account; an empty key goes with any.
bool agree(const QString &oneKey, const QString &otherKey);

} // namespace hangup::instancewire
