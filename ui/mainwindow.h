// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/calllink.h"
#include "domain/copyas.h"
#include "session/session.h"
#include "ui/theme.h"

#include <QClipboard>
#include <QMainWindow>
#include <QStringList>

#include <optional>

class QLabel;
class QLineEdit;
class QSplitter;
class QStackedWidget;
class QTimer;
class QUndoStack;

namespace hangup {

class AccountBanner;
class AccountBox;
class AccountFlow;
class ActionBar;
class CallDetails;
class CallsView;
class ClosingFlow;
class DetailsFlow;
class EmptyList;
class EndingFlow;
class HelpFlow;
class HistoryPage;
class InputBar;
class LivePage;
class LogPane;
class NoticeBar;
class NoticeBoard;
class PageTabBar;
class PauseQuestion;
class ReceiptFlow;
class RecoveryFlow;
class SavingFlow;
class SettingsFlow;
class SummaryStrip;
class TextIntake;
class TokenNotices;
class WindowActions;

/// The window: puts the parts together and ties them to the session. What goes on over several steps has a class of its
/// own: TextIntake, EndingFlow, ClosingFlow, AccountFlow, ProxyFlow, SavingFlow; who has something to tell posts it on
/// the NoticeBoard.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    /// @p session outlives the window.
    explicit MainWindow(Session *session, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Arguments, of this start or of a second one: ids and absolute paths.
    void addRows(const QStringList &rows);
    /// A second start handed @p rows over: adds them and comes to the front.
    void takeRows(const QStringList &rows);
    /// Says that a link was refused, in the bar across the window, and comes to the front.
    void refuseLink(LinkRefusal why);
    /// Where hangup.ini and the data are, for the help to show.
    void setPlaces(const QString &settingsFile, const QString &dataFolder);

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    // mainwindow.cpp
    void build();
    QWidget *buildTop();
    QWidget *buildCallsPage();
    QWidget *buildCalls();
    void buildStatusBar();
    void settleFields(const QWidget *part);
    void restoreLayout();
    void saveLayout();
    void resetLayout();
    void comeToFront();

    // mainwindow_actions.cpp: what the commands do
    void connectActions();
    void openFiles();
    void copy();
    void cut();
    void paste();
    void pasteIntoField(QClipboard::Mode mode);
    void selectAll();
    void remove(const QList<CallId> &ids);
    void removeEnded();
    void find();
    void fillColumns();
    void hangUpSelected();
    void hangUp(const QList<CallId> &ids);
    /// What stands in the fields on the page of calls, which is shown; nothing when one is compulsory and missing: said.
    std::optional<BatchWords> ticketWords();
    void showIgnored();
    void showShortcuts();
    void showDiagnostics();
    void chooseFilter(CallFilter filter);
    void showAllCalls();
    void activateCall(const CallId &id);

    // mainwindow_details.cpp
    QWidget *buildBeside();
    void connectDetails();
    void copySelectedAs(CopyLanguage language);
    void copyCallAs(const CallId &id, CopyLanguage language);
    void updateLookUp();

    // mainwindow_pages.cpp
    enum Page : quint8 { CallsPage, LivePageNumber, HistoryPageNumber };
    void connectPages();
    void showPage(int page);
    bool isOnHistory() const;
    bool isOnLive() const;
    void makePage(int page);
    void makeLive();
    void makeHistory();
    void addPage(int page, QWidget *widget);
    void pasteIntoSearch();
    void copyFromHistory();
    void connectRecord();
    void showVerified(const JournalCheck &check);
    void showProofPending();
    void updateSupport();

    // mainwindow_session.cpp: what the session tells
    void connectSession();
    void connectAccounts();
    void showReport(const AddReport &report, const QString &sentence);
    void showTrouble(const QString &sentence);
    void showStatus(const QString &sentence);
    void showAccount();
    void showPolicy();
    void markExports();
    void showProgress();
    void showTitle();
    void showHeld(qint64 untilMs);
    void updateCounts();
    std::optional<int> endableOfSelected() const;
    void updateEmptyList();

    /// Where the layout of the live page is kept, which the window may never have made.
    static inline const QString LiveKey = QStringLiteral("live");

    Session *m_session;
    SettingsFlow *m_settings; ///< brings style and colours, before any part is made
    QUndoStack *m_undo;
    WindowActions *m_actions;
    TextIntake *m_intake;
    EndingFlow *m_ending;
    ClosingFlow *m_closing;
    SavingFlow *m_saving;
    HelpFlow *m_help = nullptr;

    AccountBanner *m_banner;
    NoticeBar *m_notice;
    NoticeBoard *m_board;
    PauseQuestion *m_pause;
    RecoveryFlow *m_recovery;
    ReceiptFlow *m_receipt;
    TokenNotices *m_tokens;
    AccountBox *m_accountBox;
    AccountFlow *m_accounts = nullptr;
    QLineEdit *m_filter;
    InputBar *m_input;
    SummaryStrip *m_summary;
    CallsView *m_calls;
    EmptyList *m_empty;
    ActionBar *m_actionBar;
    LogPane *m_log;
    QSplitter *m_splitter;
    PageTabBar *m_tabs;
    QStackedWidget *m_pages;
    QSplitter *m_beside; ///< the pages, and the details
    CallDetails *m_details = nullptr;
    DetailsFlow *m_lookUp = nullptr;
    LivePage *m_live = nullptr; ///< null until it is first shown
    HistoryPage *m_history = nullptr; ///< null until it is first shown
    QLabel *m_status;
    QLabel *m_proof; ///< how many calls Plivo is asked about

    ScanResult m_lastScan; ///< for "Show"; its text is let go of
    int m_selected = 0;
    QTimer *m_heldTimer; ///< until m_heldUntilMs
    qint64 m_heldUntilMs = 0; ///< UTC, the latest told
};

} // namespace hangup
