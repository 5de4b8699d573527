// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// Where things are: nothing moves while a batch runs, nothing is cut or covered at any size of text, columns suit small
// and wide screens, long names and a window that reads from the right.
#include "faults.h"
#include "ui/accountbox.h"
#include "ui/actionbar.h"
#include "ui/elidedlabel.h"
#include "ui/emptylist.h"
#include "ui/tableheader.h"
#include "windowbench.h"

#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace hangup;
using namespace hangup::test;

namespace {

/// Where each part of the window is that shows something. Of words, the edge that they stand at: room behind them moves
/// nothing that is seen.
QHash<QWidget *, QRect> placesIn(QWidget *window)
{
    QHash<QWidget *, QRect> places;
    const auto widgets = window->findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        if (!isPart(widget, window))
            continue;
        QRect place(widget->mapTo(window, QPoint()), widget->size());
        if (const auto *label = qobject_cast<QLabel *>(widget)) {
            if (label->text().isEmpty() && label->pixmap().isNull())
                continue;
            if (label->alignment().testFlag(Qt::AlignRight))
                place.setLeft(place.right());
            else
                place.setRight(place.left());
        }
        places.insert(widget, place);
    }
    return places;
}

QStringList movedBetween(const QHash<QWidget *, QRect> &before, const QHash<QWidget *, QRect> &after)
{
    QStringList moved;
    for (auto it = before.cbegin(); it != before.cend(); ++it) {
        if (after.contains(it.key()) && after.value(it.key()) != it.value())
            moved += nameOf(it.key());
    }
    return moved;
}

/// Runs a test with another font, and puts the old one back.
class WithFontSize
{
public:
    explicit WithFontSize(double points) : m_before(QApplication::font())
    {
        QFont font = m_before;
        font.setPointSizeF(points);
        QApplication::setFont(font);
    }
    ~WithFontSize() { QApplication::setFont(m_before); }
    Q_DISABLE_COPY_MOVE(WithFontSize)

private:
    QFont m_before;
};

} // namespace

class TestWindowLook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QGuiApplication::setLayoutDirection(Qt::LeftToRight); }
    void nothingMovesWhileABatchRuns();
    void nothingIsCut_data();
    void nothingIsCut();
    void idsAreWholeAtAnySize_data();
    void idsAreWholeAtAnySize();
    void columnsSuitTheScreen_data();
    void columnsSuitTheScreen();
    void longNamesMoveNoButton_data();
    void longNamesMoveNoButton();
    void idsReadFromTheLeftInAMirroredWindow();
};

void TestWindowLook::nothingMovesWhileABatchRuns()
{
    // Not on the practice account: it has none of these calls, and so many unknown ones make a batch ask and wait.
    WindowBench bench(WindowBench::On::Server);
    constexpr int Calls = 500;
    const QList<CallId> ids = bench.list(Calls);
    for (qsizetype n = 2; n + 1 < ids.size(); n += 5) {
        bench.server().script(ids.at(n), { Answer::callNotFound() });
        bench.server().script(ids.at(n + 1), { Answer::json(400, "{\"api_id\":\"1\",\"error\":\"invalid\"}") });
    }
    bench.askForAll();
    bench.find<QLineEdit>(u"Number of calls"_s)->setText(QString::number(Calls));
    auto *table = bench.find<QTableView>(u"Calls"_s);
    QHash<QWidget *, QRect> before;
    QStringList rowsBefore;
    const auto firstRows = [table] {
        QStringList rows;
        for (int row = 0; row < 10; ++row)
            rows += u"%1 at %2"_s.arg(table->model()->index(row, 0).data().toString())
                        .arg(table->rowViewportPosition(row));
        return rows;
    };
    QCoreApplication::sendPostedEvents();
    before = placesIn(&bench.window());
    rowsBefore = firstRows();
    QStringList moved;
    int looks = 0;
    connect(&bench.session(), &Session::progressChanged, this, [&] {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        moved += movedBetween(before, placesIn(&bench.window()));
        ++looks;
    });
    QVERIFY(bench.confirm(Calls));
    QTRY_VERIFY_WITH_TIMEOUT(!bench.session().busy(), 30'000);
    QTRY_COMPARE(bench.session().progressDone(), Calls);
    QVERIFY(bench.session().calls()->tally()[Outcome::Ended] > 0);
    QVERIFY(bench.session().calls()->tally()[Outcome::NotLive] > 0);
    QVERIFY(bench.session().calls()->tally()[Outcome::Refused] > 0);
    QCoreApplication::sendPostedEvents();
    QVERIFY2(looks > 5, qPrintable(QString::number(looks)));
    moved.removeDuplicates();
    QCOMPARE(moved.join(u", "_s), QString());
    QCOMPARE(movedBetween(before, placesIn(&bench.window())).join(u", "_s), QString());
    QCOMPARE(firstRows(), rowsBefore);
}

void TestWindowLook::nothingIsCut_data()
{
    QTest::addColumn<double>("points");
    QTest::addColumn<bool>("mirrored");
    for (const double points : { 9.0, 11.0, 14.0, 18.0, 22.0 }) {
        QTest::addRow("text of %g points", points) << points << false;
        QTest::addRow("text of %g points, from the right", points) << points << true;
    }
}

void TestWindowLook::nothingIsCut()
{
    QFETCH(const double, points);
    QFETCH(const bool, mirrored);
    const WithFontSize size(points);
    QGuiApplication::setLayoutDirection(mirrored ? Qt::RightToLeft : Qt::LeftToRight);
    WindowBench bench;
    // As small as the window lets itself be made, or the usual size where it can be smaller.
    bench.window().resize(1280, 720);
    QCoreApplication::sendPostedEvents();
    QCOMPARE(faultsIn(&bench.window()).join(u'\n'), QString());
    bench.list(16);
    QCoreApplication::sendPostedEvents();
    QCOMPARE(faultsIn(&bench.window()).join(u'\n'), QString());
    bench.window().resize(bench.window().minimumSize());
    QCoreApplication::sendPostedEvents();
    // The usual text fits the usual screen with room to spare.
    if (points <= 9.0) {
        QVERIFY(bench.window().minimumWidth() <= 1024);
        QVERIFY(bench.window().minimumHeight() <= 680);
    }
    qInfo("text of %g points: at least %d x %d", points, bench.window().width(), bench.window().height());
    QCOMPARE(faultsIn(&bench.window()).join(u'\n'), QString());
}

void TestWindowLook::idsAreWholeAtAnySize_data()
{
    QTest::addColumn<double>("points");
    for (const double points : { 9.0, 11.25, 13.5, 18.0, 22.5 })
        QTest::addRow("%g percent", points / 9.0 * 100) << points;
}

void TestWindowLook::idsAreWholeAtAnySize()
{
    QFETCH(const double, points);
    const WithFontSize size(points);
    WindowBench bench;
    const QList<CallId> ids = bench.list(1);
    const auto *table = bench.find<QTableView>(u"Calls"_s);
    const int room = table->columnWidth(CallListModel::UuidColumn) - 2 * TableHeader::Padding;
    const QFontMetrics metrics(theme::fixedFont());
    QCOMPARE(metrics.elidedText(ids.first().toString(), Qt::ElideRight, room), ids.first().toString());
    QVERIFY(table->rowHeight(0) >= metrics.height());
    QVERIFY(table->rowHeight(0) >= QFontMetrics(QApplication::font()).height());
}

void TestWindowLook::columnsSuitTheScreen_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("1280 x 720") << QSize(1280, 720);
    QTest::newRow("1920 x 1080") << QSize(1920, 1080);
    QTest::newRow("3840 x 2160") << QSize(3840, 2160);
}

void TestWindowLook::columnsSuitTheScreen()
{
    QFETCH(const QSize, size);
    WindowBench bench;
    bench.list(16);
    bench.window().resize(size);
    QCoreApplication::sendPostedEvents();
    for (const auto &[name, filling] : { std::pair(u"Calls"_s, int(CallListModel::NotesColumn)),
                                         std::pair(u"Log"_s, int(LogModel::OutcomeColumn)) }) {
        const auto *table = bench.find<QTableView>(name);
        const auto *header = table->horizontalHeader();
        const QFontMetrics metrics(table->font());
        // All in sight, none wider than a line one can read, each title whole.
        QVERIFY2(header->length() <= table->viewport()->width(), qPrintable(name));
        for (int column = 0; column < header->count(); ++column) {
            if (header->isSectionHidden(column))
                continue;
            const QString title = table->model()->headerData(column, Qt::Horizontal).toString();
            const int width = header->sectionSize(column);
            QVERIFY2(width >= header->fontMetrics().horizontalAdvance(title) + 2 * TableHeader::Padding,
                     qPrintable(title));
            const int most = column == filling ? 130 : 45; // characters
            QVERIFY2(width <= metrics.averageCharWidth() * most, qPrintable(title + u' ' + QString::number(width)));
        }
        // Where there is no more than the usual, the words have it all.
        if (size.width() == 1280)
            QCOMPARE(header->length(), table->viewport()->width());
    }
}

void TestWindowLook::longNamesMoveNoButton_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("sixty letters") << QString(60, u'M');
    QTest::newRow("Arabic") << u"شركة الاتصالات الدولية المحدودة للخدمات الهاتفية والإنترنت"_s;
    QTest::newRow("Hebrew") << u"חברת הטלפונים הבינלאומית לשירותי תקשורת ואינטרנט בעולם כולו"_s;
    QTest::newRow("emoji") << QString(u"📞🚀✨"_s).repeated(20);
}

void TestWindowLook::longNamesMoveNoButton()
{
    QFETCH(const QString, name);
    Account account = Account::practice();
    account.name = name;
    for (const Qt::LayoutDirection direction : { Qt::LeftToRight, Qt::RightToLeft }) {
        QGuiApplication::setLayoutDirection(direction);
        ActionBar bar;
        bar.resize(848, bar.sizeHint().height());
        bar.show();
        QCoreApplication::sendPostedEvents();
        const auto placesOfButtons = [&bar] {
            QList<QRect> places;
            const auto buttons = bar.findChildren<QAbstractButton *>();
            for (const QAbstractButton *button : buttons)
                places += button->geometry();
            return places;
        };
        const auto before = placesOfButtons();
        bar.setAccount(account);
        QCoreApplication::sendPostedEvents();
        QCOMPARE(placesOfButtons(), before);
        QVERIFY2(bar.minimumSizeHint().width() <= 848, qPrintable(QString::number(bar.minimumSizeHint().width())));
        QCOMPARE(faultsIn(&bar).join(u'\n'), QString());
        AccountBox box;
        box.setAccounts({ account }, account);
        QVERIFY(box.sizeHint().width() <= 360);
        QVERIFY2(box.toolTip().contains(name.toHtmlEscaped()), qPrintable(box.toolTip()));
    }
}

/// The smallest part that holds all that differs from its corner.
static QImage trimmed(const QImage &image)
{
    QRect part;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixel(x, y) != image.pixel(0, 0))
                part |= QRect(x, y, 1, 1);
        }
    }
    return image.copy(part);
}

void TestWindowLook::idsReadFromTheLeftInAMirroredWindow()
{
    QList<QImage> ids;
    QList<QRect> places;
    for (const Qt::LayoutDirection direction : { Qt::LeftToRight, Qt::RightToLeft }) {
        QGuiApplication::setLayoutDirection(direction);
        WindowBench bench;
        bench.list(2);
        auto *table = bench.find<QTableView>(u"Calls"_s);
        const QRect cell = table->visualRect(table->model()->index(0, CallListModel::UuidColumn));
        ids += trimmed(
            table->viewport()->grab(cell.adjusted(2, 2, -2, -2)).toImage().convertToFormat(QImage::Format_RGB32));
        places += cell;
    }
    QCOMPARE(ids.at(1).size(), ids.at(0).size());
    // Letters may stand between two pixels; in another order they would be altogether different.
    double difference = 0;
    for (int y = 0; y < ids.at(0).height(); ++y) {
        for (int x = 0; x < ids.at(0).width(); ++x)
            difference += std::abs(qGray(ids.at(0).pixel(x, y)) - qGray(ids.at(1).pixel(x, y)));
    }
    difference /= ids.at(0).width() * ids.at(0).height();
    QVERIFY2(difference < 25, qPrintable(QString::number(difference)));
    QVERIFY(places.at(1).left() > places.at(0).right()); // the column itself is at the other edge
}

QTEST_MAIN(TestWindowLook)
#include "tst_windowlook.moc"
