// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/account.h"
#include "domain/accountcheck.h"
#include "session/accountbook.h"
#include "ui/formdialog.h"

#include <QPointer>
#include <QTimer>

#include <optional>

class QPushButton;

namespace hangup {

class AccountForm;
class StateLine;

/// Adds an account or changes one. Tests and saves without holding up the window: both can be cancelled, and the dialog
/// stays, with all that was typed, until a save has worked. The typed token is overwritten when the dialog closes.
class AccountDialog final : public FormDialog
{
    Q_OBJECT
public:
    /// @p account: the one to change; without it a new one. @p book outlives this.
    AccountDialog(AccountBook *book, const std::optional<Account> &account, QWidget *parent);
    ~AccountDialog() override;
    /// Begins at the token's field.
    void focusToken();

    void done(int result) override;
    /// While something is under way this cancels it, and the dialog stays; it closes by itself once that is saved.
    void reject() override;

Q_SIGNALS:
    /// It is in the book, and the dialog closes.
    void accountSaved(const QString &key);
    /// The proxy asked for a login when the account was tested, and the user wants to enter it.
    void proxyLoginWanted();

private:
    enum class Work : quint8 { None, Testing, Saving };
    /// What the state's button does while nothing is under way.
    enum class Offer : quint8 {
        None,
        Session, ///< "Keep it for this session only"
        ProxyLogin, ///< "Enter the login…"
    };

    void build();
    void connectBook();
    void test();
    void save();
    void cancelWork();
    void begin(Work work, const QString &sentence, const QString &cancel);
    void end();
    void showSlow(const QString &key);
    void showVerdict(const CheckVerdict &verdict);
    void showSaved(const QString &key);
    void showSaveProblem(const AccountSaveProblem &problem);
    void refuse(AccountEditError error);
    void onAction();
    void keepForSession();
    void dropCancel();

    AccountBook *m_book;
    AccountForm *m_form;
    StateLine *m_state;
    QPushButton *m_test;
    QPushButton *m_cancel;
    QPushButton *m_save;
    Work m_work = Work::None;
    Offer m_offer = Offer::None;
    QTimer m_pastCancelling; ///< looks, while it is saved, whether it can still be cancelled
    QPointer<QWidget> m_focusBefore;
};

} // namespace hangup
