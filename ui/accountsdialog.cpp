// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/accountsdialog.h"

#include "domain/accountwords.h"
#include "domain/words.h"
#include "ui/accountdialog.h"
#include "ui/celldelegate.h"
#include "ui/messages.h"
#include "ui/stateline.h"
#include "ui/steadybutton.h"
#include "ui/tableheader.h"
#include "ui/theme.h"
#include "ui/tokenkept.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMessageBox>
#include <QShortcut>
#include <QTableWidget>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

enum Column { NameColumn, IdColumn, AddressColumn, TokenColumn, ColumnCount };
/// Of a cell: the account can't be changed.
constexpr int FixedRole = Qt::UserRole;

constexpr int SmallestWidth = 860;
constexpr int SmallestTable = 7 * theme::RowHeight;

/// The cells as in the other tables of the window.
class AccountCells final : public CellDelegate
{
public:
    explicit AccountCells(QObject *parent) : CellDelegate({}, parent) { }

protected:
    CellLook look(const QModelIndex &index, const QPalette &palette) const override
    {
        CellLook look;
        look.icon = index.data(Qt::DecorationRole).value<QIcon>();
        look.fixed = index.column() == IdColumn;
        // Of a host the end says most.
        look.elide = index.column() == AddressColumn ? Qt::ElideMiddle : Qt::ElideRight;
        if (index.data(FixedRole).toBool())
            look.colour = theme::mutedColour(palette);
        return look;
    }
};

QString refusalSentence(AccountEditError error)
{
    switch (error) {
    case AccountEditError::UnderWay:
        return AccountsDialog::tr("Calls of this account are under way. Try again when they are through.");
    case AccountEditError::Busy:
        return AccountsDialog::tr("Another change is still being saved. Try again in a moment.");
    case AccountEditError::NotStored:
        return AccountsDialog::tr("This account can't be changed.");
    case AccountEditError::Name:
    case AccountEditError::SameIdAndAddress:
    case AccountEditError::TokenNeeded:
    case AccountEditError::NotAllowed:
    case AccountEditError::KeychainNotAllowed:
        break; // only when one is added or changed, which AccountDialog does
    }
    return AccountsDialog::tr("Nothing was changed.");
}

} // namespace

AccountsDialog::AccountsDialog(AccountBook *book, const QString &current, QWidget *parent)
    : FormDialog(tr("Accounts"), SmallestWidth, parent), m_book(book), m_table(new QTableWidget(0, ColumnCount, this)),
      m_hint(new QLabel(this)), m_state(new StateLine(this))
{
    buildTable();
    build();
    fill();
    select(current);
    updateButtons();
    m_table->setFocus();
    connect(m_book, &AccountBook::changed, this, &AccountsDialog::fill);
    connect(m_book, &AccountBook::tokenStateChanged, this, &AccountsDialog::fill);
    connect(m_book, &AccountBook::saved, this, &AccountsDialog::showSaved);
    connect(m_book, &AccountBook::saveFailed, this, &AccountsDialog::showProblem);
    connect(m_book, &AccountBook::keychainIsSlow, this, [this] {
        if (m_working)
            m_state->showBusy(tr("Waiting for the keychain. It may be asking you for a password in another window."),
                              tr("Cancel the change"));
    });
}

AccountsDialog::~AccountsDialog()
{
    disconnect(m_book, nullptr, this, nullptr);
}

void AccountsDialog::buildTable()
{
    m_table->setAccessibleName(tr("Accounts"));
    m_table->setItemDelegate(new AccountCells(m_table));
    auto *header = new TableHeader({}, NameColumn, m_table);
    header->setContextMenuPolicy(Qt::PreventContextMenu); // all four are needed
    m_table->setHorizontalHeader(header);
    m_table->setHorizontalHeaderLabels({ tr("Name"), tr("Auth ID"), tr("API address"), tr("Auth token") });
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTextElideMode(Qt::ElideRight);
    m_table->setMinimumHeight(SmallestTable);
    m_table->verticalHeader()->setVisible(false);
    m_table->verticalHeader()->setDefaultSectionSize(theme::RowHeight);
    header->setSectionResizeMode(NameColumn, QHeaderView::Stretch);
    for (const int column : { IdColumn, AddressColumn, TokenColumn })
        header->setSectionResizeMode(column, QHeaderView::Interactive);
    m_table->setColumnWidth(IdColumn, 190);
    m_table->setColumnWidth(AddressColumn, 150);
    m_table->setColumnWidth(TokenColumn, 190);
}

QPushButton *AccountsDialog::addButton(const QString &text, const QString &name, const QKeySequence &key)
{
    auto *button = new SteadyButton(text, name, this);
    button->setToolTip(key.toString(QKeySequence::NativeText));
    auto *shortcut = new QShortcut(key, this);
    shortcut->setAutoRepeat(false);
    connect(shortcut, &QShortcut::activated, button, &QAbstractButton::click);
    return button;
}

QWidget *AccountsDialog::buildButtons()
{
    auto *all = new QWidget(this);
    auto *column = new QVBoxLayout(all);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::Gap);
    m_add = addButton(tr("&Add…"), tr("Add"), Qt::Key_Insert);
    m_edit = addButton(tr("&Edit…"), tr("Edit"), Qt::Key_F2);
    m_remove = addButton(tr("&Remove…"), tr("Remove"), Qt::Key_Delete);
    m_up = addButton(tr("Move &up"), tr("Move up"), Qt::ALT | Qt::Key_Up);
    m_down = addButton(tr("Move &down"), tr("Move down"), Qt::ALT | Qt::Key_Down);
    for (QPushButton *button : { m_add, m_edit, m_remove })
        column->addWidget(button);
    column->addSpacing(theme::Gap);
    column->addWidget(m_up);
    column->addWidget(m_down);
    column->addStretch(1);
    connect(m_add, &QPushButton::clicked, this, &AccountsDialog::add);
    connect(m_edit, &QPushButton::clicked, this, qOverload<>(&AccountsDialog::edit));
    connect(m_remove, &QPushButton::clicked, this, &AccountsDialog::askToRemove);
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    return all;
}

void AccountsDialog::build()
{
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(theme::WideGap);
    middle->addWidget(m_table, 1);
    middle->addWidget(buildButtons());
    auto *closing = new SteadyButton(tr("&Close"), tr("Close"), this);
    auto *bottom = new QHBoxLayout;
    bottom->setSpacing(theme::WideGap);
    bottom->addWidget(m_state, 1);
    bottom->addWidget(closing);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme::Margin, theme::Margin, theme::Margin, theme::Margin);
    column->setSpacing(theme::WideGap);
    column->addLayout(middle, 1);
    column->addWidget(m_hint);
    column->addLayout(bottom);
    connect(closing, &QPushButton::clicked, this, &AccountsDialog::reject);
    connect(m_state, &StateLine::actionClicked, m_book, &AccountBook::cancelSave);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &AccountsDialog::updateButtons);
    // A double click, and Enter. Queued: the same Enter would press the default button of the dialog that opens.
    connect(m_table, &QTableWidget::itemActivated, m_edit, &QAbstractButton::click, Qt::QueuedConnection);
}

QString AccountsDialog::tokenWords(const Account &account) const
{
    switch (account.kind) {
    case AccountKind::Practice:
        return tr("None needed");
    case AccountKind::Environment:
        return tr("From PLIVO_AUTH_TOKEN");
    case AccountKind::Stored:
        break;
    }
    const bool missing = tokenIsGone(*m_book, account);
    if (missing && account.tokenPlace == TokenPlace::Session)
        return tr("Missing: enter it again");
    return missing ? tr("Missing from the keychain") : words::tokenPlace(account.tokenPlace);
}

void AccountsDialog::fillRow(int row, const Account &account)
{
    auto *name = new QTableWidgetItem(theme::dot(account.colour), account.name);
    auto *id = new QTableWidgetItem(account.authId.toString());
    auto *address = new QTableWidgetItem(account.isPractice() ? tr("Nowhere") : account.address.hostAndPort());
    auto *token = new QTableWidgetItem(tokenWords(account));
    // Escaped: a tool tip takes what looks like HTML for HTML.
    name->setToolTip(u"<qt>"_s + account.name.toHtmlEscaped() + u"</qt>"_s);
    if (const auto problem = m_book->tokenProblem(account.key))
        token->setToolTip(words::secretProblem(*problem));
    m_table->setItem(row, NameColumn, name);
    m_table->setItem(row, IdColumn, id);
    m_table->setItem(row, AddressColumn, address);
    m_table->setItem(row, TokenColumn, token);
    for (QTableWidgetItem *item : { name, id, address, token })
        item->setData(FixedRole, !account.isStored());
}

void AccountsDialog::fill()
{
    const std::optional<Account> before = selected();
    m_accounts = m_book->accounts();
    const QSignalBlocker quiet(m_table);
    m_table->setRowCount(static_cast<int>(m_accounts.size()));
    for (int row = 0; row < m_table->rowCount(); ++row)
        fillRow(row, m_accounts.at(row));
    if (before)
        select(before->key);
    updateButtons();
}

std::optional<Account> AccountsDialog::selected() const
{
    const int row = m_table->currentRow();
    if (row < 0 || row >= m_accounts.size())
        return {};
    return m_accounts.at(row);
}

void AccountsDialog::select(const QString &key)
{
    int row = 0;
    while (row + 1 < m_accounts.size() && m_accounts.at(row).key != key)
        ++row;
    m_table->selectRow(row);
}

void AccountsDialog::updateButtons()
{
    const std::optional<Account> account = selected();
    const bool stored = account && account->isStored();
    const QList<Account> sorted = m_book->storedAccounts();
    m_add->setEnabled(!m_working);
    m_edit->setEnabled(stored && !m_working);
    m_remove->setEnabled(stored && !m_working);
    m_up->setEnabled(stored && !m_working && sorted.first().key != account->key);
    m_down->setEnabled(stored && !m_working && sorted.last().key != account->key);
    if (!account)
        m_hint->clear();
    else if (account->isPractice())
        m_hint->setText(tr("The practice account is built in and can't be changed: nothing in it is real."));
    else if (!stored)
        m_hint->setText(tr("This account comes from PLIVO_AUTH_ID and PLIVO_AUTH_TOKEN and can't be changed here."));
    else
        m_hint->setText(words::tokenPlaceSentence(account->tokenPlace));
}

void AccountsDialog::add()
{
    edit(std::nullopt);
}

void AccountsDialog::edit()
{
    const std::optional<Account> account = selected();
    if (account && account->isStored())
        edit(account);
}

void AccountsDialog::edit(const std::optional<Account> &account)
{
    if (m_dialog)
        return;
    m_state->clear();
    m_dialog = new AccountDialog(m_book, account, this);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &AccountDialog::accountSaved, this, &AccountsDialog::select);
    connect(m_dialog, &AccountDialog::proxyLoginWanted, this, [this] { Q_EMIT proxyLoginWanted(m_dialog); });
    m_dialog->open();
}

void AccountsDialog::askToRemove()
{
    const std::optional<Account> account = selected();
    if (!account || !account->isStored() || m_question)
        return;
    const QString token = account->tokenPlace == TokenPlace::Keychain
        ? tr("Its auth token is taken out of the system keychain.")
        : tr("Its auth token is forgotten.");
    m_question = plainMessage(this, QMessageBox::Question, tr("Remove the account"),
                              tr("Remove “%1” (%2)?").arg(account->name, account->authId.toString()) + u'\n' + token
                                  + u' ' + tr("No call is ended by that. This can't be undone."));
    auto *removing = m_question->addButton(tr("Remove"), QMessageBox::DestructiveRole);
    auto *cancel = m_question->addButton(tr("Cancel"), QMessageBox::RejectRole);
    m_question->setDefaultButton(cancel);
    m_question->setEscapeButton(cancel);
    connect(removing, &QAbstractButton::clicked, this, [this, account] { remove(*account); });
    m_question->open();
}

bool AccountsDialog::begun(std::optional<AccountEditError> error, const QString &sentence)
{
    m_working = !error;
    if (error)
        m_state->say(StateLine::Tone::Wrong, refusalSentence(*error));
    else
        m_state->showBusy(sentence, m_book->canCancelSave() ? tr("Cancel the change") : QString());
    updateButtons();
    return m_working;
}

void AccountsDialog::remove(const Account &account)
{
    begun(m_book->remove(account.key), tr("Removing “%1”…").arg(account.name));
}

void AccountsDialog::move(int by)
{
    const std::optional<Account> account = selected();
    if (!account)
        return;
    const auto from = static_cast<int>(m_book->storedAccounts().indexOf(*account));
    begun(m_book->move(account->key, from + by), tr("Moving “%1”…").arg(account->name));
}

void AccountsDialog::showSaved()
{
    if (!std::exchange(m_working, false))
        return;
    if (m_closing) {
        FormDialog::reject();
        return;
    }
    m_state->clear();
    updateButtons();
    m_table->setFocus();
}

void AccountsDialog::showProblem(const AccountSaveProblem &problem)
{
    if (!std::exchange(m_working, false))
        return;
    m_closing = false; // what is wrong wants to be read
    const auto *file = std::get_if<FileError>(&problem);
    m_state->say(StateLine::Tone::Wrong,
                 file ? words::fileError(*file) : words::secretProblem(std::get<SecretProblem>(problem)));
    updateButtons();
    m_table->setFocus();
}

void AccountsDialog::reject()
{
    if (!m_working)
        FormDialog::reject();
    else if (m_book->canCancelSave())
        m_book->cancelSave();
    else
        m_closing = true;
}

} // namespace hangup
