// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// Files and long texts come into the list part by part: in order, once, told when all is there, and with time for the
// window between.
#include "session/session.h"
#include "store/memorystore.h"
#include "support/patience.h"
#include "support/unchecked.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace hangup;
using namespace Qt::StringLiterals;

namespace {

/// Enough for many parts, each of them far from a turn's end on any machine.
constexpr int Many = 40'000;

CallId idOf(int n)
{
    return *CallId::parse(u"%1-86a6-11e4-b303-498d468c930b"_s.arg(n, 8, 16, QLatin1Char('0')));
}

/// The ids from @p first on, @p count of them, one a line.
QString ids(int first, int count)
{
    QString text;
    for (int n = first; n < first + count; ++n)
        text += idOf(n).toString() + u" on hold\n"_s;
    return text;
}

Session::Options quickOptions()
{
    Session::Options options;
    options.quickPractice = true;
    options.secrets = std::make_shared<MemoryStore>();
    options.settings = test::uncheckedSettings();
    return options;
}

} // namespace

class TestTextAdder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void partByPart();
    void countsWhatIsListedAlready();
    void oneTextAfterTheOther();
    void aTextWithoutIdsIsToldToo();
    void aFileThatCantBeReadIsNotAwaited();
    void keepsTheWordsOfEachPart();
    void theEndInTheMiddle();
};

void TestTextAdder::partByPart()
{
    Session session(quickOptions());
    QSignalSpy rows(session.calls(), &QAbstractItemModel::rowsInserted);
    QSignalSpy told(&session, &Session::added);
    QSignalSpy adding(&session, &Session::addingChanged);
    // What else the window has to do has its turn while rows are missing.
    int turns = 0;
    QTimer other;
    connect(&other, &QTimer::timeout, &other, [&] {
        const int there = session.calls()->total();
        turns += there > 0 && there < Many ? 1 : 0;
    });
    other.start(0);
    session.addLongText(ids(1, Many), TextSource::Pasted);
    QVERIFY(session.isAdding());
    QCOMPARE(session.calls()->total(), 0);
    QTRY_COMPARE(told.count(), 1);
    QVERIFY(!session.isAdding());
    QCOMPARE(adding, (QList<QVariantList> { { true }, { false } }));
    const auto report = told.first().first().value<AddReport>();
    QCOMPARE(report.source, TextSource::Pasted);
    QCOMPARE(report.added.size(), qsizetype(Many));
    QCOMPARE(report.added, session.calls()->ids());
    QCOMPARE(report.added.constFirst(), idOf(1));
    QCOMPARE(report.added.constLast(), idOf(Many));
    QCOMPARE(report.alreadyListed, 0);
    QVERIFY2(rows.count() > 5, qPrintable(QString::number(rows.count())));
    QVERIFY2(turns > 0, "all came in one go");
}

void TestTextAdder::countsWhatIsListedAlready()
{
    Session session(quickOptions());
    session.addText(ids(100, 3), TextSource::Typed);
    QSignalSpy told(&session, &Session::added);
    session.addLongText(ids(1, Many), TextSource::Pasted);
    QTRY_COMPARE(told.count(), 1);
    const auto report = told.first().first().value<AddReport>();
    QCOMPARE(report.alreadyListed, 3);
    QCOMPARE(report.added.size(), qsizetype(Many - 3));
    QCOMPARE(session.calls()->total(), Many);
    QCOMPARE(session.calls()->tally().listed, Many);
    // Those that were there stay in their place.
    QCOMPARE(session.calls()->ids().first(4), (QList { idOf(100), idOf(101), idOf(102), idOf(1) }));
}

void TestTextAdder::oneTextAfterTheOther()
{
    Session session(quickOptions());
    QSignalSpy told(&session, &Session::added);
    QSignalSpy adding(&session, &Session::addingChanged);
    session.addLongText(ids(1, Many), TextSource::Pasted);
    session.addLongText(ids(Many + 1, Many), TextSource::Dropped);
    QTRY_COMPARE(told.count(), 2);
    QCOMPARE(told.at(0).first().value<AddReport>().source, TextSource::Pasted);
    QCOMPARE(told.at(1).first().value<AddReport>().source, TextSource::Dropped);
    QCOMPARE(adding, (QList<QVariantList> { { true }, { false } }));
    const QList<CallId> all = session.calls()->ids();
    QCOMPARE(all.size(), qsizetype(2 * Many));
    for (int n = 0; n < 2 * Many; ++n)
        QCOMPARE(all.at(n), idOf(n + 1));
}

void TestTextAdder::aTextWithoutIdsIsToldToo()
{
    Session session(quickOptions());
    QSignalSpy told(&session, &Session::added);
    session.addLongText(QString(Session::LongText, u'x'), TextSource::Pasted);
    QTRY_COMPARE(told.count(), 1);
    QVERIFY(told.first().first().value<AddReport>().scan.found.isEmpty());
    QVERIFY(!session.isAdding());
}

void TestTextAdder::aFileThatCantBeReadIsNotAwaited()
{
    const QTemporaryDir folder;
    Session session(quickOptions());
    QSignalSpy failed(&session, &Session::fileFailed);
    QSignalSpy adding(&session, &Session::addingChanged);
    session.addFile(folder.filePath(u"missing.txt"_s));
    QVERIFY(session.isAdding());
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY(!session.isAdding());
    QCOMPARE(adding, (QList<QVariantList> { { true }, { false } }));
}

void TestTextAdder::keepsTheWordsOfEachPart()
{
    // Ids far from each other among much that is none, in each part: the words around each id stay, the rest does not.
    QString text;
    for (int n = 1; n <= 5'000; ++n)
        text += u"call %1 rings\n"_s.arg(idOf(n).toString()) + QString(300, u'-') + u'\n';
    Session session(quickOptions());
    QSignalSpy told(&session, &Session::added);
    session.addLongText(text, TextSource::Pasted);
    session.addLongText(ids(10'001, Many), TextSource::Pasted);
    QTRY_COMPARE(told.count(), 2);
    const CallListModel *calls = session.calls();
    for (const int n : { 1, 2'000, 2'048, 2'049, 4'096, 4'097, 5'000 })
        QCOMPARE(calls->context(idOf(n)), u"call %1 rings"_s.arg(idOf(n).toString()));
    for (const int n : { 10'001, 12'048, 12'049, 10'000 + Many })
        QCOMPARE(calls->context(idOf(n)), idOf(n).toString() + u" on hold"_s);
}

void TestTextAdder::theEndInTheMiddle()
{
    for (const bool isScanned : { false, true }) {
        auto session = std::make_unique<Session>(quickOptions());
        session->addLongText(ids(1, Many), TextSource::Pasted);
        if (isScanned)
            QTRY_VERIFY(session->calls()->total() > 0);
        session.reset();
        QCoreApplication::processEvents();
    }
}

QTEST_GUILESS_MAIN(TestTextAdder)
#include "tst_textadder.moc"
