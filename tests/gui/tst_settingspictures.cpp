// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// Paints the settings, the help and the diagnostics in each look, at one and two pixels a point and from right to left,
// as pictures in the folder that HANGUP_PICTURES names (else in the working folder's "pictures"). What can be measured
// is: no text is cut, and nothing warned while painting. The rest is for the eye.
#include "ui/diagnosticsdialog.h"
#include "ui/helpwindow.h"
#include "ui/settingsdialog.h"
#include "ui/theme.h"

#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QRegularExpression>
#include <QTabWidget>
#include <QTest>

using namespace hangup;
using namespace Qt::StringLiterals;

namespace {

HelpFacts facts()
{
    HelpFacts facts;
    facts.settingsFile = u"/home/agent/.config/hangup/hangup.ini"_s;
    facts.dataFolder = u"/home/agent/.local/share/hangup"_s;
    for (int n = 1; n <= 12; ++n)
        facts.shortcuts += { u"Command %1"_s.arg(n), u"Ctrl+%1"_s.arg(QChar(u'A' + n)) };
    return facts;
}

QString diagnostics()
{
    QString text = u"Hangup: 0.1.0\nQt: 6.4.2\nSystem: Debian GNU/Linux 12\n\nLog, the last 200 lines:\n"_s;
    for (int n = 0; n < 40; ++n)
        text
            += u"2026-07-01T10:02:%1.084Z  defb0706-86a6-11e4-b303-498d468c930b  204  ended  Plivo confirmed the hang-up.  84 ms\n"_s
                   .arg(n, 2, 10, QLatin1Char('0'));
    return text;
}

} // namespace

class TestSettingsPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }
    void cleanup() { QGuiApplication::setLayoutDirection(Qt::LeftToRight); }
    void paint_data();
    void paint();

private:
    static QWidget *make(const QString &what);
    QDir m_folder;
};

void TestSettingsPictures::initTestCase()
{
    m_folder = QDir(qEnvironmentVariable("HANGUP_PICTURES", u"pictures"_s));
    QVERIFY(m_folder.mkpath(u"."_s));
}

QWidget *TestSettingsPictures::make(const QString &what)
{
    if (what == u"help"_s)
        return new HelpWindow(facts());
    if (what == u"help-outcomes"_s) {
        auto *help = new HelpWindow(facts());
        help->show();
        help->goTo(u"outcomes"_s);
        return help;
    }
    if (what == u"diagnostics"_s)
        return new DiagnosticsDialog(diagnostics(), nullptr);
    Settings settings;
    if (what == u"settings-raised"_s) {
        settings.silence = std::chrono::seconds(45);
        settings.total = std::chrono::seconds(60);
    }
    auto *dialog = new SettingsDialog(settings, nullptr);
    dialog->setBusy(what == u"settings-raised"_s);
    if (what == u"settings-window"_s)
        dialog->findChild<QTabWidget *>()->setCurrentIndex(4);
    if (what == u"settings-safety"_s)
        dialog->findChild<QTabWidget *>()->setCurrentIndex(1);
    if (what == u"settings-live"_s)
        dialog->findChild<QTabWidget *>()->setCurrentIndex(2);
    if (what == u"settings-record"_s)
        dialog->findChild<QTabWidget *>()->setCurrentIndex(3);
    return dialog;
}

void TestSettingsPictures::paint_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<ColourScheme>("colours");
    QTest::addColumn<QString>("look");
    QTest::addColumn<double>("scale");
    const std::pair<ColourScheme, QString> looks[] = { { ColourScheme::Light, u"light"_s },
                                                       { ColourScheme::Dark, u"dark"_s },
                                                       { ColourScheme::ContrastLight, u"contrastlight"_s },
                                                       { ColourScheme::ContrastDark, u"contrastdark"_s },
                                                       { ColourScheme::Light, u"mirrored"_s } };
    for (const QString &what : { u"settings"_s, u"settings-window"_s, u"settings-safety"_s, u"settings-live"_s, u"settings-record"_s,
                                 u"settings-raised"_s,
                                 u"help"_s, u"help-outcomes"_s, u"diagnostics"_s }) {
        for (const auto &[colours, look] : looks) {
            for (const double scale : { 1.0, 2.0 })
                QTest::addRow("%s, %s, %gx", qPrintable(what), qPrintable(look), scale)
                    << what << colours << look << scale;
        }
    }
}

void TestSettingsPictures::paint()
{
    QFETCH(const QString, what);
    QFETCH(const ColourScheme, colours);
    QFETCH(const QString, look);
    QFETCH(const double, scale);
    theme::apply(colours);
    if (look == u"mirrored"_s)
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    const std::unique_ptr<QWidget> window(make(what));
    window->show();
    QVERIFY(QTest::qWaitForWindowExposed(window.get()));
    QTRY_COMPARE(window->palette().color(QPalette::Window), QApplication::palette().color(QPalette::Window));

    const auto labels = window->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (!label->isVisible() || label->text().isEmpty())
            continue;
        const int wanted = label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
        QVERIFY2(label->height() >= wanted, qPrintable(label->text()));
    }

    QImage picture((QSizeF(window->size()) * scale).toSize(), QImage::Format_RGB32);
    picture.setDevicePixelRatio(scale);
    window->render(&picture);
    QVERIFY(picture.save(m_folder.filePath(u"%1-%2-%3x.png"_s.arg(what, look).arg(scale))));
}

QTEST_MAIN(TestSettingsPictures)
#include "tst_settingspictures.moc"
