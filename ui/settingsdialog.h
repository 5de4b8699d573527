// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/policy.h"
#include "domain/settings.h"
#include "ui/formdialog.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;

namespace hangup {

class PageTabs;

/// What the user may set, on five pages. Only valid settings can be entered; they are taken with OK (chosen()), and
/// Cancel, Esc and closing take nothing. The colours are shown at once: previewed() says which, also those of before
/// when the dialog is cancelled. Show it with open().
class SettingsDialog final : public FormDialog
{
    Q_OBJECT
public:
    SettingsDialog(const Settings &current, QWidget *parent);

    /// What stands in the fields.
    Settings chosen() const;
    /// What the organisation has set is shown in the fields, greyed, and said to be so; chosen() has it too. Once,
    /// after the dialog was made of the user's own settings.
    void obey(const Policy &policy);
    /// While calls are under way it is said to which of them the numbers apply.
    void setBusy(bool busy);
    void reject() override;
    void accept() override;

Q_SIGNALS:
    /// These colours are to be seen now.
    void previewed(hangup::ColourScheme colours);
    /// The button was pressed; happens at once, also when the dialog is then cancelled.
    void resetLayoutRequested();

private:
    QWidget *buildEnding();
    QWidget *buildSafety();
    QWidget *buildLive();
    QWidget *buildRecord();
    QWidget *buildWindow();
    QWidget *buildButtons();
    void fill(const Settings &settings);
    void connectFields();
    void keepTotalInStep();
    void sayPace();
    void sayProtected();
    /// The first pattern that can't be one, in a sentence; empty: all can.
    QString protectedTrouble() const;
    void preview();
    void showPolicy();

    const Settings m_current;
    PageTabs *m_pages;
    QSpinBox *m_share;
    QLabel *m_pace = nullptr;
    QSpinBox *m_silence;
    QSpinBox *m_total;
    QLabel *m_totalNote = nullptr;
    QSpinBox *m_threshold;
    QWidget *m_safety = nullptr; ///< the page
    QComboBox *m_grace;
    QSpinBox *m_check;
    QSpinBox *m_young;
    QPlainTextEdit *m_protected;
    QLabel *m_protectedNote = nullptr;
    QSpinBox *m_older;
    QSpinBox *m_ringing;
    QCheckBox *m_otherLeg;
    QCheckBox *m_sameNumbers;
    QComboBox *m_refresh;
    QCheckBox *m_ticket;
    QSpinBox *m_proof;
    QCheckBox *m_notify;
    QComboBox *m_colours;
    QComboBox *m_language;
    QPushButton *m_reset;
    QLabel *m_resetNote = nullptr;
    QLabel *m_busy;
    QLabel *m_ticketNote = nullptr;
    QLabel *m_rules; ///< what the organisation has set beside the fields
    Policy m_policy {};
    int m_wantedTotal = 0; ///< as the user set it, in seconds; what is shown is never less than the silence
    ColourScheme m_shown; ///< previewed last
};

} // namespace hangup
