// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/windowactions.h"

#include "ui/copyasmenu.h"

#include <QActionGroup>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QUndoStack>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

/// Holds the icon's name, so that it can be tinted anew.
constexpr auto IconProperty = "hangupIcon";

} // namespace

WindowActions::WindowActions(QMainWindow *window, QUndoStack *undoStack)
    : QObject(window), m_themes(new QActionGroup(this)), m_filters(new QActionGroup(this))
{
    QMenuBar *bar = window->menuBar();
    bar->setAccessibleName(tr("Menu bar"));
    buildFile(bar->addMenu(tr("&File")));
    buildEdit(bar->addMenu(tr("&Edit")), undoStack);
    buildCalls(bar->addMenu(tr("&Calls")));
    accounts = bar->addMenu(tr("&Account"));
    buildView(bar->addMenu(tr("&View")));
    buildHelp(bar->addMenu(tr("&Help")));
    refreshIcons(window->palette());
}

QAction *WindowActions::add(QMenu *menu, const QString &text, const QString &icon, QKeySequence::StandardKey key)
{
    QAction *action = add(menu, text, icon);
    action->setShortcuts(key);
    return action;
}

QAction *WindowActions::add(QMenu *menu, const QString &text, const QString &icon)
{
    QAction *action = menu->addAction(text);
    // A held key must not do a thing twice.
    action->setAutoRepeat(false);
    action->setProperty(IconProperty, icon);
    m_all += action;
    return action;
}

void WindowActions::buildFile(QMenu *menu)
{
    menu->setToolTipsVisible(true);
    open = add(menu, tr("&Open…"), u"open"_s, QKeySequence::Open);
    menu->addSeparator();
    saveList = add(menu, tr("&Save list as…"), u"save"_s, QKeySequence::Save);
    saveLog = add(menu, tr("Save &log as…"), u"save"_s);
    menu->addSeparator();
    quit = add(menu, tr("&Quit"), u"quit"_s, QKeySequence::Quit);
    quit->setMenuRole(QAction::QuitRole);
}

void WindowActions::buildEdit(QMenu *menu, QUndoStack *undoStack)
{
    menu->setToolTipsVisible(true);
    undo = undoStack->createUndoAction(menu, tr("&Undo"));
    undo->setShortcuts(QKeySequence::Undo);
    undo->setAutoRepeat(false);
    undo->setProperty(IconProperty, u"undo"_s);
    redo = undoStack->createRedoAction(menu, tr("&Redo"));
    redo->setShortcuts(QKeySequence::Redo);
    redo->setAutoRepeat(false);
    redo->setProperty(IconProperty, u"redo"_s);
    menu->addAction(undo);
    menu->addAction(redo);
    m_all += { undo, redo };
    menu->addSeparator();
    cut = add(menu, tr("Cu&t"), {}, QKeySequence::Cut);
    copy = add(menu, tr("&Copy"), u"copy"_s, QKeySequence::Copy);
    copyIds = add(menu, tr("Copy UUI&Ds"), u"copy"_s);
    copyReceipt = add(menu, tr("Copy r&eceipt"), u"ticket"_s);
    copyReceipt->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    copySupport = add(menu, tr("Copy text for Pli&vo's support"), u"copy"_s);
    paste = add(menu, tr("&Paste"), u"paste"_s, QKeySequence::Paste);
    menu->addSeparator();
    remove = add(menu, tr("Remove from &list"), u"trash"_s);
    // These two alone: the platform's Ctrl+D for it would surprise.
    remove->setShortcuts({ QKeySequence(Qt::Key_Delete), QKeySequence(Qt::Key_Backspace) });
    selectAll = add(menu, tr("Select &all"), u"select"_s, QKeySequence::SelectAll);
    menu->addSeparator();
    find = add(menu, tr("&Find calls"), u"search"_s, QKeySequence::Find);
    filterLog = add(menu, tr("Filter lo&g"), u"filter"_s);
    menu->addSeparator();
    showIgnored = add(menu, tr("Show what was &ignored"), u"info"_s);
    showIgnored->setEnabled(false);
    menu->addSeparator();
    settings = add(menu, tr("&Settings…"), u"settings"_s);
    settings->setMenuRole(QAction::PreferencesRole);
    // Not every platform has keys for it, and people try this one.
    QList<QKeySequence> keys = QKeySequence::keyBindings(QKeySequence::Preferences);
    const QKeySequence usual(Qt::CTRL | Qt::Key_Comma);
    if (!keys.contains(usual))
        keys.append(usual);
    settings->setShortcuts(keys);
}

void WindowActions::buildCalls(QMenu *menu)
{
    hangUpSelected = add(menu, tr("Hang up &selected…"), u"hangup"_s);
    // The Enter of the keypad is a key of its own.
    hangUpSelected->setShortcuts({ QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter) });
    hangUpAll = add(menu, tr("Hang up &all…"), u"hangup"_s);
    menu->addSeparator();
    lookUp = add(menu, tr("Loo&k up"), u"info"_s);
    lookUp->setShortcut(QKeySequence(Qt::Key_F6));
    copyAs = menu->addMenu(tr("C&opy as"));
    fillCopyAs(copyAs, [this](CopyLanguage language) { Q_EMIT copyAsChosen(language); });
    menu->addSeparator();
    undoHangUp = add(menu, tr("&Undo hang-up"), u"undo"_s);
    undoHangUp->setShortcut(QKeySequence(Qt::Key_Escape));
    undoHangUp->setEnabled(false); // Esc means many things; this one while the countdown runs
    retry = add(menu, tr("&Retry failed…"), u"retry"_s);
    stop = add(menu, tr("S&top"), u"stop"_s);
    resume = add(menu, tr("&Continue"), u"resume"_s);
    stopProof = add(menu, tr("Stop asking for &proof"), u"stop"_s);
    menu->addSeparator();
    recovery = add(menu, tr("Calls &left open…"), u"warning"_s);
    removeEnded = add(menu, tr("Remove &ended from list"), u"trash"_s);
}

void WindowActions::buildPages(QMenu *menu)
{
    auto *pages = new QActionGroup(this);
    callsPage = add(menu, tr("C&alls"), u"list"_s);
    callsPage->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_1));
    livePage = add(menu, tr("L&ive calls"), u"server"_s);
    livePage->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_2));
    historyPage = add(menu, tr("&History"), u"clock"_s);
    historyPage->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_3));
    for (QAction *page : { callsPage, livePage, historyPage }) {
        page->setCheckable(true);
        pages->addAction(page);
    }
    callsPage->setChecked(true);
    refreshLive = add(menu, tr("Re&fresh live calls"), u"retry"_s);
    refreshLive->setShortcut(QKeySequence(Qt::Key_F5));
    refreshLive->setEnabled(false); // on another page nobody would see what came of it
    menu->addSeparator();
}

void WindowActions::buildView(QMenu *menu)
{
    buildPages(menu);
    buildFilters(menu->addMenu(tr("Show &only")));
    columns = menu->addMenu(tr("&Columns"));
    logPane = add(menu, tr("&Log"), u"list"_s);
    logPane->setCheckable(true);
    logPane->setChecked(true);
    buildThemes(menu->addMenu(tr("Colo&urs")));
    menu->addSeparator();
    resetLayout = add(menu, tr("&Reset layout"), u"columns"_s);
}

void WindowActions::buildFilters(QMenu *menu)
{
    // The same words and order as the chips above the table.
    const struct
    {
        CallFilter filter;
        QString text;
    } filters[] = { { CallFilter::All, tr("&All") },          { CallFilter::Listed, tr("&Listed") },
                    { CallFilter::Waiting, tr("&Waiting") },  { CallFilter::Ended, tr("&Ended") },
                    { CallFilter::NotLive, tr("&Not live") }, { CallFilter::Refused, tr("&Refused") },
                    { CallFilter::Unknown, tr("&Unknown") },  { CallFilter::NotSent, tr("Not &sent") } };
    for (const auto &entry : filters) {
        QAction *action = add(menu, entry.text, {});
        action->setCheckable(true);
        action->setData(static_cast<int>(entry.filter));
        m_filters->addAction(action);
        connect(action, &QAction::triggered, this, [this, filter = entry.filter] { Q_EMIT filterChosen(filter); });
    }
    showFilter(CallFilter::All);
}

void WindowActions::buildThemes(QMenu *menu)
{
    const struct
    {
        ColourScheme choice;
        QString text;
    } choices[] = { { ColourScheme::System, tr("Colours of the &system") },
                    { ColourScheme::Light, tr("&Light") },
                    { ColourScheme::Dark, tr("&Dark") },
                    { ColourScheme::ContrastLight, tr("High contrast, l&ight") },
                    { ColourScheme::ContrastDark, tr("High contrast, d&ark") } };
    for (const auto &entry : choices) {
        QAction *action = add(menu, entry.text, {});
        action->setCheckable(true);
        action->setData(static_cast<int>(entry.choice));
        m_themes->addAction(action);
        connect(action, &QAction::triggered, this, [this, choice = entry.choice] { Q_EMIT themeChosen(choice); });
    }
}

void WindowActions::buildHelp(QMenu *menu)
{
    help = add(menu, tr("Hangup &help"), u"help"_s, QKeySequence::HelpContents);
    sample = add(menu, tr("&Paste a sample ticket"), u"ticket"_s);
    menu->addSeparator();
    shortcuts = add(menu, tr("&Keyboard shortcuts"), u"keyboard"_s);
    diagnostics = add(menu, tr("Copy &diagnostics…"), u"copy"_s);
    verifyJournal = add(menu, tr("&Verify journal"), u"ended"_s);
    menu->addSeparator();
    about = add(menu, tr("&About Hangup"), u"info"_s);
    about->setMenuRole(QAction::AboutRole);
    aboutQt = add(menu, tr("About &Qt"), {});
    aboutQt->setMenuRole(QAction::AboutQtRole);
}

void WindowActions::refreshIcons(const QPalette &palette)
{
    for (QAction *action : m_all) {
        const QString name = action->property(IconProperty).toString();
        if (!name.isEmpty())
            action->setIcon(theme::icon(name, palette));
    }
}

void WindowActions::showFilter(CallFilter filter)
{
    const QList<QAction *> actions = m_filters->actions();
    for (QAction *action : actions)
        action->setChecked(action->data().toInt() == static_cast<int>(filter));
}

void WindowActions::showReceipt(bool isThere)
{
    copyReceipt->setEnabled(isThere);
    copyReceipt->setToolTip(isThere ? tr("The latest batch, as plain text, Markdown and HTML")
                                    : tr("No calls were ended on this account since Hangup was started"));
}

void WindowActions::showSupport(int callsStillLive)
{
    copySupport->setEnabled(callsStillLive > 0);
    copySupport->setToolTip(callsStillLive > 0 ? tr("What Plivo's support needs to know")
                                               : tr("For selected calls that were accepted and are still live"));
}

void WindowActions::showTheme(ColourScheme choice)
{
    const QList<QAction *> actions = m_themes->actions();
    for (QAction *action : actions)
        action->setChecked(action->data().toInt() == static_cast<int>(choice));
}

} // namespace hangup
