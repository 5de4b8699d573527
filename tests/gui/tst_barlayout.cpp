// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// Three parts on a line where they fit, on two where they don't; and a narrower window cuts none of them, not even for
// a moment.
#include "ui/barlayout.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QTest>
#include <QWidget>

using namespace Qt::StringLiterals;
using namespace hangup;

namespace {

constexpr int Gap = 8;
constexpr int WideGap = 16;
constexpr int Line = 32;

/// Of a size that can't be changed, but for the part between, which takes from @p least up.
QWidget *part(int least, int most, QWidget *parent)
{
    auto *widget = new QWidget(parent);
    widget->setFixedHeight(Line);
    widget->setMinimumWidth(least);
    widget->setMaximumWidth(most);
    return widget;
}

/// A bar of 100 + at least 200 + 150 points.
class Bar : public QWidget
{
public:
    explicit Bar(QWidget *parent = nullptr)
        : QWidget(parent), start(part(100, 100, this)), between(part(200, 1000, this)), end(part(150, 150, this))
    {
        auto *left = new QHBoxLayout;
        left->addWidget(start);
        auto *right = new QHBoxLayout;
        right->addWidget(end);
        auto *layout = new BarLayout(Gap, WideGap, this);
        layout->setParts(left, between, right);
    }
    QWidget *start;
    QWidget *between;
    QWidget *end;
};

constexpr int OneLineFrom = 100 + 200 + 150 + 2 * (Gap + WideGap);

} // namespace

class TestBarLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void placesTheParts_data();
    void placesTheParts();
    void leavesRoomForTwoLines();
    void cutsNothingWhenItGetsNarrower();
};

void TestBarLayout::placesTheParts_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::addColumn<int>("height");
    QTest::addColumn<QRect>("start");
    QTest::addColumn<QRect>("between");
    QTest::addColumn<QRect>("end");
    const int beside = Gap + WideGap;
    QTest::newRow("wide enough for one line")
        << OneLineFrom << Qt::LeftToRight << Line << QRect(0, 0, 100, Line) << QRect(100 + beside, 0, 200, Line)
        << QRect(OneLineFrom - 150, 0, 150, Line);
    QTest::newRow("wide enough for one line, from the right")
        << OneLineFrom << Qt::RightToLeft << Line << QRect(OneLineFrom - 100, 0, 100, Line)
        << QRect(150 + beside, 0, 200, Line) << QRect(0, 0, 150, Line);
    QTest::newRow("the part between takes what is left")
        << OneLineFrom + 77 << Qt::LeftToRight << Line << QRect(0, 0, 100, Line) << QRect(100 + beside, 0, 277, Line)
        << QRect(OneLineFrom + 77 - 150, 0, 150, Line);
    const int low = Line + Gap;
    QTest::newRow("one point less than one line takes")
        << OneLineFrom - 1 << Qt::LeftToRight << low + Line << QRect(0, low, 100, Line)
        << QRect(0, 0, OneLineFrom - 1, Line) << QRect(OneLineFrom - 1 - 150, low, 150, Line);
    QTest::newRow("two lines, from the right") << 300 << Qt::RightToLeft << low + Line << QRect(200, low, 100, Line)
                                               << QRect(0, 0, 300, Line) << QRect(0, low, 150, Line);
}

void TestBarLayout::placesTheParts()
{
    QFETCH(const int, width);
    QFETCH(const Qt::LayoutDirection, direction);
    QFETCH(const int, height);
    QFETCH(const QRect, start);
    QFETCH(const QRect, between);
    QFETCH(const QRect, end);
    Bar bar;
    bar.setLayoutDirection(direction);
    QCOMPARE(bar.layout()->totalHeightForWidth(width), height);
    bar.layout()->setGeometry(QRect(0, 0, width, height));
    QCOMPARE(bar.start->geometry(), start);
    QCOMPARE(bar.between->geometry(), between);
    QCOMPARE(bar.end->geometry(), end);
}

void TestBarLayout::leavesRoomForTwoLines()
{
    const Bar bar;
    QCOMPARE(bar.minimumSizeHint(), QSize(100 + Gap + 150, 2 * Line + Gap));
}

void TestBarLayout::cutsNothingWhenItGetsNarrower()
{
    // As in the window: below something that takes the height that the bar leaves.
    QWidget window;
    auto *grid = new QGridLayout(&window);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(0);
    auto *table = new QWidget(&window);
    table->setMinimumHeight(50);
    auto *bar = new Bar(&window);
    grid->addWidget(table, 0, 0);
    grid->addWidget(bar, 1, 0);
    grid->setRowStretch(0, 1);
    window.resize(OneLineFrom, 50 + 2 * Line + Gap);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QCOMPARE(bar->height(), Line);
    QCOMPARE(window.minimumHeight(), 50 + 2 * Line + Gap); // it can't be made too low for two
    // At once, without a turn of the event loop: nothing is painted in between.
    window.resize(OneLineFrom - 1, window.minimumHeight());
    QCOMPARE(bar->height(), 2 * Line + Gap);
    QCOMPARE(table->height(), 50);
    for (const QWidget *one : { bar->start, bar->between, bar->end })
        QVERIFY(bar->rect().contains(one->geometry()));
}

QTEST_MAIN(TestBarLayout)
#include "tst_barlayout.moc"
