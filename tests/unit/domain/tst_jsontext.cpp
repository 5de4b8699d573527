// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/jsontext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace hangup;

namespace {

/// What a reader makes of @p text, written as the only value of an array.
QString readBack(const QString &text)
{
    QByteArray json("[");
    appendJsonString(json, text);
    QJsonParseError error {};
    const QJsonDocument document = QJsonDocument::fromJson(json + ']', &error);
    return error.error == QJsonParseError::NoError && document.array().size() == 1 ? document.array().at(0).toString()
                                                                                   : u"no JSON"_s;
}

} // namespace

class TestJsonText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyUnitComesBack()
    {
        for (uint unit = 0; unit <= 0xffff; ++unit) {
            const QString text = u"a"_s + QChar(static_cast<char16_t>(unit)) + u"b"_s;
            const QString read = readBack(text);
            // A lone surrogate is no character: which one stands for it is Qt's choice.
            if (QChar::isSurrogate(unit) ? read.size() != 3 || read.at(1).isSurrogate() : read != text)
                QFAIL(qPrintable(QString::number(unit, 16)));
        }
    }

    void textsComeBack()
    {
        QRandomGenerator random(20261130);
        const QString units = u"ab\"\\\n\t\u007fä\u20ac\u2028/{}[]:,"_s;
        for (int round = 0; round < 2000; ++round) {
            QString text;
            const int length = random.bounded(12);
            for (int i = 0; i < length; ++i)
                text += random.bounded(8) == 0 ? u"\U0001F4DE"_s : QString(units.at(random.bounded(int(units.size()))));
            QCOMPARE(readBack(text), text);
        }
        QCOMPARE(readBack({}), QString());
    }

    void controlsAreEscaped()
    {
        QByteArray json("x");
        appendJsonString(json, u"\"\\\n\r\u0001\u007f\u00e9"_s);
        QCOMPARE(json, "x\"\\\"\\\\\\n\\u000d\\u0001\\u007f\xc3\xa9\""_ba);
        QByteArray alone;
        appendJsonString(alone, u"\u007f"_s);
        QCOMPARE(alone, "\"\\u007f\""_ba);
    }

    void fieldsStayInOrder()
    {
        JsonText inner;
        inner.put("z", qint64(1)).put("a", true);
        JsonText text;
        text.put("second", u"plain"_s)
            .put("first", "key"_L1)
            .put("none", {})
            .put("no", false)
            .put("least", std::numeric_limits<qint64>::min())
            .put("small", 7)
            .putJson("inner", inner.object())
            .put("quoted", u"say \"no\""_s);
        QCOMPARE(text.object(),
                 "{\"second\":\"plain\",\"first\":\"key\",\"none\":null,\"no\":false,"
                 "\"least\":-9223372036854775808,\"small\":7,\"inner\":{\"z\":1,\"a\":true},"
                 "\"quoted\":\"say \\\"no\\\"\"}"_ba);
        QCOMPARE(QJsonDocument::fromJson(text.object()).object().size(), 8);
        QCOMPARE(JsonText().object(), "{}"_ba);
    }
};

QTEST_GUILESS_MAIN(TestJsonText)
#include "tst_jsontext.moc"
