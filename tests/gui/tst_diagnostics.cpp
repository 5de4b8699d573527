// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// Copy diagnostics: what is shown is what is copied, and no secret is in it.
#include "windowbench.h"

#include "accessiblefind.h"
#include "store/memorystore.h"
#include "ui/diagnosticsdialog.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hangup;
using namespace hangup::test;

class TestDiagnostics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void copiesWhatItShows();
    void showsNoSecret();
    void leavesTheClipboardAloneUntilAsked();
    void namesEveryControl();
};

void TestDiagnostics::copiesWhatItShows()
{
    WindowBench bench;
    bench.list(2);
    // Whether the journal is open is among what is said: what the dialog shows is what was so when it opened.
    QTRY_VERIFY(bench.session().journalState().kind == JournalState::Kind::Ready);
    bench.command(u"Copy diagnostics"_s)->trigger();
    auto *dialog = bench.find<QDialog>(u"Copy diagnostics"_s);
    QVERIFY(dialog);
    QTRY_COMPARE(QApplication::activeWindow(), dialog);
    const auto *view = dialog->findChild<QPlainTextEdit *>();
    QVERIFY(view->isReadOnly());
    QCOMPARE(view->toPlainText(), bench.session().diagnostics());
    QVERIFY(view->toPlainText().contains(u"Qt: "_s));
    // Copy has the focus: Enter alone does it.
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(QApplication::clipboard()->text(), view->toPlainText());
    QVERIFY(dialog->isVisible());
    QTest::keyClick(dialog, Qt::Key_Escape);
    QVERIFY(!dialog->isVisible());
}

void TestDiagnostics::showsNoSecret()
{
    Session::Options options;
    options.secrets = std::make_shared<MemoryStore>();
    options.environmentAccount = Account::environment(*AuthId::parse(u"MATESTTESTTESTTEST01"), ApiAddress::plivo());
    options.environmentToken = AuthToken::parse(WindowBench::token().toLatin1());
    Session session(std::move(options));
    session.note(u"by mistake: "_s + WindowBench::token());
    const DiagnosticsDialog dialog(session.diagnostics(), nullptr);
    const QString text = dialog.findChild<QPlainTextEdit *>()->toPlainText();
    QVERIFY(text.contains(u"by mistake: "_s));
    QVERIFY(!text.contains(WindowBench::token()));
}

void TestDiagnostics::leavesTheClipboardAloneUntilAsked()
{
    WindowBench bench;
    QApplication::clipboard()->setText(u"mine"_s);
    bench.command(u"Copy diagnostics"_s)->trigger();
    auto *dialog = bench.find<QDialog>(u"Copy diagnostics"_s);
    QVERIFY(dialog);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QCOMPARE(QApplication::clipboard()->text(), u"mine"_s);
}

void TestDiagnostics::namesEveryControl()
{
    WindowBench bench;
    bench.command(u"Copy diagnostics"_s)->trigger();
    auto *dialog = bench.find<QDialog>(u"Copy diagnostics"_s);
    QCOMPARE(testing::namelessControls(QAccessible::queryAccessibleInterface(dialog)).join(u" "_s), QString());
    for (const QString &name : { u"Diagnostics"_s, u"Copy"_s, u"Close"_s })
        QVERIFY2(testing::findByName(dialog, name), qPrintable(name));
    QStringList said;
    const auto labels = dialog->findChildren<QLabel *>();
    for (const QLabel *label : labels)
        said += label->text();
    QVERIFY(said.contains(
        u"Nothing leaves this computer until you paste it. Tokens are removed; read it before you send it."_s));
}

QTEST_MAIN(TestDiagnostics)
#include "tst_diagnostics.moc"
