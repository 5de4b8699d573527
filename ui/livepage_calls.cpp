// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// What can be done with the live calls.
#include "ui/livepage_p.h"

#include "models/livecallmodel.h"
#include "ui/copyasmenu.h"
#include "ui/livetable.h"
#include "ui/theme.h"

#include <QItemSelection>
#include <QMenu>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace hangup {

QList<CallId> LivePage::selectedIds() const
{
    return d->table->selectedIds();
}

/// Asked with each step of a batch: it stops at the first.
bool LivePage::hasEndable() const
{
    const QItemSelection selection = d->table->selectionModel()->selection();
    for (const QItemSelectionRange &range : selection) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            if (!d->model->index(row, 0).data(LiveCallModel::GoneRole).toBool())
                return true;
        }
    }
    return false;
}

QList<CallId> LivePage::Private::selectedAlive() const
{
    QList<CallId> ids = table->selectedIds();
    ids.removeIf([this](const CallId &id) { return model->isGone(id); });
    return ids;
}

void LivePage::selectStuck()
{
    d->table->selectCalls(d->model->stuck());
    d->table->setFocus(Qt::OtherFocusReason);
}

void LivePage::copySelection() const
{
    d->table->copySelection();
}

void LivePage::copyIds() const
{
    d->table->copyIds();
}

void LivePage::Private::addSelected()
{
    const QList<CallId> ids = selectedAlive();
    if (!ids.isEmpty())
        Q_EMIT page->listed(session->addCalls(ids));
}

void LivePage::hangUpSelected()
{
    const QList<CallId> ids = d->selectedAlive();
    if (ids.isEmpty())
        return;
    d->addSelected();
    Q_EMIT hangUpRequested(ids);
}

void LivePage::Private::openMenu(const QPoint &at)
{
    auto *menu = new QMenu(table);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto put = [&](const QString &text, const QString &icon, auto slot) {
        QAction *action = menu->addAction(theme::icon(icon, page->palette()), text);
        connect(action, &QAction::triggered, this, slot);
        return action;
    };
    const bool alive = page->hasEndable();
    put(LivePage::tr("&Details"), u"info"_s, [this] { Q_EMIT page->detailsWanted(table->selectedIds()); });
    put(LivePage::tr("&Copy"), u"copy"_s, [this] { table->copySelection(); });
    put(LivePage::tr("Copy &UUIDs"), u"copy"_s, [this] { table->copyIds(); });
    QMenu *copyAs = menu->addMenu(LivePage::tr("Co&py as"));
    copyAs->setEnabled(table->selectedCount() == 1);
    fillCopyAs(copyAs, [this](CopyLanguage language) { Q_EMIT page->copyAsRequested(language); });
    menu->addSeparator();
    put(LivePage::tr("&Add to list"), u"listed"_s, [this] { addSelected(); })->setEnabled(alive);
    put(LivePage::tr("&Hang up selected…"), u"hangup"_s, [this] { page->hangUpSelected(); })->setEnabled(alive);
    menu->popup(at);
}

void LivePage::Private::showButtons()
{
    const bool any = page->hasEndable();
    add->setEnabled(any);
    hangUp->setEnabled(any);
    hangUp->setToolTip(any ? LivePage::tr("Puts the selected calls into the list and asks first; without your "
                                          "confirmation nothing is sent (Ctrl+Enter)")
                           : LivePage::tr("Select calls that are live in the table first (Ctrl+Enter hangs them up)"));
    stuck->setEnabled(!model->stuck().isEmpty());
    removeGone->setEnabled(model->goneCount() > 0);
}

} // namespace hangup
