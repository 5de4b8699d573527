// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "plivo/retryafter.h"

#include <QTest>

using namespace hangup;

/// Retry-After: seconds, the three dates of RFC 9110, and nonsense.
class TestRetryAfter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsTheWait_data();
    void readsTheWait();
};

void TestRetryAfter::readsTheWait_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<qint64>("ms"); // -1: refused
    const auto row = [](const char *name, const QByteArray &value, qint64 ms) { QTest::newRow(name) << value << ms; };
    // Now is Sun, 06 Nov 1994 08:49:30.250 GMT.
    row("seconds", "5", 5000);
    row("nought", "0", 0);
    row("leading noughts", "007", 7000);
    row("blanks around", " 5 ", 5000);
    row("a year", "31536000", 31536000000);
    row("a second more than a year", "31536001", -1);
    row("ten digits", "9999999999", -1);
    row("more than fits", "99999999999999999999999", -1);
    row("IMF-fixdate", "Sun, 06 Nov 1994 08:49:37 GMT", 6750);
    row("RFC 850", "Sunday, 06-Nov-94 08:49:37 GMT", 6750);
    row("asctime", "Sun Nov  6 08:49:37 1994", 6750);
    row("asctime with a day of two digits", "Mon Nov 14 08:49:30 1994", 8 * 86400000LL - 250);
    row("RFC 850 in the next century", "Saturday, 06-Nov-04 08:49:37 GMT", -1); // over a year
    row("RFC 850 with the next year", "Friday, 06-Jan-95 08:49:37 GMT", 61 * 86400000LL + 6750);
    row("a date in the past", "Sat, 05 Nov 1994 08:49:37 GMT", 0);
    row("a leap second", "Sun, 06 Nov 1994 08:59:60 GMT", 629 * 1000 - 250);
    row("a date over a year ahead", "Wed, 06 Nov 2002 08:49:37 GMT", -1);
    row("nothing", "", -1);
    row("only blanks", "  ", -1);
    row("negative", "-1", -1);
    row("a plus", "+5", -1);
    row("a fraction", "1.5", -1);
    row("an exponent", "1e3", -1);
    row("hex", "0x10", -1);
    row("a unit", "5s", -1);
    row("two numbers", "5, 7", -1);
    row("words", "soon", -1);
    row("the wrong weekday", "Mon, 06 Nov 1994 08:49:37 GMT", -1);
    row("a day that does not exist", "Wed, 30 Feb 1994 08:49:37 GMT", -1);
    row("an hour that does not exist", "Sun, 06 Nov 1994 24:49:37 GMT", -1);
    row("another zone", "Sun, 06 Nov 1994 08:49:37 CET", -1);
    row("an offset", "Sun, 06 Nov 1994 08:49:37 +0000", -1);
    row("a month in another language", "Sun, 06 Nov. 1994 08:49:37 GMT", -1);
    row("lower case", "sun, 06 nov 1994 08:49:37 gmt", -1);
    row("ISO 8601", "1994-11-06T08:49:37Z", -1);
    row("rubbish behind a date", "Sun, 06 Nov 1994 08:49:37 GMT x", -1);
    row("NUL bytes", QByteArray("5\0", 2), -1);
}

void TestRetryAfter::readsTheWait()
{
    constexpr qint64 Now = 784111770250;
    QFETCH(QByteArray, value);
    const auto wait = parseRetryAfter(value, Now);
    QTEST(wait ? qint64(wait->count()) : -1, "ms");
}

QTEST_GUILESS_MAIN(TestRetryAfter)
#include "tst_retryafter.moc"
