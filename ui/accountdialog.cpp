// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/accountdialog.h"

#include "domain/accountwords.h"
#include "domain/words.h"
#include "ui/accountform.h"
#include "ui/stateline.h"
#include "ui/steadybutton.h"
#include "ui/theme.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <utility>

namespace hangup {

namespace {

constexpr int SmallestWidth = 560;
constexpr std::chrono::milliseconds LookAgain(50);

/// Whether to keep the token for the session would help.
bool sessionWouldHelp(SecretProblem problem)
{
    switch (problem) {
    case SecretProblem::NoKeychain:
    case SecretProblem::Locked:
    case SecretProblem::NotFoundOrLocked:
    case SecretProblem::Denied:
    case SecretProblem::Failed:
        return true;
    case SecretProblem::NotFound:
    case SecretProblem::ForAnotherHost:
    case SecretProblem::SessionOver:
    case SecretProblem::Cancelled:
    case SecretProblem::ByPolicy:
        return false;
    }
    Q_UNREACHABLE();
}

} // namespace

AccountDialog::AccountDialog(AccountBook *book, const std::optional<Account> &account, QWidget *parent)
    : FormDialog(account ? tr("Change the account") : tr("Add an account"), SmallestWidth, parent), m_book(book),
      m_form(new AccountForm(book, account, this)), m_state(new StateLine(this)),
      m_test(new SteadyButton(tr("&Test"), tr("Test"), this)),
      m_cancel(new SteadyButton(tr("Cancel"), tr("Cancel"), this)),
      m_save(new SteadyButton(tr("&Save"), tr("Save"), this))
{
    build();
    connectBook();
    m_pastCancelling.setInterval(LookAgain);
    connect(&m_pastCancelling, &QTimer::timeout, this, &AccountDialog::dropCancel);
}

AccountDialog::~AccountDialog()
{
    // The book outlives this, and its answers must not come to a dialog half gone.
    disconnect(m_book, nullptr, this, nullptr);
    cancelWork();
}

void AccountDialog::build()
{
    m_test->setToolTip(tr("Asks Plivo about the account and its live calls; ends nothing"));
    m_save->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(theme::Gap);
    buttons->addWidget(m_test);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_save);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme::Margin, theme::Margin, theme::Margin, theme::Margin);
    column->setSpacing(theme::WideGap);
    column->addWidget(m_form);
    column->addStretch(1);
    column->addWidget(m_state);
    column->addLayout(buttons);
    connect(m_test, &QPushButton::clicked, this, &AccountDialog::test);
    connect(m_cancel, &QPushButton::clicked, this, &AccountDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &AccountDialog::save);
    connect(m_state, &StateLine::actionClicked, this, &AccountDialog::onAction);
    // A verdict belongs to what was tested, and a problem to what was to be saved.
    connect(m_form, &AccountForm::edited, this, [this] {
        if (m_work == Work::None)
            m_state->clear();
    });
}

void AccountDialog::connectBook()
{
    connect(m_book, &AccountBook::tested, this, &AccountDialog::showVerdict);
    connect(m_book, &AccountBook::saved, this, &AccountDialog::showSaved);
    connect(m_book, &AccountBook::saveFailed, this, &AccountDialog::showSaveProblem);
    connect(m_book, &AccountBook::keychainIsSlow, this, &AccountDialog::showSlow);
}

void AccountDialog::focusToken()
{
    m_form->focusToken();
}

void AccountDialog::begin(Work work, const QString &sentence, const QString &cancel)
{
    m_work = work;
    m_offer = Offer::None;
    m_focusBefore = QApplication::focusWidget();
    m_state->showBusy(sentence, cancel);
    // Before the rest is disabled, so that the focus doesn't wander through it.
    m_state->focusAction();
    for (QWidget *widget :
         { static_cast<QWidget *>(m_form), static_cast<QWidget *>(m_test), static_cast<QWidget *>(m_save) })
        widget->setEnabled(false);
}

void AccountDialog::end()
{
    m_work = Work::None;
    m_pastCancelling.stop();
    m_cancel->setEnabled(true);
    m_form->setEnabled(true);
    m_test->setEnabled(true);
    m_save->setEnabled(true);
    if (m_focusBefore && isAncestorOf(m_focusBefore))
        m_focusBefore->setFocus(Qt::OtherFocusReason);
}

void AccountDialog::test()
{
    const std::optional<AccountDraft> draft = m_form->read(AccountForm::Purpose::Testing);
    if (!draft)
        return;
    begin(Work::Testing, tr("Asking %1 about the account…").arg(draft->account.address.hostAndPort()),
          tr("Cancel the test"));
    m_book->test(draft->account, draft->token);
}

void AccountDialog::save()
{
    const std::optional<AccountDraft> draft = m_form->read(AccountForm::Purpose::Saving);
    if (!draft)
        return;
    begin(Work::Saving, tr("Saving…"), tr("Cancel saving"));
    if (const auto error = m_book->save(draft->account, draft->token)) {
        refuse(*error);
        return;
    }
    m_pastCancelling.start();
    dropCancel();
}

void AccountDialog::dropCancel()
{
    if (m_work != Work::Saving || m_book->canCancelSave())
        return;
    // The keychain has it, and the file is being written: a button that does nothing is none.
    m_pastCancelling.stop();
    m_state->showBusy(tr("Saving…"), {});
    m_cancel->setEnabled(false);
}

void AccountDialog::refuse(AccountEditError error)
{
    end();
    if (m_form->refuse(error)) {
        m_state->clear();
        return;
    }
    switch (error) {
    case AccountEditError::UnderWay:
        m_state->say(StateLine::Tone::Wrong,
                     tr("Calls of this account are under way. Save again when they are through."));
        break;
    case AccountEditError::Busy:
        m_state->say(StateLine::Tone::Wrong, tr("Another change is still being saved. Try again in a moment."));
        break;
    case AccountEditError::NotStored:
        m_state->say(StateLine::Tone::Wrong, tr("This account can't be changed."));
        break;
    case AccountEditError::Name:
    case AccountEditError::SameIdAndAddress:
    case AccountEditError::TokenNeeded:
    case AccountEditError::NotAllowed:
    case AccountEditError::KeychainNotAllowed:
        break; // said beside the field
    }
}

void AccountDialog::cancelWork()
{
    switch (m_work) {
    case Work::None:
        break;
    case Work::Testing:
        m_book->cancelTest();
        break;
    case Work::Saving:
        m_book->cancelSave();
        break;
    }
}

void AccountDialog::onAction()
{
    if (m_work != Work::None)
        cancelWork();
    else if (m_offer == Offer::Session)
        keepForSession();
    else if (m_offer == Offer::ProxyLogin)
        Q_EMIT proxyLoginWanted();
}

void AccountDialog::keepForSession()
{
    m_form->setPlace(TokenPlace::Session);
    save();
}

void AccountDialog::showSlow(const QString &key)
{
    if (key != m_form->key() || m_work == Work::None)
        return; // not this dialog's
    m_state->showBusy(tr("Waiting for the keychain. It may be asking you for a password in another window."),
                      m_work == Work::Testing ? tr("Cancel the test") : tr("Cancel saving"));
}

void AccountDialog::showVerdict(const CheckVerdict &verdict)
{
    if (m_work != Work::Testing)
        return;
    end();
    m_offer = verdict.kind == CheckVerdict::Kind::ProxyLogin ? Offer::ProxyLogin : Offer::None;
    const bool fine = verdict.kind == CheckVerdict::Kind::Fine;
    const bool cancelled = verdict.kind == CheckVerdict::Kind::Cancelled;
    m_state->say(fine            ? StateLine::Tone::Good
                     : cancelled ? StateLine::Tone::Plain
                                 : StateLine::Tone::Wrong,
                 words::checkSentence(verdict), m_offer == Offer::ProxyLogin ? tr("Enter the login…") : QString());
}

void AccountDialog::showSaved(const QString &key)
{
    if (m_work != Work::Saving || key != m_form->key())
        return;
    m_work = Work::None;
    accept();
    Q_EMIT accountSaved(key);
}

void AccountDialog::showSaveProblem(const AccountSaveProblem &problem)
{
    if (m_work != Work::Saving)
        return;
    end();
    if (const auto *file = std::get_if<FileError>(&problem)) {
        m_state->say(StateLine::Tone::Wrong, words::fileError(*file));
        return;
    }
    const auto secret = std::get<SecretProblem>(problem);
    if (secret == SecretProblem::Cancelled) {
        m_state->say(StateLine::Tone::Plain, tr("Not saved. Nothing was changed."));
        return;
    }
    m_offer = sessionWouldHelp(secret) ? Offer::Session : Offer::None;
    m_state->say(StateLine::Tone::Wrong, words::secretProblem(secret),
                 m_offer == Offer::Session ? tr("&Keep it for this session only") : QString());
}

void AccountDialog::reject()
{
    if (m_work == Work::None)
        FormDialog::reject();
    else
        cancelWork();
}

void AccountDialog::done(int result)
{
    m_form->wipeToken();
    FormDialog::done(result);
}

} // namespace hangup
