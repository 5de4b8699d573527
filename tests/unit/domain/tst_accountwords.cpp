// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/accountwords.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hangup;

/// Every value has a sentence of its own, and it is one.
class TestAccountWords : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyNameErrorIsSaid();
    void everyProblemIsSaid();
    void everyVerdictIsSaid();
    void statusIsSaid_data();
    void statusIsSaid();
    void places();
    void ids();

private:
    void compareSentences(const QStringList &sentences)
    {
        for (const QString &sentence : sentences) {
            QVERIFY2(sentence.size() > 10 && sentence.front().isUpper() && sentence.endsWith(u'.'),
                     qPrintable(sentence));
            QVERIFY2(!sentence.contains(u'%'), qPrintable(sentence));
        }
        QCOMPARE(QSet<QString>(sentences.cbegin(), sentences.cend()).size(), sentences.size());
    }
};

void TestAccountWords::everyNameErrorIsSaid()
{
    QStringList sentences;
    for (int e = 0; e <= int(AccountNameError::Taken); ++e)
        sentences.append(words::accountNameError(AccountNameError(e)));
    compareSentences(sentences);
    QVERIFY(words::accountNameError(AccountNameError::TooLong).contains(u"60"_s));
}

void TestAccountWords::everyProblemIsSaid()
{
    QStringList sentences;
    for (int p = 0; p <= int(SecretProblem::Failed); ++p)
        sentences.append(words::secretProblem(SecretProblem(p)));
    compareSentences(sentences);
    // What may be behind a lock is never called missing.
    QVERIFY(!words::secretProblem(SecretProblem::Locked).contains(u"no such"_s));
    QVERIFY(words::secretProblem(SecretProblem::NotFoundOrLocked).contains(u"locked"_s));
}

void TestAccountWords::everyVerdictIsSaid()
{
    QStringList sentences;
    for (int k = 0; k <= int(CheckVerdict::Kind::Cancelled); ++k)
        sentences.append(words::checkSentence({ .kind = CheckVerdict::Kind(k) }));
    compareSentences(sentences);
    // The server's own words are foreign: they are shown beside the sentence, not in it.
    QVERIFY(!words::checkSentence({ .kind = CheckVerdict::Kind::NotPlivo, .message = u"foreign"_s })
                 .contains(u"foreign"_s));
}

void TestAccountWords::statusIsSaid_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("status");
    using Kind = CheckVerdict::Kind;
    QTest::newRow("wrong credentials") << int(Kind::WrongCredentials) << 401;
    QTest::newRow("not permitted") << int(Kind::NotPermitted) << 403;
    QTest::newRow("no such account") << int(Kind::NotFound) << 404;
    QTest::newRow("too many requests") << int(Kind::RateLimited) << 429;
    QTest::newRow("server trouble") << int(Kind::ServerTrouble) << 503;
    QTest::newRow("not Plivo") << int(Kind::NotPlivo) << 200;
}

void TestAccountWords::statusIsSaid()
{
    QFETCH(int, kind);
    QFETCH(int, status);
    const QString sentence = words::checkSentence({ .kind = CheckVerdict::Kind(kind), .httpStatus = status });
    QVERIFY2(sentence.contains(u'(' + QString::number(status) + u')'), qPrintable(sentence));
}

void TestAccountWords::places()
{
    QCOMPARE(words::tokenPlace(TokenPlace::Keychain), u"In the system keychain"_s);
    QCOMPARE(words::tokenPlace(TokenPlace::Session), u"For this session only"_s);
    compareSentences(
        { words::tokenPlaceSentence(TokenPlace::Keychain), words::tokenPlaceSentence(TokenPlace::Session) });
}

void TestAccountWords::ids()
{
    compareSentences({ words::authIdError(), words::tokenError(), words::unusualToken() });
}

QTEST_GUILESS_MAIN(TestAccountWords)
#include "tst_accountwords.moc"
