// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/settings.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QSpinBox;

namespace hangup {

/// A page of groups: a heading, and below it fields with their label before and a sentence below.
class SettingsPage final : public QWidget
{
    Q_OBJECT
public:
    explicit SettingsPage(QWidget *parent);
    void addGroup(const QString &heading);
    /// @p label: with its mnemonic, or empty for a field that carries its own words. Without an accessible name the
    /// field gets the label's.
    void addField(const QString &label, QWidget *field);
    /// What the field above does; its accessible description too.
    QLabel *addSentence(const QString &sentence, QWidget *field);
    void addWide(QWidget *widget);
    /// After the last: what is left of the page's height stays below.
    void finish();

private:
    void leave(int pixels);

    QGridLayout *m_grid;
    bool m_first = true;
    bool m_afterSentence = false;
};

/// A field for a whole number of that range. What is typed can be no other, and the wheel changes it only while it has
/// the focus.
QSpinBox *settingNumber(const SettingRange &range, const QString &unit, QWidget *parent);
/// Plain, muted, wrapping.
QLabel *settingSentence(const QString &sentence, QWidget *parent);
/// Changes the sentence and tells screen readers at once.
void tellSetting(QLabel *label, const QString &sentence);

} // namespace hangup
