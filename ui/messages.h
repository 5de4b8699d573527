// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QMessageBox>

class QWidget;

namespace hangup {

/// A window-modal message box that never takes its text for HTML and goes when it is closed. Add the buttons, then
/// open() it; @p name is its title and accessible name.
QMessageBox *plainMessage(QWidget *parent, QMessageBox::Icon icon, const QString &name, const QString &text);

} // namespace hangup
