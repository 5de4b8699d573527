// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "session/session.h"

#include <QDialog>
#include <QStringList>

class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace hangup {

/// What the confirmation says besides the account and the calls; empty where there is nothing to say.
struct ConfirmWords
{
    QString sentence {}; ///< why it is asked again
    QStringList cautions {}; ///< what the user can't see in the table, a sentence each
    QStringList notes {}; ///< what happens before anything is sent; empty ones say nothing
    BatchWords words {}; ///< ticket and reason of the batch
};

/// The one confirmation before calls are ended: account, number, first and last calls. Cancel has the focus and is the
/// default; Cancel, Esc and closing send nothing. Of many calls (Settings::typeNumberAbove) the number must be typed.
/// The confirming button works only once a double click's time has passed since the dialog was shown. Show it with
/// open(), never exec().
class ConfirmDialog final : public QDialog
{
    Q_OBJECT
public:
    ConfirmDialog(const Confirmation &confirmation, const ConfirmWords &words, QWidget *parent);
    /// Says why the confirmation was not taken; the dialog stays open and can confirm again.
    void refuse(const QString &sentence);

Q_SIGNALS:
    /// The confirming button was pressed; the typed number where one is asked for. Once, unless refuse() follows.
    void confirmed(const QString &typedNumber);

protected:
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addCautions(QVBoxLayout *layout, const QStringList &cautions);
    void addAccount(QVBoxLayout *layout, const Account &account);
    void addCalls(QVBoxLayout *layout, const QList<CallId> &ids);
    void addWords(QVBoxLayout *layout, const BatchWords &words);
    void addNumber(QVBoxLayout *layout);
    void addButtons(QVBoxLayout *layout);
    void confirm();
    void updateButton();
    void describe();

    qsizetype m_count;
    QLabel *m_sentence;
    QLineEdit *m_number = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_confirm = nullptr;
    bool m_settled = false; ///< no click can be the second of a double click on what opened this
    bool m_sent = false;
};

} // namespace hangup
