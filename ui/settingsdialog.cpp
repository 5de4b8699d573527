// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/settingsdialog.h"

#include "domain/policywords.h"
#include "ui/pagetabs.h"
#include "ui/policymark.h"
#include "ui/settingsboxes.h"
#include "ui/settingsfields.h"
#include "ui/steadybutton.h"
#include "ui/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

constexpr int SmallestWidth = 560;

} // namespace

SettingsDialog::SettingsDialog(const Settings &current, QWidget *parent)
    : FormDialog(tr("Settings"), SmallestWidth, parent), m_current(current),
      m_pages(new PageTabs(tr("Pages of the settings"), this)),
      m_share(settingNumber(Settings::SharePercent, tr(" %"), this)),
      m_silence(settingNumber(Settings::SilenceSeconds, tr(" s"), this)),
      m_total(settingNumber(Settings::TotalSeconds, tr(" s"), this)),
      m_threshold(settingNumber(Settings::TypeNumberAbove, tr(" calls"), this)), m_grace(graceBox(this)),
      m_check(settingNumber(Settings::CheckAgainUpTo, tr(" calls"), this)),
      m_young(settingNumber(Settings::YoungUnderSeconds, tr(" s"), this)), m_protected(new QPlainTextEdit(this)),
      m_older(settingNumber(Settings::StuckOlderThanMinutes, tr(" min"), this)),
      m_ringing(settingNumber(Settings::StuckRingingSeconds, tr(" s"), this)),
      m_otherLeg(new QCheckBox(tr("The other leg is &gone"), this)),
      m_sameNumbers(new QCheckBox(tr("Same from and to more than on&ce"), this)), m_refresh(refreshBox(this)),
      m_ticket(new QCheckBox(tr("As&k for ticket and reason before anything is ended"), this)),
      m_proof(settingNumber(Settings::ProofMinutes, tr(" min"), this)),
      m_notify(new QCheckBox(tr("Show a &notification"), this)), m_colours(colourBox(this)),
      m_language(languageBox(this)), m_reset(new SteadyButton(tr("&Reset layout"), tr("Reset layout"), this)),
      m_busy(settingSentence({}, this)), m_rules(settingSentence({}, this)), m_shown(current.colours)
{
    m_pages->addTab(buildEnding(), tr("&Ending calls"));
    m_safety = buildSafety();
    m_pages->addTab(m_safety, tr("Sa&fety"));
    m_pages->addTab(buildLive(), tr("Li&ve calls"));
    m_pages->addTab(buildRecord(), tr("Rec&ord"));
    m_pages->addTab(buildWindow(), tr("&Window"));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::Margin, theme::Margin, theme::Margin, theme::Margin);
    layout->setSpacing(theme::Margin);
    layout->addWidget(m_pages, 1);
    layout->addWidget(buildButtons());

    fill(current);
    connectFields();
    m_busy->hide();
    m_rules->hide();
    m_share->setFocus();
    m_share->selectAll();
}

QWidget *SettingsDialog::buildButtons()
{
    auto *buttons = new QWidget(this);
    auto *defaults = new SteadyButton(tr("Restore &defaults"), tr("Restore defaults"), this);
    auto *cancel = new SteadyButton(tr("Cancel"), this);
    auto *ok = new SteadyButton(tr("OK"), this);
    ok->setDefault(true);
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::Gap);
    row->addWidget(defaults);
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(ok);
    connect(defaults, &QPushButton::clicked, this, [this] {
        fill(Settings());
        preview();
    });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(ok, &QPushButton::clicked, this, &QDialog::accept);
    return buttons;
}

void SettingsDialog::fill(const Settings &settings)
{
    const Settings good = settings.corrected();
    m_wantedTotal = static_cast<int>(good.total.count());
    m_share->setValue(good.sharePercent);
    m_silence->setValue(static_cast<int>(good.silence.count()));
    keepTotalInStep();
    m_threshold->setValue(good.typeNumberAbove);
    m_grace->setCurrentIndex(m_grace->findData(static_cast<int>(good.grace.count())));
    m_check->setValue(good.checkAgainUpTo);
    m_young->setValue(static_cast<int>(good.cutOff.youngUnder.count()));
    m_refresh->setCurrentIndex(m_refresh->findData(static_cast<int>(good.liveRefresh.count())));
    m_older->setValue(static_cast<int>(good.stuck.olderThan.count()));
    m_ringing->setValue(static_cast<int>(good.stuck.ringingFor.count()));
    m_otherLeg->setChecked(good.stuck.otherLegGone);
    m_sameNumbers->setChecked(good.stuck.sameNumbers);
    m_protected->setPlainText(good.cutOff.protectedNumbers.patterns().join(u'\n'));
    m_ticket->setChecked(good.ticketRequired);
    m_proof->setValue(static_cast<int>(good.proofFor.count()));
    m_notify->setChecked(good.notifyWhenDone);
    m_colours->setCurrentIndex(m_colours->findData(static_cast<int>(good.colours)));
    m_language->setCurrentIndex(std::max(0, m_language->findData(good.language)));
    sayPace();
    sayProtected();
    showPolicy();
}

void SettingsDialog::obey(const Policy &policy)
{
    m_policy = policy;
    showPolicy();
    sayPace();
    sayProtected();
}

/// Also after the defaults were restored: the organisation's values stay.
void SettingsDialog::showPolicy()
{
    if (m_policy.sharePercent) {
        m_share->setValue(*m_policy.sharePercent);
        m_share->setEnabled(false);
        m_share->setToolTip(words::setByOrganisation());
    }
    if (m_policy.ticketRequired) {
        m_ticket->setChecked(true);
        m_ticketNote->setText(tr("Both stand in the history and in the receipt. Without them nothing is ended then.")
                              + u' ' + words::setByOrganisation());
        greyByPolicy(m_ticket, m_ticketNote->text());
    }
    const QStringList rules = words::policyRules(m_policy);
    m_rules->setText(words::setByOrganisation() + u'\n' + rules.join(u'\n'));
    m_rules->setAccessibleName(words::setByOrganisation());
    m_rules->setVisible(!rules.isEmpty());
}

void SettingsDialog::connectFields()
{
    connect(m_protected, &QPlainTextEdit::textChanged, this, &SettingsDialog::sayProtected);
    connect(m_share, &QSpinBox::valueChanged, this, &SettingsDialog::sayPace);
    connect(m_silence, &QSpinBox::valueChanged, this, &SettingsDialog::keepTotalInStep);
    connect(m_total, &QSpinBox::valueChanged, this, [this](int total) {
        m_wantedTotal = total;
        keepTotalInStep();
    });
    connect(m_colours, &QComboBox::currentIndexChanged, this, &SettingsDialog::preview);
    connect(m_reset, &QPushButton::clicked, this, [this] {
        Q_EMIT resetLayoutRequested();
        tellSetting(m_resetNote, tr("The layout is as it came."));
    });
}

void SettingsDialog::keepTotalInStep()
{
    const int silence = m_silence->value();
    const QSignalBlocker quiet(m_total);
    // The user's own number comes back when the silence that was above it is made shorter again.
    m_total->setMinimum(std::max(Settings::TotalSeconds.least, silence));
    m_total->setValue(std::max(m_wantedTotal, silence));
    m_totalNote->setText(
        m_wantedTotal < silence
            ? tr("Raised to %1 s with the silence, and never less than it. An attempt that takes longer in all is "
                 "given "
                 "up.")
                  .arg(silence)
            : tr("An attempt that takes longer in all is given up. Never less than the silence above."));
    m_total->setAccessibleDescription(m_totalNote->text());
}

void SettingsDialog::sayPace()
{
    Settings settings;
    settings.sharePercent = m_share->value();
    m_pace->setText(tr("At most %n requests in any 5 seconds; Plivo allows an account 300, shared with your other "
                       "systems.",
                       nullptr, settings.windowRequests())
                    + (m_policy.sharePercent ? u' ' + words::setByOrganisation() : QString()));
    m_share->setAccessibleDescription(m_pace->text());
}

QString SettingsDialog::protectedTrouble() const
{
    const auto refused = ProtectedNumbers::parse(m_protected->toPlainText()).refused;
    if (refused.isEmpty())
        return {};
    const ProtectedNumbers::Refused &first = refused.constFirst();
    switch (first.problem) {
    case ProtectedNumbers::Problem::NotANumber:
        return tr("“%1” can't be a number: it needs a digit or a letter besides * and ?, and nothing invisible.")
            .arg(first.pattern);
    case ProtectedNumbers::Problem::TooLong:
        return tr("“%1…” is too long: at most %2 characters.")
            .arg(first.pattern.left(20), QString::number(ProtectedNumbers::MaxLength));
    case ProtectedNumbers::Problem::TooMany:
        return tr("These are too many: at most %1.").arg(ProtectedNumbers::MaxPatterns);
    }
    Q_UNREACHABLE();
}

void SettingsDialog::sayProtected()
{
    const QString trouble = protectedTrouble();
    m_protectedNote->setText(
        trouble.isEmpty() ? tr(
            "A number a line; * stands for any digits, ? for one. With numbers here Plivo is asked for each call's "
            "numbers right before it is ended; it is left out when one is protected, or when they can't be read.")
                          : trouble);
    if (trouble.isEmpty() && !m_policy.protectedNumbers.isEmpty())
        m_protectedNote->setText(words::protectedByOrganisation(m_policy.protectedNumbers) + u' '
                                 + m_protectedNote->text());
    m_protected->setAccessibleDescription(m_protectedNote->text());
}

void SettingsDialog::preview()
{
    const auto colours = static_cast<ColourScheme>(m_colours->currentData().toInt());
    if (colours == m_shown)
        return;
    m_shown = colours;
    Q_EMIT previewed(colours);
}

Settings SettingsDialog::chosen() const
{
    Settings settings = m_current; // what has no field here stays
    settings.sharePercent = m_share->value();
    settings.silence = std::chrono::seconds(m_silence->value());
    settings.total = std::chrono::seconds(m_total->value());
    settings.typeNumberAbove = m_threshold->value();
    settings.grace = std::chrono::seconds(m_grace->currentData().toInt());
    settings.checkAgainUpTo = m_check->value();
    settings.cutOff.youngUnder = std::chrono::seconds(m_young->value());
    settings.liveRefresh = std::chrono::seconds(m_refresh->currentData().toInt());
    settings.stuck.olderThan = std::chrono::minutes(m_older->value());
    settings.stuck.ringingFor = std::chrono::seconds(m_ringing->value());
    settings.stuck.otherLegGone = m_otherLeg->isChecked();
    settings.stuck.sameNumbers = m_sameNumbers->isChecked();
    settings.cutOff.protectedNumbers = ProtectedNumbers::parse(m_protected->toPlainText()).numbers;
    settings.ticketRequired = m_ticket->isChecked();
    settings.proofFor = std::chrono::minutes(m_proof->value());
    settings.notifyWhenDone = m_notify->isChecked();
    settings.colours = static_cast<ColourScheme>(m_colours->currentData().toInt());
    settings.language = m_language->currentData().toString();
    return settings.corrected();
}

void SettingsDialog::setBusy(bool busy)
{
    m_busy->setText(busy ? tr("Calls are under way: pace and deadlines apply to their next attempts, the number to the "
                              "next confirmation.")
                         : QString());
    m_busy->setVisible(busy);
}

void SettingsDialog::accept()
{
    // A number that is still being typed ("1" of "15") becomes the nearest that is allowed.
    for (QSpinBox *number : { m_share, m_silence, m_total, m_threshold, m_check, m_young, m_older, m_ringing, m_proof })
        number->interpretText();
    // A number that would silently not be protected must not be taken for one that is.
    if (const QString trouble = protectedTrouble(); !trouble.isEmpty()) {
        m_pages->setCurrentWidget(m_safety);
        m_protected->setFocus();
        tellSetting(m_protectedNote, trouble);
        return;
    }
    FormDialog::accept();
}

void SettingsDialog::reject()
{
    if (m_shown != m_current.colours) {
        m_shown = m_current.colours;
        Q_EMIT previewed(m_shown);
    }
    FormDialog::reject();
}

} // namespace hangup
