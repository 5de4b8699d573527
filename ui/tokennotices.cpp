// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/tokennotices.h"

#include "domain/accountwords.h"
#include "session/session.h"
#include "ui/noticeboard.h"

namespace hangup {

namespace {

/// So long a keychain may think before it is worth a word.
constexpr std::chrono::seconds Patience(1);

/// Whether asking the keychain once more could bring the token.
bool mayComeYet(SecretProblem problem)
{
    switch (problem) {
    case SecretProblem::NotFound:
    case SecretProblem::Locked:
    case SecretProblem::NotFoundOrLocked:
    case SecretProblem::NoKeychain:
    case SecretProblem::Denied:
    case SecretProblem::Cancelled:
    case SecretProblem::Failed:
        return true;
    case SecretProblem::ForAnotherHost:
    case SecretProblem::SessionOver:
    case SecretProblem::ByPolicy:
        return false;
    }
    Q_UNREACHABLE();
}

} // namespace

TokenNotices::TokenNotices(Session *session, NoticeBoard *board, QObject *parent)
    : QObject(parent), m_session(session), m_book(session->book()), m_board(board)
{
    m_slow.setSingleShot(true);
    m_slow.setInterval(Patience);
    connect(&m_slow, &QTimer::timeout, this, &TokenNotices::showWaiting);
    connect(m_session, &Session::accountChanged, this, [this] {
        // Also where both are without a token: the words are another account's.
        m_board->withdraw(NoticeKind::Token);
        m_slow.stop();
        update();
    });
    connect(m_book, &AccountBook::tokenStateChanged, this, [this](const QString &key) {
        if (key == m_session->account().key)
            update();
    });
    update();
}

void TokenNotices::update()
{
    switch (m_book->tokenState(m_session->account().key)) {
    case TokenState::NotNeeded:
    case TokenState::NotAsked:
    case TokenState::Ready:
        m_slow.stop();
        m_board->withdraw(NoticeKind::Token);
        break;
    case TokenState::Loading:
        m_board->withdraw(NoticeKind::Token);
        m_slow.start();
        break;
    case TokenState::Missing:
        m_slow.stop();
        showMissing({});
        break;
    }
}

void TokenNotices::showWaiting()
{
    const Account &account = m_session->account();
    m_board->post(NoticeKind::Token,
                  { .level = NoticeBar::Level::Note,
                    .text = tr("Waiting for the keychain… It may be asking for a password in another window. Until it "
                               "gives the auth token of “%1”, nothing can be sent.")
                                .arg(account.name),
                    .primary = tr("Cancel"),
                    .onPrimary = [this, key = account.key] { m_book->cancelLoad(key); } });
}

void TokenNotices::showMissing(const QString &before)
{
    const Account &account = m_session->account();
    const SecretProblem problem = m_book->tokenProblem(account.key).value_or(SecretProblem::Failed);
    const auto enter = [this, key = account.key] { Q_EMIT enterToken(key); };
    Notice notice { .level = NoticeBar::Level::Trouble,
                    .text = before + tr("The auth token of “%1” is missing.").arg(account.name) + u' '
                        + words::secretProblem(problem) };
    if (mayComeYet(problem)) {
        notice.primary = tr("Try again");
        notice.onPrimary = [this, key = account.key] { m_book->loadToken(key); };
        notice.secondary = tr("Enter the token…");
        notice.onSecondary = enter;
    } else {
        notice.primary = tr("Enter the token…");
        notice.onPrimary = enter;
    }
    m_board->post(NoticeKind::Token, notice);
}

void TokenNotices::remind()
{
    // What was wrong before this must not cover why nothing is sent now.
    m_board->withdraw(NoticeKind::Trouble);
    switch (m_book->tokenState(m_session->account().key)) {
    case TokenState::NotNeeded:
    case TokenState::NotAsked:
    case TokenState::Ready:
        break;
    case TokenState::Loading:
        m_slow.stop();
        showWaiting();
        break;
    case TokenState::Missing:
        showMissing(tr("Nothing was sent.") + u' ');
        break;
    }
}

} // namespace hangup
