// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QNetworkReply>
#include <QObject>
#include <QString>

#include <optional>

class QNetworkAccessManager;

namespace hangup {

/// What is certain of one manager's way to an https server through a proxy: whether a TLS connection ever stood. Until
/// one does, no byte of a request can have left. Child of its manager, on the manager's thread.
///
/// A connection says `encrypted` only to the request that it is given first. One that comes to stand after its request
/// has failed or was cut says it to nobody, and may then carry another request. So the first end without TLS is
/// believed, and each later one only when it is the same end: Qt fails all that wait for one connection together.
class TunnelWatch : public QObject
{
    Q_OBJECT
public:
    explicit TunnelWatch(QNetworkAccessManager *manager);
    /// Nothing for a manager that is not watched: of that, nothing is certain.
    static TunnelWatch *of(const QNetworkAccessManager *manager);

    /// For each request, whether it goes through a proxy.
    void noteProxy(bool used);
    /// Anything came from the server.
    void noteServer() { m_stood = true; }
    /// A request ended without an answer, in Qt's own words. Whether nothing of it left, for certain.
    bool noteFailure(QNetworkReply::NetworkError error, const QString &text);
    /// A request was cut while it was under way: from now on nothing is certain.
    void noteCut() { m_isDoubtful = true; }

    /// All requests so far went through a proxy.
    bool isThroughProxy() const { return m_asked && !m_direct; }
    /// No connection has stood so far, not even one that nobody was told of.
    bool nothingStood() const { return !m_stood && !m_isDoubtful && !m_firstFailure; }

    /// Ends the manager's connections for good, if nothing stood: what is under way can no longer leave. stopped()
    /// follows, from the event loop, after whatever `encrypted` was on its way to us. May block for some milliseconds.
    void stop();
    /// With stopped(): whether nothing of what was under way left, for certain.
    bool stoppedInTime() const { return m_stoppedInTime && nothingStood(); }
    /// stop() was called, and stopped() is still to come.
    bool isStopping() const { return m_isStopping; }

Q_SIGNALS:
    void stopped();

private:
    void endConnections();

    struct Failure
    {
        QNetworkReply::NetworkError error;
        QString text;
        bool operator==(const Failure &other) const = default;
    };

    QNetworkAccessManager *m_manager; ///< our parent
    std::optional<Failure> m_firstFailure;
    bool m_asked = false;
    bool m_direct = false;
    bool m_stood = false;
    bool m_isDoubtful = false;
    bool m_isStopping = false;
    bool m_askedSince = false; ///< a request has begun since the connections were ended
    bool m_stoppedInTime = true;
};

} // namespace hangup
