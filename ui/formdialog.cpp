// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/formdialog.h"

#include <QKeyEvent>
#include <QLayout>

namespace hangup {

FormDialog::FormDialog(const QString &title, int smallestWidth, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(title);
    setAccessibleName(title);
    setWindowModality(Qt::WindowModal);
    setMinimumWidth(smallestWidth);
}

void FormDialog::growToFit()
{
    // Qt asks a layout for its height at a width only once, before the first show; a sentence that appears later would
    // be cut.
    if (!layout() || !layout()->hasHeightForWidth())
        return;
    const int wanted = layout()->totalHeightForWidth(width());
    if (height() < wanted)
        resize(width(), wanted);
}

bool FormDialog::event(QEvent *event)
{
    const bool done = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show)
        growToFit();
    return done;
}

void FormDialog::keyPressEvent(QKeyEvent *event)
{
    // A key still held from the window must neither press the default button nor close what has just appeared.
    const bool answers
        = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Escape;
    if (event->isAutoRepeat() && answers) {
        event->accept();
        return;
    }
    QDialog::keyPressEvent(event);
}

} // namespace hangup
