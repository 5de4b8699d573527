// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "practice/practiceanswer.h"

#include <QNetworkReply>
#include <QTimer>

namespace hangup {

/// An answer of the simulated world, to look at like one that Qt took off the wire: the same attributes, headers,
/// errors and order of signals. finished() is emitted exactly once: by the event loop, or inside abort().
class PracticeReply final : public QNetworkReply
{
    Q_OBJECT
public:
    /// @p silence: the transfer timeout; 0 for none. It ends the reply as Qt does, like an abort.
    PracticeReply(QNetworkAccessManager::Operation op, const QNetworkRequest &request, PracticeAnswer answer,
                  std::chrono::milliseconds silence, QObject *parent);

    void abort() override;
    void close() override;
    qint64 bytesAvailable() const override;
    bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 maxSize) override;

private:
    void deliver();
    void tellHeaders();
    void finishWith(NetworkError error, const QString &words);

    PracticeAnswer m_answer;
    QByteArray m_unread;
    QTimer m_wait;
};

/// The error that Qt 6.4 has for a status (qhttpthreaddelegate.cpp); NoError below 400.
QNetworkReply::NetworkError errorOfStatus(int status);

} // namespace hangup
