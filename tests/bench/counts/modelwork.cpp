// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "counted.h"
#include "work.h"

#include "models/calllistmodel.h"
#include "models/livecallmodel.h"
#include "models/logmodel.h"

using namespace Qt::StringLiterals;

namespace hangup::bench {

namespace {

constexpr int Calls = 10'000;
constexpr int OneRun = 70; // what comes each 33 ms at 2,000 outcomes a second
constexpr qint64 Now = 1'790'000'000'000;

CallResult resultOf(const CallId &id, int n)
{
    CallResult result { id, n % 10 == 0 ? Outcome::NotLive : Outcome::Ended };
    result.httpStatus = n % 10 == 0 ? 404 : 204;
    result.attempts = 1;
    result.apiId = idOf(Calls + n).toString();
    result.message = n % 10 == 0 ? u"call not found"_s : QString();
    result.startedAtMs = Now + n;
    result.finishedAtMs = Now + n + 84;
    result.elapsed = std::chrono::milliseconds(84);
    return result;
}

CallInfoRead readOf(const CallId &id, int n)
{
    CallInfo info { .id = id };
    info.from = u"+49301%1"_s.arg(n, 6, 10, QChar(u'0'));
    info.to = u"+49302%1"_s.arg(n, 6, 10, QChar(u'0'));
    info.direction = CallDirection::Inbound;
    info.status = u"in-progress"_s;
    info.startedAtMs = Now - (n % 2 == 0 ? 5 * 3'600'000LL : 60'000LL) - n;
    info.readAtMs = Now;
    return { .id = id, .state = LookState::Live, .info = info };
}

} // namespace

void countCallList()
{
    const ScanResult scan = scanCalls(lines(Calls));
    CallListModel model;
    count("call list, a call added", Calls, [&] { model.add(scan); });
    count("call list, a call set waiting", Calls, [&] {
        model.beginUpdates();
        for (const FoundCall &call : scan.found)
            model.setWaiting(call.id);
        model.endUpdates();
    });
    QList<CallResult> results;
    for (int n = 0; n < Calls; ++n)
        results += resultOf(scan.found[n].id, n);
    count("call list, an outcome", Calls, [&] {
        for (int n = 0; n < Calls; n += OneRun) {
            model.beginUpdates();
            for (const CallResult &result : results.mid(n, OneRun))
                model.setResult(result);
            model.endUpdates();
        }
    });
    model.setTextFilter(u"q"_s); // the first letter also folds the text, once
    count("call list, a row filtered by hex digits", Calls, [&] { model.setTextFilter(u"4f09"_s); });
    count("call list, a row filtered by a word", Calls, [&] { model.setTextFilter(u"not found"_s); });
    count("call list, a row's filter taken off", Calls, [&] { model.setTextFilter({}); });
    count("call list, a row sorted by call", Calls, [&] { model.sort(CallListModel::UuidColumn); });
    count("call list, a row sorted by outcome", Calls, [&] { model.sort(CallListModel::OutcomeColumn); });
}

void countLog()
{
    LogModel model;
    QList<LogEntry> run;
    for (int n = 0; n < OneRun; ++n) {
        LogEntry entry;
        entry.id = idOf(n);
        entry.text = u"Plivo confirmed the hang-up."_s;
        run += entry;
    }
    for (int n = 0; n < LogModel::DefaultCapacity / OneRun + 1; ++n)
        model.append(run);
    constexpr int Runs = 20;
    count("log, a line to a full one", Runs * OneRun, [&] {
        for (int n = 0; n < Runs; ++n)
            model.append(run);
    });
    count("log, a line filtered", model.total(), [&] { model.setTextFilter(u"confirmed"_s); });
}

void countLiveCalls()
{
    QList<CallId> ids;
    for (int n = 0; n < Calls; ++n)
        ids += idOf(n);
    LiveCallModel model;
    model.setNow(Now);
    count("live calls, a call of the first list", Calls, [&] { model.setList(ids, {}, true); });
    QList<CallInfoRead> reads;
    for (int n = 0; n < Calls; ++n)
        reads += readOf(ids[n], n);
    count("live calls, a call's details", Calls, [&] {
        for (const CallInfoRead &read : reads)
            model.setInfo(read);
    });
    count("live calls, a call each second", Calls, [&] { model.setNow(Now + 1000); });
    count("live calls, a call of the next list", Calls, [&] { model.setList(ids.mid(10), {}, true); });
    count("live calls, a row sorted by age", Calls, [&] { model.sort(LiveCallModel::AgeColumn); });
    count("live calls, a row filtered", Calls, [&] { model.setFilter({ .text = u"4930"_s }); });
}

} // namespace hangup::bench
