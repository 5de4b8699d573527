// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/historyflow.h"

#include "domain/policywords.h"
#include "domain/receipt.h"
#include "domain/words.h"
#include "ui/historyremovaldialog.h"
#include "ui/receiptclipboard.h"

#include <QFileDialog>
#include <QFileInfo>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

QString jsonFilter()
{
    return HistoryFlow::tr("JSON (*.json)");
}

HistoryFormat formatFor(const QString &path, const QString &nameFilter)
{
    if (path.endsWith(".json"_L1, Qt::CaseInsensitive))
        return HistoryFormat::Json;
    if (path.endsWith(".csv"_L1, Qt::CaseInsensitive))
        return HistoryFormat::Csv;
    return nameFilter == jsonFilter() ? HistoryFormat::Json : HistoryFormat::Csv;
}

int shownCount(qint64 n)
{
    return static_cast<int>(std::clamp<qint64>(n, 0, std::numeric_limits<int>::max()));
}

/// "“history.csv” has 345 calls."
QString saved(const HistoryExported &result)
{
    const int calls = shownCount(result.calls);
    const QString sentence = calls == 1 ? HistoryFlow::tr("1 call is saved in “%1”.")
                                        : HistoryFlow::tr("%Ln calls are saved in “%1”.", nullptr, calls);
    return sentence.arg(QFileInfo(result.path).fileName());
}

} // namespace

HistoryFlow::HistoryFlow(QWidget *window) : QObject(window), m_window(window) { }

void HistoryFlow::setHistory(History *history)
{
    if (history == m_history)
        return;
    if (m_history)
        m_history->disconnect(this);
    m_history = history;
    m_receipt = m_export = m_removal = m_check = 0;
    Q_EMIT busyChanged();
    if (!history)
        return;
    connect(history, &History::receiptMade, this, &HistoryFlow::takeReceipt);
    connect(history, &History::exported, this, &HistoryFlow::takeExported);
    connect(history, &History::pruned, this, &HistoryFlow::takePruned);
    connect(history, &History::verified, this, &HistoryFlow::takeCheck);
}

void HistoryFlow::begin(quint64 &question, quint64 number)
{
    question = number;
    Q_EMIT busyChanged();
}

bool HistoryFlow::closes(quint64 &question, quint64 number)
{
    if (question == 0 || question != number)
        return false;
    question = 0;
    Q_EMIT busyChanged();
    return true;
}

void HistoryFlow::copyReceipt(quint64 batch)
{
    if (batch == 0) {
        Q_EMIT told(tr("Select a batch first: the receipt is of one batch."), false);
        return;
    }
    if (m_history && mayExport())
        begin(m_receipt, m_history->makeReceipt(batch));
}

bool HistoryFlow::mayExport()
{
    const bool may = m_history && m_history->mayExport();
    if (m_history && !may)
        Q_EMIT told(words::exportOff(), true);
    return may;
}

void HistoryFlow::takeReceipt(quint64 question, const Receipt &receipt)
{
    if (!closes(m_receipt, question))
        return;
    if (receipt.text.isEmpty()) {
        Q_EMIT told(tr("The receipt could not be made: the journal could not be read."), true);
        return;
    }
    copyToClipboard(receipt);
    Q_EMIT told(tr("The receipt is on the clipboard."), false);
}

void HistoryFlow::askWhere(const QString &title, const QString &name,
                           const std::function<void(const QString &, HistoryFormat)> &save)
{
    auto *dialog = new QFileDialog(m_window, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAccessibleName(title);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({ tr("CSV (*.csv)"), jsonFilter() });
    // Set before the dialog asks about overwriting, so that it asks about the very file that is written.
    dialog->setDefaultSuffix(u"csv"_s);
    dialog->selectFile(name);
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter == jsonFilter() ? u"json"_s : u"csv"_s);
    });
    connect(dialog, &QFileDialog::fileSelected, this, [dialog, save](const QString &path) {
        if (!path.isEmpty())
            save(path, formatFor(path, dialog->selectedNameFilter()));
    });
    dialog->open();
}

void HistoryFlow::exportCalls(const HistoryQuery &query)
{
    // The journal that was in sight when it was asked for, not another account's.
    const QPointer<History> history = m_history;
    askWhere(tr("Export history"), u"history.csv"_s, [this, history, query](const QString &path, HistoryFormat format) {
        if (history && history == m_history && mayExport())
            begin(m_export, history->exportCalls(query, path, format));
    });
}

void HistoryFlow::takeExported(quint64 question, const HistoryExported &result)
{
    if (!closes(m_export, question))
        return;
    if (result.written)
        Q_EMIT told(saved(result), false);
    else
        Q_EMIT told(tr("“%1” could not be saved.").arg(QFileInfo(result.path).fileName()), true);
}

void HistoryFlow::removeOld()
{
    if (m_history && m_history->isEnding()) {
        tellNotWhileEnding();
        return;
    }
    const QPointer<History> history = m_history;
    auto *dialog = new HistoryRemovalDialog(QDate::currentDate(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, history, dialog] {
        const qint64 before = dialog->beforeMs();
        askWhere(tr("Save what is removed"), u"history-removed.csv"_s,
                 [this, history, before](const QString &path, HistoryFormat format) {
                     if (!history || history != m_history || !mayExport())
                         return;
                     begin(m_removal, history->exportAndPrune(before, path, format));
                     if (m_removal == 0)
                         tellNotWhileEnding(); // begun while the dialogs were open
                 });
    });
    dialog->open();
}

void HistoryFlow::tellNotWhileEnding()
{
    Q_EMIT told(tr("Nothing was removed: calls are being ended. Try again when they are through."), true);
}

void HistoryFlow::takePruned(quint64 question, const HistoryExported &exported, qint64 events)
{
    if (!closes(m_removal, question))
        return;
    if (!exported.written) {
        Q_EMIT told(tr("“%1” could not be saved, so nothing was removed.").arg(QFileInfo(exported.path).fileName()),
                    true);
    } else if (events == History::NotWhileEnding) {
        tellNotWhileEnding();
    } else if (events < 0) {
        Q_EMIT told(saved(exported) + u' ' + tr("But the journal could not be changed: nothing was removed."), true);
    } else {
        const int count = shownCount(events);
        Q_EMIT told(saved(exported) + u' '
                        + (count == 1 ? tr("1 event was removed from the journal.")
                                      : tr("%Ln events were removed from the journal.", nullptr, count)),
                    false);
    }
}

void HistoryFlow::verify()
{
    if (m_history)
        begin(m_check, m_history->verify());
}

void HistoryFlow::takeCheck(quint64 question, const JournalCheck &check)
{
    if (!closes(m_check, question))
        return;
    QString sentence = words::journalCheck(check);
    if (check.state != JournalCheck::State::Whole && !check.detail.isEmpty())
        sentence += u" ("_s + check.detail + u')';
    Q_EMIT told(sentence, check.state != JournalCheck::State::Whole);
}

} // namespace hangup
