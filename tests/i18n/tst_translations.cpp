// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// The translations as files: every text has one, it has the shape of the English, and the sources have no text without.
#include "i18n/messagefile.h"

#include <QDir>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hangup::test;

namespace {

/// "%1", "%n"; each once.
QStringList placesIn(const QString &text)
{
    static const QRegularExpression place(u"%(\\d+|n|L\\d)"_s);
    QSet<QString> places;
    for (auto all = place.globalMatch(text); all.hasNext();)
        places += all.next().captured();
    QStringList sorted(places.cbegin(), places.cend());
    sorted.sort();
    return sorted;
}

qsizetype mnemonicsIn(const QString &text)
{
    return text.count(QRegularExpression(u"&[^& ]"_s));
}

QString edgesOf(const QString &text)
{
    static const QRegularExpression edges(u"^(\\s*).*?(\\s*)$"_s, QRegularExpression::DotMatchesEverythingOption);
    const auto match = edges.match(text);
    return u"[%1|%2]"_s.arg(match.captured(1), match.captured(2));
}

QChar endOf(const QString &text)
{
    const QChar last = text.isEmpty() ? QChar() : text.back();
    return u".:?!…"_s.contains(last) ? last : QChar(u'-');
}

/// What makes a translation another kind of text than its source; empty if nothing does.
QString fault(const Message &message, const QString &words)
{
    if (words.isEmpty())
        return u"is missing"_s;
    if (placesIn(message.source) != placesIn(words))
        return u"has other places: "_s + words;
    if (message.source.count(u'…') != words.count(u'…'))
        return u"has another number of “…”: "_s + words;
    if (mnemonicsIn(message.source) != mnemonicsIn(words))
        return u"has another number of mnemonics: "_s + words;
    if (edgesOf(message.source) != edgesOf(words))
        return u"has other blanks at its ends: "_s + words;
    if (endOf(message.source) != endOf(words))
        return u"ends in another way: "_s + words;
    if (message.source.count(u'\n') != words.count(u'\n'))
        return u"has another number of lines: "_s + words;
    if (words.count(u'„') != words.count(u'“') || words.contains(u'”'))
        return u"has quotation marks that don't match: "_s + words;
    return {};
}

QString fileOf(const QString &code)
{
    return QStringLiteral(HANGUP_SOURCE_DIR) + u"/resources/i18n/hangup_%1.ts"_s.arg(code);
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void germanIsWhole();
    void germanHasTheShapeOfTheEnglish();
    void germanCalledWordsAreTheSameEverywhere();
    void theSourcesHaveNoTextWithoutATranslation();
};

void TestTranslations::germanIsWhole()
{
    const QList<Message> messages = readMessages(fileOf(u"de"_s));
    QVERIFY(messages.size() > 500);
    QStringList unfinished;
    for (const Message &message : messages) {
        if (!message.isFinished || message.translations.size() != (message.hasPlural ? 2 : 1))
            unfinished += message.key();
    }
    QVERIFY2(unfinished.isEmpty(), qPrintable(unfinished.join(u'\n')));
}

void TestTranslations::germanHasTheShapeOfTheEnglish()
{
    QStringList faults;
    for (const Message &message : readMessages(fileOf(u"de"_s))) {
        for (const QString &words : message.translations) {
            if (const QString what = fault(message, words); !what.isEmpty())
                faults += message.key() + u' ' + what;
        }
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

/// A sentence that names a button or a menu by its words must use the words that stand on it.
void TestTranslations::germanCalledWordsAreTheSameEverywhere()
{
    QHash<QString, QSet<QString>> wordsOf;
    const QList<Message> messages = readMessages(fileOf(u"de"_s));
    const auto plain = [](const QString &text) { return QString(text).remove(u'&').remove(u'…'); };
    for (const Message &message : messages)
        wordsOf[plain(message.source)] += plain(message.translations.value(0));
    static const QRegularExpression called(u"“([^”%]+)”"_s);
    QStringList faults;
    int count = 0;
    for (const Message &message : messages) {
        for (auto all = called.globalMatch(message.source); all.hasNext();) {
            const QSet<QString> words = wordsOf.value(all.next().captured(1));
            const QString translation = message.translations.value(0);
            count += words.isEmpty() ? 0 : 1;
            const bool named = std::any_of(words.cbegin(), words.cend(), [&translation](const QString &one) {
                return translation.contains(u"„%1“"_s.arg(one));
            });
            if (!words.isEmpty() && !named)
                faults += message.key() + u" calls it otherwise: "_s + translation;
        }
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    QVERIFY(count >= 8);
}

void TestTranslations::theSourcesHaveNoTextWithoutATranslation()
{
#ifdef HANGUP_LUPDATE
    const QTemporaryDir folder;
    const QString found = folder.filePath(u"found.ts"_s);
    const QString root = QStringLiteral(HANGUP_SOURCE_DIR);
    QProcess lupdate;
    lupdate.start(
        QStringLiteral(HANGUP_LUPDATE),
        { root + u"/app"_s, root + u"/ui"_s, u"-I"_s, root + u"/app"_s, u"-I"_s, root, u"-silent"_s, u"-ts"_s, found });
    QVERIFY(lupdate.waitForFinished(60'000));
    QCOMPARE(lupdate.exitCode(), 0);
    QSet<QString> translated;
    for (const Message &message : readMessages(fileOf(u"de"_s)))
        translated += message.key();
    const QList<Message> texts = readMessages(found);
    QVERIFY(texts.size() > 500);
    QStringList missing;
    for (const Message &text : texts) {
        if (!translated.remove(text.key()))
            missing += text.key();
    }
    // Not QCOMPARE, which cuts long texts.
    QVERIFY2(missing.isEmpty(), qPrintable(u"without a translation:\n"_s + missing.join(u'\n')));
    QVERIFY2(translated.isEmpty(),
             qPrintable(u"no longer in the sources:\n"_s + QStringList(translated.values()).join(u'\n')));
#else
    QSKIP("lupdate was not found when the build was configured");
#endif
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
