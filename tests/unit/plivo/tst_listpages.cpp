// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "plivo/listpages.h"

#include <QTest>

#include <algorithm>
#include <functional>

using namespace hangup;
using namespace Qt::StringLiterals;

namespace {

CallId callId(int n)
{
    return *CallId::parse(u"%1-1111-4222-8333-aaaaaaaaaaaa"_s.arg(n, 8, 16, QChar(u'0')));
}

/// A page of @p count calls from the @p first one on.
ListVerdict page(int first, int count, const ListMeta &meta = {})
{
    ListVerdict verdict;
    verdict.isList = true;
    verdict.entries = count;
    verdict.meta = meta;
    for (int n = first; n < first + count; ++n)
        verdict.ids.append(callId(n));
    return verdict;
}

/// What came of it: "40 calls, 2 pages", and whether it looks cut.
QString told(const ListPages &pages)
{
    return u"%1 calls, %2 pages%3"_s.arg(pages.ids().size())
        .arg(pages.pages())
        .arg(pages.looksCut() ? u", cut"_s : QString());
}

using Server = std::function<std::optional<ListVerdict>(const std::optional<ListPage> &asked)>;

/// Reads all pages that @p server has (nothing: a 4xx); and what was asked for.
QString readAll(const Server &server, int maxPages = 50)
{
    ListPages pages(maxPages);
    QStringList asked;
    bool more = true;
    while (more && asked.size() < 100) {
        const std::optional<ListPage> next = pages.next();
        asked.append(next ? u"%1+%2"_s.arg(next->offset()).arg(next->limit()) : u"all"_s);
        const std::optional<ListVerdict> answer = server(next);
        more = answer && pages.add(*answer);
        if (!answer)
            pages.refused();
    }
    if (asked.size() > 6)
        asked = QStringList { u"%1 questions"_s.arg(asked.size()) };
    return told(pages) + u": "_s + asked.join(u' ');
}

/// A server that pages as Plivo's other lists do, with @p total calls.
Server paging(int total, int limit, bool saysSo)
{
    return [=](const std::optional<ListPage> &asked) -> std::optional<ListVerdict> {
        const int from = asked ? asked->offset() : 0;
        const int count = std::clamp(total - from, 0, asked ? std::min(asked->limit(), limit) : limit);
        ListMeta meta;
        if (saysSo)
            meta = { .limit = limit, .offset = from, .total = total, .hasNext = from + count < total };
        return page(from, count, meta);
    };
}

} // namespace

/// When a list of calls is all there is, when another page is asked for, and when it looks cut.
class TestListPages : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void onePage_data();
    void onePage();
    void manyPages();
    void ends();
    void neverForEver();
};

void TestListPages::onePage_data()
{
    QTest::addColumn<int>("calls");
    QTest::addColumn<ListMeta>("meta");
    QTest::addColumn<QString>("next"); ///< "offset+limit", "cut", or empty: that was all
    const auto row = [](const char *name, int calls, const ListMeta &meta, const QString &next) {
        QTest::newRow(name) << calls << meta << next;
    };
    row("no calls", 0, {}, {});
    row("19 calls", 19, {}, {});
    row("21 calls: no page has so many", 21, {}, {});
    row("20 calls: as many as a page has", 20, {}, u"20+20"_s);
    row("800 calls", 800, {}, {});
    row("as many as the limit it names", 50, { .limit = 50 }, u"50+50"_s);
    row("fewer than the limit it names", 20, { .limit = 50 }, {});
    row("a next page is named", 7, { .hasNext = true }, u"7+20"_s);
    row("a total that is larger", 20, { .limit = 20, .total = 21 }, u"20+20"_s);
    row("a total that is the same, and a full page", 20, { .limit = 20, .total = 20 }, u"20+20"_s);
    row("a total that is smaller", 7, { .total = 3 }, {});
    row("none, and a next page named: odd, and not followed", 0, { .hasNext = true }, u"cut"_s);
    row("none of a total of 5", 0, { .total = 5 }, u"cut"_s);
    row("a limit that no request may have", 30, { .limit = 2'000'000, .hasNext = true }, u"30+1000"_s);
}

void TestListPages::onePage()
{
    QFETCH(const int, calls);
    QFETCH(const ListMeta, meta);
    ListPages pages(50);
    QVERIFY(!pages.next());
    const bool more = pages.add(page(1, calls, meta));
    QString next;
    if (more)
        next = u"%1+%2"_s.arg(pages.next()->offset()).arg(pages.next()->limit());
    else if (pages.looksCut())
        next = u"cut"_s;
    QTEST(next, "next");
    QCOMPARE(pages.ids().size(), calls);
}

void TestListPages::manyPages()
{
    QCOMPARE(readAll(paging(45, 20, true)), u"45 calls, 3 pages: all 20+20 40+20"_s);
    QCOMPARE(readAll(paging(45, 20, false)), u"45 calls, 3 pages: all 20+20 40+20"_s);
    QCOMPARE(readAll(paging(40, 20, true)), u"40 calls, 3 pages: all 20+20 40+20"_s);
    QCOMPARE(readAll(paging(40, 20, false)), u"40 calls, 3 pages: all 20+20 40+20"_s);
    QCOMPARE(readAll(paging(5, 20, true)), u"5 calls, 1 pages: all"_s);
    QCOMPARE(readAll(paging(0, 20, true)), u"0 calls, 1 pages: all"_s);
    // Calls that ended meanwhile move the others: each is there once, and the next page begins where this one ended.
    QCOMPARE(readAll([](const std::optional<ListPage> &asked) {
                 return asked && asked->offset() > 20 ? page(35, 3) : asked ? page(15, 20) : page(0, 20);
             }),
             u"38 calls, 3 pages: all 20+20 40+20"_s);
}

void TestListPages::ends()
{
    const auto first = [](ListMeta meta) {
        return [meta](const std::optional<ListPage> &asked) -> std::optional<ListVerdict> {
            return asked ? std::nullopt : std::optional(page(0, 20, meta));
        };
    };
    QCOMPARE(readAll(first({})), u"20 calls, 1 pages, cut: all 20+20"_s); // the next one is not served
    QCOMPARE(readAll(first({ .hasNext = true })), u"20 calls, 1 pages, cut: all 20+20"_s);
    // Whatever is asked for, the same calls come.
    QCOMPARE(readAll([](const auto &) { return page(0, 20); }), u"20 calls, 2 pages, cut: all 20+20"_s);
    QCOMPARE(readAll([](const auto &) { return page(0, 20, { .hasNext = true }); }),
             u"20 calls, 2 pages, cut: all 20+20"_s);
    // Promised, and not there.
    QCOMPARE(readAll([](const auto &asked) { return asked ? page(0, 0) : page(0, 20, { .total = 90 }); }),
             u"20 calls, 2 pages, cut: all 20+20"_s);
    // The first one is refused: there is no list.
    ListPages none(50);
    QCOMPARE(none.refused(), false);
    QCOMPARE(told(none), u"0 calls, 0 pages"_s);
}

void TestListPages::neverForEver()
{
    int n = 0;
    const Server endless = [&n](const auto &) {
        n += 20;
        return page(n, 20, { .hasNext = true });
    };
    QCOMPARE(readAll(endless, 50), u"1000 calls, 50 pages, cut: 50 questions"_s);
    // One new call a page would go on for ever, too.
    n = 0;
    const Server slow = [&n](const auto &) { return page(++n, 20); };
    QCOMPARE(readAll(slow, 50), u"69 calls, 50 pages, cut: 50 questions"_s);
}

QTEST_GUILESS_MAIN(TestListPages)
#include "tst_listpages.moc"
