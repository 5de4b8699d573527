// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// A program that ends calls on paper, to be killed by a test:
//   journalchild FILE BATCH FIRST COUNT INFLIGHT [POINT N]
// It writes one line for what was acknowledged, and for each DELETE that it would send: "intent 3", "send 3",
// "outcome 3". At the N-th POINT it kills itself. Ends after COUNT calls; "hold" as POINT: holds after the intents.
#include "journalbench.h"

#include <QCoreApplication>
#include <QMutex>
#include <QSemaphore>

#include <cstdio>

#include <signal.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace hangup;
using namespace hangup::test;

namespace {

/// One write, so that a kill never leaves half a line.
void say(const char *what, quint32 call)
{
    char line[40];
    const int size = std::snprintf(line, sizeof line, "%s %u\n", what, call);
    const auto written = ::write(STDOUT_FILENO, line, size_t(size));
    if (written != size)
        ::_exit(3);
}

/// Ends its calls one after the other, so many at a time.
class Child
{
public:
    Child(Journal &journal, quint64 batch, quint32 first, quint32 count, bool hold)
        : m_journal(journal), m_batch(batch), m_next(first), m_end(first + count), m_hold(hold)
    {
    }

    void start(int inFlight)
    {
        for (int i = 0; i < inFlight; ++i)
            next();
    }
    void wait() { m_done.acquire(); }

private:
    void next()
    {
        quint32 call = 0;
        {
            const QMutexLocker lock(&m_mutex);
            if (m_next == m_end) {
                if (m_open == 0)
                    m_done.release();
                return;
            }
            call = m_next++;
            ++m_open;
        }
        const Intent intent { m_batch, callNumber(call), testAccount(), 1, 1'795'525'331'500, {} };
        m_journal.recordIntent(intent, [this, call](IntentVerdict verdict) { send(call, verdict); });
    }

    void send(quint32 call, IntentVerdict verdict)
    {
        if (!verdict.written) {
            say(verdict.underWayElsewhere ? "elsewhere" : "refused", call);
            finish(call, Outcome::NotSent, 0);
            return;
        }
        say("intent", call);
        if (m_hold)
            return;
        say("send", call);
        RequestFact fact { .batch = m_batch, .id = callNumber(call), .authId = testAccount(), .attempt = 1, .atMs = 1 };
        m_journal.recordSent(fact);
        fact.httpStatus = 204;
        fact.outcome = Outcome::Ended;
        m_journal.recordAnswer(fact);
        finish(call, Outcome::Ended, 1);
    }

    void finish(quint32 call, Outcome outcome, int attempts)
    {
        const CallResult result { .id = callNumber(call), .outcome = outcome, .attempts = attempts };
        m_journal.recordOutcome(m_batch, testAccount(), result, [this, call](bool written) {
            if (written)
                say("outcome", call);
            {
                const QMutexLocker lock(&m_mutex);
                --m_open;
            }
            next();
        });
    }

    Journal &m_journal;
    QMutex m_mutex;
    QSemaphore m_done;
    quint64 m_batch;
    quint32 m_next;
    quint32 m_end;
    int m_open = 0;
    bool m_hold;
};

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.size() < 6)
        return 2;
    const QByteArray point = arguments.value(6).toLatin1();
    int left = arguments.value(7).toInt();
    JournalOptions options { .file = arguments.at(1) };
    options.pragmas = qEnvironmentVariable("JOURNAL_PRAGMAS");
    options.atPoint = [&point, &left](const char *at) {
        if (point == at && --left == 0)
            ::kill(::getpid(), SIGKILL);
    };
    Journal journal(options);
    journal.open();
    const quint64 batch = arguments.at(2).toULongLong();
    const quint32 first = arguments.at(3).toUInt();
    const quint32 count = arguments.at(4).toUInt();
    QList<CallId> ids;
    for (quint32 n = 0; n < count; ++n)
        ids.append(callNumber(first + n));
    journal.beginBatch(batchNumber(batch), ids);
    Child child(journal, batch, first, count, point == "hold"_ba);
    child.start(arguments.at(5).toInt());
    child.wait();
    return 0;
}
