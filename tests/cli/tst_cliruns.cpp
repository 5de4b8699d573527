// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// Runs whose output is written from within write(), as on Windows: each says its last sentence once, and each call.
#include "cli/historyrun.h"
#include "cli/liverun.h"
#include "cli/outputqueue.h"
#include "cli/terminal.h"
#include "domain/clock.h"
#include "session/history.h"
#include "session/launch.h"
#include "session/session.h"

#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTemporaryFile>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace hangup;

namespace {

/// What is written to standard error while this lives.
class ErrorCapture
{
public:
    ErrorCapture()
    {
        if (m_file.open())
            ::dup2(m_file.handle(), STDERR_FILENO);
    }
    ~ErrorCapture() { restore(); }
    Q_DISABLE_COPY_MOVE(ErrorCapture)

    QByteArray stop()
    {
        restore();
        m_file.seek(0);
        return m_file.readAll();
    }

private:
    void restore()
    {
        if (m_before == -1)
            return;
        ::dup2(m_before, STDERR_FILENO);
        ::close(m_before);
        m_before = -1;
    }
    int m_before = ::dup(STDERR_FILENO);
    QTemporaryFile m_file;
};

Session::Options practice(const QString &folder = {})
{
    Session::Options options;
    options.startWith = Account::practice().key;
    options.quickPractice = true;
    options.dataFolder = folder;
    return options;
}

} // namespace

class TestCliRuns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void tellsLiveCallsOnce_data();
    void tellsLiveCallsOnce();
    void tellsPastCallsOnce();
};

void TestCliRuns::tellsLiveCallsOnce_data()
{
    QTest::addColumn<bool>("atOnce");
    QTest::newRow("as the reader takes it") << false;
    QTest::newRow("from within the write") << true;
}

void TestCliRuns::tellsLiveCallsOnce()
{
    QFETCH(bool, atOnce);
    const SystemClock clock;
    Session session(practice());
    QTemporaryFile written;
    QVERIFY(written.open());
    OutputQueue output(written.handle());
    if (atOnce)
        output.writeAtOnce();
    StatusLine status;
    ErrorCapture said;
    LiveRun run(&session, {}, &output, &status, &clock, std::chrono::minutes(2));
    QSignalSpy finished(&run, &LiveRun::finished);
    run.start();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20000);
    QTRY_VERIFY_WITH_TIMEOUT(output.isEmpty(), 20000);
    QTest::qWait(0);
    const QByteArray errors = said.stop();
    QCOMPARE(finished.size(), 1);
    QVERIFY2(errors.count("details read.") == 1, errors.constData());
    written.seek(0);
    const QByteArrayList lines = written.readAll().split('\n');
    QCOMPARE(lines.size(), session.live()->model()->rowCount() + 2); // the heads, and nothing behind the last
    QCOMPARE(QSet<QByteArray>(lines.begin(), lines.end()).size(), lines.size());
}

void TestCliRuns::tellsPastCallsOnce()
{
    // More than a page of the journal.
    constexpr int Calls = 1500;
    const QTemporaryDir folder;
    const SystemClock clock;
    {
        Session::Options options = practice(folder.path());
        setRunPace(options, { .windowRequests = 0 });
        options.keepGoing = true;
        Session session(std::move(options));
        QTRY_VERIFY_WITH_TIMEOUT(session.journalState().canEnd(), 20000);
        QString text;
        for (int n = 1; n <= Calls; ++n)
            text += u"%1-86a6-11e4-b303-498d468c930b\n"_s.arg(n, 8, 16, QLatin1Char('0'));
        session.addText(text, TextSource::Pasted);
        const auto confirmation = session.prepare(session.calls()->ids());
        QVERIFY(confirmation);
        QSignalSpy idle(&session, &Session::idle);
        QCOMPARE(session.hangUp(*confirmation, QString::number(Calls), {}, { .dryRun = true }), ConfirmError::None);
        QTRY_COMPARE_WITH_TIMEOUT(idle.size(), 1, 60000);
    }
    const std::unique_ptr<History> history = openHistory(practice(folder.path()), true, HistoryUse::Listing);
    QTemporaryFile written;
    QVERIFY(written.open());
    OutputQueue output(written.handle());
    output.writeAtOnce();
    StatusLine status;
    HistoryRun run(history.get(), { .json = true }, {}, clock.wall().count() + 1, &output, &status);
    QSignalSpy finished(&run, &HistoryRun::finished);
    run.start();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20000);
    QVERIFY(output.isEmpty());
    written.seek(0);
    const QByteArrayList lines = written.readAll().split('\n');
    QCOMPARE(lines.size(), Calls + 1);
    QCOMPARE(QSet<QByteArray>(lines.begin(), lines.end()).size(), Calls + 1);
}

QTEST_GUILESS_MAIN(TestCliRuns)
#include "tst_cliruns.moc"
