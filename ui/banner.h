// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/account.h"

#include <QFrame>
#include <QString>

class QLabel;

namespace hangup {

/// The wide PRACTICE or TEST SERVER banner. Hidden for an account at api.plivo.com. Text is plain; accessible name
/// "Account notice".
class AccountBanner : public QFrame
{
    Q_OBJECT
public:
    explicit AccountBanner(QWidget *parent = nullptr);
    void setAccount(const Account &account);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void updateColours();
    QLabel *m_icon;
    QLabel *m_kind;
    QLabel *m_text;
    bool m_practice = true;
};

/// A sentence across the window that stays until it is closed or replaced: trouble (wrong token, certificate, slept) or
/// a note, with up to two buttons. Accessible name "Message". Announces itself to screen readers.
class NoticeBar : public QFrame
{
    Q_OBJECT
public:
    enum class Level : quint8 { Note, Trouble };
    explicit NoticeBar(QWidget *parent = nullptr);
    /// Shows @p text (plain) with a button for each of @p primary and @p secondary that is not empty.
    void showNotice(Level level, const QString &text, const QString &primary = {}, const QString &secondary = {});
    /// The sentence last shown; empty once closed.
    QString text() const;

Q_SIGNALS:
    void primaryClicked();
    void secondaryClicked();
    void closed();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void updateColours();
    struct Private;
    Private *d; ///< a child object, owned by this
};

} // namespace hangup
