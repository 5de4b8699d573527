// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QNetworkAccessManager>

#include <memory>

namespace hangup {

class PracticeWorld;

/// A QNetworkAccessManager that answers from a simulated world: no port is opened, nothing leaves the machine.
/// Takes the same requests as the real API and is used by the same engine.
class PracticeNetwork final : public QNetworkAccessManager
{
    Q_OBJECT
public:
    /// @p world is shared by all managers of the practice account and lives on the same thread.
    explicit PracticeNetwork(std::shared_ptr<PracticeWorld> world, QObject *parent = nullptr);

protected:
    QNetworkReply *createRequest(Operation op, const QNetworkRequest &request, QIODevice *outgoingData) override;

private:
    std::shared_ptr<PracticeWorld> m_world;
};

} // namespace hangup
