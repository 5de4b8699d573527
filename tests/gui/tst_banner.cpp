// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "accessiblefind.h"
#include "ui/banner.h"

#include <QAbstractButton>
#include <QLabel>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace hangup;
using namespace hangup::testing;
using namespace Qt::StringLiterals;

namespace {

Account environmentAt(const QString &address)
{
    return Account::environment(*AuthId::parse(u"MAXXXXXXXXXXXXXXXXXX"),
                                std::get<ApiAddress>(ApiAddress::parse(address)));
}

QStringList shownTexts(const QWidget &widget)
{
    QStringList texts;
    const auto labels = widget.findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (!label->text().isEmpty())
            texts.append(label->text());
    }
    return texts;
}

QAbstractButton *button(QWidget &widget, const QString &name)
{
    const auto buttons = widget.findChildren<QAbstractButton *>();
    for (QAbstractButton *one : buttons) {
        if (one->accessibleName() == name)
            return one;
    }
    return nullptr;
}

} // namespace

class TestBanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support propagateSizeHints)"_s)); }
    void bannerTellsTheAccount();
    void noBannerAtPlivo();
    void noticeStaysUntilClosed();
    void noticeButtons();
    void noticeIsPlainText();
    void noticeIsFoundByName();
};

void TestBanner::bannerTellsTheAccount()
{
    QWidget window;
    AccountBanner banner(&window);
    banner.setAccount(Account::practice());
    QCOMPARE(shownTexts(banner).value(0), u"PRACTICE"_s);
    QCOMPARE(banner.isHidden(), false);
    QAccessibleInterface *found = findByName(&window, u"Account notice"_s);
    QVERIFY(found);
    QCOMPARE(found->text(QAccessible::Description),
             u"PRACTICE: Nothing here is real: no call is touched, no request leaves this machine."_s);

    banner.setAccount(environmentAt(u"http://127.0.0.1:8080"_s));
    QCOMPARE(shownTexts(banner), (QStringList { u"TEST SERVER"_s, u"Requests go to 127.0.0.1:8080, not to Plivo."_s }));
    QCOMPARE(banner.isHidden(), false);
}

void TestBanner::noBannerAtPlivo()
{
    AccountBanner banner;
    banner.setAccount(Account::practice());
    banner.setAccount(Account::environment(*AuthId::parse(u"MAXXXXXXXXXXXXXXXXXX"), ApiAddress::plivo()));
    QCOMPARE(banner.isHidden(), true);
}

void TestBanner::noticeStaysUntilClosed()
{
    QWidget window;
    NoticeBar notice(&window);
    QCOMPARE(notice.isHidden(), true);
    notice.showNotice(NoticeBar::Level::Trouble, u"Plivo rejected the token."_s);
    window.show();
    QCOMPARE(notice.isVisible(), true);
    QCOMPARE(notice.text(), u"Plivo rejected the token."_s);
    notice.showNotice(NoticeBar::Level::Note, u"Saved."_s);
    QCOMPARE(notice.text(), u"Saved."_s);

    QSignalSpy closed(&notice, &NoticeBar::closed);
    QAbstractButton *close = button(notice, u"Close the message"_s);
    QVERIFY(close);
    close->setFocus();
    QTest::keyClick(close, Qt::Key_Space);
    QCOMPARE(closed.count(), 1);
    QCOMPARE(notice.isHidden(), true);
    QCOMPARE(notice.text(), QString());
}

void TestBanner::noticeButtons()
{
    NoticeBar notice;
    QSignalSpy primary(&notice, &NoticeBar::primaryClicked);
    QSignalSpy secondary(&notice, &NoticeBar::secondaryClicked);
    notice.showNotice(NoticeBar::Level::Note, u"The machine slept."_s, u"&Go on"_s, u"Stop"_s);
    QTest::mouseClick(button(notice, u"Go on"_s), Qt::LeftButton);
    QCOMPARE(primary.count(), 1);
    QCOMPARE(secondary.count(), 0);
    QTest::mouseClick(button(notice, u"Stop"_s), Qt::LeftButton);
    QCOMPARE(secondary.count(), 1);
    QCOMPARE(namelessControls(QAccessible::queryAccessibleInterface(&notice)), QStringList());
    notice.showNotice(NoticeBar::Level::Note, u"No buttons."_s);
    const auto buttons = notice.findChildren<QAbstractButton *>();
    QCOMPARE(std::count_if(buttons.begin(), buttons.end(), [](const QAbstractButton *b) { return b->isVisible(); }), 1);
}

void TestBanner::noticeIsPlainText()
{
    NoticeBar notice;
    const QString nasty = u"<b>bold</b><img src=\"x\">"_s;
    notice.showNotice(NoticeBar::Level::Trouble, nasty);
    QCOMPARE(notice.text(), nasty);
    const auto labels = notice.findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (!label->text().isEmpty())
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }
}

void TestBanner::noticeIsFoundByName()
{
    NoticeBar notice;
    notice.showNotice(NoticeBar::Level::Trouble, u"No network."_s);
    QAccessibleInterface *found = findByName(&notice, u"Message"_s);
    QVERIFY(found);
    QCOMPARE(found->text(QAccessible::Description), u"No network."_s);
}

QTEST_MAIN(TestBanner)
#include "tst_banner.moc"
