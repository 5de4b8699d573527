// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/settingsdialog.h"

#include "ui/settingsboxes.h"
#include "ui/settingsfields.h"
#include "ui/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>

using namespace Qt::StringLiterals;

// The pages, each with its sentences.
namespace hangup {

QWidget *SettingsDialog::buildEnding()
{
    auto *page = new SettingsPage(this);
    page->addGroup(tr("Pace"));
    page->addField(tr("&Share of the account's limit:"), m_share);
    m_pace = page->addSentence({}, m_share);

    page->addGroup(tr("Deadlines"));
    page->addField(tr("S&ilence:"), m_silence);
    page->addSentence(tr("An attempt is given up when not a byte has come for so long. The call is then “Unknown”: it "
                         "may have ended."),
                      m_silence);
    page->addField(tr("&Total:"), m_total);
    m_totalNote = page->addSentence({}, m_total);

    page->addGroup(tr("Confirmation"));
    page->addField(tr("Type the n&umber above:"), m_threshold);
    page->addSentence(tr("Before more calls than this are ended at once, their number has to be typed."), m_threshold);
    page->addWide(m_busy);
    page->addWide(m_rules);
    page->finish();
    return page;
}

QWidget *SettingsDialog::buildSafety()
{
    constexpr int ShownLines = 5;
    constexpr int ListWidth = 280;
    auto *page = new SettingsPage(this);
    page->addGroup(tr("Time to undo"));
    page->addField(tr("W&ait before sending:"), m_grace);
    page->addSentence(tr("After a confirmation a countdown runs, and Esc takes everything back. Nothing is sent before "
                         "it is over."),
                      m_grace);

    page->addGroup(tr("Who is cut off"));
    m_check->setSpecialValueText(tr("off"));
    page->addField(tr("Look again at &up to:"), m_check);
    page->addSentence(tr("In a batch of at most so many calls each one is looked at right before it is ended. One that "
                         "is over, or has other numbers than before, is left out."),
                      m_check);
    m_young->setSpecialValueText(tr("off"));
    page->addField(tr("Flag calls &younger than:"), m_young);
    page->addSentence(tr("Young calls, and answered inbound ones, are ended only when a box is ticked in the "
                         "confirmation."),
                      m_young);

    page->addGroup(tr("Protected numbers"));
    m_protected->setTabChangesFocus(true);
    m_protected->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_protected->setPlaceholderText(u"+1 800 555 0100\n+49 30 1234*"_s);
    m_protected->setFixedHeight(m_protected->fontMetrics().lineSpacing() * ShownLines + theme::WideGap);
    page->addField(tr("&Never end calls of:"), m_protected);
    m_protected->setMinimumWidth(ListWidth);
    m_protectedNote = page->addSentence({}, m_protected);
    page->finish();
    return page;
}

QWidget *SettingsDialog::buildLive()
{
    auto *page = new SettingsPage(this);
    page->addGroup(tr("Reading"));
    page->addField(tr("Read a&new every:"), m_refresh);
    page->addSentence(tr("While the page “Live calls” is in sight. Ending calls always goes first."), m_refresh);

    page->addGroup(tr("Looks stuck"));
    m_older->setSpecialValueText(tr("off"));
    page->addField(tr("Older &than:"), m_older);
    page->addSentence(tr("Plivo itself ends a call after 240 min, unless it was told otherwise."), m_older);
    m_ringing->setSpecialValueText(tr("off"));
    page->addField(tr("&Ringing or queued longer than:"), m_ringing);
    page->addSentence(tr("Plivo gives up ringing after 120 s, unless it was told otherwise."), m_ringing);
    m_otherLeg->setAccessibleName(tr("The other leg is gone"));
    page->addField({}, m_otherLeg);
    m_sameNumbers->setAccessibleName(tr("Same from and to more than once"));
    page->addField({}, m_sameNumbers);
    page->addSentence(tr("These are reasons to look, never a verdict: nothing is ended because of them."),
                      m_sameNumbers);
    page->finish();
    return page;
}

QWidget *SettingsDialog::buildRecord()
{
    auto *page = new SettingsPage(this);
    page->addGroup(tr("Ticket and reason"));
    m_ticket->setAccessibleName(tr("Ask for ticket and reason before anything is ended"));
    page->addField({}, m_ticket);
    m_ticketNote = page->addSentence(
        tr("Both stand in the history and in the receipt. Without them nothing is ended then."), m_ticket);

    page->addGroup(tr("Proof"));
    m_proof->setSpecialValueText(tr("off"));
    page->addField(tr("Ask &Plivo for proof for:"), m_proof);
    page->addSentence(tr("After a batch Plivo's record of each call is read, to see who ended it. It takes a while to "
                         "appear; after so many minutes the question is given up. 0 asks for none."),
                      m_proof);
    page->finish();
    return page;
}

QWidget *SettingsDialog::buildWindow()
{
    auto *page = new SettingsPage(this);
    page->addGroup(tr("When a batch ends"));
    m_notify->setAccessibleName(tr("Show a notification"));
    page->addField({}, m_notify);
    page->addSentence(tr("Only while the window is not in front. It says the numbers, and no call, account or secret."),
                      m_notify);

    page->addGroup(tr("Look"));
    page->addField(tr("&Colours:"), m_colours);
    page->addSentence(tr("Those of the system follow it between light and dark, and keep its high contrast."),
                      m_colours);
    page->addField(tr("&Language:"), m_language);
    page->addSentence(tr("Takes effect at the next start."), m_language);
    page->addField(tr("Layout:"), m_reset);
    m_resetNote = page->addSentence(
        tr("Brings columns, log and the window's size back to how they came. Happens at once."), m_reset);
    page->finish();
    return page;
}

} // namespace hangup
