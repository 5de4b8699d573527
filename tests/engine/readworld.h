// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/enginerun.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QTest>

#include <array>
#include <optional>

/// What the tests of reading share.
namespace hangup::test {

/// quickLimits() that ask again soon.
inline EngineLimits readLimits()
{
    EngineLimits limits = quickLimits();
    limits.readAgain = Ms(20);
    return limits;
}

/// The account that a scripted server shows: its lists, and what each question about a call gets.
struct ReadWorld
{
    QList<CallId> live {};
    QList<CallId> queued {};
    int pageSize = 0; ///< 0: everything on one page, and no word about pages
    /// Asked first, on the server's thread; nothing: the world decides.
    FakeServer::Handler before {};
    Ms details { 0 }; ///< before the answer to a question about a call

    void serve(FakeServer &server) const
    {
        server.setHandler([world = *this](const Request &request) -> std::optional<Answer> {
            if (world.before) {
                if (const auto answer = world.before(request))
                    return answer;
            }
            return world.answer(request);
        });
    }

    /// The path and query behind the account.
    static QByteArray rest(const Request &request)
    {
        return request.target.mid(qsizetype(sizeof("/v1/Account/MATESTTESTTESTTEST00/")) - 1);
    }
    static bool isList(const Request &request) { return rest(request).startsWith("Call/?"); }

    static Answer list(const QList<CallId> &ids, const QByteArray &meta = {})
    {
        QByteArray calls;
        for (const CallId &id : ids)
            calls += (calls.isEmpty() ? "\"" : ", \"") + id.toLatin1() + '"';
        return Answer::json(200, "{\"api_id\": \"x\", " + meta + "\"calls\": [" + calls + "]}");
    }

private:
    static int number(const QByteArray &rest, const QByteArray &key)
    {
        const qsizetype at = rest.indexOf(key + '=');
        return at < 0 ? 0 : rest.sliced(at + key.size() + 1).split('&').first().toInt();
    }

    Answer page(const QList<CallId> &ids, const QByteArray &rest) const
    {
        if (pageSize == 0)
            return list(ids);
        const int from = number(rest, "offset");
        const bool more = from + pageSize < ids.size();
        return list(ids.mid(from, pageSize),
                    "\"meta\": {\"limit\": " + QByteArray::number(pageSize)
                        + ", \"offset\": " + QByteArray::number(from)
                        + ", \"next\": " + (more ? "\"https://example.com/elsewhere\"" : "null")
                        + ", \"total_count\": " + QByteArray::number(ids.size()) + "}, ");
    }

    std::optional<Answer> answer(const Request &request) const
    {
        if (request.method != "GET")
            return std::nullopt;
        const QByteArray rest = ReadWorld::rest(request);
        if (isList(request))
            return page(rest.startsWith("Call/?status=queued") ? queued : live, rest);
        const std::optional<Ask> ask = request.ask();
        const std::optional<CallId> id = CallId::parse(QString::fromLatin1(request.callId()));
        if (!ask || !id)
            return std::nullopt;
        const bool there = *ask == Ask::Live ? live.contains(*id) : *ask == Ask::Queued && queued.contains(*id);
        const QByteArray status = *ask == Ask::Queued ? "queued" : "in-progress";
        const Answer said = there ? Answer::liveCall(request.callId(), status) : Answer::callNotFound();
        return details.count() > 0 ? said.after(details) : said;
    }
};

/// Until the reading is finished. Its reason; nothing after @p patience.
inline std::optional<Reason> waitReading(const EngineRun &run, quint64 reading, Ms patience = Ms(20'000))
{
    std::optional<Reason> reason;
    const auto isFinished = [&] {
        for (const ReadingFinished &finished : run.eventsOf<ReadingFinished>()) {
            if (finished.reading == reading)
                reason = finished.reason;
        }
        return reason.has_value();
    };
    (void)QTest::qWaitFor(isFinished, static_cast<int>(patience.count()));
    return reason;
}

/// How many calls were told to be in each state: "live 3, gone 1, unclear 0".
inline QString infosOf(const EngineRun &run)
{
    std::array<int, 3> counts {};
    for (const CallInfoRead &info : run.eventsOf<CallInfoRead>())
        ++counts[static_cast<std::size_t>(info.state)];
    return QStringLiteral("live %1, gone %2, unclear %3").arg(counts[0]).arg(counts[1]).arg(counts[2]);
}

/// What must hold of every reading: GETs of lists and calls alone beside DELETEs of one call, nothing in the log's
/// files, and one end a reading. Empty when it does.
inline QString brokenReading(const EngineRun &run)
{
    for (const Request &request : run.server->requests()) {
        const bool question = request.method == "GET" && (request.ask() || ReadWorld::isList(request));
        if (!question && request.method != "DELETE")
            return QString::fromLatin1(request.line);
    }
    if (!run.server->dangerousDeletes().isEmpty())
        return QString::fromLatin1(run.server->dangerousDeletes().first());
    QHash<quint64, int> lists;
    QHash<quint64, int> ends;
    for (const CallListRead &list : run.eventsOf<CallListRead>())
        ++lists[list.reading];
    for (const ReadingFinished &finished : run.eventsOf<ReadingFinished>())
        ++ends[finished.reading];
    for (auto it = ends.cbegin(); it != ends.cend(); ++it) {
        if (it.value() != 1 || lists.value(it.key()) > 1)
            return QStringLiteral("reading %1: %2 lists, %3 ends").arg(it.key()).arg(lists.value(it.key())).arg(*it);
    }
    return {};
}

} // namespace hangup::test
