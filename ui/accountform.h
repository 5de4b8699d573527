// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/account.h"
#include "session/accountbook.h"
#include "ui/fieldgrid.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLineEdit;

namespace hangup {

class Disclosure;
class PlaceChoice;
class SecretField;

/// What was entered for an account, checked. The token is there only if one was typed.
struct AccountDraft
{
    Account account;
    std::optional<AuthToken> token;
};

/// The fields of an account, each with what is wrong with it beside it. Never shows a stored token. Another auth ID,
/// another API address or another place for the token asks for the token again, at once: a token never goes to a host
/// it was not entered for.
class AccountForm final : public QWidget
{
    Q_OBJECT
public:
    enum class Purpose : quint8 { Saving, Testing /* a name is not needed */ };

    /// @p account: the one to change; without it a new one. @p book outlives this.
    AccountForm(const AccountBook *book, const std::optional<Account> &account, QWidget *parent);
    ~AccountForm() override;

    /// Checks all. Where something is wrong it is said beside the field, the first of those gets the focus, and nothing
    /// is returned.
    std::optional<AccountDraft> read(Purpose purpose);
    /// Says beside the field why the book refused; false for a reason that belongs to no field.
    bool refuse(AccountEditError error);
    void setPlace(TokenPlace place);
    void focusToken();
    /// Overwrites what was typed as a token.
    void wipeToken();
    /// Of the account in the form, also of a new one.
    const QString &key() const { return m_key; }

Q_SIGNALS:
    void edited();

private:
    /// Why a token must be typed.
    enum class Demand : quint8 { None, New, OtherId, OtherAddress, OtherPlace };

    void build();
    void buildAdvanced(FieldGrid *grid);
    void fill();
    void connectFields();
    void checkName(bool strict);
    void checkId(bool strict);
    void checkToken(bool strict);
    void checkAddress(bool strict);
    Demand demand() const;
    static QString demandSentence(Demand demand);
    QString keptSentence() const;
    QStringList otherNames() const;
    std::optional<ApiAddress> address() const;
    Account account() const;
    bool focusFirstWrong(Purpose purpose);
    void fillColours();

    const AccountBook *m_book;
    const std::optional<Account> m_original;
    const QString m_key;
    QLineEdit *m_name;
    QComboBox *m_colour;
    QLineEdit *m_id;
    SecretField *m_token;
    PlaceChoice *m_place;
    Disclosure *m_advanced = nullptr;
    QLineEdit *m_address;
    FieldNote *m_nameNote = nullptr;
    FieldNote *m_idNote = nullptr;
    FieldNote *m_tokenNote = nullptr;
    FieldNote *m_addressNote = nullptr;
    bool m_checked = false; ///< an attempt was made: empty fields are wrong from then on
};

} // namespace hangup
