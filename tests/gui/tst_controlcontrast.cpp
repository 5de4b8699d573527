// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// What each control really paints, measured in its pixels, in every palette and state: a colour that is on no list is
// found here.
#include "contrast.h"
#include "ui/banner.h"
#include "ui/filterchip.h"
#include "ui/palettes.h"
#include "ui/steadybutton.h"
#include "ui/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenuBar>
#include <QRadioButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QTabBar>
#include <QTest>

#include <functional>
#include <memory>

using namespace hangup;
using namespace hangup::test;
using namespace Qt::StringLiterals;

namespace {

using Maker = std::function<std::unique_ptr<QWidget>()>;

struct Control
{
    QString name;
    Maker make;
    bool enabled = true;
    QMargins edge = { 4, 4, 4, 4 }; ///< around the words, in points: borders are measured on their own
};

template <typename Widget, typename SetUp>
Maker made(SetUp setUp)
{
    return [setUp] {
        auto widget = std::make_unique<Widget>();
        setUp(widget.get());
        return widget;
    };
}

QList<Control> controls()
{
    const auto button = [](auto... more) {
        return made<QPushButton>([=](QPushButton *one) {
            one->setText(u"Hang up all"_s);
            (more(one), ...);
        });
    };
    const auto off = [](QWidget *one) { one->setEnabled(false); };
    const auto chip = [](CallFilter filter, int count, bool checked) -> Maker {
        return [=] {
            auto one = std::make_unique<FilterChip>(filter, u"Word"_s);
            one->setCount(count);
            one->setChecked(checked);
            return one;
        };
    };
    QList<Control> all {
        { u"button"_s, button() },
        { u"pressed button"_s, button([](QPushButton *one) { one->setDown(true); }) },
        { u"default button"_s, button([](QPushButton *one) { one->setDefault(true); }) },
        { u"flat button"_s, button([](QPushButton *one) { one->setFlat(true); }) },
        { u"disabled button"_s, button(off), false },
        { u"field"_s, made<QLineEdit>([](QLineEdit *one) { one->setText(u"SUP-4812 WM"_s); }) },
        { u"empty field"_s, made<QLineEdit>([](QLineEdit *one) { one->setPlaceholderText(u"Filter WM"_s); }) },
        { u"selected text in a field"_s,
          made<QLineEdit>([](QLineEdit *one) {
              one->setText(u"SUP-4812 WM"_s);
              one->selectAll();
          }),
          true,
          { 12, 8, 40, 8 } },
        { u"disabled field"_s, made<QLineEdit>([off](QLineEdit *one) {
              one->setText(u"SUP-4812 WM"_s);
              off(one);
          }),
          false },
        { u"box"_s, made<QComboBox>([](QComboBox *one) { one->addItem(u"Practice WM"_s); }) },
        { u"check box"_s,
          made<QCheckBox>([](QCheckBox *one) { one->setText(u"Follow WM"_s); }),
          true,
          { 20, 0, 0, 0 } },
        { u"check mark"_s,
          made<QCheckBox>([](QCheckBox *one) {
              one->setText(u"Follow WM"_s);
              one->setChecked(true);
              one->setMaximumWidth(14);
          }),
          true,
          { 4, 6, 0, 6 } },
        { u"radio button"_s,
          made<QRadioButton>([](QRadioButton *one) { one->setText(u"Keychain WM"_s); }),
          true,
          { 20, 0, 0, 0 } },
        { u"number"_s, made<QSpinBox>([](QSpinBox *one) { one->setValue(88); }) },
        { u"label"_s, made<QLabel>([](QLabel *one) { one->setText(u"Log WM"_s); }), true, {} },
        { u"disabled label"_s,
          made<QLabel>([off](QLabel *one) {
              one->setText(u"Log WM"_s);
              off(one);
          }),
          false,
          {} },
        { u"link"_s, made<QLabel>([](QLabel *one) { one->setText(u"<a href=\"x\">Show WM</a>"_s); }), true, {} },
        { u"tab"_s, made<QTabBar>([](QTabBar *one) { one->addTab(u"Limits WM"_s); }) },
        { u"menu bar"_s, made<QMenuBar>([](QMenuBar *one) { one->addAction(u"File WM"_s); }), true, {} },
        { u"list"_s, made<QListWidget>([](QListWidget *one) { one->addItem(u"Item WM"_s); }) },
        { u"selected item of a list"_s, made<QListWidget>([](QListWidget *one) {
              one->addItem(u"Item WMWMWMWMWM"_s);
              one->setCurrentRow(0);
              one->setFixedSize(80, 24);
          }) },
        { u"red button"_s, [] { return std::make_unique<DangerButton>(u"Hang up WM"_s, u"Hang up"_s); } },
        { u"disabled red button"_s,
          [off] {
              auto one = std::make_unique<DangerButton>(u"Hang up WM"_s, u"Hang up"_s);
              off(one.get());
              return one;
          },
          false },
        { u"practice banner"_s,
          [] {
              auto one = std::make_unique<AccountBanner>();
              one->setAccount(Account::practice());
              return one;
          } },
        { u"trouble"_s,
          [] {
              auto one = std::make_unique<NoticeBar>();
              one->showNotice(NoticeBar::Level::Trouble, u"Plivo rejected the token."_s);
              return one;
          } },
        { u"note"_s,
          [] {
              auto one = std::make_unique<NoticeBar>();
              one->showNotice(NoticeBar::Level::Note, u"Saved as x."_s);
              return one;
          } },
    };
    for (const CallFilter filter :
         { CallFilter::All, CallFilter::Listed, CallFilter::Waiting, CallFilter::Ended, CallFilter::NotLive,
           CallFilter::Refused, CallFilter::Unknown, CallFilter::NotSent }) {
        const QString name = u"chip %1"_s.arg(static_cast<int>(filter));
        // The bar under the chosen one is no letter.
        all.append({ name, chip(filter, 42, false) });
        all.append({ name + u" with nothing"_s, chip(filter, 0, false) });
        all.append({ name + u" chosen"_s, chip(filter, 42, true), true, { 4, 4, 4, 8 } });
    }
    return all;
}

struct Scheme
{
    const char *name;
    ColourScheme choice;
    double text;
    double off;
};

constexpr Scheme Schemes[] { { "light", ColourScheme::Light, 4.5, 2.5 },
                             { "dark", ColourScheme::Dark, 4.5, 2.5 },
                             { "high contrast, light", ColourScheme::ContrastLight, 7.0, 7.0 },
                             { "high contrast, dark", ColourScheme::ContrastDark, 7.0, 7.0 } };

} // namespace

class TestControlContrast : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support propagateSizeHints)"_s)); }
    void cleanup() { theme::apply(ColourScheme::Light); }
    void wordsAreReadable_data();
    void wordsAreReadable();
    void bordersAreSeen_data() { wordsAreReadable_data(); }
    void bordersAreSeen();
};

void TestControlContrast::wordsAreReadable_data()
{
    QTest::addColumn<int>("scheme");
    for (int i = 0; i < int(std::size(Schemes)); ++i)
        QTest::newRow(Schemes[i].name) << i;
}

void TestControlContrast::wordsAreReadable()
{
    QFETCH(const int, scheme);
    constexpr double Scale = 3.0; // a letter's stem is then wider than its soft edges
    const Scheme &wanted = Schemes[scheme];
    theme::apply(wanted.choice);
    QStringList faint;
    const auto all = controls();
    for (const Control &control : all) {
        const auto widget = control.make();
        widget->ensurePolished();
        widget->resize(widget->sizeHint().boundedTo(widget->maximumSize()).expandedTo(widget->minimumSize()));
        const QImage picture = pictureOf(widget.get(), Scale);
        const QRect words = widget->rect().marginsRemoved(control.edge);
        const Painted painted = paintedIn(picture, QRect(words.topLeft() * int(Scale), words.size() * int(Scale)));
        const double least = control.enabled ? wanted.text : wanted.off;
        if (painted.ratio < least)
            faint += u"%1: %2 on %3 is %4:1"_s.arg(control.name, painted.ink.name(), painted.ground.name())
                         .arg(painted.ratio, 0, 'f', 2);
    }
    QCOMPARE(faint.join(u'\n'), QString());
}

void TestControlContrast::bordersAreSeen()
{
    QFETCH(const int, scheme);
    theme::apply(Schemes[scheme].choice);
    const QStringList bordered { u"button"_s, u"field"_s, u"box"_s, u"number"_s, u"list"_s, u"red button"_s };
    QStringList faint;
    int measured = 0;
    const auto all = controls();
    for (const Control &control : all) {
        if (!bordered.contains(control.name))
            continue;
        ++measured;
        const auto widget = control.make();
        widget->ensurePolished();
        widget->resize(widget->sizeHint());
        const QImage picture = pictureOf(widget.get());
        const QColor window = widget->palette().color(QPalette::Window);
        // Down the middle of each side: the border is the outermost pixel there.
        const QPoint sides[] { { 0, picture.height() / 2 },
                               { picture.width() - 1, picture.height() / 2 },
                               { picture.width() / 2, 0 },
                               { picture.width() / 2, picture.height() - 1 } };
        for (const QPoint &side : sides) {
            const double ratio = contrast(picture.pixelColor(side), window);
            if (ratio < 3.0)
                faint += u"%1 at %2, %3: %4:1"_s.arg(control.name).arg(side.x()).arg(side.y()).arg(ratio, 0, 'f', 2);
        }
    }
    QCOMPARE(measured, bordered.size());
    QCOMPARE(faint.join(u'\n'), QString());
}

QTEST_MAIN(TestControlContrast)
#include "tst_controlcontrast.moc"
