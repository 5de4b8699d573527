// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/proxylogin.h"
#include "domain/secretproblem.h"
#include "ui/formdialog.h"

class QLabel;
class QLineEdit;

namespace hangup {

class FieldNote;
class PlaceChoice;
class SecretField;

/// Asks for the login of a proxy, which is not Plivo's. The typed password is overwritten when the dialog closes.
class ProxyLoginDialog final : public FormDialog
{
    Q_OBJECT
public:
    ProxyLoginDialog(const ProxyAddress &proxy, QWidget *parent);
    /// The organisation lets nothing into the keychain.
    void forbidKeychain();
    void done(int result) override;

Q_SIGNALS:
    /// Once, before the dialog closes.
    void entered(const hangup::ProxyLogin &login, hangup::TokenPlace place);

private:
    void enter();

    const ProxyAddress m_proxy;
    QLineEdit *m_user;
    SecretField *m_password;
    PlaceChoice *m_place;
    FieldNote *m_userNote = nullptr;
    FieldNote *m_passwordNote = nullptr;
};

} // namespace hangup
