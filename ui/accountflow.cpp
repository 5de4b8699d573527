// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/accountflow.h"

#include "domain/policywords.h"
#include "session/session.h"
#include "ui/accountbox.h"
#include "ui/accountdialog.h"
#include "ui/accountsdialog.h"
#include "ui/messages.h"
#include "ui/policymark.h"
#include "ui/theme.h"
#include "ui/undocommands.h"

#include <QActionGroup>
#include <QMenu>
#include <QPushButton>
#include <QUndoStack>

namespace hangup {

AccountFlow::AccountFlow(Session *session, AccountBox *box, QMenu *menu, QUndoStack *undo, QWidget *window)
    : QObject(window), m_session(session), m_box(box), m_menu(menu), m_undo(undo), m_window(window),
      m_seen(session->account())
{
    fill();
    connect(m_box, &AccountBox::accountChosen, this, &AccountFlow::choose);
    connect(m_box, &AccountBox::manageChosen, this, &AccountFlow::manage);
    connect(m_session->book(), &AccountBook::changed, this, &AccountFlow::fill);
    connect(m_session, &Session::policyChanged, this, &AccountFlow::fill);
    connect(m_session, &Session::accountChanged, this, &AccountFlow::onAccountChanged);
    connect(m_session, &Session::busyChanged, this, &AccountFlow::showCurrent);
    connect(m_session, &Session::journalChanged, this, &AccountFlow::showCurrent);
}

void AccountFlow::fill()
{
    m_box->setAccounts(m_session->book()->accounts(), m_session->account());
    for (const Account &account : m_session->book()->accounts()) {
        if (const auto forbidden = m_session->book()->objection(account))
            m_box->forbid(account.key, words::policyObjection(*forbidden));
    }
    fillMenu();
    showCurrent();
}

void AccountFlow::fillMenu()
{
    m_menu->clear();
    delete m_group;
    m_group = new QActionGroup(this);
    const QList<Account> accounts = m_session->book()->accounts();
    for (const Account &account : accounts) {
        QString label = account.name;
        // A name is foreign text in a menu: its ampersands are no mnemonics.
        QAction *action = m_menu->addAction(theme::dot(account.colour), label.replace(u'&', QStringLiteral("&&")));
        action->setCheckable(true);
        action->setData(account.key);
        m_group->addAction(action);
        connect(action, &QAction::triggered, this, [this, account] { choose(account); });
    }
    m_menu->addSeparator();
    m_menu->setToolTipsVisible(true);
    QAction *adding = m_menu->addAction(tr("A&dd an account…"), this, &AccountFlow::add);
    if (const QString sentence = noAccountCanBeAdded(); !sentence.isEmpty())
        greyByPolicy(adding, sentence);
    m_menu->addAction(tr("&Manage accounts…"), this, &AccountFlow::manage);
}

QString AccountFlow::noAccountCanBeAdded() const
{
    if (m_session->policyTrouble())
        return words::policyObjection(PolicyObjection::Broken);
    return m_session->policy().practiceOnly ? words::policyObjection(PolicyObjection::PracticeOnly) : QString();
}

void AccountFlow::showCurrent()
{
    m_box->showAccount(m_session->account());
    // An outcome belongs to the account and the journal that it was got on; it is not left behind unwritten.
    const bool keepsOutcomes = m_session->journalState().outcomesKept > 0;
    m_box->setLocked(!m_session->canSwitchAccount(),
                     keepsOutcomes ? tr("The account can't be changed until all outcomes are on disk.") : QString());
    const QList<QAction *> actions = m_group->actions();
    for (QAction *action : actions) {
        action->setChecked(action->data().toString() == m_session->account().key);
        action->setEnabled(m_session->canSwitchAccount());
        const std::optional<Account> account = m_session->book()->find(action->data().toString());
        if (const auto forbidden = account ? m_session->book()->objection(*account) : std::nullopt)
            greyByPolicy(action, words::policyObjection(*forbidden));
    }
}

void AccountFlow::onAccountChanged(const Account &account)
{
    // Also where the account in use was removed, or became another one by its ID or address. Undoing something older
    // would bring back outcomes that belong to the account of before.
    if (account.authId != m_seen.authId || !(account.address == m_seen.address))
        m_undo->clear();
    m_seen = account;
    showCurrent();
}

void AccountFlow::choose(const Account &account)
{
    if (account.key == m_session->account().key || m_question || !m_session->canSwitchAccount()) {
        showCurrent();
        return;
    }
    if (m_session->calls()->total() == 0)
        change(account, false);
    else
        askAboutCalls(account);
}

void AccountFlow::askAboutCalls(const Account &account)
{
    const int listed = m_session->calls()->total();
    const QString text = listed == 1
        ? tr("1 call is listed. A call belongs to one account; on “%1” it may be another's or unknown.")
              .arg(account.name)
        : tr("%n calls are listed. A call belongs to one account; on “%1” they may be another's or unknown.", nullptr,
             listed)
              .arg(account.name);
    const int done = m_session->calls()->tally().done();
    const QString lost = done == 0 ? QString()
        : done == 1                ? tr("The outcome of 1 call in the list is cleared; the log keeps it.")
                    : tr("The outcomes of %n calls in the list are cleared; the log keeps them.", nullptr, done);
    m_question = plainMessage(m_window, QMessageBox::Question, tr("Change the account"),
                              lost.isEmpty() ? text : text + u'\n' + lost);
    auto *keep = m_question->addButton(tr("Keep the list"), QMessageBox::AcceptRole);
    auto *clear = m_question->addButton(tr("Clear the list"), QMessageBox::AcceptRole);
    auto *cancel = m_question->addButton(tr("Cancel"), QMessageBox::RejectRole);
    m_question->setDefaultButton(cancel);
    m_question->setEscapeButton(cancel);
    connect(keep, &QAbstractButton::clicked, this, [this, account] { change(account, false); });
    connect(clear, &QAbstractButton::clicked, this, [this, account] { change(account, true); });
    connect(m_question, &QDialog::finished, this, &AccountFlow::showCurrent);
    m_question->open();
}

void AccountFlow::change(const Account &account, bool clearList)
{
    if (m_session->switchAccount(account) && clearList)
        m_undo->push(new RemoveCallsCommand(m_session->calls(), m_session->calls()->ids()));
    showCurrent();
}

void AccountFlow::manage()
{
    if (m_accounts || m_dialog)
        return;
    m_accounts = new AccountsDialog(m_session->book(), m_session->account().key, m_window);
    m_accounts->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_accounts, &AccountsDialog::proxyLoginWanted, this, &AccountFlow::proxyLoginWanted);
    m_accounts->open();
}

AccountDialog *AccountFlow::openDialog(const std::optional<Account> &account)
{
    m_dialog = new AccountDialog(m_session->book(), account, m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &AccountDialog::proxyLoginWanted, this, [this] { Q_EMIT proxyLoginWanted(m_dialog); });
    m_dialog->open();
    return m_dialog;
}

void AccountFlow::add()
{
    if (const QString sentence = noAccountCanBeAdded(); !sentence.isEmpty()) {
        Q_EMIT told(sentence);
        return;
    }
    if (m_accounts || m_dialog)
        return;
    connect(openDialog({}), &AccountDialog::accountSaved, this, &AccountFlow::takeAdded);
}

void AccountFlow::takeAdded(const QString &key)
{
    const std::optional<Account> account = m_session->book()->find(key);
    if (!account)
        return;
    if (m_session->account().isPractice() && m_session->calls()->total() == 0)
        choose(*account);
    else
        Q_EMIT told(tr("“%1” was added. Choose it in the box “Account” to use it.").arg(account->name));
}

void AccountFlow::enterToken(const QString &key)
{
    const std::optional<Account> account = m_session->book()->find(key);
    if (m_accounts || m_dialog || !account || !account->isStored())
        return;
    openDialog(account)->focusToken();
}

} // namespace hangup
