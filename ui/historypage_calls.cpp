// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/historypage_p.h"

#include "domain/receipt.h"
#include "ui/banner.h"
#include "ui/historydetails.h"
#include "ui/historyflow.h"
#include "ui/historylists.h"
#include "ui/historytable.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

// What can be done with the selected calls and the selected batch.
namespace hangup {

QList<HistoryCall> HistoryPage::Private::selectedCalls() const
{
    QList<HistoryCall> calls;
    const QList<int> rows = callTable->selectedRows();
    for (const int row : rows) {
        if (const auto call = lists->calls()->callAt(row))
            calls.append(*call);
    }
    return calls;
}

void HistoryPage::Private::copyIds()
{
    QStringList ids;
    const QList<HistoryCall> calls = selectedCalls();
    for (const HistoryCall &call : calls)
        ids.append(call.id.toString());
    ids.removeDuplicates();
    if (!ids.isEmpty())
        QGuiApplication::clipboard()->setText(ids.join(u'\n') + u'\n');
}

void HistoryPage::Private::putIntoList()
{
    QStringList ids;
    const QList<HistoryCall> calls = selectedCalls();
    for (const HistoryCall &call : calls)
        ids.append(call.id.toString());
    if (ids.isEmpty())
        return;
    // One of them in two batches is one row, and no duplicate to be told of.
    ids.removeDuplicates();
    const AddReport report = session->addText(ids.join(u'\n'), TextSource::Typed);
    const int added = static_cast<int>(report.added.size());
    QString words = added == 1 ? HistoryPage::tr("1 call was put into the list. Nothing was sent.")
                               : HistoryPage::tr("%Ln calls were put into the list. Nothing was sent.", nullptr, added);
    if (added == 0)
        words = HistoryPage::tr("They are in the list already.");
    notice->showNotice(NoticeBar::Level::Note, words);
    Q_EMIT page->listed(report);
}

void HistoryPage::Private::copySupportText()
{
    QStringList texts;
    const QList<HistoryCall> calls = selectedCalls();
    for (const HistoryCall &call : calls) {
        if (HistoryDetails::isForSupport(call))
            texts.append(supportText(call));
    }
    if (texts.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(texts.join(u"\n\n"_s));
    notice->showNotice(NoticeBar::Level::Note, HistoryPage::tr("The text for Plivo’s support is on the clipboard."));
}

void HistoryPage::Private::openCallMenu(const QPoint &at)
{
    auto *menu = new QMenu(page);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(HistoryPage::tr("&Copy UUIDs"), this, &Private::copyIds);
    menu->addAction(HistoryPage::tr("&Put into the list"), this, &Private::putIntoList);
    QAction *support
        = menu->addAction(HistoryPage::tr("Copy text for Plivo’s &support"), this, &Private::copySupportText);
    const QList<HistoryCall> calls = selectedCalls();
    support->setEnabled(std::any_of(calls.begin(), calls.end(), &HistoryDetails::isForSupport));
    menu->popup(at);
}

void HistoryPage::Private::openBatchMenu(const QPoint &at)
{
    auto *menu = new QMenu(page);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(HistoryPage::tr("Copy &receipt"), page, &HistoryPage::copyReceipt);
    menu->addAction(HistoryPage::tr("&Export…"), this, [this] { flow->exportCalls(lists->callsQuery()); });
    menu->popup(at);
}

} // namespace hangup
