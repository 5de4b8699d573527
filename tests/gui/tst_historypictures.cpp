// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
//
// Paints the page "History" in light and dark, at one and two pixels a point, empty and with a call selected, as
// pictures in the folder that HANGUP_PICTURES names (else in the working folder's "pictures"). What can be measured is:
// nothing warned, and nothing is wider than its place. The rest is for the eye.
#include "historybench.h"
#include "models/historybatchmodel.h"
#include "models/historycallmodel.h"
#include "ui/historyremovaldialog.h"
#include "ui/spokenlanguage.h"

#include <QDir>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace hangup;
using namespace hangup::test;
using namespace Qt::StringLiterals;

class TestHistoryPictures : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void page_data();
    void page();

private:
    QDir m_folder;
};

void TestHistoryPictures::initTestCase()
{
    m_folder = QDir(qEnvironmentVariable("HANGUP_PICTURES", u"pictures"_s));
    QVERIFY(m_folder.mkpath(u"."_s));
}

void TestHistoryPictures::page_data()
{
    QTest::addColumn<ColourScheme>("colours");
    QTest::addColumn<QString>("language");
    QTest::addColumn<double>("scale");
    QTest::addColumn<bool>("empty");
    QTest::newRow("light") << ColourScheme::Light << QString() << 1.0 << false;
    QTest::newRow("light-empty") << ColourScheme::Light << QString() << 1.0 << true;
    QTest::newRow("light-2x") << ColourScheme::Light << QString() << 2.0 << false;
    QTest::newRow("dark") << ColourScheme::Dark << QString() << 1.0 << false;
    QTest::newRow("contrast") << ColourScheme::ContrastDark << QString() << 1.0 << false;
    QTest::newRow("german") << ColourScheme::Light << u"de"_s << 1.0 << false;
}

void TestHistoryPictures::page()
{
    QFETCH(ColourScheme, colours);
    QFETCH(QString, language);
    QFETCH(double, scale);
    QFETCH(bool, empty);
    const SpokenLanguage spoken(language.isEmpty() ? u"en"_s : language);
    HistoryBench bench;
    theme::apply(colours);
    if (!empty)
        bench.fillThreeBatches();
    bench.start();
    const auto tableOf = [&bench](int columns) {
        for (QTableView *table : bench.page().findChildren<QTableView *>()) {
            if (table->model()->columnCount() == columns)
                return table;
        }
        return static_cast<QTableView *>(nullptr);
    };
    QTableView *batches = tableOf(HistoryBatchModel::ColumnCount);
    QTableView *calls = tableOf(HistoryCallModel::ColumnCount);
    if (!empty) {
        QTRY_COMPARE(calls->model()->rowCount(), 9);
        batches->selectionModel()->setCurrentIndex(batches->model()->index(2, 0),
                                                   QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        QTRY_COMPARE(calls->model()->rowCount(), 6);
        calls->selectionModel()->setCurrentIndex(calls->model()->index(0, 0),
                                                 QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    }
    QTest::qWait(300); // events and busy states settle; only the picture depends on it
    for (const QPushButton *button : bench.page().findChildren<QPushButton *>()) {
        if (button->isVisible())
            QVERIFY2(button->width() >= button->minimumSizeHint().width(), qPrintable(button->text()));
    }
    const auto save = [this, scale](QWidget &widget, const QString &name) {
        QImage picture((QSizeF(widget.size()) * scale).toSize(), QImage::Format_RGB32);
        picture.setDevicePixelRatio(scale);
        widget.render(&picture);
        QVERIFY(picture.save(m_folder.filePath(name)));
    };
    save(bench.page(), u"history-%1.png"_s.arg(QString::fromLatin1(QTest::currentDataTag())));
    HistoryRemovalDialog dialog(QDate(2026, 11, 24), nullptr);
    dialog.show();
    save(dialog, u"history-removal-%1.png"_s.arg(QString::fromLatin1(QTest::currentDataTag())));
}

QTEST_MAIN(TestHistoryPictures)
#include "tst_historypictures.moc"
