// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/secretproblem.h"

#include <QWidget>

class QLabel;
class QRadioButton;

namespace hangup {

/// "In the system keychain" or "For this session only", with a sentence on what the chosen one means.
class PlaceChoice final : public QWidget
{
    Q_OBJECT
public:
    /// @p keychain and @p session: the sentences.
    PlaceChoice(const QString &keychain, const QString &session, QWidget *parent);
    TokenPlace place() const;
    void setPlace(TokenPlace place);
    /// The organisation lets nothing into the keychain: @p sentence says so.
    void forbidKeychain(const QString &sentence);

Q_SIGNALS:
    void placeChanged();

private:
    void explain();
    QRadioButton *m_keychain;
    QRadioButton *m_session;
    QLabel *m_sentence;
    QString m_keychainSentence;
    QString m_sessionSentence;
};

} // namespace hangup
