// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/copyas.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hangup;

namespace {

const QString Id = u"4c2b7e0a-6f1d-4b7e-9d55-0123456789ab"_s;

} // namespace

/// What *Copy as* puts on the clipboard. That each program does what it says is shown by tests/peers, with the real
/// interpreters.
class CopyAsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void makesTheDocumentedCall_data();
    void makesTheDocumentedCall();
    void curlNeverSendsWithoutCredentials();
    void languagesHaveNames();
};

void CopyAsTest::makesTheDocumentedCall_data()
{
    QTest::addColumn<CopyLanguage>("language");
    QTest::addColumn<QString>("call");
    QTest::addColumn<QString>("client");
    // Plivo's documentation, "Hang up a call"; for curl its address.
    const auto row = [](const char *name, CopyLanguage language, const QString &call, const QString &client) {
        QTest::newRow(name) << language << call << client;
    };
    row("curl", CopyLanguage::Curl, u"https://api.plivo.com/v1/Account/${PLIVO_AUTH_ID:?}/Call/%1/\""_s,
        u"curl --fail-with-body -X DELETE "_s);
    row("Python", CopyLanguage::Python, u"client.calls.delete(call_uuid=\"%1\")"_s, u"client = plivo.RestClient()"_s);
    row("Ruby", CopyLanguage::Ruby, u"client.calls.delete('%1')"_s, u"client = Plivo::RestClient.new\n"_s);
    row("Node", CopyLanguage::Node, u"client.calls.hangup('%1')"_s, u"client = new plivo.Client();"_s);
    row("PHP", CopyLanguage::Php, u"$client->calls->delete('%1');"_s, u"$client = new RestClient();"_s);
    row("Java", CopyLanguage::Java, u"Call.deleter(\"%1\").delete();"_s, u"Plivo.init();"_s);
    row("C#", CopyLanguage::CSharp, u"api.Call.Delete(callUuid: \"%1\");"_s, u"new PlivoApi("_s);
}

void CopyAsTest::makesTheDocumentedCall()
{
    QFETCH(CopyLanguage, language);
    QFETCH(QString, call);
    QFETCH(QString, client);
    const QString text = copyAs(language, *CallId::parse(Id.toUpper()));
    QCOMPARE(text.count(call.arg(Id)), 1);
    QCOMPARE(text.count(client), 1);
    QCOMPARE(text.count(Id), 1);
    QVERIFY2(!text.contains(u'%'), qPrintable(text));
    QVERIFY(text.endsWith(u'\n') && !text.endsWith(u"\n\n"_s));
    QCOMPARE(text.count(u"Ends one live Plivo call"_s), 1);
    // Credentials come from the environment, by these names, in each of them.
    QVERIFY(text.contains(u"PLIVO_AUTH_ID"_s) && text.contains(u"PLIVO_AUTH_TOKEN"_s));
    QCOMPARE(text.indexOf(QRegularExpression(u"\\b[MS]A[A-Z0-9]{18}\\b"_s)), -1);
    for (const QChar c : text)
        QVERIFY(c == u'\n' || (c >= u' ' && c < QChar(0x7f)));
    for (const QString &line : text.split(u'\n')) {
        QCOMPARE_LE(line.size(), 120);
        QVERIFY2(!line.endsWith(u' '), qPrintable(line));
    }
}

// Each use of a variable stops the shell when it is empty: no request to half an address.
void CopyAsTest::curlNeverSendsWithoutCredentials()
{
    const QString text = copyAs(CopyLanguage::Curl, *CallId::parse(Id));
    QCOMPARE(text.count(u"${PLIVO_AUTH_ID:?}"_s), 2);
    QCOMPARE(text.count(u"${PLIVO_AUTH_TOKEN:?}"_s), 1);
    QCOMPARE(text.count(u'$'), 3);
}

void CopyAsTest::languagesHaveNames()
{
    QSet<QString> names;
    QSet<QString> texts;
    for (const CopyLanguage language : AllCopyLanguages) {
        names.insert(copyLanguageName(language));
        texts.insert(copyAs(language, *CallId::parse(Id)));
    }
    QCOMPARE(names, (QSet<QString> { u"curl"_s, u"Python"_s, u"Ruby"_s, u"Node.js"_s, u"PHP"_s, u"Java"_s, u"C#"_s }));
    QCOMPARE(texts.size(), 7);
}

QTEST_GUILESS_MAIN(CopyAsTest)
#include "tst_copyas.moc"
