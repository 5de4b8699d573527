// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

class QAction;
class QWidget;

/// What the organisation has set can't be used or changed, and says so.
namespace hangup {

/// Greyed for good, with @p sentence as its tool tip and its accessible description.
void greyByPolicy(QWidget *widget, const QString &sentence);
/// While @p sentence is not empty: greyed, with "set by your organisation" behind its words and the sentence as its
/// tool tip. Without one its words are as they were; whether it can be used then, others decide.
void greyByPolicy(QAction *action, const QString &sentence);

} // namespace hangup
