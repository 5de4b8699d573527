// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
//
// Paints each part of the window in light and dark, at one and two pixels a point, as pictures in the folder that
// HANGUP_PICTURES names (else in the working folder's "pictures"). What can be measured is: each picture has more
// than one colour, and nothing warned while painting. The rest is for the eye.
#include "domain/words.h"
#include "ui/banner.h"
#include "ui/callsview.h"
#include "ui/logpane.h"
#include "ui/summarystrip.h"
#include "ui/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QRegularExpression>
#include <QTest>

using namespace hangup;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A ticket of nine calls.
QString ticket()
{
    QString text;
    for (int i = 0; i < 9; ++i)
        text += u"Customer %1: defb0706-86a6-11e4-b303-498d468c930%1 is stuck since 9 am\n"_s.arg(i);
    return text;
}

CallResult resultOf(const CallId &id, Outcome outcome, Reason reason, int status, int attempts,
                    std::chrono::milliseconds took)
{
    return { .id = id,
             .outcome = outcome,
             .reason = reason,
             .httpStatus = status,
             .attempts = attempts,
             .apiId = status == 0 ? QString() : u"5f2b8a0e-2b3c-4d5e-8f90-a1b2c3d4e5f6"_s,
             .message = outcome == Outcome::Refused ? u"invalid call state <b>now</b>"_s : QString(),
             .startedAtMs = 1782900131000,
             .finishedAtMs = 1782900131084,
             .elapsed = took };
}

void fill(CallListModel &calls, LogModel &log)
{
    const QList<CallId> ids = calls.add(scanCalls(ticket()));
    calls.beginUpdates();
    for (const CallId &id : ids.mid(0, 8))
        calls.setWaiting(id);
    const QList<CallResult> results {
        resultOf(ids.at(0), Outcome::Ended, Reason::None, 204, 1, 84ms),
        resultOf(ids.at(1), Outcome::NotLive, Reason::None, 404, 1, 79ms),
        resultOf(ids.at(2), Outcome::NotLiveMaybeUs, Reason::None, 404, 2, 1300ms),
        resultOf(ids.at(3), Outcome::Refused, Reason::None, 400, 1, 85ms),
        resultOf(ids.at(4), Outcome::Unknown, Reason::Silence, 0, 1, 10s),
        resultOf(ids.at(5), Outcome::NotSent, Reason::HostNotFound, 0, 0, 0ms),
    };
    LogEntry begin;
    begin.atMs = 1782900131000;
    begin.text = u"Batch of 8 calls on the Practice account."_s;
    QList<LogEntry> lines { begin };
    for (const CallResult &result : results) {
        calls.setResult(result);
        lines.append(LogEntry { .kind = LogEntry::Kind::Answer,
                                .atMs = result.finishedAtMs,
                                .id = result.id,
                                .sent = result.attempts > 0 ? u"DELETE Call"_s : QString(),
                                .httpStatus = result.httpStatus,
                                .outcome = result.outcome,
                                .reason = result.reason,
                                .text = words::resultSentence(result),
                                .message = result.message,
                                .apiId = result.apiId,
                                .elapsedMs = result.elapsed.count() });
    }
    calls.setOnItsWay(ids.at(6), 1);
    calls.endUpdates();
    log.append(lines);
}

/// The controls whose look is the style's.
QWidget *controls(QWidget *parent)
{
    auto *box = new QWidget(parent);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(theme::Margin, theme::Gap, theme::Margin, theme::Gap);
    auto *accounts = new QComboBox;
    accounts->addItem(theme::dot(0xd9a400), u"Practice account"_s);
    auto *empty = new QLineEdit;
    empty->setPlaceholderText(u"Enter or paste call UUIDs"_s);
    auto *filled = new QLineEdit(u"SUP-4812"_s);
    auto *add = new QPushButton(theme::icon(u"open"_s, parent->palette()), u"Add"_s);
    auto *off = new QPushButton(theme::icon(u"retry"_s, parent->palette()), u"Retry failed"_s);
    off->setEnabled(false);
    auto *standard = new QPushButton(u"Cancel"_s);
    standard->setDefault(true);
    auto *link = new QLabel(u"<a href=\"x\">Show</a>"_s);
    for (QWidget *widget : std::initializer_list<QWidget *> { accounts, empty, filled, add, off, standard, link })
        row->addWidget(widget);
    return box;
}

} // namespace

class TestPartPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support propagateSizeHints)"_s)); }
    void paint_data();
    void paint();

private:
    QDir m_folder;
};

void TestPartPictures::initTestCase()
{
    m_folder = QDir(qEnvironmentVariable("HANGUP_PICTURES", u"pictures"_s));
    QVERIFY(m_folder.mkpath(u"."_s));
}

void TestPartPictures::paint_data()
{
    QTest::addColumn<ColourScheme>("choice");
    QTest::addColumn<double>("scale");
    QTest::newRow("light") << ColourScheme::Light << 1.0;
    QTest::newRow("light, two pixels a point") << ColourScheme::Light << 2.0;
    QTest::newRow("dark") << ColourScheme::Dark << 1.0;
    QTest::newRow("dark, two pixels a point") << ColourScheme::Dark << 2.0;
}

void TestPartPictures::paint()
{
    QFETCH(ColourScheme, choice);
    QFETCH(double, scale);
    theme::apply(choice);
    CallListModel calls;
    LogModel log;
    fill(calls, log);

    QWidget window;
    auto *banner = new AccountBanner;
    banner->setAccount(Account::practice());
    auto *notice = new NoticeBar;
    notice->showNotice(NoticeBar::Level::Trouble, u"Plivo rejected the auth ID or token. Nothing more was sent."_s,
                       u"Details"_s);
    auto *note = new NoticeBar;
    note->showNotice(NoticeBar::Level::Note, u"Saved as “calls.csv”."_s);
    auto *strip = new SummaryStrip;
    strip->setTally(calls.tally());
    strip->setProgress(6, 8, 2s);
    strip->setHeldUntil(1782900136000);
    strip->setFilter(CallFilter::Ended);
    auto *view = new CallsView(&calls);
    auto *pane = new LogPane(&log);

    auto *column = new QVBoxLayout(&window);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (QWidget *widget : std::initializer_list<QWidget *> { banner, notice, note, controls(&window) })
        column->addWidget(widget);
    auto *inner = new QVBoxLayout;
    inner->setContentsMargins(theme::Margin, theme::Gap, theme::Margin, theme::Margin);
    inner->setSpacing(theme::WideGap);
    inner->addWidget(strip);
    inner->addWidget(view, 3);
    inner->addWidget(pane, 2);
    column->addLayout(inner);
    window.resize(1280, 800);
    window.show();
    view->selectCall(*calls.idAt(3));
    QCoreApplication::sendPostedEvents();

    QImage picture((QSizeF(window.size()) * scale).toSize(), QImage::Format_RGB32);
    picture.setDevicePixelRatio(scale);
    window.render(&picture);
    QCOMPARE(picture.pixelColor(2, picture.height() - 3), QApplication::palette().color(QPalette::Window));
    const QString name = u"parts-%1-%2x.png"_s.arg(choice == ColourScheme::Dark ? u"dark"_s : u"light"_s).arg(scale);
    QCOMPARE(picture.save(m_folder.filePath(name)), true);
}

QTEST_MAIN(TestPartPictures)
#include "tst_partpictures.moc"
