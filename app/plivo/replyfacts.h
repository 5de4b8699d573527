// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QNetworkReply>

namespace hangup {

/// What we ourselves did to a reply. Qt reports all of it as the same "cancelled".
enum class CutBy : quint8 {
    Nothing, ///< ended by itself, or by Qt's transfer timeout (silence)
    Total, ///< the total deadline
    Abort, ///< cancelled on the user's word
    BodyCap, ///< more body than we read
};

/// What is known of one finished attempt; all that a verdict may rest on. Never holds QNetworkReply::errorString(),
/// which contains the full address.
struct ReplyFacts
{
    bool hasStatus = false; ///< a status line and all headers came
    int status = 0; ///< as sent, only with hasStatus
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    CutBy cutBy = CutBy::Nothing;
    bool sawServer = false; ///< TLS stood, or headers or body came: the request may have left, whatever the error says
    qint64 contentLength = -1; ///< as announced; -1: not announced
    bool hasTransferEncoding = false;
    QByteArray body; ///< at most the body cap
    QByteArray retryAfter; ///< header, raw; empty: none
    QByteArray contentType; ///< header, raw

    /// All of the body that was announced came, and nothing cut it. Says nothing about chunked bodies: Qt reports
    /// broken chunks as success.
    bool isComplete() const
    {
        const bool brokeOff = cutBy != CutBy::Nothing || error == QNetworkReply::RemoteHostClosedError
            || error == QNetworkReply::OperationCanceledError || error == QNetworkReply::TimeoutError;
        return hasStatus && !brokeOff && (contentLength < 0 || body.size() == contentLength);
    }
};

} // namespace hangup
