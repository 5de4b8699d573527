// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/messages.h"

#include "ui/theme.h"

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

constexpr int IconSize = 32;

} // namespace

QMessageBox *plainMessage(QWidget *parent, QMessageBox::Icon icon, const QString &name, const QString &text)
{
    auto *box = new QMessageBox(parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowModality(Qt::WindowModal);
    box->setWindowTitle(name);
    box->setAccessibleName(name);
    box->setTextFormat(Qt::PlainText);
    // The words ask by themselves; Qt's own pictures are not of this program's kind.
    if (icon == QMessageBox::Information || icon == QMessageBox::Warning) {
        const QString picture = icon == QMessageBox::Information ? u"info"_s : u"warning"_s;
        box->setIconPixmap(
            theme::icon(picture, box->palette()).pixmap(QSize(IconSize, IconSize), box->devicePixelRatioF()));
    }
    box->setText(text);
    return box;
}

} // namespace hangup
