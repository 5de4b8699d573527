// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "store/sqlconnection.h"

#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hangup;

class TestSqlConnection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_connection.close(); }
    void bindsInTheirOrder();
    void bindsMoreThanAreUsual();
    void refusesAnotherNumberOfValues_data();
    void refusesAnotherNumberOfValues();

private:
    QTemporaryDir m_folder;
    SqlConnection m_connection;
};

void TestSqlConnection::initTestCase()
{
    QVERIFY(m_connection.open(m_folder.filePath(u"a.sqlite"_s), SqlConnection::Mode::ReadWrite));
    QVERIFY(m_connection.run(u"CREATE TABLE pair (one, two NOT NULL)"_s));
}

void TestSqlConnection::bindsInTheirOrder()
{
    QVERIFY(m_connection.run(u"INSERT INTO pair VALUES (?,?)"_s, { 1, QString() }));
    QVERIFY(m_connection.run(u"INSERT INTO pair VALUES (?,?)"_s, { 2, u"two"_s }));
    QSqlQuery *rows = m_connection.rows(u"SELECT two, one FROM pair WHERE one>=? AND one<? ORDER BY one"_s, { 1, 3 });
    QVERIFY(rows && rows->next());
    QCOMPARE(rows->value(0), QVariant(u""_s)); // not NULL
    QCOMPARE(rows->value(1).toInt(), 1);
    QVERIFY(rows->next());
    QCOMPARE(rows->value(0).toString(), u"two"_s);
    QVERIFY(!rows->next());
    rows->finish();
}

void TestSqlConnection::bindsMoreThanAreUsual()
{
    QStringList places;
    QVariantList values;
    for (int n = 0; n < 40; ++n) {
        places.append(u"?"_s);
        values.append(n);
    }
    QCOMPARE(m_connection.value(u"SELECT "_s + places.join(u"*100+"_s), values).toInt(), 39 + 100 * 38 * 39 / 2);
}

void TestSqlConnection::refusesAnotherNumberOfValues_data()
{
    QTest::addColumn<QVariantList>("values");
    QTest::newRow("none") << QVariantList();
    QTest::newRow("too few") << QVariantList { 7 };
    QTest::newRow("too many") << QVariantList { 7, 8, 9 };
}

/// Qt would leave out what is too much, and take for what is missing what was there the time before.
void TestSqlConnection::refusesAnotherNumberOfValues()
{
    QFETCH(const QVariantList, values);
    const QString sql = u"SELECT ?+?"_s;
    QCOMPARE(m_connection.value(sql, { 1, 2 }).toInt(), 3);
    QCOMPARE(m_connection.value(sql, values).isValid(), false);
    QCOMPARE(m_connection.failure(), SqlConnection::Failure::Statement);
    QCOMPARE(m_connection.value(sql, { 3, 4 }).toInt(), 7);
}

QTEST_GUILESS_MAIN(TestSqlConnection)
#include "tst_sqlconnection.moc"
