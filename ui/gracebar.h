// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>
#include <QTimer>

class QLabel;
class QPushButton;

namespace hangup {

class Session;

/// The countdown between a confirmation and the first request, with "Undo". Floats over the lower edge of its parent,
/// so that nothing in the window moves while the user may want to press it; hidden when nothing is in its grace period.
/// Accessible name "About to hang up"; announces itself once a batch, not each second. Esc undoes wherever the focus is
/// in the window, also while the window is not the active one for Qt (a confirmation has just closed): the command's
/// shortcut would not do then.
class GraceBar final : public QFrame
{
    Q_OBJECT
public:
    /// @p session outlives this.
    GraceBar(Session *session, QWidget *parent);

Q_SIGNALS:
    void undoRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void onGraceChanged();
    void tick();
    void place();
    bool isUndoKey(const QObject *receiver, const QEvent *event) const;
    void updateColours();
    QString sentence() const;

    Session *m_session;
    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_undo;
    QTimer m_ticks;
    int m_calls = 0; ///< told
};

} // namespace hangup
