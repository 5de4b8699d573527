// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/copyas.h"
#include "session/session.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QStringList>

#include <optional>

class QTimer;
class QWidget;

namespace hangup {

class CallDetails;

/// *Look up* and the pane of details: asks Plivo about calls (GETs only), keeps what was said of each, and follows the
/// selection while the pane is shown. Offers what can be done about an id that this account has no call of.
class DetailsFlow final : public QObject
{
    Q_OBJECT
public:
    /// So many calls are looked up at once: each is a request of the account's share.
    static constexpr qsizetype MostAtOnce = 1000;

    /// @p session outlives this; @p window is the dialogs' parent.
    DetailsFlow(Session *session, CallDetails *pane, QWidget *window);

    /// Shows the pane with the first of them, and asks Plivo about all of them anew.
    void lookUp(const QList<CallId> &ids);
    /// The call that is selected now; nothing: none is. Asks nothing.
    void follow(const std::optional<CallId> &id);

Q_SIGNALS:
    /// For the status line.
    void told(const QString &sentence);
    /// Nothing was asked: the account's token is not there (yet).
    void tokenNeeded();
    /// A leg was chosen: its row is to be selected, where it has one.
    void legChosen(const hangup::CallId &id);
    void requestCancelWanted(const hangup::CallId &id);
    void copyAsWanted(const hangup::CallId &id, hangup::CopyLanguage language);

private:
    void connectPane();
    bool tokenIsThere() const;
    void read(const CallInfoRead &read);
    void startAnew();
    void chooseLeg(const CallId &id);
    void askElsewhere();
    void readElsewhere(const Account &account, const CallInfoRead &read);
    void show();
    std::optional<CallInfoRead> known(const CallId &id) const;
    StuckFinding finding(const CallInfo &info) const;
    void tellAnswered(const CallInfoRead &latest);
    bool hasEndedSince(const CallInfo &info) const;
    bool isAsking(const CallId &id) const;
    bool offersRequest(const CallId &id, const std::optional<CallInfoRead> &read) const;

    Session *m_session;
    CallDetails *m_pane;
    QWidget *m_window;
    QTimer *m_clock; ///< ages, while the pane is shown
    std::optional<CallId> m_id; ///< shown
    QHash<CallId, CallInfoRead> m_reads; ///< what was looked up here
    QHash<CallId, QSet<CallId>> m_children; ///< B legs by their A leg, as far as they were read
    QHash<CallId, QStringList> m_elsewhere; ///< what other accounts said
    QHash<CallId, qint64> m_asking; ///< since when (UTC ms): an answer is awaited
    QList<CallId> m_asked; ///< of the last look-up
};

} // namespace hangup
