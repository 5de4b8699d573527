// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/accountform.h"

#include "domain/accountwords.h"
#include "domain/policywords.h"
#include "domain/words.h"
#include "ui/accountcolours.h"
#include "ui/boxnames.h"
#include "ui/disclosure.h"
#include "ui/placechoice.h"
#include "ui/secretfield.h"
#include "ui/theme.h"
#include "ui/tokenkept.h"

#include <QComboBox>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hangup {

using Tone = FieldNote::Tone;

AccountForm::AccountForm(const AccountBook *book, const std::optional<Account> &account, QWidget *parent)
    : QWidget(parent), m_book(book), m_original(account), m_key(account ? account->key : Account::newKey()),
      m_name(new QLineEdit(this)), m_colour(new QComboBox(this)), m_id(new QLineEdit(this)),
      m_token(new SecretField(this)), m_place(new PlaceChoice(words::tokenPlaceSentence(TokenPlace::Keychain),
                                                              words::tokenPlaceSentence(TokenPlace::Session), this)),
      m_address(new QLineEdit(this))
{
    nameBoxesByTheirNames();
    build();
    fillColours();
    fill();
    if (!book->mayUseKeychain())
        m_place->forbidKeychain(words::sessionOnly());
    connectFields();
    checkToken(false);
    checkAddress(false);
}

AccountForm::~AccountForm()
{
    // The fields go one by one after this, and lose the focus doing so: what they tell then is for nobody.
    for (QObject *field : { static_cast<QObject *>(m_name), static_cast<QObject *>(m_id),
                            static_cast<QObject *>(m_token), static_cast<QObject *>(m_address) })
        field->disconnect(this);
}

void AccountForm::build()
{
    for (QLineEdit *field : { m_name, m_id, m_address }) {
        field->setMinimumHeight(theme::ControlHeight);
        field->setAcceptDrops(false);
    }
    m_id->setFont(theme::fixedFont());
    m_id->setPlaceholderText(tr("MA or SA, then 18 letters or digits"));
    m_id->setInputMethodHints(Qt::ImhNoPredictiveText | Qt::ImhPreferUppercase);
    m_address->setInputMethodHints(Qt::ImhUrlCharactersOnly | Qt::ImhNoPredictiveText);
    m_colour->setMinimumHeight(theme::ControlHeight);

    auto *fields = new FieldGrid(this);
    m_nameNote = fields->add(tr("&Name"), m_name);
    fields->add(tr("&Colour"), m_colour);
    m_idNote = fields->add(tr("Auth &ID"), m_id);
    m_tokenNote = fields->add(tr("Auth t&oken"), m_token);
    fields->add(tr("Keep the token"), m_place);
    auto *more = new FieldGrid(this);
    m_addressNote = more->add(tr("API &address"), m_address);
    m_advanced = new Disclosure(tr("Ad&vanced"), more, this);
    fields->lineUpWith(more);
    setTabOrder(m_advanced, m_address);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::WideGap);
    column->addWidget(fields);
    column->addWidget(m_advanced, 0, Qt::AlignLeft);
    column->addWidget(more);
    column->addStretch(1);
}

void AccountForm::fillColours()
{
    const QList<quint32> colours = Account::colours();
    for (const quint32 colour : colours)
        m_colour->addItem(theme::dot(colour), colourName(colour), colour);
    if (m_original && !colours.contains(m_original->colour))
        m_colour->addItem(theme::dot(m_original->colour), colourName(m_original->colour), m_original->colour);
}

void AccountForm::fill()
{
    const Account *account = m_original ? &*m_original : nullptr;
    QList<quint32> taken;
    const QList<Account> others = m_book->storedAccounts();
    for (const Account &other : others)
        taken += other.colour;
    int colour = account ? m_colour->findData(account->colour) : 0;
    while (!account && colour + 1 < m_colour->count() && taken.contains(m_colour->itemData(colour).toUInt()))
        ++colour;
    m_colour->setCurrentIndex(colour);
    m_address->setText((account ? account->address : ApiAddress::plivo()).url().toString());
    if (!account)
        return;
    m_name->setText(account->name);
    m_id->setText(account->authId.toString());
    m_place->setPlace(account->tokenPlace);
    m_token->setPlaceholderText(keptSentence());
    if (account->isTestServer())
        m_advanced->open();
}

void AccountForm::connectFields()
{
    // While something is typed it isn't called wrong yet; what was called wrong is looked at with each letter.
    const auto watch = [this](QLineEdit *field, FieldNote *note, auto check) {
        connect(field, &QLineEdit::textChanged, this, [this, note, check] {
            (this->*check)(note->isWrong());
            Q_EMIT edited();
        });
        connect(field, &QLineEdit::editingFinished, this, [this, check] { (this->*check)(true); });
    };
    watch(m_name, m_nameNote, &AccountForm::checkName);
    watch(m_id, m_idNote, &AccountForm::checkId);
    watch(m_token, m_tokenNote, &AccountForm::checkToken);
    watch(m_address, m_addressNote, &AccountForm::checkAddress);
    connect(m_id, &QLineEdit::textChanged, this, [this] { checkToken(false); });
    connect(m_address, &QLineEdit::textChanged, this, [this] { checkToken(false); });
    connect(m_place, &PlaceChoice::placeChanged, this, [this] {
        checkToken(false);
        Q_EMIT edited();
    });
    connect(m_colour, &QComboBox::activated, this, &AccountForm::edited);
}

QStringList AccountForm::otherNames() const
{
    QStringList names;
    const QList<Account> accounts = m_book->storedAccounts();
    for (const Account &account : accounts) {
        if (account.key != m_key)
            names += account.name;
    }
    return names;
}

std::optional<ApiAddress> AccountForm::address() const
{
    const auto parsed = ApiAddress::parse(m_address->text().trimmed());
    const auto *address = std::get_if<ApiAddress>(&parsed);
    return address ? std::optional(*address) : std::nullopt;
}

void AccountForm::checkName(bool strict)
{
    const auto error = checkAccountName(m_name->text(), otherNames());
    const bool tell = error && (m_checked || (strict && *error != AccountNameError::Empty));
    m_nameNote->say(Tone::Wrong, tell ? words::accountNameError(*error) : QString());
}

void AccountForm::checkId(bool strict)
{
    const QString text = m_id->text().trimmed();
    const bool tell = !AuthId::parse(text) && (m_checked || (strict && !text.isEmpty()));
    m_idNote->say(Tone::Wrong, tell ? words::authIdError() : QString());
}

AccountForm::Demand AccountForm::demand() const
{
    if (!m_original)
        return Demand::New;
    if (AuthId::parse(m_id->text().trimmed()) != std::optional(m_original->authId))
        return Demand::OtherId;
    if (address() != std::optional(m_original->address))
        return Demand::OtherAddress;
    return m_place->place() != m_original->tokenPlace ? Demand::OtherPlace : Demand::None;
}

QString AccountForm::demandSentence(Demand demand)
{
    switch (demand) {
    case Demand::None:
        return {};
    case Demand::New:
        return tr("Enter the auth token.");
    case Demand::OtherId:
        return tr("The auth ID has changed: enter its token. The token of before is not used for another ID.");
    case Demand::OtherAddress:
        return tr("The API address has changed: enter the token again. A token is only sent to the address that it was "
                  "entered for.");
    case Demand::OtherPlace:
        return tr("It is to be kept elsewhere: enter the token again.");
    }
    Q_UNREACHABLE();
}

QString AccountForm::keptSentence() const
{
    if (tokenIsGone(*m_book, *m_original))
        return {};
    return m_original->tokenPlace == TokenPlace::Keychain ? tr("Stored in the system keychain; leave empty to keep it")
                                                          : tr("Kept for this session; leave empty to keep it");
}

void AccountForm::checkToken(bool strict)
{
    const Demand why = demand();
    if (m_original)
        m_token->setPlaceholderText(why == Demand::None ? keptSentence() : QString());
    if (!m_token->isBlank()) {
        const std::optional<AuthToken> token = m_token->token();
        if (!token && (strict || m_checked))
            m_tokenNote->say(Tone::Wrong, words::tokenError());
        else if (token && !token->hasUsualLength() && (strict || m_tokenNote->sentence() == words::unusualToken()))
            m_tokenNote->say(Tone::Caution, words::unusualToken());
        else
            m_tokenNote->clear();
        return;
    }
    // A new account lacks its token of course: that is only told to who wants to go on without it.
    const bool tell = why != Demand::None && (m_checked || why != Demand::New);
    if (tell) {
        m_tokenNote->say(m_checked ? Tone::Wrong : Tone::Caution, demandSentence(why));
        return;
    }
    const auto problem = why == Demand::None ? m_book->tokenProblem(m_key) : std::nullopt;
    m_tokenNote->say(Tone::Caution, problem ? words::secretProblem(*problem) : QString());
}

void AccountForm::checkAddress(bool strict)
{
    const auto parsed = ApiAddress::parse(m_address->text().trimmed());
    if (const auto *error = std::get_if<ApiAddressError>(&parsed)) {
        if (strict || m_checked)
            m_addressNote->say(Tone::Wrong, words::addressError(*error));
        return;
    }
    const auto &address = std::get<ApiAddress>(parsed);
    if (address.isPlivo())
        m_addressNote->say(Tone::Hint,
                           tr("Plivo's own. Another one is for tests: https, or http for this computer alone "
                              "(127.0.0.1 or [::1])."));
    else
        m_addressNote->say(Tone::Caution,
                           tr("TEST SERVER: the requests, and the token with them, go to %1, not to Plivo.")
                               .arg(address.hostAndPort()));
}

bool AccountForm::focusFirstWrong(Purpose purpose)
{
    if (m_addressNote->isWrong())
        m_advanced->open();
    const std::pair<const FieldNote *, QWidget *> fields[] = {
        { purpose == Purpose::Saving ? m_nameNote : nullptr, m_name },
        { m_idNote, m_id },
        { m_tokenNote, m_token },
        { m_addressNote, m_address },
    };
    for (const auto &[note, field] : fields) {
        if (note && note->isWrong()) {
            field->setFocus(Qt::OtherFocusReason);
            return true;
        }
    }
    return false;
}

std::optional<AccountDraft> AccountForm::read(Purpose purpose)
{
    m_checked = true;
    if (purpose == Purpose::Saving)
        checkName(true);
    checkId(true);
    checkToken(true);
    checkAddress(true);
    if (focusFirstWrong(purpose))
        return {};
    return AccountDraft { account(), m_token->isBlank() ? std::nullopt : m_token->token() };
}

/// ID and address can be parsed: nothing was called wrong.
Account AccountForm::account() const
{
    Account account = Account::stored(m_name->text(), m_colour->currentData().toUInt(),
                                      *AuthId::parse(m_id->text().trimmed()), *address(), m_place->place());
    account.key = m_key;
    return account;
}

bool AccountForm::refuse(AccountEditError error)
{
    switch (error) {
    case AccountEditError::Name:
        m_nameNote->say(Tone::Wrong, tr("This name can't be used. Choose another one."));
        break;
    case AccountEditError::SameIdAndAddress:
        m_idNote->say(Tone::Wrong, tr("There is an account with this auth ID at this address already."));
        break;
    case AccountEditError::TokenNeeded:
        m_tokenNote->say(Tone::Wrong, demandSentence(Demand::New));
        break;
    case AccountEditError::NotAllowed:
        m_addressNote->say(
            Tone::Wrong,
            words::policyObjection(m_book->objection(account()).value_or(PolicyObjection::OtherHost)));
        break;
    case AccountEditError::KeychainNotAllowed:
        m_tokenNote->say(Tone::Wrong, words::sessionOnly());
        break;
    case AccountEditError::UnderWay:
    case AccountEditError::Busy:
    case AccountEditError::NotStored:
        return false;
    }
    return focusFirstWrong(Purpose::Saving);
}

void AccountForm::setPlace(TokenPlace place)
{
    m_place->setPlace(place);
}

void AccountForm::focusToken()
{
    m_token->setFocus(Qt::OtherFocusReason);
}

void AccountForm::wipeToken()
{
    m_token->wipe();
}

} // namespace hangup
