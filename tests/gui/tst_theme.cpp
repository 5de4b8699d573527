// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/palettes.h"
#include "ui/surfaces.h"
#include "ui/theme.h"

#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QRegularExpression>
#include <QTest>

#include <cmath>

using namespace hangup;
using namespace Qt::StringLiterals;

namespace {

/// Relative luminance as WCAG 2.1 defines it.
double luminance(const QColor &colour)
{
    const auto linear = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

/// Contrast ratio, 1 to 21.
double contrast(const QColor &a, const QColor &b)
{
    const double x = luminance(a);
    const double y = luminance(b);
    return (qMax(x, y) + 0.05) / (qMin(x, y) + 0.05);
}

/// The colour of the most opaque pixel.
QColor ink(const QPixmap &pixmap)
{
    const QImage image = pixmap.toImage().convertToFormat(QImage::Format_ARGB32);
    QColor best(Qt::transparent);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor here = image.pixelColor(x, y);
            if (here.alpha() > best.alpha())
                best = here;
        }
    }
    return best;
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support propagateSizeHints)"_s)); }
    void wcagItself();
    void contrasts_data();
    void contrasts();
    void outcomesDiffer();
    void everyIconIsThere_data();
    void everyIconIsThere();
    void iconsTakeThePalettesColours();
    void unknownIconIsNull();
    void appIconHasAllSizes();
    void systemChoiceKeepsHighContrast();
    void choicesSetThePalette();
    void fieldsHaveRoom();
    void idsFitTheFixedFont();
};

void TestTheme::wcagItself()
{
    QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
    QCOMPARE(qRound(contrast(QColor(0x77, 0x77, 0x77), Qt::white) * 100), 448);
}

void TestTheme::contrasts_data()
{
    QTest::addColumn<QColor>("ink");
    QTest::addColumn<QColor>("ground");
    QTest::addColumn<double>("least");

    for (const bool dark : { false, true }) {
        const QPalette p = dark ? theme::darkPalette() : theme::lightPalette();
        const char *kind = dark ? "dark" : "light";
        const QColor window = p.color(QPalette::Window);
        const QColor base = p.color(QPalette::Base);
        const QColor alternate = p.color(QPalette::AlternateBase);
        const auto row = [kind](const char *what, const QColor &a, const QColor &b, double least) {
            QTest::addRow("%s: %s", kind, what) << a << b << least;
        };
        const auto outcomeRow = [&](const char *what, const QColor &colour) {
            QTest::addRow("%s: %s on the window", kind, what) << colour << window << 6.0;
            QTest::addRow("%s: %s on the table", kind, what) << colour << base << 6.0;
            QTest::addRow("%s: %s on every other row", kind, what) << colour << alternate << 6.0;
        };
        outcomeRow("ended", theme::outcomeColour(Outcome::Ended, p));
        outcomeRow("not live", theme::outcomeColour(Outcome::NotLive, p));
        outcomeRow("not live, maybe us", theme::outcomeColour(Outcome::NotLiveMaybeUs, p));
        outcomeRow("refused", theme::outcomeColour(Outcome::Refused, p));
        outcomeRow("unknown", theme::outcomeColour(Outcome::Unknown, p));
        outcomeRow("not sent", theme::outcomeColour(Outcome::NotSent, p));
        outcomeRow("waiting", theme::waitingColour(p));
        row("text on the window", p.color(QPalette::WindowText), window, 7.0);
        row("text in fields", p.color(QPalette::Text), base, 7.0);
        row("text on buttons", p.color(QPalette::ButtonText), p.color(QPalette::Button), 7.0);
        row("placeholder in fields", p.color(QPalette::PlaceholderText), base, 4.5);
        row("muted text on the window", theme::mutedColour(p), window, 4.5);
        row("muted text in the table", theme::mutedColour(p), alternate, 4.5);
        row("link on the window", p.color(QPalette::Link), window, 4.5);
        row("link on the table", p.color(QPalette::Link), base, 4.5);
        row("visited link on the window", p.color(QPalette::LinkVisited), window, 4.5);
        row("selected text", p.color(QPalette::HighlightedText), p.color(QPalette::Highlight), 4.5);
        row("selected text without focus", p.color(QPalette::Inactive, QPalette::HighlightedText),
            p.color(QPalette::Inactive, QPalette::Highlight), 4.5);
        row("tool tips", p.color(QPalette::ToolTipText), p.color(QPalette::ToolTipBase), 4.5);
        row("the red button's text", theme::dangerTextColour(), theme::dangerColour(p), 4.5);
        row("a field's border on the window", theme::borderColour(p), window, 3.0);
        row("a field's border around its ground", theme::borderColour(p), base, 3.0);
        row("focus ring on the window", theme::focusColour(p), window, 3.0);
        row("focus ring in fields", theme::focusColour(p), base, 3.0);
        row("selection against the table", p.color(QPalette::Highlight), base, dark ? 2.0 : 3.0);
        row("practice banner", surfaces::practice(p).text, surfaces::practice(p).ground, 6.0);
        row("test server banner", surfaces::testServer(p).text, surfaces::testServer(p).ground, 6.0);
        row("note", surfaces::note(p).text, surfaces::note(p).ground, 6.0);
        row("trouble", surfaces::trouble(p).text, surfaces::trouble(p).ground, 6.0);
    }
}

void TestTheme::contrasts()
{
    QFETCH(QColor, ink);
    QFETCH(QColor, ground);
    QFETCH(double, least);
    const double ratio = contrast(ink, ground);
    QVERIFY2(
        ratio >= least,
        qPrintable(u"%1 on %2: %3:1, wanted %4:1"_s.arg(ink.name(), ground.name()).arg(ratio, 0, 'f', 2).arg(least)));
}

void TestTheme::outcomesDiffer()
{
    for (const QPalette &p : { theme::lightPalette(), theme::darkPalette() }) {
        QSet<QRgb> colours { theme::waitingColour(p).rgb() };
        for (const Outcome outcome : AllOutcomes)
            colours.insert(theme::outcomeColour(outcome, p).rgb());
        // Both kinds of not live share one.
        QCOMPARE(colours.size(), AllOutcomes.size());
    }
}

void TestTheme::everyIconIsThere_data()
{
    QTest::addColumn<QString>("name");
    const QStringList files = QDir(QStringLiteral(HANGUP_SOURCE_DIR "/resources/icons")).entryList({ u"*.svg"_s });
    QVERIFY(files.size() > 30);
    for (const QString &file : files)
        QTest::newRow(qPrintable(file)) << file.chopped(4);
}

void TestTheme::everyIconIsThere()
{
    QFETCH(QString, name);
    const QIcon icon = theme::icon(name, theme::lightPalette());
    QCOMPARE(icon.availableSizes().size(), 4);
    QCOMPARE(icon.pixmap(QSize(16, 16), 1.0).size(), QSize(16, 16));
    // Twice the resolution gets twice the pixels, not the small picture blown up.
    QCOMPARE(icon.pixmap(QSize(16, 16), 2.0).size(), QSize(32, 32));
    QCOMPARE(icon.pixmap(QSize(24, 24), 2.0).size(), QSize(48, 48));
}

void TestTheme::iconsTakeThePalettesColours()
{
    for (const QPalette &p : { theme::lightPalette(), theme::darkPalette() }) {
        const QIcon icon = theme::icon(u"refused"_s, p);
        QCOMPARE(ink(icon.pixmap(48)).rgb(), p.color(QPalette::WindowText).rgb());
        QCOMPARE(ink(icon.pixmap(48, QIcon::Disabled)).rgb(), p.color(QPalette::Disabled, QPalette::WindowText).rgb());
        QCOMPARE(ink(icon.pixmap(48, QIcon::Selected)).rgb(), p.color(QPalette::HighlightedText).rgb());
        const QColor ended = theme::outcomeColour(Outcome::Ended, p);
        QCOMPARE(ink(theme::outcomeIcon(Outcome::Ended, p).pixmap(48)).rgb(), ended.rgb());
        QCOMPARE(ink(theme::icon(u"ended"_s, p, Qt::magenta).pixmap(48)).rgb(), QColor(Qt::magenta).rgb());
        QCOMPARE(ink(theme::dot(0x12ab56).pixmap(48)).rgb(), QColor(0x12, 0xab, 0x56).rgb());
    }
}

void TestTheme::unknownIconIsNull()
{
    QCOMPARE(theme::icon(u"no-such-icon"_s, theme::lightPalette()).isNull(), true);
}

void TestTheme::appIconHasAllSizes()
{
    QList<int> sizes;
    const QIcon icon = theme::appIcon();
    for (const QSize &size : icon.availableSizes())
        sizes.append(size.width());
    std::sort(sizes.begin(), sizes.end());
    QCOMPARE(sizes, (QList<int> { 16, 24, 32, 48, 64, 128, 256 }));
    QCOMPARE(icon.pixmap(QSize(256, 256), 1.0).size(), QSize(256, 256));
}

void TestTheme::systemChoiceKeepsHighContrast()
{
    QPalette contrastPalette = theme::darkPalette();
    contrastPalette.setColor(QPalette::Window, Qt::black);
    contrastPalette.setColor(QPalette::WindowText, Qt::white);
    QCOMPARE(theme::isHighContrast(contrastPalette), true);
    QCOMPARE(theme::isHighContrast(theme::darkPalette()), false);
    QCOMPARE(theme::isHighContrast(theme::lightPalette()), false);
    // Lines, rings and banners then use its own two colours.
    QCOMPARE(theme::borderColour(contrastPalette), QColor(Qt::white));
    QCOMPARE(surfaces::practice(contrastPalette).ground, QColor(Qt::black));
}

void TestTheme::choicesSetThePalette()
{
    theme::apply(ColourScheme::Dark);
    QCOMPARE(QApplication::palette().color(QPalette::Window), QColor(0x26, 0x29, 0x2e));
    QCOMPARE(theme::isDark(QApplication::palette()), true);
    theme::apply(ColourScheme::Light);
    QCOMPARE(QApplication::palette().color(QPalette::Window), QColor(0xf6, 0xf7, 0xf9));
    QCOMPARE(theme::isDark(QApplication::palette()), false);
    // The offscreen platform is a light one; dark before must not stick.
    theme::apply(ColourScheme::Dark);
    theme::apply(ColourScheme::System);
    QCOMPARE(QApplication::palette().color(QPalette::Window), QColor(0xf6, 0xf7, 0xf9));
}

void TestTheme::fieldsHaveRoom()
{
    theme::apply(ColourScheme::Light);
    QLineEdit field;
    field.setText(u"SUP-4812"_s);
    field.resize(field.sizeHint());
    QCOMPARE(field.sizeHint().height() >= theme::ControlHeight, true);
    // Where the first dark pixel of the text is, inside the border.
    const QImage image = field.grab().toImage();
    int first = image.width();
    for (int y = 6; y < image.height() - 6; ++y) {
        for (int x = 3; x < first; ++x) {
            if (image.pixelColor(x, y).lightness() < 120)
                first = x;
        }
    }
    QVERIFY2(first >= 7 && first < 20, qPrintable(QString::number(first)));
}

void TestTheme::idsFitTheFixedFont()
{
    const QFontMetrics metrics(theme::fixedFont());
    QCOMPARE(metrics.horizontalAdvance(u"iiii"_s), metrics.horizontalAdvance(u"WWWW"_s));
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
