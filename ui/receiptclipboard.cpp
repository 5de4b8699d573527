// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/receiptclipboard.h"

#include "domain/receipt.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

using namespace Qt::StringLiterals;

namespace hangup {

void copyToClipboard(const Receipt &receipt)
{
    auto *data = new QMimeData; // the clipboard's from then on
    data->setText(receipt.text);
    data->setHtml(receipt.html);
    data->setData(u"text/markdown"_s, receipt.markdown.toUtf8());
    QGuiApplication::clipboard()->setMimeData(data);
}

} // namespace hangup
