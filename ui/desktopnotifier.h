// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QString>

#include <memory>

namespace hangup {

/// Notifications of the desktop. Never blocks; where there is no way to notify, nothing happens. Texts are ours and
/// plain: what a server could take for markup is escaped.
class DesktopNotifier final : public QObject
{
    Q_OBJECT
public:
    explicit DesktopNotifier(QObject *parent);
    ~DesktopNotifier() override;

    void show(const QString &title, const QString &body);

Q_SIGNALS:
    /// The user clicked a notification of ours.
    void clicked();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace hangup
