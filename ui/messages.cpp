// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/messages.h"

namespace hangup {

QMessageBox *plainMessage(QWidget *parent, QMessageBox::Icon icon, const QString &name, const QString &text)
{
    auto *box = new QMessageBox(parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowModality(Qt::WindowModal);
    box->setWindowTitle(name);
    box->setAccessibleName(name);
    box->setTextFormat(Qt::PlainText);
    box->setIcon(icon);
    box->setText(text);
    return box;
}

} // namespace hangup
