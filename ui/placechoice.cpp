// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/placechoice.h"

#include "domain/accountwords.h"
#include "ui/policymark.h"
#include "ui/theme.h"

#include <QLabel>
#include <QRadioButton>
#include <QVBoxLayout>

namespace hangup {

PlaceChoice::PlaceChoice(const QString &keychain, const QString &session, QWidget *parent)
    : QWidget(parent), m_keychain(new QRadioButton(words::tokenPlace(TokenPlace::Keychain), this)),
      m_session(new QRadioButton(words::tokenPlace(TokenPlace::Session), this)), m_sentence(new QLabel(this)),
      m_keychainSentence(keychain), m_sessionSentence(session)
{
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_sentence->setForegroundRole(QPalette::PlaceholderText);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, theme::Gap / 2, 0, 0);
    column->setSpacing(theme::Gap);
    for (QRadioButton *button : { m_keychain, m_session }) {
        button->setAccessibleName(button->text());
        column->addWidget(button);
    }
    column->addWidget(m_sentence);
    m_keychain->setAccessibleDescription(keychain);
    m_session->setAccessibleDescription(session);
    m_keychain->setChecked(true);
    explain();
    // One of the two is enough: each choice toggles both.
    connect(m_keychain, &QRadioButton::toggled, this, [this] {
        explain();
        Q_EMIT placeChanged();
    });
}

TokenPlace PlaceChoice::place() const
{
    return m_keychain->isChecked() ? TokenPlace::Keychain : TokenPlace::Session;
}

void PlaceChoice::setPlace(TokenPlace place)
{
    (place == TokenPlace::Keychain ? m_keychain : m_session)->setChecked(true);
}

void PlaceChoice::forbidKeychain(const QString &sentence)
{
    setPlace(TokenPlace::Session);
    m_sessionSentence = sentence + u' ' + m_sessionSentence;
    m_session->setAccessibleDescription(m_sessionSentence);
    greyByPolicy(m_keychain, sentence);
    explain();
}

void PlaceChoice::explain()
{
    const bool keychain = place() == TokenPlace::Keychain;
    m_sentence->setText(keychain ? m_keychainSentence : m_sessionSentence);
}

} // namespace hangup
