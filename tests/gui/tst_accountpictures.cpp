// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
//
// Paints the dialogs about accounts, tokens and the proxy in each of their states, in light and dark, at one and two
// pixels a point, as pictures in the folder that HANGUP_PICTURES names (else in the working folder's "pictures"). What
// can be measured is: no text of a label is cut, and nothing warned while painting. The rest is for the eye.
#include "accountbench.h"
#include "ui/accountdialog.h"
#include "ui/accountsdialog.h"
#include "ui/confirmdialog.h"
#include "ui/fieldgrid.h"
#include "ui/proxylogindialog.h"
#include "ui/theme.h"

#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QTest>

using namespace hangup;
using namespace hangup::test;
using namespace Qt::StringLiterals;

class TestAccountPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { theme::apply(ColourScheme::Light); }
    void paint_data();
    void paint();

private:
    void shoot(QWidget *widget, const QString &name);
    void shootAccounts(AccountBench &bench);
    void shootAccount(AccountBench &bench);
    void shootProxy();
    void shootWindow();

    QDir m_folder;
    QString m_suffix;
    double m_scale = 1;
};

void TestAccountPictures::initTestCase()
{
    m_folder = QDir(qEnvironmentVariable("HANGUP_PICTURES", u"pictures"_s));
    QVERIFY(m_folder.mkpath(u"."_s));
}

void TestAccountPictures::paint_data()
{
    QTest::addColumn<ColourScheme>("choice");
    QTest::addColumn<double>("scale");
    QTest::newRow("light") << ColourScheme::Light << 1.0;
    QTest::newRow("light, two pixels a point") << ColourScheme::Light << 2.0;
    QTest::newRow("dark") << ColourScheme::Dark << 1.0;
    QTest::newRow("dark, two pixels a point") << ColourScheme::Dark << 2.0;
}

void TestAccountPictures::shoot(QWidget *widget, const QString &name)
{
    // A text that needs more lines makes the dialog higher, by and by.
    const auto cut = [widget] {
        const auto labels = widget->findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            if (label->isVisible() && label->wordWrap() && label->heightForWidth(label->width()) > label->height())
                return label->text();
        }
        return QString();
    };
    QCoreApplication::processEvents();
    QTRY_COMPARE(cut(), QString());
    QImage picture((QSizeF(widget->size()) * m_scale).toSize(), QImage::Format_RGB32);
    picture.setDevicePixelRatio(m_scale);
    widget->render(&picture);
    QCOMPARE(picture.save(m_folder.filePath(u"%1-%2.png"_s.arg(name, m_suffix))), true);
}

void TestAccountPictures::shootAccounts(AccountBench &bench)
{
    const QString first = bench.addAccount(u"Customer A, support"_s, 1);
    bench.addAccount(u"عميل ب"_s, 2, TokenPlace::Session);
    bench.addAccount(u"A customer with a name as long as the form allows it to be"_s, 3);
    AccountsDialog dialog(bench.book(), first, nullptr);
    dialog.show();
    shoot(&dialog, u"accounts"_s);
    bench.press(&dialog, u"Remove"_s);
    shoot(dialog.findChild<QDialog *>(), u"accounts-remove"_s);
}

void TestAccountPictures::shootAccount(AccountBench &bench)
{
    AccountDialog empty(bench.book(), {}, nullptr);
    empty.show();
    shoot(&empty, u"account-new"_s);
    bench.press(&empty, u"Save"_s);
    shoot(&empty, u"account-errors"_s);
    bench.press(&empty, u"Advanced"_s);
    bench.type(&empty, u"API address"_s, bench.server().address());
    bench.type(&empty, u"Name"_s, u"Customer C"_s);
    bench.type(&empty, u"Auth ID"_s, AccountBench::authId(7));
    bench.type(&empty, u"Auth token"_s, u"short"_s);
    shoot(&empty, u"account-testserver"_s);
    bench.server().setDefaultAnswer(Answer::hang());
    bench.press(&empty, u"Test"_s);
    shoot(&empty, u"account-testing"_s);
    bench.press(&empty, u"Cancel the test"_s);
    shoot(&empty, u"account-test-cancelled"_s);
    bench.server().setDefaultAnswer(Answer::unauthorizedText());
    bench.press(&empty, u"Test"_s);
    QTRY_VERIFY(bench.stateOf(&empty).contains(u"401"_s));
    shoot(&empty, u"account-test-wrong"_s);
    bench.secrets().failure = [](MemoryStore::Verb, const QString &) { return SecretProblem::NoKeychain; };
    bench.press(&empty, u"Save"_s);
    QTRY_VERIFY(bench.stateOf(&empty).contains(u"keychain"_s));
    shoot(&empty, u"account-nokeychain"_s);
    bench.secrets().failure = {};
    bench.secrets().setStuck(true);
    bench.press(&empty, u"Save"_s);
    QTRY_VERIFY(bench.stateOf(&empty).contains(u"another window"_s));
    shoot(&empty, u"account-slow"_s);
    bench.press(&empty, u"Cancel saving"_s);
    bench.secrets().setStuck(false);

    AccountDialog stored(bench.book(), bench.book()->storedAccounts().first(), nullptr);
    stored.show();
    shoot(&stored, u"account-stored"_s);
    bench.type(&stored, u"API address"_s, u"https://other.example"_s);
    shoot(&stored, u"account-otherhost"_s);
}

void TestAccountPictures::shootProxy()
{
    ProxyLoginDialog dialog({ u"proxy.example"_s, 3128 }, nullptr);
    dialog.show();
    shoot(&dialog, u"proxy"_s);
}

void TestAccountPictures::shootWindow()
{
    WindowBench first;
    shoot(&first.window(), u"window-first"_s);
    Q_EMIT first.session().proxyLoginNeeded({ u"proxy.example"_s, 3128 });
    shoot(&first.window(), u"window-proxy"_s);
}

void TestAccountPictures::paint()
{
    QFETCH(ColourScheme, choice);
    QFETCH(double, scale);
    m_scale = scale;
    m_suffix = u"%1-%2x"_s.arg(choice == ColourScheme::Dark ? u"dark"_s : u"light"_s).arg(scale);
    AccountBench bench;
    theme::apply(choice);
    shootAccounts(bench);
    shootAccount(bench);
    shootProxy();
    shootWindow();
}

QTEST_MAIN(TestAccountPictures)
#include "tst_accountpictures.moc"
