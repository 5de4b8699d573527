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
    NoTunnel, ///< a proxy let no TLS connection stand for too long
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
    bool throughProxy = false; ///< this request and all before it on its manager
    bool nothingStood = false; ///< no TLS connection stood that could have carried it, for certain; see TunnelWatch
    qint64 contentLength = -1; ///< as announced; -1: not announced
    bool hasTransferEncoding = false;
    QByteArray body; ///< at most the body cap
    QByteArray retryAfter; ///< header, raw; empty: none
    QByteArray contentType; ///< header, raw

    /// A proxy failed it, and the request certainly never left. Qt 6.4 has one nameless error for a proxy that is out
    /// of reach or refuses, which a server's trouble has too: there it must be known that no connection stood. What
    /// a proxy can't find or reach itself reads like the host's own failure, but with a proxy in use Qt asks nobody
    /// else for the host.
    bool failedAtProxy() const
    {
        if (!throughProxy || sawServer || hasStatus)
            return false;
        if (cutBy != CutBy::Nothing)
            return cutBy == CutBy::NoTunnel && nothingStood;
        if (error == QNetworkReply::UnknownNetworkError)
            return nothingStood;
        return error == QNetworkReply::HostNotFoundError || error == QNetworkReply::ConnectionRefusedError;
    }

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
