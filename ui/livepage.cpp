// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/livepage_p.h"

#include "session/livecalls.h"
#include "ui/agepicture.h"
#include "ui/barlayout.h"
#include "ui/limitgauge.h"
#include "ui/livesearch.h"
#include "ui/livetable.h"
#include "ui/steadybutton.h"
#include "ui/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

bool isDetailsKey(const QEvent *event)
{
    const auto *key = static_cast<const QKeyEvent *>(event);
    return key->key() == Qt::Key_F6 && key->modifiers() == Qt::NoModifier;
}

} // namespace

LivePage::Private::Private(LivePage *parent, Session *s)
    : QObject(parent), page(parent), session(s), live(s->live()), model(s->live()->model()),
      search(new LiveSearch(parent)), ages(new AgePicture(parent)), state(new QLabel(parent)),
      table(new LiveTable(model, parent)), stuck(new SteadyButton(LivePage::tr("Select all that look stuc&k"),
                                                                  LivePage::tr("Select all that look stuck"), parent)),
      removeGone(new SteadyButton(LivePage::tr("Remove calls that are &gone"),
                                  LivePage::tr("Remove calls that are gone"), parent)),
      gauge(new LimitGauge(parent)),
      add(new SteadyButton(LivePage::tr("Add to &list"), LivePage::tr("Add to list"), parent)),
      hangUp(new DangerButton(LivePage::tr("Hang up &selected…"), LivePage::tr("Hang up selected live calls"), parent))
{
}

void LivePage::Private::setUp()
{
    state->setTextFormat(Qt::PlainText);
    state->setWordWrap(true);
    state->setAccessibleName(LivePage::tr("State of the live calls"));
    // Long words may be cut before they widen the window.
    state->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    stuck->setToolTip(LivePage::tr("Those shown with a reason in “Looks stuck because …”. Nothing is sent"));
    add->setToolTip(LivePage::tr("Put the selected calls into the list on the page “Calls”. Nothing is sent"));
    removeGone->setToolTip(LivePage::tr("Take away the rows whose calls are over, or not on the latest list"));
    constexpr int SmallestTable = 120;
    table->setMinimumHeight(SmallestTable);
}

void LivePage::Private::layOut()
{
    auto *start = new QHBoxLayout;
    start->setSpacing(theme::Gap);
    for (QPushButton *button : { stuck, removeGone })
        start->addWidget(button);
    auto *end = new QHBoxLayout;
    end->setSpacing(theme::Gap);
    for (QPushButton *button : { add, hangUp })
        end->addWidget(button);
    auto *foot = new QWidget(page);
    auto *bar = new BarLayout(theme::Gap, theme::Margin, foot);
    bar->setParts(start, gauge, end);

    auto *all = new QVBoxLayout(page);
    all->setContentsMargins(0, 0, 0, theme::Gap);
    all->setSpacing(theme::WideGap);
    all->addWidget(search);
    all->addWidget(ages);
    all->addWidget(state);
    all->addWidget(table, 1);
    all->addWidget(foot);
}

void LivePage::Private::connectAll()
{
    connectReading();
    connectButtons();
    connect(table, &LiveTable::selectionCountChanged, this, [this](int selected) {
        showButtons();
        Q_EMIT page->selectionCountChanged(selected);
    });
    connect(table, &LiveTable::menuRequested, this, &Private::openMenu);
    connect(table, &LiveTable::detailsRequested, this, [this] { Q_EMIT page->detailsWanted(table->selectedIds()); });
}

void LivePage::Private::connectButtons()
{
    connect(stuck, &QPushButton::clicked, page, &LivePage::selectStuck);
    connect(add, &QPushButton::clicked, this, &Private::addSelected);
    connect(removeGone, &QPushButton::clicked, model, &LiveCallModel::dropGone);
    connect(hangUp, &QPushButton::clicked, page, &LivePage::hangUpSelected);
}

void LivePage::Private::makeIcons()
{
    const QPalette &palette = page->palette();
    stuck->setIcon(theme::icon(u"select"_s, palette));
    add->setIcon(theme::icon(u"listed"_s, palette));
    removeGone->setIcon(theme::icon(u"trash"_s, palette));
}

LivePage::LivePage(Session *session, QWidget *parent) : QWidget(parent), d(new Private(this, session))
{
    setAccessibleName(tr("Live calls"));
    d->setUp();
    d->layOut();
    d->connectAll();
    d->makeIcons();
    d->applySettings();
    d->showState();
    d->showCounts();
}

LivePage::~LivePage() = default;

void LivePage::focusFilter()
{
    d->search->focusFilter();
}

void LivePage::selectAll()
{
    d->table->selectAll();
    d->table->setFocus(Qt::ShortcutFocusReason);
}

QByteArray LivePage::saveLayout() const
{
    return d->table->saveLayout();
}

void LivePage::restoreLayout(const QByteArray &state)
{
    d->table->restoreLayout(state);
}

void LivePage::resetLayout()
{
    d->table->resetLayout();
}

bool LivePage::event(QEvent *event)
{
    // The window's command has the same key and would look at the list.
    const bool isOverride = event->type() == QEvent::ShortcutOverride;
    if ((isOverride || event->type() == QEvent::KeyPress) && isDetailsKey(event) && d->table->selectedCount() > 0) {
        event->accept();
        if (!isOverride && !static_cast<QKeyEvent *>(event)->isAutoRepeat())
            Q_EMIT detailsWanted(selectedIds());
        return true;
    }
    return QWidget::event(event);
}

void LivePage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        d->makeIcons();
}

void LivePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    d->watch(true);
}

void LivePage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    d->watch(false);
}

} // namespace hangup
