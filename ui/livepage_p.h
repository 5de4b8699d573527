// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/livepage.h"

#include <QTimer>

class QLabel;
class QPushButton;

namespace hangup {

class AgePicture;
class LimitGauge;
class LiveCallModel;
class LiveCalls;
class LiveSearch;
class LiveTable;

/// What the page is made of: livepage.cpp puts it together, livepage_reading.cpp keeps what is read and what is shown
/// in step, livepage_calls.cpp has what can be done with the calls.
struct LivePage::Private : public QObject
{
    Private(LivePage *parent, Session *s);

    // livepage.cpp
    void setUp();
    void layOut();
    void connectAll();
    void connectButtons();
    void makeIcons();

    // livepage_reading.cpp
    void connectReading();
    bool ask();
    void watch(bool isVisible);
    void applySettings();
    void applyFilter();
    void chooseInterval(std::chrono::seconds interval);
    void tick();
    void showState();
    void showCounts();
    void lookAtSight();
    void wantSort();
    void sortWhenRead(bool newList);
    void sortIfRead();
    QString awaitedWords() const;
    QString emptyWords() const;

    // livepage_calls.cpp
    QList<CallId> selectedAlive() const;
    void addSelected();
    void openMenu(const QPoint &at);
    void showButtons();

    LivePage *page;
    Session *session;
    LiveCalls *live;
    LiveCallModel *model;
    // In the order of the Tab key, which is that on the screen: Qt goes by which was made first.
    LiveSearch *search;
    AgePicture *ages;
    QLabel *state;
    LiveTable *table;
    QPushButton *stuck;
    QPushButton *removeGone;
    LimitGauge *gauge;
    QPushButton *add;
    QPushButton *hangUp;
    QTimer second; ///< while the page is in sight
    QTimer sight; ///< a rest after the last scroll
    QTimer counts; ///< at most so often
    bool isVisible = false;
    bool isWrong = false; ///< a field can't be understood: nothing is asked
    bool waitsForSort = false; ///< the order needs a list or details that are on their way
    qint64 sortedAsOf = 0; ///< a list of another time than this one is waited for; 0: of any
};

} // namespace hangup
