// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// A token goes into the window and doesn't come out again: no copy, no drag, no menu, no accessible text, no clipboard,
// no file.
#include "accountbench.h"
#include "support/secrethunt.h"
#include "ui/accountdialog.h"
#include "ui/secretfield.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QLineEdit>
#include <QMenu>
#include <QMetaProperty>
#include <QPointer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hangup;
using namespace hangup::test;

namespace {

/// Every text that Qt, a screen reader or a script could read of @p widget and what is in it.
QStringList textsOf(QWidget *widget)
{
    QStringList texts;
    QList<QWidget *> widgets = widget->findChildren<QWidget *>();
    widgets += widget;
    for (QWidget *one : widgets) {
        for (int i = 0; i < one->metaObject()->propertyCount(); ++i) {
            const QVariant value = one->metaObject()->property(i).read(one);
            if (value.typeId() == QMetaType::QString)
                texts += value.toString();
        }
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(one);
        for (const auto kind : { QAccessible::Name, QAccessible::Description, QAccessible::Value, QAccessible::Help })
            texts += face ? face->text(kind) : QString();
        if (face && face->textInterface())
            texts += face->textInterface()->text(0, face->textInterface()->characterCount());
    }
    return texts;
}

} // namespace

class TestAccountSecrecy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void neverCopiesAToken();
    void offersNoCopyInItsMenu();
    void tellsAccessibilityDotsAlone();
    void leavesNoTokenBehind_data();
    void leavesNoTokenBehind();
    void showsNoStoredToken();
    void bringsNothingBack();
    void tellsInputMethodsDotsAlone();
    void knowsABlankField_data();
    void knowsABlankField();
};

void TestAccountSecrecy::neverCopiesAToken()
{
    SecretField field;
    field.show();
    QTest::keyClicks(&field, AccountBench::token(1));
    QApplication::clipboard()->setText(u"before"_s);
    for (const Qt::Key key : { Qt::Key_C, Qt::Key_X, Qt::Key_Insert }) {
        QTest::keyClick(&field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(&field, key, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), u"before"_s);
    }
    field.copy();
    field.cut();
    QCOMPARE(QApplication::clipboard()->text(), u"before"_s);
    QVERIFY(!field.dragEnabled());
    QCOMPARE(field.echoMode(), QLineEdit::Password);
    QVERIFY(field.inputMethodHints().testFlag(Qt::ImhSensitiveData));
    QVERIFY(field.inputMethodHints().testFlag(Qt::ImhHiddenText));
    QVERIFY(field.inputMethodHints().testFlag(Qt::ImhNoPredictiveText));
}

void TestAccountSecrecy::offersNoCopyInItsMenu()
{
    SecretField field;
    field.show();
    QTest::keyClicks(&field, AccountBench::token(1));
    QContextMenuEvent asked(QContextMenuEvent::Keyboard, QPoint(2, 2), field.mapToGlobal(QPoint(2, 2)));
    QApplication::sendEvent(&field, &asked);
    auto *menu = field.findChild<QMenu *>();
    QVERIFY(menu);
    QStringList texts;
    const auto actions = menu->actions();
    for (const QAction *action : actions)
        texts += QString(action->text()).remove(u'&');
    QCOMPARE(texts.join(u' '), u"Paste Clear"_s);
    menu->close();
}

void TestAccountSecrecy::tellsAccessibilityDotsAlone()
{
    AccountBench bench;
    AccountDialog dialog(bench.book(), {}, nullptr);
    dialog.show();
    QVERIFY(bench.type(&dialog, u"Auth token"_s, AccountBench::token(1)));
    auto *field = AccountBench::find<QLineEdit>(&dialog, u"Auth token"_s);
    QAccessibleInterface *face = QAccessible::queryAccessibleInterface(field);
    QVERIFY(face->state().passwordEdit);
    QVERIFY(!face->text(QAccessible::Value).contains(AccountBench::token(1)));
    QVERIFY(!face->textInterface()->text(0, face->textInterface()->characterCount()).contains(AccountBench::token(1)));
}

void TestAccountSecrecy::leavesNoTokenBehind_data()
{
    QTest::addColumn<QString>("button");
    QTest::newRow("saved") << u"Save"_s;
    QTest::newRow("cancelled") << u"Cancel"_s;
}

void TestAccountSecrecy::leavesNoTokenBehind()
{
    QFETCH(const QString, button);
    AccountBench bench;
    const QString token = AccountBench::token(1);
    QPointer<AccountDialog> dialog = new AccountDialog(bench.book(), {}, &bench.window().window());
    dialog->open(); // kept when it closes, so that it can be looked at
    QVERIFY(bench.type(dialog, u"Name"_s, u"Mine"_s));
    QVERIFY(bench.type(dialog, u"Auth ID"_s, AccountBench::authId(1)));
    QVERIFY(bench.type(dialog, u"Auth token"_s, token));
    QVERIFY(bench.press(dialog, button));
    QTRY_VERIFY(dialog->isHidden());
    const QString all = textsOf(dialog).join(u'\n') + textsOf(&bench.window().window()).join(u'\n');
    QVERIFY(all.contains(AccountBench::authId(1)));
    QVERIFY(!all.contains(token));
    QVERIFY(!QApplication::clipboard()->text().contains(token));
    QVERIFY(!bench.session().diagnostics().contains(token));
    // Written on another thread.
    if (button == u"Save"_s)
        QTRY_VERIFY(QFile::exists(bench.settingsFile()));
    if (QFile::exists(bench.settingsFile()))
        QCOMPARE(describe(findSecret(bench.settingsFile(), AccountBench::authId(1).toLatin1(), token.toLatin1())),
                 QString());
}

void TestAccountSecrecy::showsNoStoredToken()
{
    AccountBench bench;
    const QString key = bench.addAccount(u"A"_s, 1);
    AccountDialog dialog(bench.book(), bench.book()->find(key), nullptr);
    dialog.show();
    QVERIFY(!textsOf(&dialog).join(u'\n').contains(AccountBench::token(1)));
    QCOMPARE(AccountBench::find<QLineEdit>(&dialog, u"Auth token"_s)->text(), QString());
}

void TestAccountSecrecy::bringsNothingBack()
{
    SecretField field;
    field.setText(AccountBench::token(1));
    QCOMPARE(field.token()->secretBytes().toByteArray(), AccountBench::token(1).toLatin1());
    // Reading it took nothing from the field.
    QCOMPARE(field.text(), AccountBench::token(1));
    field.wipe();
    QCOMPARE(field.text(), QString());
    field.undo();
    QCOMPARE(field.text(), QString());
}

void TestAccountSecrecy::tellsInputMethodsDotsAlone()
{
    const QString secret = AccountBench::token(1);
    SecretField field;
    field.setText(secret);
    field.selectAll();
    for (const auto property :
         { Qt::ImSurroundingText, Qt::ImCurrentSelection, Qt::ImTextBeforeCursor, Qt::ImTextAfterCursor }) {
        QInputMethodQueryEvent asked(property);
        QApplication::sendEvent(&field, &asked);
        QVERIFY(!asked.value(property).toString().contains(u"canary"_s));
        // As Qt's own input context asks: by the function's name.
        QVariant answer;
        QMetaObject::invokeMethod(&field, "inputMethodQuery", Qt::DirectConnection, Q_RETURN_ARG(QVariant, answer),
                                  Q_ARG(Qt::InputMethodQuery, property), Q_ARG(QVariant, QVariant()));
        QVERIFY(!answer.toString().contains(u"canary"_s));
    }
    QCOMPARE(field.inputMethodQuery(Qt::ImSurroundingText).toString().size(), secret.size());
}

void TestAccountSecrecy::knowsABlankField_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("blank");
    QTest::newRow("nothing") << QString() << true;
    QTest::newRow("blanks") << u" \t "_s << true;
    QTest::newRow("a letter between blanks") << u" a "_s << false;
}

void TestAccountSecrecy::knowsABlankField()
{
    QFETCH(const QString, text);
    SecretField field;
    field.setText(text);
    QTEST(field.isBlank(), "blank");
}

QTEST_MAIN(TestAccountSecrecy)
#include "tst_accountsecrecy.moc"
