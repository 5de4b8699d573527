// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

class QComboBox;
class QWidget;

/// The choices of the settings; each entry's data is what it stands for.
namespace hangup {

QComboBox *colourBox(QWidget *parent);
QComboBox *languageBox(QWidget *parent);
/// Settings::GraceSeconds.
QComboBox *graceBox(QWidget *parent);
/// Settings::LiveRefreshSeconds.
QComboBox *refreshBox(QWidget *parent);

} // namespace hangup
