// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/receipt.h"

#include "domain/redactor.h"
#include "domain/words.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("hangup", source);
}

/// One value of a receipt. Foreign text is cleaned to one line and marked, so that each format can keep it apart from
/// its own signs.
struct Value
{
    QString words;
    bool isForeign = false;
};

Value ours(const QString &words)
{
    return { words, false };
}

Value foreign(const QString &words)
{
    return { cleanForeignText(words), true };
}

/// "Ticket: …"; values stand one behind the other.
struct Fact
{
    QString name;
    QList<Value> values;
};

/// One call: its id, and its facts in sentences.
struct CallFacts
{
    QString id;
    QString outcome;
    QList<Fact> facts;
};

struct ReceiptFacts
{
    QString title;
    QList<Fact> head;
    QList<CallFacts> calls;
};

/// "+01:00": Qt's own abbreviations differ from system to system.
QString offset(const QDateTime &local)
{
    const int minutes = local.offsetFromUtc() / 60;
    const int size = std::abs(minutes);
    return u"UTC%1%2:%3"_s.arg(QChar(minutes < 0 ? u'-' : u'+'))
        .arg(size / 60, 2, 10, QChar(u'0'))
        .arg(size % 60, 2, 10, QChar(u'0'));
}

/// "2026-11-24 14:02:11 (UTC+01:00), 2026-11-24 13:02:11 UTC": the same in every language and for every reader.
QString bothTimes(qint64 ms)
{
    const QString format = u"yyyy-MM-dd HH:mm:ss"_s;
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(ms);
    return u"%1 (%2), %3 UTC"_s.arg(local.toString(format), offset(local), local.toUTC().toString(format));
}

QString notGiven()
{
    return text(QT_TRANSLATE_NOOP("hangup", "(none)"));
}

Value foreignOrNone(const QString &words)
{
    const Value value = foreign(words);
    return value.words.isEmpty() ? ours(notGiven()) : value;
}

QList<Fact> headFacts(const HistoryBatch &batch)
{
    const BatchInfo &info = batch.info;
    QList<Fact> facts {
        { text(QT_TRANSLATE_NOOP("hangup", "Ended by")), { foreignOrNone(info.operatorName) } },
        { text(QT_TRANSLATE_NOOP("hangup", "Confirmed")), { ours(bothTimes(info.atMs)) } },
    };
    if (batch.finishedAtMs != 0)
        facts.append({ text(QT_TRANSLATE_NOOP("hangup", "Last outcome")), { ours(bothTimes(batch.finishedAtMs)) } });
    facts += {
        { text(QT_TRANSLATE_NOOP("hangup", "Account")), { foreignOrNone(info.accountName) } },
        { text(QT_TRANSLATE_NOOP("hangup", "Auth ID")), { foreign(info.authId.toString()) } },
        { text(QT_TRANSLATE_NOOP("hangup", "Ticket")), { foreignOrNone(info.words.ticket) } },
        { text(QT_TRANSLATE_NOOP("hangup", "Reason")), { foreignOrNone(info.words.reason) } },
        { text(QT_TRANSLATE_NOOP("hangup", "Result")), { ours(words::tally(batch.tally)) } },
        { text(QT_TRANSLATE_NOOP("hangup", "Proven")), { ours(QString::number(batch.proven)) } },
    };
    return facts;
}

QString attempts(int n)
{
    return n == 1 ? text(QT_TRANSLATE_NOOP("hangup", "1 attempt"))
                  : text(QT_TRANSLATE_NOOP("hangup", "%1 attempts")).arg(n);
}

QString answerOf(const CallResult &result)
{
    const QString status = result.httpStatus == 0 ? text(QT_TRANSLATE_NOOP("hangup", "no HTTP status"))
                                                  : u"HTTP %1"_s.arg(result.httpStatus);
    return u"%1, %2"_s.arg(status, attempts(result.attempts));
}

/// Foreign text of a proof stands inside the sentence, so the sentence counts as foreign.
Fact proofFact(const HistoryCall &call)
{
    const auto outcome = call.result ? std::optional(call.result->outcome) : std::nullopt;
    const QString sentence = words::proofSentence(call.proof, outcome);
    const QString name = text(QT_TRANSLATE_NOOP("hangup", "Proof"));
    if (sentence.isEmpty())
        return { name, { ours(text(QT_TRANSLATE_NOOP("hangup", "not asked for"))) } };
    return { name, { ours(words::proofShort(call.proof)), { cleanForeignText(sentence, 400), true } } };
}

CallFacts callFacts(const HistoryCall &call)
{
    CallFacts facts { call.id.toString(), {}, {} };
    if (!call.result) {
        facts.outcome = text(QT_TRANSLATE_NOOP("hangup", "No outcome yet"));
        return facts;
    }
    const CallResult &result = *call.result;
    facts.outcome = words::outcomeShort(result.outcome);
    const QString what = text(QT_TRANSLATE_NOOP("hangup", "What happened"));
    facts.facts.append({ what, { ours(words::resultSentence(result)) } });
    const QString answer = text(QT_TRANSLATE_NOOP("hangup", "Answer"));
    facts.facts.append({ answer, { ours(answerOf(result)) } });
    if (!result.message.isEmpty())
        facts.facts.append({ text(QT_TRANSLATE_NOOP("hangup", "Plivo's words")), { foreign(result.message) } });
    if (!result.apiId.isEmpty())
        facts.facts.append({ u"api_id"_s, { foreign(result.apiId) } });
    if (result.startedAtMs != 0) {
        const QString first = text(QT_TRANSLATE_NOOP("hangup", "First attempt"));
        facts.facts.append({ first, { ours(bothTimes(result.startedAtMs)) } });
    }
    const QString settled = text(QT_TRANSLATE_NOOP("hangup", "Outcome"));
    facts.facts.append({ settled, { ours(bothTimes(result.finishedAtMs)) } });
    facts.facts.append(proofFact(call));
    return facts;
}

// --- plain text

QString joined(const QList<Value> &values)
{
    QStringList words;
    for (const Value &value : values)
        words.append(value.words);
    return words.join(u": "_s);
}

QString asText(const ReceiptFacts &receipt)
{
    QString out = receipt.title + u"\n\n"_s;
    for (const Fact &fact : receipt.head)
        out += fact.name + u": "_s + joined(fact.values) + u'\n';
    int number = 0;
    for (const CallFacts &call : receipt.calls) {
        out += u"\n%1. %2 – %3\n"_s.arg(QString::number(++number), call.id, call.outcome);
        for (const Fact &fact : call.facts)
            out += u"   "_s + fact.name + u": "_s + joined(fact.values) + u'\n';
    }
    return out;
}

// --- Markdown

/// A code span (CommonMark 6.1): nothing inside is a sign, not even a link, a mention or HTML. The fence is longer than
/// any run of backticks inside.
QString codeSpan(const QString &words)
{
    qsizetype run = 0;
    qsizetype longest = 0;
    for (const QChar c : words) {
        run = c == u'`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    const QString fence(longest + 1, u'`');
    const bool needsBlanks = words.startsWith(u'`') || words.endsWith(u'`');
    const QString pad = needsBlanks ? u" "_s : QString();
    return fence + pad + words + pad + fence;
}

QString markdown(const QList<Value> &values)
{
    QStringList words;
    for (const Value &value : values)
        words.append(value.isForeign ? codeSpan(value.words) : value.words);
    return words.join(u": "_s);
}

QString asMarkdown(const ReceiptFacts &receipt)
{
    QString out = u"**%1**\n\n"_s.arg(receipt.title);
    for (const Fact &fact : receipt.head)
        out += u"- %1: %2\n"_s.arg(fact.name, markdown(fact.values));
    out += u'\n';
    int number = 0;
    for (const CallFacts &call : receipt.calls) {
        out += u"%1. `%2` – **%3**\n"_s.arg(QString::number(++number), call.id, call.outcome);
        // As far in as the item's own text begins (CommonMark 5.2), or it would be a list of its own.
        const QString indent(QString::number(number).size() + 2, u' ');
        for (const Fact &fact : call.facts)
            out += indent + u"- %1: %2\n"_s.arg(fact.name, markdown(fact.values));
    }
    return out;
}

// --- HTML

QString html(const QList<Value> &values)
{
    QStringList words;
    for (const Value &value : values)
        words.append(value.words.toHtmlEscaped());
    return words.join(u": "_s);
}

QString asHtml(const ReceiptFacts &receipt)
{
    QString out = u"<p><b>"_s + receipt.title.toHtmlEscaped() + u"</b></p>\n<table>\n"_s;
    for (const Fact &fact : receipt.head) {
        out += u"<tr><th align=\"left\">"_s + fact.name.toHtmlEscaped() + u"</th><td>"_s + html(fact.values)
            + u"</td></tr>\n"_s;
    }
    out += u"</table>\n<ol>\n"_s;
    for (const CallFacts &call : receipt.calls) {
        out += u"<li><code>"_s + call.id.toHtmlEscaped() + u"</code> – <b>"_s + call.outcome.toHtmlEscaped()
            + u"</b>"_s;
        for (const Fact &fact : call.facts)
            out += u"<br>\n"_s + fact.name.toHtmlEscaped() + u": "_s + html(fact.values);
        out += u"</li>\n"_s;
    }
    return out + u"</ol>\n"_s;
}

/// ISO 8601 with a "Z": for a reader anywhere.
QString utc(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms).toUTC().toString(Qt::ISODate);
}

} // namespace

Receipt makeReceipt(const HistoryBatch &batch, const QList<HistoryCall> &calls)
{
    ReceiptFacts facts { text(QT_TRANSLATE_NOOP("hangup", "Hangup: receipt of ended calls")), headFacts(batch), {} };
    facts.calls.reserve(calls.size());
    for (const HistoryCall &call : calls)
        facts.calls.append(callFacts(call));
    return { asText(facts), asMarkdown(facts), asHtml(facts) };
}

QString supportText(const HistoryCall &call)
{
    // Always English, whatever the window speaks: Plivo's support reads it.
    QString out = u"Hello,\n\nwe asked your API to hang up this call, it answered with success, and the call is still "
                  "live.\n\n"_s;
    out += u"Call UUID: %1\n"_s.arg(call.id.toString());
    out += u"Auth ID: %1\n"_s.arg(call.batch.authId.toString());
    out += u"Request: DELETE /v1/Account/%1/Call/%2/\n"_s.arg(call.batch.authId.toString(), call.id.toString());
    if (call.result) {
        const CallResult &result = *call.result;
        if (result.startedAtMs != 0)
            out += u"Sent: %1\n"_s.arg(utc(result.startedAtMs));
        if (result.httpStatus != 0)
            out += u"Answer: HTTP %1 at %2\n"_s.arg(QString::number(result.httpStatus), utc(result.finishedAtMs));
        if (!result.apiId.isEmpty())
            out += u"api_id: "_s + cleanForeignText(result.apiId) + u'\n';
        if (!result.message.isEmpty())
            out += u"Message: "_s + cleanForeignText(result.message) + u'\n';
    }
    if (call.proof.checkedAtMs != 0)
        out += u"Still live at: %1 (GET …/Call/%2/?status=live)\n"_s.arg(utc(call.proof.checkedAtMs),
                                                                         call.id.toString());
    return out + u"\nCould you please end it, and tell us why it goes on?\n"_s;
}

} // namespace hangup
