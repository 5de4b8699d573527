// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "plivo/tunnelwatch.h"

#include <QNetworkAccessManager>
#include <QSignalSpy>
#include <QTest>

using namespace hangup;
using namespace Qt::StringLiterals;

/// What is certain after a row of events, told by one letter each: p a request through a proxy, d one without;
/// s anything from the server; c a cut; f and g two kinds of failure. The verdict is on the last failure.
class TestTunnelWatch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatAFailureProves_data()
    {
        QTest::addColumn<QByteArray>("events");
        QTest::addColumn<bool>("certain");
        QTest::newRow("the first failure through a proxy") << "pf"_ba << true;
        QTest::newRow("all that wait fail alike") << "pppfff"_ba << true;
        QTest::newRow("nobody asked for a proxy") << "f"_ba << false;
        QTest::newRow("without a proxy") << "df"_ba << false;
        QTest::newRow("once without a proxy") << "dppf"_ba << false;
        QTest::newRow("a connection stood for another request") << "ppsf"_ba << false;
        QTest::newRow("one stood between two failures") << "ppfsf"_ba << false;
        QTest::newRow("another was cut: its connection may stand unheard") << "ppcf"_ba << false;
        QTest::newRow("another failed in another way") << "ppgf"_ba << false;
        QTest::newRow("in another way, and then alike") << "pppgff"_ba << false;
    }

    void whatAFailureProves()
    {
        QFETCH(const QByteArray, events);
        QNetworkAccessManager manager;
        TunnelWatch watch(&manager);
        bool certain = false;
        for (const char event : events) {
            if (event == 'p' || event == 'd')
                watch.noteProxy(event == 'p');
            else if (event == 's')
                watch.noteServer();
            else if (event == 'c')
                watch.noteCut();
            else
                certain = watch.noteFailure(QNetworkReply::UnknownNetworkError, event == 'f' ? u"f"_s : u"g"_s);
        }
        QTEST(certain, "certain");
    }

    void stopsOnlyWhereNothingStood_data()
    {
        QTest::addColumn<QByteArray>("events");
        QTest::addColumn<int>("stops");
        QTest::newRow("through a proxy, nothing yet") << "p"_ba << 1;
        QTest::newRow("without a proxy") << "d"_ba << 0;
        QTest::newRow("a connection stood") << "ps"_ba << 0;
        QTest::newRow("another was cut") << "ppc"_ba << 0;
        QTest::newRow("another has failed") << "ppf"_ba << 0;
    }

    void stopsOnlyWhereNothingStood()
    {
        QFETCH(const QByteArray, events);
        QNetworkAccessManager manager;
        TunnelWatch watch(&manager);
        const QSignalSpy stopped(&watch, &TunnelWatch::stopped);
        for (const char event : events) {
            if (event == 'p' || event == 'd')
                watch.noteProxy(event == 'p');
            else if (event == 's')
                watch.noteServer();
            else if (event == 'c')
                watch.noteCut();
            else
                watch.noteFailure(QNetworkReply::UnknownNetworkError, u"f"_s);
        }
        watch.stop();
        watch.stop();
        QCOMPARE(stopped.count(), 0); // never from within
        QTest::qWait(20);
        QTEST(static_cast<int>(stopped.count()), "stops");
        if (stopped.count() == 1)
            QCOMPARE(watch.stoppedInTime(), true);
        // What stood after all, and was on its way to us, is heard.
        watch.noteServer();
        QCOMPARE(watch.stoppedInTime(), false);
    }
};

QTEST_GUILESS_MAIN(TestTunnelWatch)
#include "tst_tunnelwatch.moc"
