// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// Text into the window: typed, pasted, dropped, opened; what is refused; undo.
#include "windowbench.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QTableView>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hangup;
using namespace hangup::test;

class TestWindowInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void typesOneId_data();
    void typesOneId();
    void keepsWhatIsNoId();
    void saysWhatToDoWithNothing();
    void pastesIntoTheFieldWhole();
    void pastesAPieceForCorrection();
    void pastesAnywhere();
    void takesALongPasteInAsOne();
    void pastesIntoOtherFieldsOnly();
    void dropsAnywhere_data();
    void dropsAnywhere();
    void dropsAFile();
    void refusesBadFiles_data();
    void refusesBadFiles();
    void showsWhatWasIgnored();
    void undoesAndRedoes();
    void removesRowsWithoutEnding();
    void showsForeignTextAsText();
    void offersASampleTicket();
    void saysWhyATypedLineIsIgnored_data();
    void saysWhyATypedLineIsIgnored();
    void addsOnceForAHeldEnter();
    void pastesByEveryKeyOfThePlatform();

private:
    static void drop(QWidget *target, const QMimeData *data);
};

void TestWindowInput::drop(QWidget *target, const QMimeData *data)
{
    QWidget *window = target->window();
    const QPoint at = target->mapTo(window, target->rect().center());
    QDragEnterEvent enter(at, Qt::CopyAction, data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(window, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event(at, Qt::CopyAction, data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(window, &event);
    QVERIFY(event.isAccepted());
}

void TestWindowInput::typesOneId_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("byButton");
    const QString id = WindowBench::id(7).toString();
    QTest::newRow("an id and Enter") << id << false;
    QTest::newRow("an id and the button") << id << true;
    QTest::newRow("an id in upper case") << id.toUpper() << false;
    QTest::newRow("an id with blanks around") << u"  "_s + id + u" "_s << false;
}

void TestWindowInput::typesOneId()
{
    QFETCH(const QString, typed);
    QFETCH(const bool, byButton);
    WindowBench bench;
    auto *field = bench.find<QLineEdit>(u"Enter or paste call UUIDs"_s);
    QVERIFY(field);
    QTest::keyClicks(field, typed);
    if (byButton)
        QTest::mouseClick(bench.find<QPushButton>(u"Add"_s), Qt::LeftButton);
    else
        QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(bench.session().calls()->ids(), QList { WindowBench::id(7) });
    QCOMPARE(field->text(), QString());
    QVERIFY(!bench.session().busy());
}

void TestWindowInput::keepsWhatIsNoId()
{
    WindowBench bench;
    auto *field = bench.find<QLineEdit>(u"Enter or paste call UUIDs"_s);
    const QString cut = WindowBench::id(7).toString().chopped(1);
    QTest::keyClicks(field, cut);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(bench.session().calls()->total(), 0);
    QCOMPARE(field->text(), cut);
    QVERIFY2(bench.sentence().contains(u"35 of 36"_s), qPrintable(bench.sentence()));
    QTest::keyClicks(field, u"b"_s);
    QTest::keyClick(field, Qt::Key_Enter);
    QCOMPARE(bench.session().calls()->total(), 1);
}

void TestWindowInput::saysWhatToDoWithNothing()
{
    WindowBench bench;
    QTest::mouseClick(bench.find<QPushButton>(u"Add"_s), Qt::LeftButton);
    QCOMPARE(bench.sentence(), u"Type or paste a call UUID first."_s);
    QApplication::clipboard()->clear();
    bench.command(u"Paste"_s)->trigger();
    QCOMPARE(bench.notice(), u"The clipboard holds no text. Nothing was added."_s);
}

void TestWindowInput::pastesIntoTheFieldWhole()
{
    WindowBench bench;
    auto *field = bench.find<QLineEdit>(u"Enter or paste call UUIDs"_s);
    QStringList lines;
    for (int n = 0; n < 3000; ++n) // more than a line edit would take
        lines += WindowBench::id(n).toString();
    QApplication::clipboard()->setText(lines.join(u"\r\n"_s));
    QTest::keySequence(field, QKeySequence::Paste);
    QCOMPARE(bench.session().calls()->total(), 3000);
    QCOMPARE(bench.session().calls()->ids().last(), WindowBench::id(2999));
    QCOMPARE(field->text(), QString());
}

void TestWindowInput::pastesAPieceForCorrection()
{
    WindowBench bench;
    auto *field = bench.find<QLineEdit>(u"Enter or paste call UUIDs"_s);
    const QString id = WindowBench::id(7).toString();
    QTest::keyClicks(field, id.first(20));
    QApplication::clipboard()->setText(id.sliced(20));
    QTest::keySequence(field, QKeySequence::Paste);
    QCOMPARE(field->text(), id);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(bench.session().calls()->ids(), QList { WindowBench::id(7) });
}

void TestWindowInput::pastesAnywhere()
{
    WindowBench bench;
    for (const QString &name : { u"Stop"_s, u"Add"_s }) {
        auto *button = bench.find<QPushButton>(name);
        QVERIFY(button);
        button->setFocus();
    }
    QApplication::clipboard()->setText(WindowBench::id(1).toString());
    QTest::keySequence(bench.find<QPushButton>(u"Add"_s), QKeySequence::Paste);
    QCOMPARE(bench.session().calls()->total(), 1);
    auto *table = bench.find<QTableView>(u"Calls"_s);
    table->setFocus();
    QApplication::clipboard()->setText(WindowBench::id(2).toString());
    QTest::keySequence(table, QKeySequence::Paste);
    QCOMPARE(bench.session().calls()->total(), 2);
}

void TestWindowInput::takesALongPasteInAsOne()
{
    constexpr int Calls = 20'000;
    QString text;
    for (int n = 0; n < Calls; ++n)
        text += WindowBench::id(n).toString() + u'\n';
    QVERIFY(text.size() >= Session::LongText);
    WindowBench bench;
    bench.list(3);
    QAction *all = bench.command(u"Hang up all"_s);
    auto *button = bench.find<QPushButton>(u"Hang up all"_s);
    QVERIFY(all && button);
    // Whatever is there of it: "all" is not to be had before all of it is.
    bool wasInPart = false;
    bool couldEndPart = false;
    connect(bench.session().calls(), &QAbstractItemModel::rowsInserted, &bench.window(), [&] {
        const bool isPart = bench.session().calls()->total() < Calls;
        wasInPart |= isPart;
        couldEndPart |= isPart && (all->isEnabled() || button->isEnabled());
    });
    QApplication::clipboard()->setText(text);
    bench.command(u"Paste"_s)->trigger();
    QVERIFY(!all->isEnabled());
    QVERIFY(!bench.command(u"Undo adding 3 calls"_s)->isEnabled());
    QCOMPARE(button->toolTip(), u"Calls are still being added to the list"_s);
    QTRY_COMPARE(bench.session().calls()->total(), Calls);
    QTRY_VERIFY(all->isEnabled() && button->isEnabled());
    QVERIFY(wasInPart);
    QVERIFY(!couldEndPart);
    QCOMPARE(bench.sentence(), u"20000 found: 19997 added, 3 already listed."_s);
    bench.command(u"Undo adding 19997 calls"_s)->trigger();
    QCOMPARE(bench.session().calls()->total(), 3);
}

void TestWindowInput::pastesIntoOtherFieldsOnly()
{
    WindowBench bench;
    auto *filter = bench.find<QLineEdit>(u"Filter calls"_s);
    filter->setFocus();
    QApplication::clipboard()->setText(WindowBench::id(1).toString());
    QTest::keySequence(filter, QKeySequence::Paste);
    QCOMPARE(filter->text(), WindowBench::id(1).toString());
    filter->clear();
    bench.command(u"Paste"_s)->trigger();
    QCOMPARE(filter->text(), WindowBench::id(1).toString());
    QCOMPARE(bench.session().calls()->total(), 0);
}

void TestWindowInput::dropsAnywhere_data()
{
    QTest::addColumn<QString>("where");
    for (const char *where : { "Calls", "Log", "Enter or paste call UUIDs", "Filter calls", "Add", "Account" })
        QTest::newRow(where) << QString::fromLatin1(where);
}

void TestWindowInput::dropsAnywhere()
{
    QFETCH(const QString, where);
    WindowBench bench;
    auto *target = bench.find<QWidget>(where);
    QVERIFY(target);
    QVERIFY(!target->acceptDrops());
    QMimeData data;
    data.setText(u"ended? %1 and %2"_s.arg(WindowBench::id(1).toString(), WindowBench::id(2).toString()));
    drop(target, &data);
    QCOMPARE(bench.session().calls()->total(), 2);
}

void TestWindowInput::dropsAFile()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"ticket.txt"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(WindowBench::id(1).toString().toLatin1());
    file.close();
    WindowBench bench;
    QMimeData data;
    data.setUrls({ QUrl::fromLocalFile(file.fileName()) });
    data.setText(file.fileName());
    drop(bench.find<QWidget>(u"Calls"_s), &data);
    QTRY_COMPARE(bench.session().calls()->total(), 1);
    QVERIFY2(bench.sentence().startsWith(u"ticket.txt: "_s), qPrintable(bench.sentence()));
}

void TestWindowInput::refusesBadFiles_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray id = WindowBench::id(1).toLatin1();
    QTest::newRow("bytes that are no text") << u"bad.bin"_s << id + "\xff\xfe\xfa";
    QTest::newRow("a NUL in the text") << u"nul.txt"_s << id + QByteArray(1, '\0');
    QTest::newRow("a folder") << u"."_s << QByteArray();
    QTest::newRow("no such file") << u"missing.txt"_s << QByteArray();
}

void TestWindowInput::refusesBadFiles()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, bytes);
    QTemporaryDir folder;
    const QString path = folder.filePath(name);
    if (!bytes.isEmpty()) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    WindowBench bench;
    bench.window().addRows({ path });
    QTRY_VERIFY(!bench.notice().isEmpty());
    QCOMPARE(bench.session().calls()->total(), 0);
}

void TestWindowInput::showsWhatWasIgnored()
{
    WindowBench bench;
    QApplication::clipboard()->setText(
        u"%1\n{\"api_id\": \"%2\"}\n"_s.arg(WindowBench::id(1).toString(), WindowBench::id(2).toString()));
    bench.command(u"Paste"_s)->trigger();
    QCOMPARE(bench.session().calls()->ids(), QList { WindowBench::id(1) });
    auto *show = bench.find<QPushButton>(u"Show what was ignored"_s);
    QVERIFY(show);
    QTest::mouseClick(show, Qt::LeftButton);
    auto *table = bench.find<QTableWidget>(u"Ignored"_s);
    QVERIFY(table);
    QCOMPARE(table->rowCount(), 1);
    QCOMPARE(table->item(0, 0)->text(), u"2"_s);
    QVERIFY(table->item(0, 3)->text().contains(u"api_id"_s));
    QTest::keySequence(table, QKeySequence::Copy);
    QVERIFY(QApplication::clipboard()->text().contains(u"api_id"_s));
}

void TestWindowInput::undoesAndRedoes()
{
    WindowBench bench;
    const QList<CallId> ids = bench.list(5);
    QCOMPARE(bench.session().calls()->total(), 5);
    QTest::keySequence(&bench.window(), QKeySequence::Undo);
    QCOMPARE(bench.session().calls()->total(), 0);
    QTest::keySequence(&bench.window(), QKeySequence::Redo);
    QCOMPARE(bench.session().calls()->ids(), ids);
}

void TestWindowInput::removesRowsWithoutEnding()
{
    WindowBench bench(WindowBench::On::Server);
    const QList<CallId> ids = bench.list(5);
    auto *table = bench.find<QTableView>(u"Calls"_s);
    table->setFocus();
    table->selectRow(2);
    QTest::keyClick(table, Qt::Key_Delete);
    QCOMPARE(bench.session().calls()->total(), 4);
    QVERIFY(!bench.session().calls()->contains(ids.at(2)));
    QTest::keySequence(table, QKeySequence::Undo);
    QCOMPARE(bench.session().calls()->ids(), ids);
    QCOMPARE(bench.server().count(), 0);
}

void TestWindowInput::showsForeignTextAsText()
{
    QTemporaryDir folder;
    const QString name = u"<b>big<img src=x>.txt"_s.replace(u'/', u'_');
    WindowBench bench;
    bench.window().addRows({ folder.filePath(name) });
    QTRY_VERIFY(bench.notice().contains(name));
    const auto labels = bench.window().findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->text().contains(u"<b>"_s))
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }
}

void TestWindowInput::offersASampleTicket()
{
    WindowBench bench;
    // So it is called where there is no other account yet.
    auto *button = bench.find<QPushButton>(u"Practise with a sample ticket"_s);
    QVERIFY(button);
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(bench.session().calls()->total() > 5);
    QVERIFY(!bench.find<QPushButton>(u"Practise with a sample ticket"_s));
}

void TestWindowInput::saysWhyATypedLineIsIgnored_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("words");
    QTest::addColumn<bool>("offersShow");
    const QString id = WindowBench::id(7).toString();
    QTest::newRow("an api_id") << u"api_id: "_s + id << u"api_id"_s << true;
    QTest::newRow("cut off") << id.chopped(1) << u"35 of 36"_s << true;
    QTest::newRow("a word") << u"hello"_s << u"it has 5 of 36 characters"_s << false;
}

void TestWindowInput::saysWhyATypedLineIsIgnored()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, words);
    QFETCH(const bool, offersShow);
    WindowBench bench;
    auto *field = bench.find<QLineEdit>(u"Enter or paste call UUIDs"_s);
    QTest::keyClicks(field, typed);
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY2(bench.sentence().contains(words), qPrintable(bench.sentence()));
    QCOMPARE(field->text(), typed);
    QCOMPARE(bench.find<QPushButton>(u"Show what was ignored"_s) != nullptr, offersShow);
    QCOMPARE(bench.command(u"Show what was ignored"_s)->isEnabled(), offersShow);
}

void TestWindowInput::addsOnceForAHeldEnter()
{
    WindowBench bench;
    auto *field = bench.find<QLineEdit>(u"Enter or paste call UUIDs"_s);
    field->setText(WindowBench::id(7).toString());
    for (int n = 0; n < 3; ++n) {
        QKeyEvent repeat(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, {}, true);
        QApplication::sendEvent(field, &repeat);
    }
    QCOMPARE(bench.session().calls()->total(), 0);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(bench.session().calls()->total(), 1);
}

void TestWindowInput::pastesByEveryKeyOfThePlatform()
{
    WindowBench bench;
    auto *table = bench.find<QTableView>(u"Calls"_s);
    table->setFocus();
    const QList<QKeySequence> keys = QKeySequence::keyBindings(QKeySequence::Paste);
    QVERIFY(keys.contains(QKeySequence(u"Shift+Ins"_s)));
    int listed = 0;
    for (const QKeySequence &key : keys) {
        QApplication::clipboard()->setText(WindowBench::id(listed).toString());
        QTest::keySequence(table, key);
        QCOMPARE(bench.session().calls()->total(), ++listed);
    }
}

QTEST_MAIN(TestWindowInput)
#include "tst_windowinput.moc"
