// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// A policy is understood whole or not at all, and wins over what the user sets.
#include "domain/policy.h"
#include "domain/policywords.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace hangup;

using Kind = PolicyTrouble::Kind;

namespace {

ApiAddress addressOf(const QString &text)
{
    return std::get<ApiAddress>(ApiAddress::parse(text));
}

Account at(const QString &address)
{
    return Account::environment(*AuthId::parse(u"MATESTTESTTESTTEST01"_s), addressOf(address));
}

Policy policyOf(const QByteArray &lines)
{
    const auto read = Policy::parse("[policy]\n" + lines);
    return std::holds_alternative<Policy>(read) ? std::get<Policy>(read) : Policy { .largestBatch = -1 };
}

QStringList patternsOf(const Settings &settings)
{
    return settings.cutOff.protectedNumbers.patterns();
}

} // namespace

class TestPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void understandsEachRule();
    void understandsWhatPeopleWrite_data();
    void understandsWhatPeopleWrite();
    void refusesTheWhole_data();
    void refusesTheWhole();
    void readsEntriesOfARegistry();
    void wins();
    void leavesTheUsersOwn();
    void forbidsAccounts_data();
    void forbidsAccounts();
    void saysWhereAndWhy();
    void hasWordsForEachTrouble();
    void exampleIsAPolicy();
};

void TestPolicy::understandsEachRule()
{
    const Policy policy = policyOf("allowed-hosts=api.plivo.com, proxy.example.com:8443\n"
                                   "ticket-required=yes\nlargest-batch=40\nshare-percent=25\n"
                                   "protected-numbers=+1 800 555 0100, +49 30 1234*\n"
                                   "session-only-tokens=yes\nexport-off=yes\npractice-only=yes\n");
    QCOMPARE(policy.allowedHosts,
             (QList { ApiAddress::plivo(), addressOf(u"https://proxy.example.com:8443"_s) }));
    QVERIFY(policy.ticketRequired);
    QCOMPARE(policy.largestBatch, std::optional(40));
    QCOMPARE(policy.sharePercent, std::optional(25));
    QCOMPARE(policy.windowRequests(), std::optional(75));
    QCOMPARE(policy.protectedNumbers.patterns(), (QStringList { u"+1 800 555 0100"_s, u"+49 30 1234*"_s }));
    QVERIFY(policy.sessionOnlyTokens);
    QVERIFY(policy.exportOff);
    QVERIFY(policy.practiceOnly);
}

void TestPolicy::understandsWhatPeopleWrite_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("largest"); // 0: not set
    QTest::newRow("a section alone") << "[policy]"_ba << 0;
    QTest::newRow("comments and empty lines") << "# ours\n\n[policy]\n; another\nlargest-batch=7\n"_ba << 7;
    QTest::newRow("blanks around all") << "  [policy]  \n  largest-batch = 7  \n"_ba << 7;
    QTest::newRow("line ends of Windows") << "[policy]\r\nlargest-batch=7\r\n"_ba << 7;
    QTest::newRow("a byte-order mark") << "\xef\xbb\xbf[policy]\nlargest-batch=7"_ba << 7;
    QTest::newRow("the least") << "[policy]\nlargest-batch=1"_ba << 1;
    QTest::newRow("the most") << "[policy]\nlargest-batch=100000"_ba << 100000;
    QTest::newRow("what is off") << "[policy]\nexport-off=no\npractice-only=0\n"_ba << 0;
}

void TestPolicy::understandsWhatPeopleWrite()
{
    QFETCH(const QByteArray, text);
    QFETCH(const int, largest);
    const auto read = Policy::parse(text);
    QVERIFY(std::holds_alternative<Policy>(read));
    Policy expected;
    if (largest > 0)
        expected.largestBatch = largest;
    QVERIFY(std::get<Policy>(read) == expected);
}

void TestPolicy::refusesTheWhole_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("name");
    const auto row = [](const char *what, const QByteArray &text, Kind kind, int line, const QString &name = {}) {
        QTest::newRow(what) << text << int(kind) << line << name;
    };
    const QByteArray head = "[policy]\nexport-off=yes\n";
    row("nothing at all", "", Kind::NoSection, 0);
    row("comments alone", "# a\n", Kind::NoSection, 0);
    row("a key before the section", "export-off=yes\n[policy]\n", Kind::NoSection, 1, u"export-off"_s);
    row("another section", "[policies]\n", Kind::UnknownSection, 1, u"[policies]"_s);
    row("a section more", head + "[settings]\n", Kind::UnknownSection, 3, u"[settings]"_s);
    row("the section twice", head + "[policy]\n", Kind::Twice, 3, u"[policy]"_s);
    row("a key twice", head + "export-off=no\n", Kind::Twice, 3, u"export-off"_s);
    row("a key that is misspelt", head + "export_off=yes\n", Kind::UnknownKey, 3, u"export_off"_s);
    row("a key in capitals", head + "Practice-Only=yes\n", Kind::UnknownKey, 3, u"Practice-Only"_s);
    row("a key of the settings", head + "grace-seconds=3\n", Kind::UnknownKey, 3, u"grace-seconds"_s);
    row("a line without =", head + "practice-only\n", Kind::NotALine, 3, u"practice-only"_s);
    row("a line without a key", head + "=yes\n", Kind::NotALine, 3, u"=yes"_s);
    row("a line that goes on", head + "ticket-required=yes \\\n", Kind::NotYesOrNo, 3, u"ticket-required"_s);
    row("true for yes", "[policy]\nticket-required=true\n", Kind::NotYesOrNo, 2, u"ticket-required"_s);
    row("Yes for yes", "[policy]\nticket-required=Yes\n", Kind::NotYesOrNo, 2, u"ticket-required"_s);
    row("no value", "[policy]\nticket-required=\n", Kind::NotYesOrNo, 2, u"ticket-required"_s);
    row("a remark behind a value", "[policy]\npractice-only=yes ; for now\n", Kind::NotYesOrNo, 2, u"practice-only"_s);
    row("quotes", "[policy]\npractice-only=\"yes\"\n", Kind::NotYesOrNo, 2, u"practice-only"_s);
    row("no number", "[policy]\nlargest-batch=many\n", Kind::NotAWholeNumber, 2, u"largest-batch"_s);
    row("an empty number", "[policy]\nlargest-batch=\n", Kind::NotAWholeNumber, 2, u"largest-batch"_s);
    row("half a call", "[policy]\nlargest-batch=1.5\n", Kind::NotAWholeNumber, 2, u"largest-batch"_s);
    row("a sign", "[policy]\nlargest-batch=+5\n", Kind::NotAWholeNumber, 2, u"largest-batch"_s);
    row("below zero", "[policy]\nlargest-batch=-1\n", Kind::NotAWholeNumber, 2, u"largest-batch"_s);
    row("a number of another script", "[policy]\nlargest-batch=\xd9\xa5\n", Kind::NotAWholeNumber, 2,
        u"largest-batch"_s);
    row("no call at all", "[policy]\nlargest-batch=0\n", Kind::OutOfRange, 2, u"largest-batch"_s);
    row("too many calls", "[policy]\nlargest-batch=100001\n", Kind::OutOfRange, 2, u"largest-batch"_s);
    row("a number that overflows", "[policy]\nlargest-batch=4294967297\n", Kind::OutOfRange, 2, u"largest-batch"_s);
    row("too small a share", "[policy]\nshare-percent=4\n", Kind::OutOfRange, 2, u"share-percent"_s);
    row("too large a share", "[policy]\nshare-percent=101\n", Kind::OutOfRange, 2, u"share-percent"_s);
    row("a share in percent signs", "[policy]\nshare-percent=50%\n", Kind::NotAWholeNumber, 2, u"share-percent"_s);
    row("no host", "[policy]\nallowed-hosts=\n", Kind::Empty, 2, u"allowed-hosts"_s);
    row("commas alone", "[policy]\nallowed-hosts=,,\n", Kind::Empty, 2, u"allowed-hosts"_s);
    row("a wildcard", "[policy]\nallowed-hosts=*.plivo.com\n", Kind::NotAnAddress, 2, u"allowed-hosts"_s);
    row("a path", "[policy]\nallowed-hosts=api.plivo.com/v1\n", Kind::NotAnAddress, 2, u"allowed-hosts"_s);
    row("http to a host", "[policy]\nallowed-hosts=http://api.plivo.com\n", Kind::NotAnAddress, 2, u"allowed-hosts"_s);
    row("a bad host behind a good one", "[policy]\nallowed-hosts=api.plivo.com, a b\n", Kind::NotAnAddress, 2,
        u"allowed-hosts"_s);
    row("too many hosts",
        "[policy]\nallowed-hosts=" + QByteArray("a.example,").repeated(101) + '\n', Kind::TooMany, 2,
        u"allowed-hosts"_s);
    row("no number to protect", "[policy]\nprotected-numbers= ; \n", Kind::Empty, 2, u"protected-numbers"_s);
    row("wildcards alone", "[policy]\nprotected-numbers=**\n", Kind::NotANumberPattern, 2, u"protected-numbers"_s);
    row("no text", "[policy]\nexport-off=\xff\n", Kind::NotText, 0);
    row("a NUL", QByteArray("[policy]\nexport-off=yes\0\n", 25), Kind::NotText, 0);
    row("UTF-16", QByteArray("\xff\xfe[\0", 4), Kind::NotText, 0);
    row("too large", "[policy]\n" + QByteArray(Policy::MaxBytes, '#'), Kind::TooLarge, 0);
    row("a very long name", "[policy]\n" + QByteArray(500, 'k') + "=yes\n", Kind::UnknownKey, 2,
        QString(PolicyTrouble::MaxName, u'k'));
}

void TestPolicy::refusesTheWhole()
{
    QFETCH(const QByteArray, text);
    QFETCH(const int, kind);
    QFETCH(const int, line);
    QFETCH(const QString, name);
    const auto read = Policy::parse(text);
    QVERIFY(std::holds_alternative<PolicyTrouble>(read));
    const auto &trouble = std::get<PolicyTrouble>(read);
    QCOMPARE(int(trouble.kind), kind);
    QCOMPARE(trouble.line, line);
    QCOMPARE(trouble.name, name);
}

void TestPolicy::readsEntriesOfARegistry()
{
    const auto read = Policy::parse(
        QList<PolicyEntry> { { u"export-off"_s, u"1"_s }, { u"allowed-hosts"_s, u"a.example;b.example"_s } });
    QVERIFY(std::holds_alternative<Policy>(read));
    QVERIFY(std::get<Policy>(read).exportOff);
    QCOMPARE(std::get<Policy>(read).allowedHosts.size(), 2);
    const auto wrong = Policy::parse(QList<PolicyEntry> { { u"export-off"_s, u"2"_s } });
    QCOMPARE(int(std::get<PolicyTrouble>(wrong).kind), int(Kind::NotYesOrNo));
}

void TestPolicy::wins()
{
    const Policy policy = policyOf("share-percent=80\nticket-required=yes\nprotected-numbers=111,222\n");
    Settings own;
    own.sharePercent = 10;
    own.cutOff.protectedNumbers = ProtectedNumbers::parse(u"222,333").numbers;
    const Settings over = policy.over(own);
    QCOMPARE(over.sharePercent, 80);
    QVERIFY(over.ticketRequired);
    QCOMPARE(patternsOf(over), (QStringList { u"111"_s, u"222"_s, u"333"_s }));
    // Nothing else changes, and a policy without rules changes nothing.
    Settings same = own;
    same.sharePercent = 80;
    same.ticketRequired = true;
    same.cutOff.protectedNumbers = over.cutOff.protectedNumbers;
    QVERIFY(over == same);
    QVERIFY(Policy().over(own) == own);
    own.ticketRequired = true;
    QVERIFY(policyOf("ticket-required=no\n").over(own).ticketRequired);
}

void TestPolicy::leavesTheUsersOwn()
{
    const Policy policy = policyOf("share-percent=80\nticket-required=yes\nprotected-numbers=111,222\n");
    Settings own;
    own.sharePercent = 10;
    own.cutOff.protectedNumbers = ProtectedNumbers::parse(u"222,333").numbers;
    // What is in force, with one thing changed, as a menu of the window does.
    Settings chosen = policy.over(own);
    chosen.colours = ColourScheme::Dark;
    const Settings kept = policy.ownPart(chosen, own);
    QCOMPARE(kept.sharePercent, 10);
    QVERIFY(!kept.ticketRequired);
    QCOMPARE(kept.colours, ColourScheme::Dark);
    QCOMPARE(patternsOf(kept), (QStringList { u"222"_s, u"333"_s })); // 222 is both's
    chosen.cutOff.protectedNumbers = ProtectedNumbers::parse(u"444").numbers;
    QCOMPARE(patternsOf(policy.ownPart(chosen, own)), QStringList { u"444"_s });
    QVERIFY(Policy().ownPart(chosen, own) == chosen);
}

void TestPolicy::forbidsAccounts_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<QString>("address");
    QTest::addColumn<int>("objection"); // -1: none
    const int other = int(PolicyObjection::OtherHost);
    QTest::newRow("no rule") << ""_ba << u"https://a.example"_s << -1;
    QTest::newRow("an allowed host") << "allowed-hosts=a.example"_ba << u"https://a.example"_s << -1;
    QTest::newRow("its usual port said") << "allowed-hosts=a.example:443"_ba << u"https://a.example"_s << -1;
    QTest::newRow("capitals") << "allowed-hosts=A.Example"_ba << u"https://a.example"_s << -1;
    QTest::newRow("a loopback address") << "allowed-hosts=http://127.0.0.1:80"_ba << u"http://127.0.0.1:80"_s << -1;
    QTest::newRow("another host") << "allowed-hosts=a.example"_ba << u"https://b.example"_s << other;
    QTest::newRow("a host below it") << "allowed-hosts=a.example"_ba << u"https://x.a.example"_s << other;
    QTest::newRow("a host that ends so") << "allowed-hosts=a.example"_ba << u"https://xa.example"_s << other;
    QTest::newRow("another port") << "allowed-hosts=a.example"_ba << u"https://a.example:8443"_s << other;
    QTest::newRow("another scheme") << "allowed-hosts=127.0.0.1:8080"_ba << u"http://127.0.0.1:8080"_s << other;
    QTest::newRow("practice alone") << "practice-only=yes"_ba << u"https://api.plivo.com"_s
                                    << int(PolicyObjection::PracticeOnly);
}

void TestPolicy::forbidsAccounts()
{
    QFETCH(const QByteArray, lines);
    QFETCH(const QString, address);
    QFETCH(const int, objection);
    const Policy policy = policyOf(lines);
    const auto found = policy.objection(at(address));
    QCOMPARE(found ? int(*found) : -1, objection);
    const QList<Account> practices = Account::practices();
    for (const Account &practice : practices)
        QVERIFY(!policy.objection(practice));
}

void TestPolicy::saysWhereAndWhy()
{
    auto read = Policy::parse("[policy]\nlargest-batch=0\n"_ba);
    auto &trouble = std::get<PolicyTrouble>(read);
    trouble.place = u"/etc/hangup/policy.ini"_s;
    QCOMPARE(words::policyTrouble(trouble),
             u"/etc/hangup/policy.ini, line 2: largest-batch must be a whole number from 1 to 100000."_s);
    trouble.line = 0;
    trouble.kind = Kind::Unreadable;
    QCOMPARE(words::policyTrouble(trouble), u"/etc/hangup/policy.ini: it can't be read."_s);
    QVERIFY(words::policyBroken(trouble).endsWith(words::policyTrouble(trouble)));
}

void TestPolicy::hasWordsForEachTrouble()
{
    QSet<QString> sentences;
    for (int i = 0; i <= int(Kind::WrongType); ++i) {
        const PolicyTrouble trouble { .kind = Kind(i), .place = u"P"_s, .line = 3, .name = u"N"_s };
        sentences += words::policyTrouble(trouble);
    }
    QVERIFY(!sentences.contains(u"P, line 3: "_s));
    QCOMPARE(sentences.size(), int(Kind::WrongType) + 1);
}

void TestPolicy::exampleIsAPolicy()
{
    QFile file(QStringLiteral(HANGUP_SOURCE_DIR "/resources/policy/policy.ini.example"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QString text = QString::fromUtf8(file.readAll());
    const auto asItIs = Policy::parse(text.toUtf8());
    QVERIFY(std::holds_alternative<Policy>(asItIs));
    QVERIFY(std::get<Policy>(asItIs) == Policy());
    // With each of its lines put into force.
    text.replace(QRegularExpression(u"^#([a-z-]+=)"_s, QRegularExpression::MultilineOption), u"\\1"_s);
    const auto inForce = Policy::parse(text.toUtf8());
    QVERIFY(std::holds_alternative<Policy>(inForce));
    const auto &policy = std::get<Policy>(inForce);
    QVERIFY(!policy.allowedHosts.isEmpty() && !policy.protectedNumbers.isEmpty());
    QVERIFY(policy.ticketRequired && policy.largestBatch && policy.sharePercent);
    QVERIFY(policy.sessionOnlyTokens && policy.exportOff && policy.practiceOnly);
}

QTEST_APPLESS_MAIN(TestPolicy)
#include "tst_policy.moc"
