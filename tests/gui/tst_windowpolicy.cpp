// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// The policy in the window: what is greyed says why, and an error stays in sight until it is mended.
#include "session/history.h"
#include "support/setpolicy.h"
#include "ui/accountbox.h"
#include "ui/settingsdialog.h"
#include "windowbench.h"

#include <QAction>
#include <QCheckBox>
#include <QDialog>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QTabWidget>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hangup;
using namespace hangup::test;

class TestWindowPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void showsWhatIsWrongUntilItIsMended();
    void endsNothingWhileItIsBroken();
    void showsTheOrganisationsSettings();
    void keepsTheUsersOwn();
    void limitsABatch();
    void wantsTicketAndReason();
    void exportsNothing();
    void keepsTokensForTheSession();
    void keepsToTheHosts();
    void practisesAlone();
    void showsPictures();

private:
    /// A window on the Environment account at the scripted server, or in practice.
    WindowBench &window(WindowBench::On on = WindowBench::On::Server);
    QString bar() const;
    QDialog *openSettings() const;
    QAction *command(const QString &words) const;
    void save(QWidget *widget, const QString &name) const;

    std::shared_ptr<SetPolicy> m_policy;
    std::unique_ptr<WindowBench> m_bench;
};

void TestWindowPolicy::init()
{
    m_bench.reset();
    m_policy = std::make_shared<SetPolicy>();
}

WindowBench &TestWindowPolicy::window(WindowBench::On on)
{
    m_bench = std::make_unique<WindowBench>(on, QString(), std::nullopt, QString(), WindowBench::Grace::Off,
                                            WindowBench::Checks::Off, m_policy);
    return *m_bench;
}

QString TestWindowPolicy::bar() const
{
    const auto *text = m_bench->find<QLabel>(u"What is wrong with the policy"_s);
    return text ? text->text() : QString();
}

QDialog *TestWindowPolicy::openSettings() const
{
    QTest::keyClick(&m_bench->window(), Qt::Key_Comma, Qt::ControlModifier);
    return m_bench->find<QDialog>(u"Settings"_s);
}

/// Also one whose words carry the mark.
QAction *TestWindowPolicy::command(const QString &words) const
{
    QAction *plain = m_bench->command(words);
    return plain ? plain : m_bench->command(words + u" (set by your organisation)"_s);
}

void TestWindowPolicy::save(QWidget *widget, const QString &name) const
{
    QDir().mkpath(u"pictures"_s);
    QVERIFY(widget->grab().save(u"pictures/policy-%1.png"_s.arg(name)));
}

void TestWindowPolicy::showsWhatIsWrongUntilItIsMended()
{
    m_policy->breakIt();
    WindowBench &bench = window();
    QVERIFY2(bar().contains(u"/etc/hangup/policy.ini, line 2: there is no key largest-bath."_s), qPrintable(bar()));
    auto *frame = bench.find<QWidget>(u"Policy of your organisation"_s);
    QVERIFY(frame);
    QCOMPARE(frame->accessibleDescription(), bar());
    QVERIFY(frame->findChildren<QAbstractButton *>().isEmpty()); // nothing closes it
    save(&bench.window(), u"broken"_s);
    // On each page.
    for (const QString &page : { u"Live calls"_s, u"History"_s, u"Calls"_s }) {
        QVERIFY2(bench.command(page), qPrintable(page));
        bench.command(page)->trigger();
        QVERIFY(!bar().isEmpty());
    }
    m_policy->set({});
    bench.session().refreshPolicy();
    QCOMPARE(bar(), QString());
    m_policy->breakIt();
    bench.session().refreshPolicy();
    QVERIFY(!bar().isEmpty());
}

void TestWindowPolicy::endsNothingWhileItIsBroken()
{
    m_policy->breakIt();
    WindowBench &bench = window();
    bench.server().setDefaultAnswer(Answer::ended());
    bench.list(2);
    bench.askForAll();
    QVERIFY(!bench.confirmButton(2));
    QVERIFY2(bench.notice().contains(u"policy can't be understood"_s), qPrintable(bench.notice()));
    QCOMPARE(bench.server().count(), 0);
    // It breaks while the question is open.
    m_policy->set({});
    bench.askForAll();
    QVERIFY(bench.confirmButton(2));
    m_policy->breakIt();
    QVERIFY(bench.confirm(2));
    QTRY_VERIFY(!bench.confirmButton(2));
    QVERIFY2(bench.notice().contains(u"Nothing was sent."_s), qPrintable(bench.notice()));
    QCOMPARE(bench.server().count(), 0);
    m_policy->set({});
    bench.window().activateWindow(); // the offscreen platform gives the focus back to nobody
    QVERIFY(QTest::qWaitForWindowActive(&bench.window()));
    bench.askForAll();
    QVERIFY(bench.confirm(2));
    QTRY_COMPARE(bench.server().deletes(), 2);
}

void TestWindowPolicy::showsTheOrganisationsSettings()
{
    m_policy->set("share-percent=25\nticket-required=yes\nprotected-numbers=+1 800 555 0100\nlargest-batch=40\n"
                  "export-off=yes\nallowed-hosts=api.plivo.com\n");
    WindowBench &bench = window(WindowBench::On::Practice);
    QDialog *dialog = openSettings();
    QVERIFY(dialog);
    auto *share = bench.find<QSpinBox>(u"Share of the account's limit"_s);
    QCOMPARE(share->value(), 25);
    QVERIFY(!share->isEnabled());
    QCOMPARE(share->toolTip(), u"Set by your organisation."_s);
    QVERIFY2(share->accessibleDescription().contains(u"Set by your organisation."_s),
             qPrintable(share->accessibleDescription()));
    // In sight, too, and with what has no field.
    QString seen;
    const auto labels = dialog->findChildren<QLabel *>();
    for (const QLabel *label : labels)
        seen += label->isVisible() ? label->text() + u'\n' : QString();
    for (const QString &sentence :
         { u"75 requests in any 5 seconds"_s, u"Set by your organisation."_s, u"At most 40 calls at once."_s,
           u"does not allow exports"_s, u"api.plivo.com"_s })
        QVERIFY2(seen.contains(sentence), qPrintable(sentence + u"\n in \n"_s + seen));
    save(dialog, u"settings"_s);
    // The defaults are the user's, not the organisation's.
    QTest::mouseClick(bench.find<QPushButton>(u"Restore defaults"_s), Qt::LeftButton);
    QCOMPARE(share->value(), 25);

    auto *pages = dialog->findChild<QTabWidget *>();
    pages->setCurrentIndex(1);
    auto *numbers = bench.find<QPlainTextEdit>(u"Never end calls of"_s);
    QVERIFY(numbers);
    QVERIFY(numbers->isEnabled()); // the user's own are beside them
    QCOMPARE(numbers->toPlainText(), QString());
    QVERIFY2(numbers->accessibleDescription().contains(u"Set by your organisation, beside yours: +1 800 555 0100."_s),
             qPrintable(numbers->accessibleDescription()));
    save(dialog, u"settings-safety"_s);
    pages->setCurrentIndex(3);
    auto *ticket = bench.find<QCheckBox>(u"Ask for ticket and reason before anything is ended"_s);
    QVERIFY(ticket && ticket->isChecked() && !ticket->isEnabled());
    QVERIFY(ticket->toolTip().contains(u"Set by your organisation."_s));
    save(dialog, u"settings-record"_s);
}

void TestWindowPolicy::keepsTheUsersOwn()
{
    m_policy->set("share-percent=25\nticket-required=yes\nprotected-numbers=111\n");
    WindowBench &bench = window(WindowBench::On::Practice);
    QVERIFY(openSettings());
    bench.find<QSpinBox>(u"Type the number above"_s)->setValue(9);
    QTest::mouseClick(bench.find<QPushButton>(u"OK"_s), Qt::LeftButton);
    QTRY_COMPARE(bench.session().settings().typeNumberAbove, 9);
    bench.command(u"Dark"_s)->trigger();
    const Settings &own = bench.session().ownSettings();
    QCOMPARE(own.typeNumberAbove, 9);
    QCOMPARE(own.colours, ColourScheme::Dark);
    QCOMPARE(own.sharePercent, Settings::SharePercent.byDefault);
    QVERIFY(!own.ticketRequired);
    QVERIFY(own.cutOff.protectedNumbers.isEmpty());
    QCOMPARE(bench.session().settings().sharePercent, 25);
    bench.command(u"Light"_s)->trigger();
}

void TestWindowPolicy::limitsABatch()
{
    m_policy->set("largest-batch=2\n");
    WindowBench &bench = window();
    bench.server().setDefaultAnswer(Answer::ended());
    bench.list(3);
    bench.askForAll();
    QVERIFY(!bench.confirmButton(3));
    QCOMPARE(bench.notice(),
             u"These are 3 calls; your organisation allows at most 2 at once. Nothing was sent."_s);
    QCOMPARE(bench.server().count(), 0);
}

void TestWindowPolicy::wantsTicketAndReason()
{
    m_policy->set("ticket-required=yes\n");
    WindowBench &bench = window();
    bench.server().setDefaultAnswer(Answer::ended());
    bench.list(1);
    bench.askForAll();
    QVERIFY(!bench.confirmButton(1));
    QCOMPARE(bench.find<QLineEdit>(u"Ticket"_s)->placeholderText(), u"required"_s);
    bench.find<QLineEdit>(u"Ticket"_s)->setText(u"T-1"_s);
    bench.find<QLineEdit>(u"Reason"_s)->setText(u"stuck"_s);
    bench.askForAll();
    QVERIFY(bench.confirm(1));
    QTRY_COMPARE(bench.server().deletes(), 1);
}

void TestWindowPolicy::exportsNothing()
{
    m_policy->set("export-off=yes\n");
    WindowBench &bench = window(WindowBench::On::Practice);
    bench.list(1);
    for (const QString &words : { u"Save list as"_s, u"Save log as"_s, u"Copy receipt"_s }) {
        QAction *action = command(words);
        QVERIFY2(action, qPrintable(words));
        QVERIFY2(!action->isEnabled(), qPrintable(words));
        QVERIFY2(action->text().contains(u"(set by your organisation)"_s), qPrintable(action->text()));
        QVERIFY(action->toolTip().contains(u"does not allow exports"_s));
    }
    auto *log = bench.find<QPushButton>(u"Save log"_s);
    QVERIFY(log && !log->isEnabled());
    QVERIFY(log->accessibleDescription().contains(u"does not allow exports"_s));
    bench.command(u"History"_s)->trigger();
    for (const QString &words : { u"Export history"_s, u"Remove old events"_s, u"Copy receipt"_s }) {
        auto *button = bench.find<QPushButton>(words);
        QVERIFY2(button && !button->isEnabled(), qPrintable(words));
        QVERIFY(button->toolTip().contains(u"does not allow exports"_s));
    }
    QTRY_VERIFY(bench.find<QLabel>(u"State of the history"_s)->text().contains(u"does not allow exports"_s));
    save(&bench.window(), u"history"_s);
    m_policy->set({});
    bench.session().refreshPolicy();
    QVERIFY(bench.command(u"Save log as"_s)->isEnabled());
    QVERIFY(bench.command(u"Save list as"_s)->isEnabled());
}

void TestWindowPolicy::keepsTokensForTheSession()
{
    m_policy->set("session-only-tokens=yes\n");
    WindowBench &bench = window(WindowBench::On::Practice);
    bench.command(u"Add an account"_s)->trigger();
    auto *keychain = bench.find<QRadioButton>(u"In the system keychain"_s);
    QVERIFY(keychain);
    QVERIFY(!keychain->isEnabled());
    QVERIFY(!keychain->isChecked());
    QVERIFY(keychain->toolTip().contains(u"Your organisation"_s));
    QVERIFY(bench.find<QRadioButton>(u"For this session only"_s)->isChecked());
    save(bench.find<QDialog>(u"Add an account"_s), u"account"_s);
}

void TestWindowPolicy::keepsToTheHosts()
{
    m_policy->set("allowed-hosts=api.plivo.com\n");
    WindowBench &bench = window();
    auto *box = bench.find<AccountBox>(u"Account"_s);
    const auto *items = qobject_cast<QStandardItemModel *>(box->model());
    const int environment = box->findText(u"Environment (not allowed)"_s);
    QVERIFY(environment >= 0);
    QVERIFY(!items->item(environment)->isEnabled());
    QVERIFY(box->itemData(environment, Qt::ToolTipRole).toString().contains(u"does not allow this API address"_s));
    QVERIFY(items->item(0)->isEnabled());
    bench.list(1);
    bench.askForAll();
    QVERIFY(!bench.confirmButton(1));
    QVERIFY2(bench.notice().contains(u"does not allow this API address"_s), qPrintable(bench.notice()));
    QCOMPARE(bench.server().count(), 0);
    save(&bench.window(), u"host"_s);
}

void TestWindowPolicy::practisesAlone()
{
    m_policy->set("practice-only=yes\n");
    WindowBench &bench = window();
    QVERIFY(bench.session().account().isPractice());
    auto *box = bench.find<AccountBox>(u"Account"_s);
    const int environment = box->findText(u"Environment (not allowed)"_s);
    QVERIFY(environment >= 0);
    QVERIFY(box->itemData(environment, Qt::ToolTipRole).toString().contains(u"practice accounts alone"_s));
    QAction *adding = command(u"Add an account"_s);
    QVERIFY(adding && !adding->isEnabled());
    QAction *choosing = command(u"Environment"_s);
    QVERIFY(choosing && !choosing->isEnabled());
    QCOMPARE(bench.server().count(), 0);
}

void TestWindowPolicy::showsPictures()
{
    m_policy->breakIt();
    WindowBench &bench = window(WindowBench::On::Practice);
    bench.command(u"Dark"_s)->trigger();
    save(&bench.window(), u"broken-dark"_s);
    bench.command(u"Light"_s)->trigger();
    QVERIFY(!bar().isEmpty());
}

QTEST_MAIN(TestWindowPolicy)
#include "tst_windowpolicy.moc"
