// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/copyas.h"
#include "models/calllistmodel.h"
#include "ui/theme.h"

#include <QKeySequence>
#include <QList>
#include <QObject>

class QAction;
class QActionGroup;
class QMainWindow;
class QMenu;
class QUndoStack;

namespace hangup {

/// Every command of the window, with its words, keys and icon, laid out in the menus. What a command does is connected
/// by the window.
class WindowActions final : public QObject
{
    Q_OBJECT
public:
    /// Builds the menu bar of @p window. @p undo outlives this.
    WindowActions(QMainWindow *window, QUndoStack *undo);

    /// All commands that have words of their own, in the order of the menus.
    const QList<QAction *> &all() const { return m_all; }
    /// Tints the icons anew.
    void refreshIcons(const QPalette &palette);
    void showTheme(ColourScheme choice);
    void showFilter(CallFilter filter);
    /// With a batch there is a receipt; else the command says why not.
    void showReceipt(bool isThere);
    void showSupport(int callsStillLive);

    QAction *open;
    QAction *saveList;
    QAction *saveLog;
    QAction *quit;
    QAction *undo;
    QAction *redo;
    QAction *cut;
    QAction *copy;
    QAction *paste;
    QAction *remove;
    QAction *selectAll;
    QAction *find;
    QAction *filterLog;
    QAction *showIgnored;
    QAction *settings;
    QAction *copyIds;
    QAction *copyReceipt;
    QAction *copySupport;
    QAction *hangUpSelected;
    QAction *hangUpAll;
    QAction *lookUp;
    QMenu *copyAs;
    QAction *undoHangUp;
    QAction *stop;
    QAction *resume;
    QAction *retry;
    QAction *stopProof;
    QAction *recovery;
    QAction *removeEnded;
    QAction *callsPage;
    QAction *historyPage;
    QAction *livePage;
    QAction *refreshLive;
    QAction *logPane;
    QAction *resetLayout;
    QAction *sample;
    QAction *help;
    QAction *shortcuts;
    QAction *diagnostics;
    QAction *verifyJournal;
    QAction *about;
    QAction *aboutQt;
    QMenu *accounts;
    QMenu *columns;

Q_SIGNALS:
    void themeChosen(hangup::ColourScheme choice);
    void filterChosen(hangup::CallFilter filter);
    void copyAsChosen(hangup::CopyLanguage language);

private:
    QAction *add(QMenu *menu, const QString &text, const QString &icon);
    /// With every key the platform has for @p key.
    QAction *add(QMenu *menu, const QString &text, const QString &icon, QKeySequence::StandardKey key);
    void buildFile(QMenu *menu);
    void buildEdit(QMenu *menu, QUndoStack *undoStack);
    void buildCalls(QMenu *menu);
    void buildView(QMenu *menu);
    void buildPages(QMenu *menu);
    void buildFilters(QMenu *menu);
    void buildThemes(QMenu *menu);
    void buildHelp(QMenu *menu);

    QList<QAction *> m_all;
    QActionGroup *m_themes;
    QActionGroup *m_filters;
};

} // namespace hangup
