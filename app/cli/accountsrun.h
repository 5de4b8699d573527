// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "cli/cliarguments.h"
#include "cli/tokenreader.h"
#include "session/session.h"

#include <QObject>

#include <memory>
#include <optional>

namespace hangup {

class OutputQueue;
class Question;
class StatusLine;

/// `hangup-cli accounts list`: asks neither Plivo nor the keychain.
class AccountListRun final : public QObject
{
    Q_OBJECT
public:
    /// All of them outlive this.
    AccountListRun(Session *session, AccountsArguments arguments, OutputQueue *output, QObject *parent = nullptr);

    void start();

Q_SIGNALS:
    /// Exactly once.
    void finished(int status);

private:
    Session *const m_session;
    const AccountsArguments m_arguments;
    OutputQueue *const m_output;
};

/// `hangup-cli accounts add`: what the window's form refuses is refused here, before the token is asked for.
class AccountAddRun final : public QObject
{
    Q_OBJECT
public:
    /// All of them outlive this.
    AccountAddRun(Session *session, AccountsArguments arguments, OutputQueue *output, StatusLine *status,
                  QObject *parent = nullptr);

    void start();
    /// Ctrl+C: nothing is added, unless it is past cancelling.
    void interrupt();

Q_SIGNALS:
    /// Exactly once.
    void finished(int status);

private:
    QString objection() const;
    quint32 freeColour() const;
    void save(const std::optional<AuthToken> &token);
    void leave(int status);

    Session *const m_session;
    const AccountsArguments m_arguments;
    OutputQueue *const m_output;
    StatusLine *const m_status;
    TokenReader m_reader;
    std::optional<Account> m_account; ///< to be added
    bool m_interrupted = false;
    bool m_done = false;
};

/// `hangup-cli accounts test`: the check of the window, of the session's account.
class AccountTestRun final : public QObject
{
    Q_OBJECT
public:
    /// All of them outlive this.
    AccountTestRun(Session *session, OutputQueue *output, StatusLine *status, QObject *parent = nullptr);

    void start();
    void interrupt();

Q_SIGNALS:
    /// Exactly once.
    void finished(int status);

private:
    void take(const CheckVerdict &verdict);
    void leave(int status);

    Session *const m_session;
    OutputQueue *const m_output;
    StatusLine *const m_status;
    bool m_done = false;
};

/// `hangup-cli accounts remove`: the account goes at once, then the keychain is waited for.
class AccountRemoveRun final : public QObject
{
    Q_OBJECT
public:
    /// All of them outlive this.
    AccountRemoveRun(Session *session, AccountsArguments arguments, OutputQueue *output, StatusLine *status,
                     QObject *parent = nullptr);
    ~AccountRemoveRun() override;

    void start();
    /// Ctrl+C: before the answer nothing is removed; after it, the keychain is not waited for.
    void interrupt();

Q_SIGNALS:
    /// Exactly once.
    void finished(int status);

private:
    void ask();
    void remove();
    void tidy();
    void refuse(const QString &sentence, int status);
    void leave(int status);

    Session *const m_session;
    const AccountsArguments m_arguments;
    OutputQueue *const m_output;
    StatusLine *const m_status;
    std::unique_ptr<Question> m_question;
    std::optional<Account> m_account; ///< to be removed
    bool m_removed = false;
    bool m_done = false;
};

} // namespace hangup
