// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/history.h"
#include "ui/historypage.h"

class QLabel;
class QPushButton;
class QSplitter;

namespace hangup {

class HistoryDetails;
class HistoryFlow;
class HistoryLists;
class HistorySearch;
class HistoryTable;
class NoticeBar;

/// What the page is made of: historypage.cpp puts it together and keeps it in step, historypage_calls.cpp has what can
/// be done with the selected.
struct HistoryPage::Private : public QObject
{
    Private(HistoryPage *parent, Session *s);

    void setUp();
    void layOut();
    void connectAll();
    void connectTables();
    void connectButtons();
    void follow();
    void startSearch();
    void selectBatch();
    void showCall();
    void showTips();
    void showState();
    void showHeading();
    void makeIcons();
    void openCallMenu(const QPoint &at);
    void openBatchMenu(const QPoint &at);
    void copyIds();
    void putIntoList();
    void copySupportText();
    QList<HistoryCall> selectedCalls() const;
    quint64 batchInTable() const;
    QString emptyBatches() const;
    QString emptyCalls() const;

    HistoryPage *page;
    Session *session;
    HistoryLists *lists;
    HistoryFlow *flow;
    NoticeBar *notice;
    // In the order of the Tab key, which is that on the screen: Qt goes by which was made first.
    HistorySearch *search;
    HistoryTable *batchTable;
    QLabel *callsHeading;
    QPushButton *allCalls;
    HistoryTable *callTable;
    HistoryDetails *details;
    QLabel *state;
    QPushButton *receipt;
    QPushButton *exporting;
    QPushButton *removing;
    QPushButton *verifying;
    QSplitter *upright;
    QSplitter *across;
    quint64 wanted = 0; ///< a batch to select when it comes
};

} // namespace hangup
