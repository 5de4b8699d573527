// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/policymark.h"

#include <QAction>
#include <QCoreApplication>
#include <QVariant>
#include <QWidget>

namespace hangup {

namespace {

/// The words of an action without the mark.
constexpr auto PlainWords = "hangup-plain-words";

} // namespace

void greyByPolicy(QWidget *widget, const QString &sentence)
{
    widget->setEnabled(false);
    widget->setToolTip(sentence);
    widget->setAccessibleDescription(sentence);
}

void greyByPolicy(QAction *action, const QString &sentence)
{
    const QVariant plain = action->property(PlainWords);
    if (sentence.isEmpty()) {
        if (plain.isValid()) {
            action->setText(plain.toString());
            action->setProperty(PlainWords, QVariant());
        }
        return;
    }
    action->setEnabled(false);
    if (!plain.isValid()) {
        action->setProperty(PlainWords, action->text());
        action->setText(
            QCoreApplication::translate("PolicyMark", "%1 (set by your organisation)").arg(action->text()));
    }
    action->setToolTip(sentence);
}

} // namespace hangup
