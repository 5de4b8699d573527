// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "clibench.h"

#include <QDateTime>
#include <QHash>
#include <QRegularExpression>
#include <QTest>

/// The account that a scripted server shows to the command line, and who is on its calls.
namespace hangup::test {

using namespace Qt::StringLiterals;

/// What Plivo says of a call that is live or queued.
struct ScriptedCall
{
    QByteArray from = "14155550100";
    QByteArray to = "14155550101";
    QByteArray direction = "outbound";
    QByteArray status = "in-progress";
    QByteArray callerName = "Agent";
    std::chrono::seconds age { 3600 };

    QByteArray body(const QByteArray &id) const
    {
        const QByteArray start
            = QDateTime::currentDateTimeUtc().addSecs(-age.count()).toString(u"yyyy-MM-dd hh:mm:ss.zzz"_s).toLatin1();
        return "{\"api_id\": \"x\", \"call_uuid\": \"" + id + "\", \"request_uuid\": \"" + id
            + "\", \"call_status\": \"" + status + "\", \"direction\": \"" + direction + "\", \"from\": \"" + from
            + "\", \"to\": \"" + to + "\", \"caller_name\": \"" + callerName + "\", \"session_start\": \"" + start
            + "000\"}";
    }
};

struct ScriptedAccount
{
    QList<std::pair<CallId, ScriptedCall>> live {};
    QList<std::pair<CallId, ScriptedCall>> queued {};
    QHash<QByteArray, Answer> records {};
    QList<QByteArray> oddEntries {}; ///< of the list of live calls, as they stand in JSON; behind the ids
    int pageSize = 0; ///< 0: all on one page
    QHash<QByteArray, Answer> details {}; ///< by id: instead of what Plivo would say of it
    QHash<QByteArray, QList<Answer>> firstDetails {}; ///< by id: before that, each once
    FakeServer::Handler before {}; ///< asked first

    /// A DELETE is answered with a 204, and the call is not live any more.
    void serve(FakeServer &server) const
    {
        server.setHandler([state = std::make_shared<ScriptedAccount>(*this)](const Request &request) {
            return state->answer(request);
        });
    }

    static bool isList(const Request &request) { return request.target.contains("/Call/?status="); }
    static bool isListOf(const Request &request, const QByteArray &status)
    {
        return request.target.contains("/Call/?status=" + status);
    }

private:
    static int number(const QByteArray &target, const QByteArray &key)
    {
        const qsizetype at = target.indexOf(key + '=');
        return at < 0 ? 0 : target.sliced(at + key.size() + 1).split('&').first().toInt();
    }

    Answer list(const Request &request) const
    {
        const bool isQueued = isListOf(request, "queued");
        QByteArrayList entries;
        for (const auto &[id, call] : isQueued ? queued : live)
            entries += '"' + id.toLatin1() + '"';
        if (!isQueued)
            entries += oddEntries;
        QByteArray meta;
        if (pageSize > 0) {
            const int from = number(request.target, "offset");
            meta = "\"meta\": {\"limit\": " + QByteArray::number(pageSize) + ", \"offset\": " + QByteArray::number(from)
                + ", \"next\": " + (from + pageSize < entries.size() ? "\"/elsewhere\"" : "null")
                + ", \"total_count\": " + QByteArray::number(entries.size()) + "}, ";
            entries = entries.mid(from, pageSize);
        }
        return Answer::json(200, "{\"api_id\": \"x\", " + meta + "\"calls\": [" + entries.join(", ") + "]}");
    }

    std::optional<Answer> answer(const Request &request)
    {
        if (before) {
            if (const auto said = before(request))
                return said;
        }
        if (isList(request))
            return list(request);
        const QByteArray id = request.callId();
        if (request.method == "DELETE")
            return end(id) ? Answer::ended() : Answer::callNotFound();
        const std::optional<Ask> ask = request.ask();
        if (!ask)
            return Answer::callNotFound();
        if (QList<Answer> &first = firstDetails[id]; !first.isEmpty())
            return first.takeFirst();
        if (const auto said = details.constFind(id); said != details.cend())
            return *said;
        if (*ask == Ask::Record)
            return records.value(id, Answer::callNotFound());
        for (const auto &[one, call] : *ask == Ask::Live ? live : queued) {
            if (one.toLatin1() == id)
                return Answer::json(200, call.body(id));
        }
        return Answer::callNotFound();
    }

    bool end(const QByteArray &id)
    {
        const auto is = [&id](const auto &one) { return one.first.toLatin1() == id; };
        return live.removeIf(is) + queued.removeIf(is) > 0;
    }
};

/// With so many live calls, id(1) …, from a number each.
inline ScriptedAccount account(int calls)
{
    ScriptedAccount made;
    for (int n = 1; n <= calls; ++n)
        made.live.append({ CliBench::id(n), { .from = "1415555" + QByteArray::number(1000 + n) } });
    return made;
}

/// The calls of the JSON lines, in their order.
inline QStringList idsOf(const CliResult &result)
{
    QStringList ids;
    for (const QJsonObject &line : result.lines())
        ids += line.value("call_uuid"_L1).toString();
    return ids;
}

/// Lines of all that was not a question: must be empty.
inline QByteArrayList notAsked(const FakeServer &server)
{
    QByteArrayList lines;
    for (const Request &request : server.requests()) {
        if (request.method != "GET" || !request.body.isEmpty())
            lines += request.line;
    }
    return lines;
}

/// The keys of a line, in their order.
inline QStringList keysOf(const QByteArray &line)
{
    static const QRegularExpression key(u"[{,]\"([a-z_]+)\":"_s);
    QStringList keys;
    for (auto found = key.globalMatch(QString::fromUtf8(line)); found.hasNext();)
        keys += found.next().captured(1);
    return keys;
}

} // namespace hangup::test
