// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "counted.h"
#include "work.h"

#include "domain/callscan.h"
#include "plivo/pacer.h"
#include "plivo/replyclassifier.h"

#include <array>

using namespace Qt::StringLiterals;

namespace hangup::bench {

namespace {

quint64 mixed(quint64 value)
{
    value += 0x9e3779b97f4a7c15;
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9;
    value = (value ^ (value >> 27)) * 0x94d049bb133111eb;
    return value ^ (value >> 31);
}

ReplyFacts answer(int status, const QByteArray &body, const QByteArray &type,
                  QNetworkReply::NetworkError error = QNetworkReply::NoError)
{
    ReplyFacts facts;
    facts.hasStatus = true;
    facts.sawServer = true;
    facts.status = status;
    facts.error = error;
    facts.body = body;
    facts.contentLength = body.size();
    facts.contentType = type;
    return facts;
}

} // namespace

CallId idOf(int n)
{
    const auto hex = [](quint64 value) { return QString::number(value, 16).rightJustified(16, u'0'); };
    const QString digits = hex(mixed(quint64(n))) + hex(mixed(~quint64(n)));
    return *CallId::parse(digits.left(8) + u'-' + digits.mid(8, 4) + u"-4"_s + digits.mid(13, 3) + u"-8"_s
                          + digits.mid(17, 3) + u'-' + digits.mid(20));
}

QString lines(int count)
{
    QString text;
    for (int n = 0; n < count; ++n)
        text += idOf(n).toString() + u" ok\n"_s;
    return text;
}

void countScanner()
{
    constexpr int Ids = 10'000;
    const QString ids = lines(Ids);
    ScanResult found;
    count("scanner, an id on a line", Ids, [&] { found = scanCalls(ids); });

    // A log in which few words are ids.
    QString log;
    for (int n = 0; log.size() < 400'000; ++n)
        log += u"2026-11-24 13:02:11,084 INFO worker-7 call_uuid=%1 status=in-progress from=+4930123%2 to=+4930999 "
               "took 84 ms, retried 0 times, queue is empty now\n"_s.arg(idOf(n).toString())
                   .arg(n, 4, 10, QChar(u'0'));
    count("scanner, a KB of a log", double(log.size()) / 1024, [&] { found = scanCalls(log); });
}

void countClassifier()
{
    constexpr int Rounds = 500;
    const QByteArray json("application/json");
    const std::array facts {
        answer(204, {}, {}),
        answer(404, "{\"api_id\":\"3c1a0c1e-86a6-11f0-9fde-e43ee3e2930b\",\"error\":\"call not found\"}", json,
               QNetworkReply::ContentNotFoundError),
        answer(500, "<html><body>Internal Server Error</body></html>", "text/html", QNetworkReply::InternalServerError),
    };
    const Redactor secrets;
    count("classifier, an answer", double(Rounds * facts.size()), [&] {
        for (int round = 0; round < Rounds; ++round) {
            for (const ReplyFacts &one : facts)
                classify(one, 1'795'525'331'084, secrets);
        }
    });
}

void countPacer()
{
    constexpr int Requests = 20'000;
    Pacer pacer(150, Pacer::Ms(5000));
    count("pacer, a request", Requests, [&] {
        Pacer::Ms now(0);
        for (int n = 0; n < Requests; ++n) {
            now += pacer.waitAt(now, 0, 5);
            pacer.count(now);
        }
    });
}

} // namespace hangup::bench
