// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
//
// Paints the page "Live calls" in each palette, in German, from the right, and in small and large letters, as pictures
// in the folder that HANGUP_PICTURES names (else in the working folder's "pictures"). What can be measured is: no word
// is wider than its place, and none is cut. The rest is for the eye.
#include "livebench.h"

#include "ui/agepicture.h"
#include "ui/limitgauge.h"
#include "ui/palettes.h"
#include "ui/spokenlanguage.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QImage>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace hangup;
using namespace hangup::test;
using On = WindowBench::On;

namespace {

struct Look
{
    QString colours = u"Light"_s; ///< the command of the menu
    QString language = u"en"_s;
    double points = 0; ///< of the letters; 0: as they are
    bool mirrored = false;
    QString state = u"practice"_s;
    QSize size = QSize(1280, 720);
};

} // namespace

Q_DECLARE_METATYPE(Look)

class TestLivePictures : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void page_data();
    void page();

private:
    void bringInto(LiveBench &bench, const QString &state);
    QDir m_folder;
};

void TestLivePictures::initTestCase()
{
    m_folder = QDir(qEnvironmentVariable("HANGUP_PICTURES", u"pictures"_s));
    QVERIFY(m_folder.mkpath(u"."_s));
}

void TestLivePictures::page_data()
{
    QTest::addColumn<Look>("look");
    QTest::newRow("light") << Look {};
    QTest::newRow("dark") << Look { .colours = u"Dark"_s };
    QTest::newRow("contrast-light") << Look { .colours = u"High contrast, light"_s };
    QTest::newRow("contrast-dark") << Look { .colours = u"High contrast, dark"_s };
    QTest::newRow("german") << Look { .language = u"de"_s };
    QTest::newRow("rtl") << Look { .mirrored = true };
    QTest::newRow("9pt") << Look { .points = 9 };
    QTest::newRow("14pt") << Look { .points = 14 };
    QTest::newRow("22pt") << Look { .points = 22, .size = QSize(1920, 1080) };
    QTest::newRow("narrow") << Look { .size = QSize(912, 640) };
    QTest::newRow("empty") << Look { .state = u"empty"_s };
    QTest::newRow("held") << Look { .state = u"held"_s };
    QTest::newRow("held-dark") << Look { .colours = u"Dark"_s, .state = u"held"_s };
    QTest::newRow("gone") << Look { .state = u"gone"_s };
    QTest::newRow("gone-contrast") << Look { .colours = u"High contrast, dark"_s, .state = u"gone"_s };
    QTest::newRow("filtered") << Look { .state = u"filtered"_s };
}

void TestLivePictures::bringInto(LiveBench &bench, const QString &state)
{
    if (state == u"practice"_s) {
        QVERIFY(bench.open());
        bench.table()->sortByColumn(LiveCallModel::AgeColumn, Qt::DescendingOrder);
        bench.select({ 0, 2 });
        return;
    }
    if (state != u"empty"_s) {
        for (int n = 0; n < 12; ++n)
            bench.world.put(WindowBench::id(n),
                            { .age = 60s * n * n * n + 5s,
                              .from = QByteArray::number(49301000 + n),
                              .name = n % 3 ? "Ines Marchetti" : "" });
    }
    QVERIFY(bench.open());
    if (state == u"held"_s) {
        bench.world.refuse(60);
        QTest::keyClick(&bench.window(), Qt::Key_F5);
        QTRY_VERIFY(bench.session().live()->use().heldUntilMs > 0);
    } else if (state == u"gone"_s) {
        for (const int n : { 2, 5, 6 })
            bench.world.end(WindowBench::id(n));
        QVERIFY(bench.refresh());
        bench.select({ 1 });
    } else if (state == u"filtered"_s) {
        auto *direction = bench.find<QComboBox>(u"Direction of the live calls"_s);
        direction->setCurrentIndex(2);
        QVERIFY(bench.read());
        const auto columns = bench.page()->findChildren<AgeColumn *>();
        columns[3]->click();
        columns[3]->setFocus();
    }
}

void TestLivePictures::page()
{
    QFETCH(const Look, look);
    const QFont before = QApplication::font();
    if (look.points > 0) {
        QFont font = before;
        font.setPointSizeF(look.points);
        QApplication::setFont(font);
    }
    const SpokenLanguage spoken(look.language);
    QGuiApplication::setLayoutDirection(look.mirrored ? Qt::RightToLeft : Qt::LeftToRight);
    {
        LiveBench bench(look.state == u"practice"_s ? On::Practice : On::Server);
        Settings settings = bench.session().settings();
        settings.colours = look.colours == u"Dark"_s    ? ColourScheme::Dark
            : look.colours == u"High contrast, light"_s ? ColourScheme::ContrastLight
            : look.colours == u"High contrast, dark"_s  ? ColourScheme::ContrastDark
                                                        : ColourScheme::Light;
        bench.session().setSettings(settings);
        theme::apply(settings.colours);
        bench.window().resize(look.size);
        bench.page();
        bringInto(bench, look.state);
        QTest::qWait(400); // counts and the last details settle; only the picture depends on it
        const QList<QAbstractButton *> buttons = bench.page()->findChildren<QAbstractButton *>();
        for (const QAbstractButton *button : buttons) {
            if (button->isVisible())
                QVERIFY2(button->width() >= button->minimumSizeHint().width(), qPrintable(button->text()));
        }
        const QList<QLabel *> labels = bench.page()->findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            if (label->isVisible() && label->wordWrap())
                QVERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
            else if (label->isVisible())
                QVERIFY2(label->width() >= label->minimumSizeHint().width(), qPrintable(label->text()));
        }
        const auto *gauge = bench.page()->findChild<LimitGauge *>();
        QVERIFY(gauge->width() >= gauge->sizeHint().width());
        QImage picture(bench.window().size(), QImage::Format_RGB32);
        bench.window().render(&picture);
        QVERIFY(picture.save(m_folder.filePath(u"live-%1.png"_s.arg(QString::fromLatin1(QTest::currentDataTag())))));
    }
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    QApplication::setFont(before);
    theme::apply(ColourScheme::Light);
}

QTEST_MAIN(TestLivePictures)
#include "tst_livepictures.moc"
