// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QUrl>

#include <chrono>

namespace hangup {

/// What a request looks like to the simulated server.
struct PracticeRequest
{
    QByteArray method; ///< "GET", "DELETE", …
    QUrl url;
    QByteArray authorization; ///< the Authorization header, whole
};

/// What the simulated server does with it.
struct PracticeAnswer
{
    int status = 0; ///< 0: the connection is reset without an answer
    bool connectionRefused = false; ///< no connection at all: the request never leaves
    QByteArray body {};
    QByteArray contentType {}; ///< empty: no such header
    QList<QPair<QByteArray, QByteArray>> headers {}; ///< the others
    std::chrono::milliseconds delay { 0 }; ///< from the request to the first byte

    static PracticeAnswer refusedConnection()
    {
        PracticeAnswer answer;
        answer.connectionRefused = true;
        return answer;
    }
};

} // namespace hangup
