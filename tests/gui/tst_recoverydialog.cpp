// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// The dialog about calls that a run which ended too early left open.
#include "accessiblefind.h"

#include "models/calllistmodel.h"
#include "ui/recoverydialog.h"
#include "ui/recoverywords.h"
#include "ui/theme.h"

#include <QAbstractItemView>
#include <QDir>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hangup;

class TestRecoveryDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(u"^(?!This plugin does not support (propagateSizeHints|raise|grabbing))"_s));
    }
    void saysWhatWasLeftOpen_data();
    void saysWhatWasLeftOpen();
    void namesOtherAccounts();
    void showsEachCall();
    void asksForWhatItsButtonsSay();
    void keepsTheSelectionWhileACheckGoesOn();
    void namesEveryControl();

private:
    static HistoryCall call(int n, Outcome outcome);
    static QList<HistoryCall> some();
    static QPushButton *button(const RecoveryDialog &dialog, const QString &name);
};

HistoryCall TestRecoveryDialog::call(int n, Outcome outcome)
{
    const CallId id = *CallId::parse(u"%1-86a6-11e4-b303-498d468c930b"_s.arg(0x10000000 + n, 8, 16, QLatin1Char('0')));
    CallResult result { id, outcome, Reason::ProgramEnded };
    result.startedAtMs = outcome == Outcome::NotSent ? 0 : 1'790'000'000'000;
    return { .batch = { .batch = 7,
                        .authId = *AuthId::parse(u"MATESTTESTTESTTEST01"),
                        .words = { u"CS-4711"_s, u"stuck"_s },
                        .atMs = 1'790'000'000'000 },
             .id = id,
             .result = result,
             .proof = { .id = id } };
}

QList<HistoryCall> TestRecoveryDialog::some()
{
    return { call(1, Outcome::Unknown), call(2, Outcome::Unknown), call(3, Outcome::NotSent) };
}

QPushButton *TestRecoveryDialog::button(const RecoveryDialog &dialog, const QString &name)
{
    const auto buttons = dialog.findChildren<QPushButton *>();
    for (QPushButton *candidate : buttons) {
        if (candidate->accessibleName() == name)
            return candidate;
    }
    return nullptr;
}

void TestRecoveryDialog::saysWhatWasLeftOpen_data()
{
    QTest::addColumn<QList<HistoryCall>>("calls");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("nothing") << QList<HistoryCall>() << QString();
    QTest::newRow("one on its way") << QList { call(1, Outcome::Unknown) }
                                    << u"1 call was on its way when Hangup ended; it may have ended or not."_s;
    QTest::newRow("some on their way, one not sent")
        << some()
        << u"2 calls were on their way when Hangup ended; they may have ended or not. 1 call was not sent yet when "
           "Hangup ended."_s;
    QTest::newRow("one with its answer on disk")
        << QList { call(1, Outcome::Ended) } << u"1 call had its answer, but it was not shown any more."_s;
}

void TestRecoveryDialog::saysWhatWasLeftOpen()
{
    QFETCH(const QList<HistoryCall>, calls);
    QTEST(recoverywords::leftOpen(calls), "sentence");
}

void TestRecoveryDialog::namesOtherAccounts()
{
    QCOMPARE(recoverywords::elsewhere({}), QString());
    QCOMPARE(recoverywords::elsewhere({ u"Support"_s }),
             u"Calls of “Support” were left open too: switch to that account to see them."_s);
    QCOMPARE(recoverywords::elsewhere({ u"Support"_s, u"%1"_s }),
             u"Calls of other accounts were left open too: switch to them to see these: “Support”, “%1”."_s);
}

void TestRecoveryDialog::showsEachCall()
{
    RecoveryDialog dialog(nullptr);
    QList<HistoryCall> calls = some();
    calls[0].proof.state = ProofState::Gone;
    dialog.show(calls, { u"Support"_s });
    const auto *model = dialog.findChild<QAbstractItemView *>()->model();
    QStringList rows;
    for (int row = 0; row < model->rowCount(); ++row) {
        QStringList cells;
        for (int column = 1; column < model->columnCount(); ++column)
            cells += model->index(row, column).data().toString();
        rows += cells.join(u" | "_s);
    }
    QCOMPARE(rows.join(u'\n'),
             u"10000001-86a6-11e4-b303-498d468c930b | Unknown | Gone | CS-4711\n"
             "10000002-86a6-11e4-b303-498d468c930b | Unknown |  | CS-4711\n"
             "10000003-86a6-11e4-b303-498d468c930b | Not sent |  | CS-4711"_s);
    for (int row = 0; row < model->rowCount(); ++row)
        QVERIFY(!model->index(row, 0).data().toString().isEmpty());
    if (const QString folder = qEnvironmentVariable("HANGUP_SCREENSHOT_DIR"); !folder.isEmpty()) {
        theme::apply(ColourScheme::Light);
        static_cast<QDialog &>(dialog).show();
        QVERIFY(dialog.grab().save(QDir(folder).filePath(u"recovery.png"_s)));
    }
}

void TestRecoveryDialog::asksForWhatItsButtonsSay()
{
    RecoveryDialog dialog(nullptr);
    const QSignalSpy check(&dialog, &RecoveryDialog::checkRequested);
    const QSignalSpy putBack(&dialog, &RecoveryDialog::putBackRequested);
    const QSignalSpy done(&dialog, &RecoveryDialog::doneRequested);
    dialog.show({}, {});
    for (const QString &name : { u"Check"_s, u"Put back into the list"_s, u"Done"_s })
        QVERIFY2(!button(dialog, name)->isEnabled(), qPrintable(name));
    dialog.show(some(), {});
    dialog.open();
    button(dialog, u"Check"_s)->click();
    button(dialog, u"Put back into the list"_s)->click();
    QCOMPARE(check.size(), 1);
    QCOMPARE(putBack.size(), 1);
    QVERIFY(dialog.isVisible());
    QCOMPARE(done.size(), 0);
    button(dialog, u"Done"_s)->click();
    QCOMPARE(done.size(), 1);
    QVERIFY(!dialog.isVisible());
}

void TestRecoveryDialog::keepsTheSelectionWhileACheckGoesOn()
{
    RecoveryDialog dialog(nullptr);
    QList<HistoryCall> calls = some();
    dialog.show(calls, {});
    auto *view = dialog.findChild<QAbstractItemView *>();
    view->setCurrentIndex(view->model()->index(1, 1));
    calls[1].proof.state = ProofState::NotYet;
    dialog.show(calls, {});
    QCOMPARE(view->currentIndex().row(), 1);
    calls.removeFirst();
    dialog.show(calls, {});
    QCOMPARE(view->model()->rowCount(), 2);
}

void TestRecoveryDialog::namesEveryControl()
{
    RecoveryDialog dialog(nullptr);
    dialog.show(some(), { u"Support"_s });
    dialog.open();
    QCOMPARE(testing::namelessControls(QAccessible::queryAccessibleInterface(&dialog)).join(u" "_s), QString());
}

QTEST_MAIN(TestRecoveryDialog)
#include "tst_recoverydialog.moc"
