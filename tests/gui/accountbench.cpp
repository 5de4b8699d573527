// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "accountbench.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

namespace hangup::test {

AccountBench::AccountBench() : m_bench(WindowBench::On::Practice, settingsFile()) { }

QString AccountBench::addAccount(const QString &name, int n, TokenPlace place, const QString &address)
{
    const auto parsed = ApiAddress::parse(address.isEmpty() ? m_server.address() : address);
    const quint32 colour = Account::colours().at(n % Account::colours().size());
    const Account account
        = Account::stored(name, colour, *AuthId::parse(authId(n)), std::get<ApiAddress>(parsed), place);
    const QSignalSpy saved(book(), &AccountBook::saved);
    if (book()->save(account, AuthToken::parse(token(n).toLatin1())))
        return {};
    const bool done = QTest::qWaitFor([&saved] { return !saved.isEmpty(); });
    return done ? account.key : QString();
}

QString AccountBench::authId(int n)
{
    return u"MAACCOUNTBENCH%1"_s.arg(n, 6, 10, QLatin1Char('0'));
}

QString AccountBench::token(int n)
{
    return u"canaryTokenOfTheAccountBench0%1"_s.arg(n, 11, 10, QLatin1Char('0'));
}

QDialog *AccountBench::dialog(const QString &name) const
{
    return m_bench.find<QDialog>(name);
}

AccountDialog *AccountBench::openForm(const QString &key)
{
    auto *form = new AccountDialog(book(), key.isEmpty() ? std::nullopt : book()->find(key), &m_bench.window());
    form->setAttribute(Qt::WA_DeleteOnClose);
    form->open();
    // Not QTest::qWaitForWindowActive(): it is content with an active parent.
    [[maybe_unused]] const bool active = QTest::qWaitFor([form] { return QApplication::activeWindow() == form; });
    return form;
}

bool AccountBench::fill(QWidget *form, int n)
{
    return type(form, u"Name"_s, u"Customer %1"_s.arg(n)) && type(form, u"Auth ID"_s, authId(n))
        && type(form, u"Auth token"_s, token(n)) && press(form, u"Advanced"_s)
        && type(form, u"API address"_s, m_server.address());
}

bool AccountBench::press(QWidget *in, const QString &name)
{
    auto *button = find<QAbstractButton>(in, name);
    if (!button || !button->isEnabled())
        return false;
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    return true;
}

bool AccountBench::type(QWidget *in, const QString &name, const QString &text)
{
    auto *field = find<QLineEdit>(in, name);
    if (!field || !field->isEnabled())
        return false;
    field->setFocus();
    QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(field, Qt::Key_Delete);
    QTest::keyClicks(field, text);
    return true;
}

QString AccountBench::stateOf(QWidget *dialog)
{
    const auto *label = dialog->findChild<QLabel *>(u"state"_s);
    return label ? label->text() : QString();
}

QString AccountBench::noteOf(QWidget *dialog, const QString &name)
{
    const auto *field = find<QWidget>(dialog, name);
    return field ? field->accessibleDescription() : QString();
}

} // namespace hangup::test
