// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// The keyboard's place in the window: it is always seen, and goes through the window as one reads it.
#include "contrast.h"
#include "ui/calldetails.h"
#include "ui/historypage.h"
#include "ui/livepage.h"
#include "windowbench.h"

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QTabBar>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hangup;
using namespace hangup::test;

namespace {

QList<QWidget *> stopsOf(WindowBench &bench)
{
    // Once around with the Tab key, from the field, or from the tabs where there is none.
    QList<QWidget *> stops;
    QWidget *widget = bench.find<QLineEdit>(u"Enter or paste call UUIDs"_s);
    if (!widget)
        widget = bench.find<QTabBar>(u"Pages"_s);
    widget->setFocus(Qt::TabFocusReason);
    for (int i = 0; i < 60 && !stops.contains(QApplication::focusWidget()); ++i) {
        stops += QApplication::focusWidget();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    return stops;
}

QRect placeOf(const QWidget *widget)
{
    return { widget->mapTo(widget->window(), QPoint()), widget->size() };
}

/// True when @p a is read before @p b: above it, or on its line and nearer to the side where a line begins.
bool isReadBefore(const QRect &a, const QRect &b, bool mirrored)
{
    const bool oneLine = a.top() <= b.center().y() && b.top() <= a.center().y();
    if (!oneLine)
        return a.top() < b.top();
    return mirrored ? a.center().x() > b.center().x() : a.center().x() < b.center().x();
}

} // namespace

class TestWindowFocus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QGuiApplication::setLayoutDirection(Qt::LeftToRight); }
    void isSeenEverywhere_data();
    void isSeenEverywhere();
    void goesAsOneReads_data();
    void goesAsOneReads();
    void detailsComeAfterThePage();
};

void TestWindowFocus::isSeenEverywhere_data()
{
    QTest::addColumn<QString>("colours");
    for (const char *colours : { "Light", "Dark", "High contrast, light", "High contrast, dark" })
        QTest::newRow(colours) << QString::fromLatin1(colours);
}

void TestWindowFocus::isSeenEverywhere()
{
    QFETCH(const QString, colours);
    WindowBench bench;
    bench.command(colours)->trigger();
    bench.list(3);
    bench.selectAll();
    QCoreApplication::sendPostedEvents();
    const QList<QWidget *> stops = stopsOf(bench);
    QVERIFY2(stops.size() > 12, qPrintable(QString::number(stops.size())));
    QStringList unseen;
    for (QWidget *stop : stops) {
        // The picture without the focus: with it somewhere else.
        QWidget *other = stop == stops.first() ? stops.at(1) : stops.first();
        other->setFocus(Qt::TabFocusReason);
        const QImage without = pictureOf(stop);
        stop->setFocus(Qt::TabFocusReason);
        const QImage with = pictureOf(stop);
        int changed = 0;
        for (int y = 0; y < with.height(); ++y) {
            for (int x = 0; x < with.width(); ++x)
                changed += contrast(with.pixelColor(x, y), without.pixelColor(x, y)) >= 3.0 ? 1 : 0;
        }
        // A line one pixel wide all around, without its round corners, is the least; a table may show its place by the
        // ring around one cell, and tabs by that around the current one.
        const auto *tabs = qobject_cast<const QTabBar *>(stop);
        const QSize ring = tabs ? tabs->tabRect(tabs->currentIndex()).size() : stop->size();
        const int least = qMin(2 * (ring.width() + ring.height()) - 48, 400);
        if (changed < least)
            unseen += u"%1: %2 of %3 pixels"_s.arg(stop->accessibleName()).arg(changed).arg(least);
    }
    bench.command(u"Colours of the system"_s)->trigger();
    QCOMPARE(unseen.join(u'\n'), QString());
}

void TestWindowFocus::goesAsOneReads_data()
{
    QTest::addColumn<bool>("mirrored");
    QTest::addColumn<QString>("page");
    for (const char *page : { "", "Live calls", "History" }) {
        QTest::addRow("%s from the left", page) << false << QString::fromLatin1(page);
        QTest::addRow("%s from the right", page) << true << QString::fromLatin1(page);
    }
}

void TestWindowFocus::goesAsOneReads()
{
    QFETCH(const bool, mirrored);
    QFETCH(const QString, page);
    QGuiApplication::setLayoutDirection(mirrored ? Qt::RightToLeft : Qt::LeftToRight);
    WindowBench bench;
    bench.list(3);
    bench.selectAll();
    if (!page.isEmpty())
        bench.command(page)->trigger();
    QList<QWidget *> stops = stopsOf(bench);
    // Beginning with what stands first.
    const auto first = std::min_element(stops.begin(), stops.end(), [mirrored](QWidget *a, QWidget *b) {
        return isReadBefore(placeOf(a), placeOf(b), mirrored);
    });
    std::rotate(stops.begin(), first, stops.end());
    QStringList wrong;
    for (qsizetype i = 1; i < stops.size(); ++i) {
        if (!isReadBefore(placeOf(stops.at(i - 1)), placeOf(stops.at(i)), mirrored))
            wrong += u"%1 before %2"_s.arg(stops.at(i - 1)->accessibleName(), stops.at(i)->accessibleName());
    }
    QVERIFY2(stops.size() > 10, qPrintable(QString::number(stops.size())));
    QCOMPARE(wrong.join(u", "_s), QString());
}

/// The pages that are made when they are first shown: Tab goes from them to the pane beside them, not the other way.
void TestWindowFocus::detailsComeAfterThePage()
{
    WindowBench bench;
    QVERIFY(!bench.window().findChild<LivePage *>());
    QVERIFY(!bench.window().findChild<HistoryPage *>());
    bench.command(u"History"_s)->trigger();
    bench.command(u"Live calls"_s)->trigger();
    const auto *details = bench.window().findChild<CallDetails *>();
    const auto *live = bench.window().findChild<LivePage *>();
    const auto *history = bench.window().findChild<HistoryPage *>();
    QVERIFY(details && live && history);
    int stops = 0;
    int afterDetails = 0;
    bool isBehind = false;
    const QWidget *begin = bench.find<QTabBar>(u"Pages"_s);
    for (const QWidget *next = begin->nextInFocusChain(); next != begin; next = next->nextInFocusChain()) {
        if (!(next->focusPolicy() & Qt::TabFocus))
            continue;
        isBehind |= details->isAncestorOf(next);
        const bool isOnPage = live->isAncestorOf(next) || history->isAncestorOf(next);
        stops += isOnPage ? 1 : 0;
        afterDetails += isOnPage && isBehind && !next->focusProxy() ? 1 : 0;
    }
    QVERIFY2(stops > 15, qPrintable(QString::number(stops)));
    QVERIFY(isBehind);
    QCOMPARE(afterDetails, 0);
}

QTEST_MAIN(TestWindowFocus)
#include "tst_windowfocus.moc"
