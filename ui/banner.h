// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/account.h"

#include <QFrame>
#include <QString>

class QLabel;
class QToolButton;

namespace hangup {

/// The wide PRACTICE or TEST SERVER banner. Hidden for an account at api.plivo.com. Text is plain; accessible name "Account notice".
class AccountBanner : public QFrame
{
    Q_OBJECT
public:
    explicit AccountBanner(QWidget *parent = nullptr);
    void setAccount(const Account &account);

private:
    QLabel *m_kind;
    QLabel *m_text;
};

/// A sentence across the window that stays until it is closed or replaced: trouble (wrong token, certificate, slept) or a note,
/// with up to two buttons. Accessible name "Message". Announces itself to screen readers.
class NoticeBar : public QFrame
{
    Q_OBJECT
public:
    enum class Level : quint8 { Note, Trouble };
    explicit NoticeBar(QWidget *parent = nullptr);
    void showNotice(Level level, const QString &text, const QString &primary = {}, const QString &secondary = {});
    QString text() const;

Q_SIGNALS:
    void primaryClicked();
    void secondaryClicked();
    void closed();

private:
    struct Private;
    Private *d; ///< a child object's data, owned by this
};

} // namespace hangup
