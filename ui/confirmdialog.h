// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "session/session.h"

#include <QDialog>
#include <QSet>
#include <QStringList>
#include <QTimer>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace hangup {

class ConfirmCalls;

/// What the confirmation says besides the account and the calls; empty where there is nothing to say.
struct ConfirmWords
{
    QString sentence {}; ///< why it is asked again
    QStringList cautions {}; ///< what the user can't see in the table, a sentence each
    QStringList notes {}; ///< what happens before anything is sent; empty ones say nothing
    BatchWords words {}; ///< ticket and reason of the batch
    int readings = 0; ///< calls that are being looked up while this is shown
};

/// The one confirmation before calls are ended, or a request is cancelled: account, number, who is on the calls. Cancel
/// has the focus and is the default; Cancel, Esc and closing send nothing. Calls that need another step are left out
/// unless a box is ticked. Of many calls (Settings::typeNumberAbove) the number of those that will be ended must be
/// typed. The confirming button works only once a double click's time has passed since the dialog was shown, and stays
/// where it is while more becomes known. Show it with open(), never exec().
class ConfirmDialog final : public QDialog
{
    Q_OBJECT
public:
    ConfirmDialog(const Confirmation &confirmation, const ConfirmWords &words, QWidget *parent);
    /// What is on show: the only thing that may be confirmed.
    const Confirmation &confirmation() const { return m_confirmation; }
    /// The same confirmation with what was read since, of which @p read is the newest.
    void renew(const Confirmation &confirmation, const CallInfoRead &read);
    /// Says why the confirmation was not taken; the dialog stays open and can confirm again.
    void refuse(const QString &sentence);

Q_SIGNALS:
    /// The confirming button was pressed; the typed number where one is asked for. Once, unless refuse() follows.
    void confirmed(const QString &typedNumber, const hangup::EndingChoice &choice);

protected:
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addCautions(QVBoxLayout *layout, const QStringList &cautions);
    void addAccount(QVBoxLayout *layout, const Account &account);
    void addCalls(QVBoxLayout *layout);
    void addStep(QVBoxLayout *layout);
    void addWords(QVBoxLayout *layout, const BatchWords &words);
    void addNumber(QVBoxLayout *layout);
    void addButtons(QVBoxLayout *layout);
    void confirm();
    void stepTaken(bool taken);
    void takeStepBack();
    void showState();
    void updateStep();
    void settle();
    void updateButton();
    void describe();
    qsizetype count() const; ///< of the calls that would be ended
    EndingChoice choice() const;
    QString confirmWords(qsizetype calls, bool dryRun) const;
    QString consequence() const;
    QString readingWords() const;
    QString leftOutWords() const;
    /// Enough for whatever may be said there.
    int statusHeight() const;

    Confirmation m_confirmation;
    int m_readings;
    QSet<CallId> m_read; ///< of those that are looked up
    QSet<CallId> m_unclear; ///< of them: could not be read
    QSet<CallId> m_stepFor; ///< the flagged calls that were on show when the box was ticked
    QLabel *m_sentence;
    QLabel *m_question = nullptr;
    ConfirmCalls *m_calls = nullptr; ///< null: a request
    QCheckBox *m_step = nullptr; ///< null: nothing can become flagged
    QLabel *m_status = nullptr; ///< with m_step
    QLabel *m_consequence = nullptr;
    QCheckBox *m_dryRun = nullptr;
    QLineEdit *m_number = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_confirm = nullptr;
    bool m_wasTakenBack = false;
    QTimer m_settling;
    bool m_settled = false; ///< no click can be the second of a double click on what opened this
    bool m_sent = false;
};

} // namespace hangup
