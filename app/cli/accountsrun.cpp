// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "cli/accountsrun.h"

#include "cli/clistatus.h"
#include "cli/cliwords.h"
#include "cli/jsonlines.h"
#include "cli/outputqueue.h"
#include "cli/runaccount.h"
#include "cli/terminal.h"
#include "domain/accountwords.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

constexpr int StatusNotDone = 1; ///< it could not be checked, or the keychain or the disk did not take it

QByteArray line(const QString &sentence)
{
    return (printable(sentence) + u'\n').toLocal8Bit();
}

} // namespace

// --- list

AccountListRun::AccountListRun(Session *session, AccountsArguments arguments, OutputQueue *output, QObject *parent)
    : QObject(parent), m_session(session), m_arguments(std::move(arguments)), m_output(output)
{
}

void AccountListRun::start()
{
    constexpr int Columns = 4;
    QList<QStringList> rows(1);
    for (int column = 0; column < Columns; ++column)
        rows.first() += cliwords::accountHeads(column);
    QByteArray lines;
    const QList<Account> accounts = m_session->book()->accounts();
    for (const Account &account : accounts) {
        lines += jsonlines::account(account);
        rows += QStringList { account.name, account.authId.toString(),
                              account.isPractice() ? cliwords::nowhere() : account.address.hostAndPort(),
                              cliwords::tokenIsWhere(account) };
    }
    if (!m_arguments.json) {
        lines.clear();
        std::vector<qsizetype> widths(Columns, 0);
        for (const QStringList &row : std::as_const(rows)) {
            for (int column = 0; column < Columns; ++column)
                widths[std::size_t(column)] = std::max(widths[std::size_t(column)], row.at(column).size());
        }
        for (const QStringList &row : std::as_const(rows))
            lines += cliwords::tableLine(row, widths).toLocal8Bit();
    }
    m_output->write(lines);
    Q_EMIT finished(0);
}

// --- add

AccountAddRun::AccountAddRun(Session *session, AccountsArguments arguments, OutputQueue *output, StatusLine *status,
                             QObject *parent)
    : QObject(parent), m_session(session), m_arguments(std::move(arguments)), m_output(output), m_status(status),
      m_reader(true)
{
    tellWants(session, status, this);
    connect(session->book(), &AccountBook::saved, this, [this] {
        m_output->write(line(cliwords::accountAdded(*m_account)));
        leave(0);
    });
    connect(session->book(), &AccountBook::saveFailed, this, [this](const AccountSaveProblem &problem) {
        m_status->say(m_interrupted ? cliwords::nothingChanged() : cliwords::notSaved(problem));
        leave(m_interrupted ? StatusInterrupted : StatusNotDone);
    });
    connect(&m_reader, &TokenReader::got, this, &AccountAddRun::save);
    connect(&m_reader, &TokenReader::refused, this, [this](const QString &sentence) {
        m_status->say(sentence);
        leave(StatusUsage);
    });
}

/// The rules of the window's form.
QString AccountAddRun::objection() const
{
    QStringList names;
    const QList<Account> others = m_session->book()->storedAccounts();
    for (const Account &other : others) {
        if (other.authId == *m_arguments.authId && other.address == m_arguments.address)
            return cliwords::accountExists();
        names += other.name;
    }
    const auto error = checkAccountName(m_arguments.name, names);
    return error ? words::accountNameError(*error) : QString();
}

/// The first that no other account has, as in the form.
quint32 AccountAddRun::freeColour() const
{
    const QList<quint32> colours = Account::colours();
    QList<quint32> taken;
    const QList<Account> others = m_session->book()->storedAccounts();
    for (const Account &other : others)
        taken += other.colour;
    const auto free
        = std::find_if(colours.begin(), colours.end(), [&taken](quint32 colour) { return !taken.contains(colour); });
    return free == colours.end() ? colours.last() : *free;
}

void AccountAddRun::start()
{
    if (!m_session->settingsTrouble().isEmpty())
        m_status->say(m_session->settingsTrouble());
    if (const QString sentence = objection(); !sentence.isEmpty()) {
        m_status->say(sentence);
        leave(StatusUsage);
        return;
    }
    const TokenPlace place = m_arguments.sessionOnly ? TokenPlace::Session : TokenPlace::Keychain;
    m_account
        = Account::stored(m_arguments.name.trimmed(), freeColour(), *m_arguments.authId, m_arguments.address, place);
    if (m_account->isTestServer())
        m_status->say(cliwords::requestsGoTo(m_account->address));
    if (m_arguments.sessionOnly)
        save({});
    else
        m_reader.ask(*m_account);
}

void AccountAddRun::save(const std::optional<AuthToken> &token)
{
    if (token && !token->hasUsualLength())
        m_status->say(words::unusualToken());
    if (const auto error = m_session->book()->save(*m_account, token)) {
        m_status->say(cliwords::accountRefused(*error));
        leave(StatusUsage);
    }
}

void AccountAddRun::interrupt()
{
    m_interrupted = true;
    if (!m_session->book()->saving()) {
        m_status->say(QString()); // off the line with the question
        m_status->say(cliwords::nothingChanged());
        leave(StatusInterrupted);
    } else {
        m_session->book()->cancelSave(); // else it is done in a moment
    }
}

void AccountAddRun::leave(int status)
{
    if (!std::exchange(m_done, true))
        Q_EMIT finished(status);
}

// --- test

AccountTestRun::AccountTestRun(Session *session, OutputQueue *output, StatusLine *status, QObject *parent)
    : QObject(parent), m_session(session), m_output(output), m_status(status)
{
    tellWants(session, status, this);
    connect(session->book(), &AccountBook::tested, this, &AccountTestRun::take);
}

void AccountTestRun::start()
{
    if (!m_session->settingsTrouble().isEmpty())
        m_status->say(m_session->settingsTrouble());
    auto *token = new TokenWait(m_session, this);
    connect(token, &TokenWait::met, this, [this] { m_session->book()->test(m_session->account(), {}); });
    connect(token, &TokenWait::unmet, this, [this](const QString &sentence) {
        m_status->say(sentence);
        leave(StatusUsage);
    });
    token->start();
}

void AccountTestRun::take(const CheckVerdict &verdict)
{
    if (m_done)
        return;
    using Kind = CheckVerdict::Kind;
    const QString sentence = words::checkSentence(verdict);
    if (verdict.kind == Kind::Fine) {
        m_output->write(line(sentence));
        leave(0);
        return;
    }
    m_status->say(sentence);
    const bool rejected = verdict.kind == Kind::WrongCredentials || verdict.kind == Kind::NotPermitted
        || verdict.kind == Kind::NotFound;
    leave(rejected ? StatusCredentials : verdict.kind == Kind::NoToken ? StatusUsage : StatusNotDone);
}

void AccountTestRun::interrupt()
{
    leave(StatusInterrupted);
}

void AccountTestRun::leave(int status)
{
    if (!std::exchange(m_done, true))
        Q_EMIT finished(status);
}

// --- remove

AccountRemoveRun::AccountRemoveRun(Session *session, AccountsArguments arguments, OutputQueue *output,
                                   StatusLine *status, QObject *parent)
    : QObject(parent), m_session(session), m_arguments(std::move(arguments)), m_output(output), m_status(status)
{
    tellWants(session, status, this);
    AccountBook *book = session->book();
    connect(book, &AccountBook::saved, this, [this] {
        m_removed = true;
        m_output->write(line(cliwords::accountRemoved(*m_account)));
        tidy();
    });
    connect(book, &AccountBook::saveFailed, this,
            [this](const AccountSaveProblem &problem) { refuse(cliwords::notSaved(problem), StatusNotDone); });
    connect(book, &AccountBook::tidied, this, [this] {
        if (m_removed)
            tidy();
    });
}

AccountRemoveRun::~AccountRemoveRun() = default;

void AccountRemoveRun::start()
{
    if (!m_session->settingsTrouble().isEmpty())
        m_status->say(m_session->settingsTrouble());
    const QList<Account> accounts = m_session->book()->accounts();
    const auto found = std::find_if(accounts.begin(), accounts.end(), [this](const Account &account) {
        return account.name.compare(m_arguments.remove, Qt::CaseInsensitive) == 0;
    });
    if (found == accounts.end()) {
        refuse(cliwords::noSuchAccount(m_arguments.remove), StatusUsage);
        return;
    }
    m_account = *found;
    if (!m_account->isStored())
        refuse(cliwords::accountRefused(AccountEditError::NotStored), StatusUsage);
    else if (m_arguments.yes)
        remove();
    else
        ask();
}

void AccountRemoveRun::ask()
{
    m_question = Question::open(true);
    if (!m_question) {
        refuse(cliwords::noTerminalForRemoval(), StatusUsage);
        return;
    }
    connect(m_question.get(), &Question::answered, this, [this](const QString &answer) {
        if (m_done)
            return;
        const QString said = answer.toLower();
        if (said == "y"_L1 || said == "yes"_L1)
            remove();
        else
            refuse(cliwords::nothingChanged(), StatusUsage);
    });
    m_question->ask(cliwords::removalQuestion(*m_account));
}

void AccountRemoveRun::remove()
{
    if (const auto error = m_session->book()->remove(m_account->key))
        refuse(cliwords::accountRefused(*error), StatusUsage);
}

void AccountRemoveRun::tidy()
{
    const AccountBook *book = m_session->book();
    if (book->isTidying())
        return; // tidied() follows
    if (book->hasLeftovers() && m_account->tokenPlace == TokenPlace::Keychain)
        refuse(cliwords::tokenStays(*m_account), StatusNotDone);
    else
        leave(0);
}

void AccountRemoveRun::refuse(const QString &sentence, int status)
{
    m_status->say(sentence);
    leave(status);
}

void AccountRemoveRun::interrupt()
{
    m_status->say(QString()); // off the line with the question
    refuse(m_removed ? cliwords::tokenStays(*m_account) : cliwords::nothingChanged(), StatusInterrupted);
}

void AccountRemoveRun::leave(int status)
{
    if (!std::exchange(m_done, true))
        Q_EMIT finished(status);
}

} // namespace hangup
