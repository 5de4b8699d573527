// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/helpwindow.h"

#include "ui/helpbrowser.h"
#include "ui/settingsfields.h"
#include "ui/steadybutton.h"
#include "ui/theme.h"

#include <QAction>
#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QScrollBar>
#include <QSplitter>
#include <QTextCursor>
#include <QTextDocument>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

constexpr QSize FirstSize(980, 660);
constexpr int ContentsWidth = 232;
constexpr int FindWidth = 260;

} // namespace

HelpWindow::HelpWindow(const HelpFacts &facts, QWidget *parent)
    : QWidget(parent, Qt::Window), m_facts(facts), m_contents(new QListWidget(this)), m_page(new HelpBrowser(this)),
      m_find(new QLineEdit(this)), m_found(settingSentence({}, this))
{
    setWindowTitle(tr("Hangup help"));
    setAccessibleName(windowTitle());
    build();
    addKeys();
    fill();
    resize(FirstSize);
    m_page->setFocus();
}

void HelpWindow::build()
{
    m_contents->setAccessibleName(tr("Contents"));
    m_contents->setFrameShape(QFrame::NoFrame);
    m_contents->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_page->setAccessibleName(tr("Help page"));
    m_page->setFrameShape(QFrame::NoFrame);

    auto *splitter = new QSplitter(this);
    splitter->setAccessibleName(tr("Contents and page"));
    splitter->setChildrenCollapsible(false);
    auto *side = new QWidget(this);
    auto *sideLayout = new QVBoxLayout(side);
    sideLayout->setContentsMargins(theme::Gap, 0, theme::Gap, theme::Gap);
    sideLayout->addWidget(m_contents);
    splitter->addWidget(side);
    splitter->addWidget(m_page);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({ ContentsWidth, FirstSize.width() - ContentsWidth });
    splitter->handle(1)->setAccessibleName(tr("Border between contents and page"));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildFind());
    layout->addWidget(splitter, 1);

    connect(m_contents, &QListWidget::currentRowChanged, this, &HelpWindow::goToCurrent);
    // A click on the section that is current already goes to its beginning again.
    connect(m_contents, &QListWidget::itemClicked, this, &HelpWindow::goToCurrent);
    connect(m_page->verticalScrollBar(), &QScrollBar::valueChanged, this, &HelpWindow::followPage);
}

QWidget *HelpWindow::buildFind()
{
    m_find->setAccessibleName(tr("Find in the help"));
    m_find->setPlaceholderText(tr("Find in the help"));
    m_find->setClearButtonEnabled(true);
    m_find->setMinimumHeight(theme::ControlHeight);
    m_find->setFixedWidth(FindWidth);
    const auto clear = m_find->findChildren<QToolButton *>();
    for (QToolButton *button : clear)
        button->setAccessibleName(tr("Clear the field"));
    m_found->setAccessibleName(tr("What was found"));
    m_found->setWordWrap(false);
    auto *next = new SteadyButton(tr("&Next"), tr("Next"), this);
    auto *previous = new SteadyButton(tr("&Previous"), tr("Previous"), this);

    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(theme::Margin, theme::WideGap, theme::Margin, theme::WideGap);
    row->setSpacing(theme::Gap);
    row->addWidget(m_find);
    row->addWidget(next);
    row->addWidget(previous);
    row->addWidget(m_found, 1);
    connect(m_find, &QLineEdit::textChanged, this, [this] { find(false, true); });
    connect(next, &QPushButton::clicked, this, [this] { find(false, false); });
    connect(previous, &QPushButton::clicked, this, [this] { find(true, false); });
    return bar;
}

void HelpWindow::addKeys()
{
    const auto on = [this](const QString &name, const QList<QKeySequence> &keys, auto slot) {
        auto *action = new QAction(name, this);
        action->setShortcuts(keys);
        addAction(action);
        connect(action, &QAction::triggered, this, slot);
    };
    on(tr("Find"), QKeySequence::keyBindings(QKeySequence::Find), [this] {
        m_find->setFocus(Qt::ShortcutFocusReason);
        m_find->selectAll();
    });
    on(tr("Find next"), { QKeySequence(Qt::Key_F3) }, [this] { find(false, false); });
    on(tr("Find previous"), { QKeySequence(Qt::SHIFT | Qt::Key_F3) }, [this] { find(true, false); });
    on(tr("Close"), QKeySequence::keyBindings(QKeySequence::Close), [this] { close(); });
}

void HelpWindow::setFacts(const HelpFacts &facts)
{
    if (facts == m_facts)
        return;
    m_facts = facts;
    fill();
}

void HelpWindow::fill()
{
    const QString page = helpPage(m_facts);
    const int top = m_page->verticalScrollBar()->value();
    m_page->setPage(helpStyleSheet(QApplication::palette(), font().pointSizeF()), page);
    m_page->verticalScrollBar()->setValue(top);
    if (!m_sections.isEmpty())
        return;
    m_sections = helpSections(page);
    m_following = true;
    for (const HelpSection &section : std::as_const(m_sections))
        (new QListWidgetItem(section.heading, m_contents))->setSizeHint({ 0, theme::RowHeight });
    m_contents->setCurrentRow(0);
    m_following = false;
}

void HelpWindow::goTo(const QString &anchor)
{
    for (int row = 0; row < m_sections.size(); ++row) {
        if (m_sections.at(row).anchor == anchor) {
            m_contents->setCurrentRow(row);
            goToCurrent();
        }
    }
}

void HelpWindow::goToCurrent()
{
    const int row = m_contents->currentRow();
    if (m_following || row < 0)
        return;
    m_following = true;
    m_page->scrollToAnchor(m_sections.at(row).anchor);
    m_following = false;
}

void HelpWindow::followPage()
{
    if (m_following)
        return;
    // The last heading that has reached the upper edge.
    const int top = m_page->verticalScrollBar()->value() + 2 * theme::Margin;
    int current = 0;
    for (int row = 0; row < m_sections.size(); ++row) {
        if (m_page->positionOf(m_sections.at(row).anchor).value_or(0) <= top)
            current = row;
    }
    m_following = true;
    m_contents->setCurrentRow(current);
    m_following = false;
}

void HelpWindow::find(bool backwards, bool fromStart)
{
    const QString wanted = m_find->text();
    QTextCursor cursor = m_page->textCursor();
    if (wanted.isEmpty()) {
        cursor.clearSelection();
        m_page->setTextCursor(cursor);
        m_found->clear();
        return;
    }
    // While the word grows, the place found stays if it still fits.
    if (fromStart)
        cursor.setPosition(cursor.selectionStart());
    const QTextDocument::FindFlags flags = backwards ? QTextDocument::FindBackward : QTextDocument::FindFlags();
    QTextCursor found = m_page->document()->find(wanted, cursor, flags);
    const bool around = found.isNull();
    if (around) {
        cursor.movePosition(backwards ? QTextCursor::End : QTextCursor::Start);
        found = m_page->document()->find(wanted, cursor, flags);
    }
    if (found.isNull()) {
        tellSetting(m_found, tr("Not in the help."));
        return;
    }
    m_page->setTextCursor(found);
    m_page->ensureCursorVisible();
    if (around && !fromStart)
        tellSetting(m_found, backwards ? tr("On from the end.") : tr("On from the beginning."));
    else
        m_found->clear();
}

void HelpWindow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        fill();
}

void HelpWindow::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && m_find->hasFocus())
        find(event->modifiers().testFlag(Qt::ShiftModifier), false);
    else if (event->key() == Qt::Key_Escape && !event->isAutoRepeat())
        close();
    else
        QWidget::keyPressEvent(event);
}

} // namespace hangup
