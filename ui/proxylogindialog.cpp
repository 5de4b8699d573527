// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/proxylogindialog.h"

#include "domain/policywords.h"
#include "ui/fieldgrid.h"
#include "ui/placechoice.h"
#include "ui/secretfield.h"
#include "ui/steadybutton.h"
#include "ui/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace hangup {

namespace {

constexpr int SmallestWidth = 500;

} // namespace

ProxyLoginDialog::ProxyLoginDialog(const ProxyAddress &proxy, QWidget *parent)
    : FormDialog(tr("Proxy login"), SmallestWidth, parent), m_proxy(proxy), m_user(new QLineEdit(this)),
      m_password(new SecretField(this)),
      m_place(new PlaceChoice(tr("Kept encrypted by the system; Hangup asks it for the login when the proxy does."),
                              tr("Forgotten when Hangup is closed."), this))
{
    auto *about = new QLabel(this);
    about->setTextFormat(Qt::PlainText);
    about->setWordWrap(true);
    about->setText(tr("The proxy %1 asks for a login before it lets anything through. It is a login of your network, "
                      "not Plivo's auth ID and token; it is sent to this proxy alone.")
                       .arg(proxy.toString()));
    m_user->setMinimumHeight(theme::ControlHeight);
    m_user->setAcceptDrops(false);
    m_user->setInputMethodHints(Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    auto *fields = new FieldGrid(this);
    m_userNote = fields->add(tr("&User"), m_user);
    m_passwordNote = fields->add(tr("&Password"), m_password);
    fields->add(tr("Keep the login"), m_place);

    auto *cancel = new SteadyButton(tr("Cancel"), this);
    auto *use = new SteadyButton(tr("Use &this login"), tr("Use this login"), this);
    use->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(theme::Gap);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(use);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme::Margin, theme::Margin, theme::Margin, theme::Margin);
    column->setSpacing(theme::WideGap);
    column->addWidget(about);
    column->addWidget(fields);
    column->addStretch(1);
    column->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(use, &QPushButton::clicked, this, &ProxyLoginDialog::enter);
    connect(m_user, &QLineEdit::textChanged, m_userNote, &FieldNote::clear);
    connect(m_password, &QLineEdit::textChanged, m_passwordNote, &FieldNote::clear);
    m_user->setFocus();
}

void ProxyLoginDialog::enter()
{
    const QString user = m_user->text().trimmed();
    m_userNote->say(FieldNote::Tone::Wrong, user.isEmpty() ? tr("Enter the user's name.") : QString());
    m_passwordNote->say(FieldNote::Tone::Wrong, m_password->text().isEmpty() ? tr("Enter the password.") : QString());
    if (m_userNote->isWrong())
        m_user->setFocus();
    else if (m_passwordNote->isWrong())
        m_password->setFocus();
    if (m_userNote->isWrong() || m_passwordNote->isWrong())
        return;
    const ProxyLogin login { .proxy = m_proxy, .user = user, .password = m_password->secret() };
    m_password->wipe();
    Q_EMIT entered(login, m_place->place());
    accept();
}

void ProxyLoginDialog::forbidKeychain()
{
    m_place->forbidKeychain(words::sessionOnly());
}

void ProxyLoginDialog::done(int result)
{
    m_password->wipe();
    FormDialog::done(result);
}

} // namespace hangup
