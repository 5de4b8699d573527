// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "journalbench.h"
#include "powerrecord.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QProcess>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <cstring>
#include <map>

using namespace Qt::StringLiterals;
using namespace hangup;
using namespace hangup::test;

/// The power fails: of what was written since a file's last sync, each sector is on the disk or not. What the program
/// did is recorded by powerlog.cpp, cut somewhere, and the disk that could be left is opened.
class TestPowerCut : public QObject
{
    Q_OBJECT

private:
    static constexpr int Calls = 300;
    static constexpr int Cuts = 100;
    static constexpr int InFlight = 10;
    static constexpr qsizetype Sector = 512;

    struct Entry
    {
        PowerOp op = PowerOp::Say;
        QByteArray path {};
        qsizetype offset = 0;
        QByteArray bytes {};
    };

    /// One file as the disk has it for sure, and what is on its way there.
    struct OnDisk
    {
        QByteArray sure {};
        QList<Entry> pending {};
    };
    using Disk = std::map<QByteArray, OnDisk>;

    static void apply(QByteArray &content, qsizetype offset, QByteArrayView bytes)
    {
        if (content.size() < offset + bytes.size())
            content.resize(offset + bytes.size(), '\0');
        std::memcpy(content.data() + offset, bytes.data(), size_t(bytes.size()));
    }

    static void apply(QByteArray &content, const Entry &entry)
    {
        if (entry.op == PowerOp::Truncate)
            content.resize(entry.offset, '\0');
        else
            apply(content, entry.offset, entry.bytes);
    }

    static void step(Disk &disk, const Entry &entry)
    {
        switch (entry.op) {
        case PowerOp::Say:
            break;
        case PowerOp::Unlink:
            disk.erase(entry.path);
            break;
        case PowerOp::Write:
        case PowerOp::Truncate:
            disk[entry.path].pending.append(entry);
            break;
        case PowerOp::Sync: {
            OnDisk &file = disk[entry.path];
            for (const Entry &pending : std::as_const(file.pending))
                apply(file.sure, pending);
            file.pending.clear();
            break;
        }
        }
    }

    /// What is found after the cut: any part of what was pending, sector by sector, in any order.
    static QByteArray leftOf(const OnDisk &file, QRandomGenerator &random)
    {
        QByteArray content = file.sure;
        // All lost, or some: 0 to 100 % of the sectors.
        const quint32 share = random.bounded(3) == 0 ? 0 : random.bounded(101);
        for (const Entry &entry : file.pending) {
            if (entry.op == PowerOp::Truncate) {
                if (random.bounded(100u) < share)
                    apply(content, entry);
                continue;
            }
            for (qsizetype at = 0; at < entry.bytes.size(); at += Sector) {
                if (random.bounded(100u) < share)
                    apply(content, entry.offset + at,
                          QByteArrayView(entry.bytes).sliced(at, std::min(Sector, entry.bytes.size() - at)));
            }
        }
        return content;
    }

    static QList<Entry> readLog(const QString &path)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return {};
        QList<Entry> entries;
        PowerRecord record {};
        while (file.read(reinterpret_cast<char *>(&record), sizeof record) == sizeof record) {
            const bool hasBytes = record.op == PowerOp::Write || record.op == PowerOp::Say;
            Entry entry { record.op, file.read(record.pathSize), qsizetype(record.offset),
                          hasBytes ? file.read(qint64(record.size)) : QByteArray() };
            entries.append(entry);
        }
        return entries;
    }

    /// Runs a program that ends calls, and gives back all that it did.
    QList<Entry> record(const QString &pragmas, int calls = Calls, int inFlight = InFlight)
    {
        const QString folder = m_folder->path() + u"/source"_s;
        QDir(folder).removeRecursively();
        QFile::remove(m_folder->filePath(u"log"_s));
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"LD_PRELOAD"_s, QStringLiteral(POWERLOG));
        environment.insert(u"POWERLOG_FOLDER"_s, folder);
        environment.insert(u"POWERLOG_FILE"_s, m_folder->filePath(u"log"_s));
        environment.insert(u"JOURNAL_PRAGMAS"_s, pragmas);
        QProcess child;
        child.setProcessEnvironment(environment);
        child.setStandardOutputFile(QProcess::nullDevice());
        child.start(
            QStringLiteral(JOURNAL_CHILD),
            { folder + u"/journal.sqlite"_s, u"1"_s, u"0"_s, QString::number(calls), QString::number(inFlight) });
        if (!child.waitForFinished(60'000) || child.exitCode() != 0)
            return {};
        return readLog(m_folder->filePath(u"log"_s));
    }

    /// How many acknowledged rows the cut behind entry @p end lost; -1: the journal could not be opened.
    int lostBy(const QList<Entry> &log, qsizetype end, QRandomGenerator &random, bool &wasBroken)
    {
        Disk disk;
        QSet<quint32> outcomes;
        QSet<quint32> intents;
        for (qsizetype i = 0; i < end; ++i) {
            step(disk, log.at(i));
            if (log.at(i).op != PowerOp::Say)
                continue;
            const QList<QByteArray> words = log.at(i).bytes.trimmed().split(' ');
            if (words.value(0) == "outcome")
                outcomes.insert(words.value(1).toUInt());
            if (words.value(0) == "intent")
                intents.insert(words.value(1).toUInt());
        }
        const QString folder = m_folder->path() + u"/cut"_s;
        QDir(folder).removeRecursively();
        QDir().mkpath(folder);
        for (const auto &[path, content] : disk) {
            const QString name = QFileInfo(QFile::decodeName(path)).fileName();
            // The index of the log is shared memory: gone.
            if (!name.startsWith(u"journal.sqlite"_s) || name.endsWith(u"-shm"_s) || name.endsWith(u".lock"_s))
                continue;
            QFile file(folder + u'/' + name);
            if (!file.open(QIODevice::WriteOnly))
                return -1;
            file.write(leftOf(content, random));
        }
        const QString file = folder + u"/journal.sqlite"_s;
        JournalBench bench(file);
        const JournalState state = bench.opened();
        wasBroken = !state.setAside.isEmpty();
        if (state.kind != JournalState::Kind::Ready)
            return -1;
        QHash<CallId, Outcome> found;
        const HistoryCalls calls = findCalls(file, { .batch = 1 });
        if (calls.failed)
            return -2;
        for (const HistoryCall &call : calls.rows)
            found.insert(call.id, call.result ? call.result->outcome : Outcome::NotSent);
        int lost = 0;
        for (const quint32 call : std::as_const(outcomes))
            lost += found.value(callNumber(call), Outcome::NotSent) == Outcome::Ended ? 0 : 1;
        // What may have been sent must not come back as not sent.
        for (const quint32 call : std::as_const(intents))
            lost += found.value(callNumber(call), Outcome::NotSent) != Outcome::NotSent ? 0 : 1;
        return lost;
    }

    std::unique_ptr<QTemporaryDir> m_folder;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void nothingAcknowledgedIsLost_data()
    {
        QTest::addColumn<QString>("pragmas");
        QTest::addColumn<bool>("loses");
        QTest::newRow("as it is opened: FULL") << QString() << false;
        QTest::newRow("the control: NORMAL loses") << u"synchronous=NORMAL"_s << true;
    }

    void nothingAcknowledgedIsLost()
    {
        QFETCH(const QString, pragmas);
        QFETCH(const bool, loses);
        const QList<Entry> log = record(pragmas);
        QList<qsizetype> said;
        for (qsizetype i = 0; i < log.size(); ++i) {
            if (log.at(i).op == PowerOp::Say)
                said.append(i + 1);
        }
        QVERIFY2(said.size() > 2 * Calls, qPrintable(QString::number(said.size())));
        QRandomGenerator random(27);
        int withLoss = 0;
        int broken = 0;
        for (int cut = 0; cut < Cuts; ++cut) {
            // Every other one right behind something that was said, where there is most to lose.
            const qsizetype end
                = cut % 2 == 0 ? said.at(random.bounded(int(said.size()))) : qsizetype(random.bounded(int(log.size())));
            bool wasBroken = false;
            const int lost = lostBy(log, end, random, wasBroken);
            QVERIFY2(lost >= 0, qPrintable(u"not opened (%1) after entry %2"_s.arg(lost).arg(end)));
            withLoss += lost > 0 ? 1 : 0;
            broken += wasBroken ? 1 : 0;
            if (!loses)
                QCOMPARE(lost, 0);
        }
        qInfo("%d of %d cuts lost an acknowledged row, %d broke the file", withLoss, Cuts, broken);
        if (loses)
            QVERIFY2(withLoss > Cuts / 4, qPrintable(QString::number(withLoss)));
        else
            QCOMPARE(broken, 0);
    }

    void manyCallsShareASync()
    {
        constexpr int calls = 3000;
        const QList<Entry> log = record({}, calls, 300);
        QVERIFY(!log.isEmpty());
        int syncs = 0;
        for (const Entry &entry : log)
            syncs += entry.op == PowerOp::Sync ? 1 : 0;
        qInfo("%d syncs for %d calls, 300 in flight", syncs, calls);
        QVERIFY2(syncs * 10 <= calls, qPrintable(QString::number(syncs)));
    }
};

QTEST_GUILESS_MAIN(TestPowerCut)
#include "tst_powercut.moc"
