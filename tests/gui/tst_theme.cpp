// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "contrast.h"
#include "ui/palettes.h"
#include "ui/surfaces.h"
#include "ui/theme.h"

#include <QApplication>
#include <QDir>
#include <QFontInfo>
#include <QFontMetrics>
#include <QLineEdit>
#include <QRegularExpression>
#include <QStyle>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace hangup;
using namespace hangup::test;
using namespace Qt::StringLiterals;

namespace {

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
    void fieldsAreClearedByTheHousesIcon();
    void dotsAreDrawnAtAnySize();
    void unknownIconIsNull();
    void appIconHasAllSizes();
    void systemChoiceKeepsHighContrast();
    void choicesSetThePalette();
    void fieldsHaveRoom();
    void idsFitTheFixedFont();
    void sizesStepUp();
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

    struct Scheme
    {
        const char *kind;
        QPalette palette;
        double text; ///< what outcomes, banners and text need at least
        double lesser; ///< what hints, links, selections need
    };
    const Scheme schemes[] {
        { "light", theme::lightPalette(), 6.0, 4.5 },
        { "dark", theme::darkPalette(), 6.0, 4.5 },
        { "high contrast, light", theme::contrastLightPalette(), 7.0, 7.0 },
        { "high contrast, dark", theme::contrastDarkPalette(), 7.0, 7.0 },
    };
    for (const Scheme &scheme : schemes) {
        const QPalette &p = scheme.palette;
        const char *kind = scheme.kind;
        const double most = scheme.text;
        const double lesser = scheme.lesser;
        const bool strong = theme::isHighContrast(p);
        const QColor window = p.color(QPalette::Window);
        const QColor base = p.color(QPalette::Base);
        const QColor alternate = p.color(QPalette::AlternateBase);
        const auto row = [kind](const char *what, const QColor &a, const QColor &b, double least) {
            QTest::addRow("%s: %s", kind, what) << a << b << least;
        };
        const auto outcomeRow = [&](const char *what, const QColor &colour) {
            QTest::addRow("%s: %s on the window", kind, what) << colour << window << most;
            QTest::addRow("%s: %s on the table", kind, what) << colour << base << most;
            QTest::addRow("%s: %s on every other row", kind, what) << colour << alternate << most;
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
        row("placeholder in fields", p.color(QPalette::PlaceholderText), base, lesser);
        row("muted text on the window", theme::mutedColour(p), window, lesser);
        row("muted text in the table", theme::mutedColour(p), alternate, lesser);
        row("link on the window", p.color(QPalette::Link), window, lesser);
        row("link on the table", p.color(QPalette::Link), base, lesser);
        row("visited link on the window", p.color(QPalette::LinkVisited), window, lesser);
        row("selected text", p.color(QPalette::HighlightedText), p.color(QPalette::Highlight), lesser);
        row("selected text without focus", p.color(QPalette::Inactive, QPalette::HighlightedText),
            p.color(QPalette::Inactive, QPalette::Highlight), lesser);
        row("tool tips", p.color(QPalette::ToolTipText), p.color(QPalette::ToolTipBase), lesser);
        row("the red button's text", theme::dangerTextColour(), theme::dangerColour(p), lesser);
        row("a field's border on the window", theme::borderColour(p), window, 3.0);
        row("a field's border around its ground", theme::borderColour(p), base, 3.0);
        row("focus ring on the window", theme::focusColour(p), window, 3.0);
        row("focus ring in fields", theme::focusColour(p), base, 3.0);
        row("selection against the table", p.color(QPalette::Highlight), base, 3.0);
        row("selection against every other row", p.color(QPalette::Highlight), alternate, 3.0);
        row("the red button's edge on the window", theme::dangerBorderColour(p), window, 3.0);
        row("waiting in the bar", theme::waitingBarColour(p), window, 3.0);
        // WCAG asks nothing of what is switched off; it shall be readable all the same.
        const double off = strong ? 7.0 : 3.0;
        row("switched-off text on the window", p.color(QPalette::Disabled, QPalette::WindowText), window, off);
        row("switched-off text on buttons", p.color(QPalette::Disabled, QPalette::ButtonText), window, off);
        row("switched-off text in fields", p.color(QPalette::Disabled, QPalette::Text),
            p.color(QPalette::Disabled, QPalette::Base), off);
        row("switched-off selection", p.color(QPalette::Disabled, QPalette::HighlightedText),
            p.color(QPalette::Disabled, QPalette::Highlight), off);
        row("practice banner", surfaces::practice(p).text, surfaces::practice(p).ground, most);
        row("test server banner", surfaces::testServer(p).text, surfaces::testServer(p).ground, most);
        row("note", surfaces::note(p).text, surfaces::note(p).ground, most);
        row("trouble", surfaces::trouble(p).text, surfaces::trouble(p).ground, most);
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
    for (const QPalette &p :
         { theme::lightPalette(), theme::darkPalette(), theme::contrastLightPalette(), theme::contrastDarkPalette() }) {
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
        QCOMPARE(theme::dot(0x12ab56).pixmap(48).toImage().pixelColor(24, 24).rgb(), QColor(0x12, 0xab, 0x56).rgb());
    }
}

void TestTheme::fieldsAreClearedByTheHousesIcon()
{
    // A theme that has an icon of its own for it: nobody may look there, let alone in each of its folders.
    const QTemporaryDir themes;
    QDir().mkpath(themes.filePath(u"loud/16x16/actions"_s));
    QFile index(themes.filePath(u"loud/index.theme"_s));
    QVERIFY(index.open(QIODevice::WriteOnly));
    index.write("[Icon Theme]\nName=loud\nDirectories=16x16/actions\n[16x16/actions]\nSize=16\nType=Fixed\n");
    index.close();
    QPixmap loud(16, 16);
    loud.fill(Qt::magenta);
    for (const char *name : { "edit-clear", "edit-clear-locationbar", "edit-clear-locationbar-rtl" })
        QVERIFY(loud.save(themes.filePath(u"loud/16x16/actions/%1.png"_s.arg(QString::fromLatin1(name)))));
    QIcon::setThemeSearchPaths({ themes.path() });
    QIcon::setThemeName(u"loud"_s);
    QCOMPARE(ink(QIcon::fromTheme(u"edit-clear"_s).pixmap(16)), QColor(Qt::magenta));

    theme::apply(ColourScheme::Light);
    const auto clear
        = [] { return QApplication::style()->standardIcon(QStyle::SP_LineEditClearButton, nullptr, nullptr); };
    const QIcon icon = clear();
    QCOMPARE(ink(icon.pixmap(16)).rgb(), theme::mutedColour(theme::lightPalette()).rgb());
    // Who holds it makes it anew for no palette.
    theme::apply(ColourScheme::Dark);
    QCOMPARE(ink(icon.pixmap(16)).rgb(), theme::mutedColour(theme::darkPalette()).rgb());
    theme::apply(ColourScheme::System);
    QIcon::setThemeName({});
}

void TestTheme::dotsAreDrawnAtAnySize()
{
    for (const int size : { 8, 16, 21, 48, 96 }) {
        const QPixmap dot = theme::dot(0x12ab56).pixmap(QSize(size, size), 1.0);
        QCOMPARE(dot.size(), QSize(size, size));
        const QImage image = dot.toImage();
        QCOMPARE(image.pixelColor(size / 2, size / 2).rgb(), QColor(0x12, 0xab, 0x56).rgb());
        for (const QPoint &corner : { QPoint(0, 0), QPoint(size - 1, 0), QPoint(0, size - 1), QPoint(size - 1, size - 1) })
            QCOMPARE(image.pixelColor(corner).alpha(), 0);
    }
    // White around it where a selected row may have its colour.
    const auto whiteIn = [](QIcon::Mode mode) {
        const QImage image = theme::dot(0x12ab56).pixmap(QSize(48, 48), 1.0, mode).toImage();
        int white = 0;
        for (int x = 0; x < 48; ++x)
            white += image.pixelColor(x, 24) == QColor(Qt::white) ? 1 : 0;
        return white;
    };
    QCOMPARE(whiteIn(QIcon::Normal), 0);
    QVERIFY(whiteIn(QIcon::Selected) >= 4);
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
    theme::apply(ColourScheme::ContrastDark);
    QCOMPARE(QApplication::palette().color(QPalette::Window), QColor(Qt::black));
    QCOMPARE(theme::isHighContrast(QApplication::palette()), true);
    theme::apply(ColourScheme::ContrastLight);
    QCOMPARE(QApplication::palette().color(QPalette::Window), QColor(Qt::white));
    QCOMPARE(theme::isHighContrast(QApplication::palette()), true);
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

void TestTheme::sizesStepUp()
{
    const auto size = [](theme::Type type) { return theme::font(type).pointSizeF(); };
    QCOMPARE(size(theme::Type::Body), QApplication::font().pointSizeF());
    QCOMPARE(size(theme::Type::Strong), size(theme::Type::Body));
    QCOMPARE(theme::font(theme::Type::Strong).bold(), true);
    // Each a fifth and more above the one before: as large as that, a step is seen.
    QCOMPARE_GE(size(theme::Type::Title), size(theme::Type::Body) * 1.2);
    QCOMPARE_GE(size(theme::Type::Number), size(theme::Type::Title) * 1.2);
    QCOMPARE_GE(size(theme::Type::Progress), size(theme::Type::Number) * 1.2);
    const QFont before = QApplication::font();
    QFont large = before;
    large.setPointSize(22);
    QApplication::setFont(large);
    QCOMPARE(qRound(size(theme::Type::Progress)), qRound(2 * QFontInfo(large).pointSizeF()));
    QCOMPARE_GE(theme::rowHeight(), QFontMetrics(large).height() + 4);
    QCOMPARE_GE(theme::iconSize(), QFontMetrics(large).ascent());
    QApplication::setFont(before);
    QCOMPARE(theme::rowHeight(), theme::RowHeight);
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
