// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>

class QLabel;

namespace hangup {

class Session;

/// Across the window while the organisation's policy can't be understood: where, which line, why, and what follows.
/// Can't be closed, and goes by itself when it is mended.
class PolicyBar final : public QFrame
{
    Q_OBJECT
public:
    /// @p session outlives this.
    PolicyBar(Session *session, QWidget *parent);
    /// What it says; empty while it is hidden.
    QString text() const;

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void showTrouble();
    void updateColours();

    Session *m_session;
    QLabel *m_icon;
    QLabel *m_text;
};

} // namespace hangup
