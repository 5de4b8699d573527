// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// What assistive software is told while a secret is entered. Qt tells nothing before it has found the bus of such
// software: this runs on an X server and a session bus of its own.
#include "ui/secretfield.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QDBusError>
#include <QDBusInterface>
#include <QInputMethodEvent>
#include <QRegularExpression>
#include <QStyle>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace hangup;

namespace {

QString secret()
{
    return u"canaryTokenOfTheSecretEvents000000000001"_s;
}

/// What assistive software was sent since the last look; events go here and to nobody else.
QStringList heard;

void hear(QAccessibleEvent *event)
{
    const auto type = event->type();
    if (type == QAccessible::TextInserted)
        heard += u"+"_s + static_cast<QAccessibleTextInsertEvent *>(event)->textInserted();
    else if (type == QAccessible::TextRemoved)
        heard += u"-"_s + static_cast<QAccessibleTextRemoveEvent *>(event)->textRemoved();
    else if (type == QAccessible::TextUpdated)
        heard += u"-"_s + static_cast<QAccessibleTextUpdateEvent *>(event)->textRemoved() + u'+'
            + static_cast<QAccessibleTextUpdateEvent *>(event)->textInserted();
    else if (type == QAccessible::ValueChanged)
        heard += u"="_s + static_cast<QAccessibleValueChangeEvent *>(event)->value().toString();
}

/// Listens as the platform does, from before the field is there.
class Listener
{
public:
    Listener() : m_before(QAccessible::installUpdateHandler(hear)) { heard.clear(); }
    ~Listener() { QAccessible::installUpdateHandler(m_before); }
    Listener(const Listener &) = delete;
    Listener &operator=(const Listener &) = delete;

private:
    QAccessible::UpdateHandler m_before;
};

} // namespace

class TestSecretEvents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void sendsDotsToAssistiveSoftware_data();
    void sendsDotsToAssistiveSoftware();
    void leavesOtherFieldsTheirEvents();
};

void TestSecretEvents::initTestCase()
{
    // As a screen reader does when it starts; the bus comes with the first who asks for it.
    QDBusInterface status(u"org.a11y.Bus"_s, u"/org/a11y/bus"_s, u"org.a11y.Status"_s);
    QVERIFY2(status.setProperty("IsEnabled", true), qPrintable(status.lastError().message()));
    // Whoever is asked for the bus starts it first.
    QVERIFY2(QTest::qWaitFor([] { return QAccessible::isActive(); }, 60'000),
             "No bus of assistive software: nothing is told that could be looked at");
}

void TestSecretEvents::sendsDotsToAssistiveSoftware_data()
{
    using Use = std::function<void(SecretField &)>;
    QTest::addColumn<Use>("use");
    QTest::newRow("typed") << Use([](SecretField &field) { QTest::keyClicks(&field, secret()); });
    QTest::newRow("pasted") << Use([](SecretField &field) {
        QApplication::clipboard()->setText(secret());
        field.paste();
        QApplication::clipboard()->clear();
    });
    QTest::newRow("pasted over another") << Use([](SecretField &field) {
        field.setText(secret());
        QApplication::clipboard()->setText(secret());
        field.selectAll();
        field.paste();
        QApplication::clipboard()->clear();
    });
    QTest::newRow("set, changed and wiped") << Use([](SecretField &field) {
        field.setText(secret());
        field.setText(secret() + u"x"_s);
        field.wipe();
    });
    QTest::newRow("deleted and brought back") << Use([](SecretField &field) {
        field.insert(secret());
        field.selectAll();
        QTest::keyClick(&field, Qt::Key_Delete);
        field.undo();
        field.redo();
        field.undo();
        QTest::keyClick(&field, Qt::Key_Backspace);
    });
    QTest::newRow("entered by an input method") << Use([](SecretField &field) {
        QInputMethodEvent event(secret(), {});
        event.setCommitString(secret());
        QApplication::sendEvent(&field, &event);
    });
}

void TestSecretEvents::sendsDotsToAssistiveSoftware()
{
    QFETCH(const std::function<void(SecretField &)>, use);
    const Listener listener;
    {
        SecretField field;
        field.show();
        field.setFocus();
        use(field);
    } // also what it tells when it goes
    QVERIFY(!heard.isEmpty());
    // A character at a time or all at once: none but the dots' own.
    QString all = heard.join(QString());
    all.remove(QRegularExpression(u"[-+=]"_s));
    const QChar dot(static_cast<char16_t>(QApplication::style()->styleHint(QStyle::SH_LineEdit_PasswordCharacter)));
    QVERIFY(all.size() >= secret().size());
    QCOMPARE(all, QString(all.size(), dot));
}

void TestSecretEvents::leavesOtherFieldsTheirEvents()
{
    const Listener listener;
    {
        SecretField field;
        QLineEdit plain;
        plain.insert(u"while there is a field of dots"_s);
        SecretField other;
    }
    QLineEdit plain;
    plain.insert(u"after it"_s);
    heard.removeAll(u"+"_s); // a field of dots that goes, empty
    QCOMPARE(heard.join(u'|'), u"+while there is a field of dots|+after it"_s);
}

QTEST_MAIN(TestSecretEvents)
#include "tst_secretevents.moc"
