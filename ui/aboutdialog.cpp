// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/aboutdialog.h"

#include "ui/steadybutton.h"
#include "ui/theme.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

QLabel *paragraph(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

AboutDialog::AboutDialog(QWidget *parent) : QDialog(parent)
{
    constexpr int IconSize = 64;
    constexpr int TextWidth = 440;
    setWindowTitle(tr("About Hangup"));
    setAccessibleName(windowTitle());
    setWindowModality(Qt::WindowModal);

    auto *icon = new QLabel(this);
    icon->setPixmap(theme::appIcon().pixmap(IconSize, IconSize));
    icon->setAccessibleName(tr("Hangup's icon"));
    auto *name = paragraph(tr("Hangup %1").arg(QCoreApplication::applicationVersion()), this);
    QFont large = name->font();
    large.setPointSizeF(large.pointSizeF() * 1.5);
    large.setBold(true);
    name->setFont(large);

    auto *text = new QVBoxLayout;
    text->setSpacing(theme::WideGap);
    text->addWidget(name);
    text->addWidget(paragraph(tr("Ends stuck Plivo phone calls, and says what became of each."), this));
    text->addWidget(paragraph(tr("Copyright 2026 The Hangup authors. Licence: MIT."), this));
    text->addWidget(paragraph(tr("Uses Qt %1 (built with %2), licence: GNU LGPL version 3.")
                                  .arg(QString::fromLatin1(qVersion()), u"" QT_VERSION_STR ""_s),
                              this));
    text->addWidget(paragraph(tr("Icons: Lucide 1.62.0, licence: ISC, parts MIT. The app's own icon: MIT."), this));
    text->addWidget(paragraph(tr("Not made or endorsed by Plivo."), this));
    auto *closeButton = new SteadyButton(tr("Close"), this);
    closeButton->setDefault(true);
    text->addStretch(1);
    text->addWidget(closeButton, 0, Qt::AlignRight);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme::Margin, theme::Margin, theme::Margin, theme::Margin);
    layout->setSpacing(theme::Margin);
    layout->addWidget(icon, 0, Qt::AlignTop);
    layout->addLayout(text, 1);
    setMinimumWidth(TextWidth);
    connect(closeButton, &QPushButton::clicked, this, &QDialog::accept);
    closeButton->setFocus();
}

} // namespace hangup
