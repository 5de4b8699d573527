// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/historypage_p.h"

#include "domain/policywords.h"
#include "session/history.h"
#include "ui/historyflow.h"
#include "ui/historylists.h"
#include "ui/historysearch.h"
#include "ui/historytable.h"
#include "ui/policymark.h"
#include "ui/steadybutton.h"
#include "ui/theme.h"

#include <QDateTime>
#include <QLabel>

using namespace Qt::StringLiterals;

// What the page says of itself.
namespace hangup {

QString HistoryPage::Private::emptyBatches() const
{
    if (lists->isSearching())
        return HistoryPage::tr("Searching…");
    if (lists->hasFailed())
        return HistoryPage::tr("The journal could not be read. The banner of the window says why, if it is known.");
    return search->isEmpty() ? HistoryPage::tr(
               "Nothing is on record yet. Each batch that you confirm stands here for good, with what became "
               "of its calls.")
                             : HistoryPage::tr("No batch fits the search. Clear the search to see them all.");
}

QString HistoryPage::Private::emptyCalls() const
{
    if (lists->isSearching() || lists->hasFailed())
        return {};
    return search->isEmpty() ? HistoryPage::tr("The calls of these batches stand here.")
                             : HistoryPage::tr("No call fits the search.");
}

void HistoryPage::Private::showHeading()
{
    const auto batch = lists->batches()->batchAt(lists->batches()->rowOf(batchInTable()));
    allCalls->setVisible(batch.has_value());
    if (!batch) {
        callsHeading->setText(HistoryPage::tr("Calls of all batches shown"));
        return;
    }
    const QString when = QDateTime::fromMSecsSinceEpoch(batch->info.atMs).toString(u"yyyy-MM-dd HH:mm:ss"_s);
    callsHeading->setText(HistoryPage::tr("Calls of the batch of %1").arg(when));
}

void HistoryPage::Private::showTips()
{
    receipt->setToolTip(HistoryPage::tr("The receipt of the selected batch, for the ticket (Ctrl+Shift+C)"));
    exporting->setToolTip(HistoryPage::tr("Save the calls shown here in a file"));
    removing->setToolTip(HistoryPage::tr("Take old batches out of the journal, after an export"));
    for (QWidget *button : { static_cast<QWidget *>(receipt), static_cast<QWidget *>(exporting),
                             static_cast<QWidget *>(removing) })
        button->setAccessibleDescription({});
}

void HistoryPage::Private::showState()
{
    showHeading();
    batchTable->setEmptyWords(emptyBatches());
    callTable->setEmptyWords(emptyCalls());
    QString words;
    if (lists->isSearching()) {
        words = HistoryPage::tr("Searching…");
    } else if (lists->hasFailed()) {
        words = HistoryPage::tr("The journal could not be read.");
    } else if (lists->asOfMs() != 0) {
        words = HistoryPage::tr("Batches: %L1. Calls shown: %L2. As of %3.")
                    .arg(lists->batches()->total())
                    .arg(lists->calls()->total())
                    .arg(QDateTime::fromMSecsSinceEpoch(lists->asOfMs()).toString(u"HH:mm:ss"_s));
    }
    state->setText(words);
    state->setToolTip(words);
    const bool free = !flow->isBusy();
    receipt->setEnabled(free && page->selectedBatch() != 0);
    exporting->setEnabled(free && lists->calls()->rowCount() > 0);
    removing->setEnabled(free && lists->history());
    verifying->setEnabled(free && lists->history());
    const bool mayExport = !lists->history() || lists->history()->mayExport();
    if (!mayExport) {
        // In sight, too: tool tips are for who has a mouse.
        state->setText(hangup::words::exportOff() + u' ' + words);
        for (QWidget *button : { static_cast<QWidget *>(receipt), static_cast<QWidget *>(exporting),
                                 static_cast<QWidget *>(removing) })
            greyByPolicy(button, hangup::words::exportOff());
    }
}

void HistoryPage::Private::makeIcons()
{
    const QPalette &palette = page->palette();
    receipt->setIcon(theme::icon(u"ticket"_s, palette));
    exporting->setIcon(theme::icon(u"save"_s, palette));
    removing->setIcon(theme::icon(u"trash"_s, palette));
}

} // namespace hangup
