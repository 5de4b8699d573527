// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "models/calltexts.h"

#include "domain/callwords.h"
#include "domain/words.h"
#include "models/calllistmodel.h"

#include <QDateTime>
#include <QStringList>

using namespace Qt::StringLiterals;

// Texts say hangup::CallListModel in full: the lupdate of Qt 6.8 passes over a class that comes after an enum with a
// type (enum class CallFilter : quint8) in its header, and would give them a context that no translation has.
namespace hangup::calltexts {

namespace {

QString localTime(qint64 ms, const QString &format)
{
    return ms > 0 ? QDateTime::fromMSecsSinceEpoch(ms).toString(format) : QString();
}

QString numberOrEmpty(int number, bool isThere)
{
    return isThere ? QString::number(number) : QString();
}

/// What is known only once a call was looked up.
QString lookedUp(const CallTable &table, const CallRow &row, int column)
{
    const CallInfo *info = table.info(row);
    if (!info)
        return {};
    if (column == CallListModel::FromColumn)
        return info->from;
    if (column == CallListModel::ToColumn)
        return info->to;
    if (column == CallListModel::DirectionColumn)
        return words::direction(info->direction);
    const std::optional<std::chrono::seconds> age = table.age(row);
    return age ? words::age(*age) : QString();
}

} // namespace

QString display(const CallTable &table, const CallRow &row, int column)
{
    switch (static_cast<CallListModel::Column>(column)) {
    case CallListModel::UuidColumn:
        return row.id.toString();
    case CallListModel::StateColumn:
        return words::stateShort(row.state);
    case CallListModel::OutcomeColumn:
        return row.isDone() ? words::outcomeShort(row.outcome) : QString();
    case CallListModel::ProofColumn:
        return row.proof >= 0 ? words::proofShort(table.proof(row)) : QString();
    case CallListModel::SourceColumn:
        return table.text(table.hangupSource(row));
    case CallListModel::HttpColumn:
        return numberOrEmpty(row.httpStatus, row.httpStatus != 0);
    case CallListModel::AttemptsColumn:
        return numberOrEmpty(row.attempts, hasAttempts(row));
    case CallListModel::TookColumn:
        return hasTook(row) ? words::duration(std::chrono::milliseconds(row.elapsedMs)) : QString();
    case CallListModel::WhenColumn:
        return localTime(row.finishedAtMs, u"HH:mm:ss"_s);
    case CallListModel::ApiIdColumn:
        return table.apiId(row);
    case CallListModel::NotesColumn:
        return notes(table, row);
    case CallListModel::FromColumn:
    case CallListModel::ToColumn:
    case CallListModel::DirectionColumn:
    case CallListModel::AgeColumn:
        return lookedUp(table, row, column);
    case CallListModel::ColumnCount:
        break;
    }
    return {};
}

QString toolTip(const CallTable &table, const CallRow &row, int column)
{
    switch (static_cast<CallListModel::Column>(column)) {
    case CallListModel::UuidColumn:
        return table.context(row).toString();
    case CallListModel::StateColumn:
    case CallListModel::OutcomeColumn:
    case CallListModel::HttpColumn:
    case CallListModel::NotesColumn:
        return explanation(table, row);
    case CallListModel::ProofColumn:
    case CallListModel::SourceColumn:
        return row.proof >= 0 ? words::proofSentence(table.proof(row)) : QString();
    case CallListModel::WhenColumn:
        return localTime(row.finishedAtMs, u"yyyy-MM-dd HH:mm:ss.zzz t"_s);
    case CallListModel::AttemptsColumn:
    case CallListModel::TookColumn:
    case CallListModel::ApiIdColumn:
    case CallListModel::FromColumn:
    case CallListModel::ToColumn:
    case CallListModel::DirectionColumn:
    case CallListModel::AgeColumn:
    case CallListModel::ColumnCount:
        break;
    }
    return display(table, row, column);
}

QString accessible(const CallTable &table, const CallRow &row, int column)
{
    const QString text = display(table, row, column);
    return u"%1: %2"_s.arg(header(column), text.isEmpty() ? hangup::CallListModel::tr("none") : text);
}

QString explanation(const CallTable &table, const CallRow &row)
{
    switch (row.state) {
    case CallState::Listed:
        return hangup::CallListModel::tr("Listed. Nothing has been sent for this call.");
    case CallState::Waiting:
        return hangup::CallListModel::tr("Waiting for its turn.");
    case CallState::OnItsWay:
        return hangup::CallListModel::tr("Sent; waiting for the answer.");
    case CallState::Looking:
        return hangup::CallListModel::tr(
            "The last attempt got no clear answer. Plivo is being asked whether the call is still "
            "live; only then is it sent again.");
    case CallState::Done:
        break;
    }
    const std::optional<CallResult> result = table.result(row);
    const QString sentence = words::resultSentence(*result);
    return result->message.isEmpty()
        ? sentence
        : hangup::CallListModel::tr("%1 Plivo says: \"%2\"").arg(sentence, result->message);
}

QString maybeUs()
{
    QString sentence = words::outcomeSentence(Outcome::NotLiveMaybeUs);
    if (sentence.endsWith(u'.'))
        sentence.chop(1);
    return sentence;
}

QString notes(const CallTable &table, const CallRow &row)
{
    QStringList parts { words::mark(row.mark) };
    if (row.isDone()) {
        if (isMaybeUs(row))
            parts << maybeUs();
        if (row.reason != Reason::None)
            parts << words::reasonPhrase(row.reason);
        parts << table.text(row.message);
    }
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

QString header(int column)
{
    switch (static_cast<CallListModel::Column>(column)) {
    case CallListModel::UuidColumn:
        return hangup::CallListModel::tr("Call UUID");
    case CallListModel::StateColumn:
        return hangup::CallListModel::tr("State");
    case CallListModel::OutcomeColumn:
        return hangup::CallListModel::tr("Outcome");
    case CallListModel::ProofColumn:
        return hangup::CallListModel::tr("Proof");
    case CallListModel::SourceColumn:
        return hangup::CallListModel::tr("Hangup source");
    case CallListModel::HttpColumn:
        return hangup::CallListModel::tr("HTTP");
    case CallListModel::AttemptsColumn:
        return hangup::CallListModel::tr("Attempts");
    case CallListModel::TookColumn:
        return hangup::CallListModel::tr("Took");
    case CallListModel::WhenColumn:
        return hangup::CallListModel::tr("When");
    case CallListModel::ApiIdColumn:
        return hangup::CallListModel::tr("Plivo’s api_id");
    case CallListModel::FromColumn:
        return hangup::CallListModel::tr("From");
    case CallListModel::ToColumn:
        return hangup::CallListModel::tr("To");
    case CallListModel::DirectionColumn:
        return hangup::CallListModel::tr("Direction");
    case CallListModel::AgeColumn:
        return hangup::CallListModel::tr("Age");
    case CallListModel::NotesColumn:
        return hangup::CallListModel::tr("Notes");
    case CallListModel::ColumnCount:
        break;
    }
    return {};
}

QString headerToolTip(int column)
{
    switch (static_cast<CallListModel::Column>(column)) {
    case CallListModel::UuidColumn:
        return hangup::CallListModel::tr("The call’s UUID, 36 characters");
    case CallListModel::StateColumn:
        return hangup::CallListModel::tr(
            "Where the call stands: listed, waiting, on its way, being looked at, or done");
    case CallListModel::OutcomeColumn:
        return hangup::CallListModel::tr(
            "What became of the call; only “Ended” means that Plivo confirmed the hang-up");
    case CallListModel::ProofColumn:
        return hangup::CallListModel::tr("Whether Plivo’s own record proves that an API request ended the call");
    case CallListModel::SourceColumn:
        return hangup::CallListModel::tr("Who ended the call, in the words of Plivo’s record");
    case CallListModel::HttpColumn:
        return hangup::CallListModel::tr("The HTTP status of the last answer");
    case CallListModel::AttemptsColumn:
        return hangup::CallListModel::tr("How often the hang-up was sent");
    case CallListModel::TookColumn:
        return hangup::CallListModel::tr("Time from the first attempt to the outcome");
    case CallListModel::WhenColumn:
        return hangup::CallListModel::tr("Local time of the outcome");
    case CallListModel::ApiIdColumn:
        return hangup::CallListModel::tr("Plivo’s name for its answer; Plivo’s support asks for it");
    case CallListModel::FromColumn:
        return hangup::CallListModel::tr("The calling number");
    case CallListModel::ToColumn:
        return hangup::CallListModel::tr("The called number");
    case CallListModel::DirectionColumn:
        return hangup::CallListModel::tr("Whether the call came in or went out");
    case CallListModel::AgeColumn:
        return hangup::CallListModel::tr("How long the call has been live");
    case CallListModel::NotesColumn:
        return hangup::CallListModel::tr(
            "What the text said of the id, why there is no clear outcome, and Plivo’s own words");
    case CallListModel::ColumnCount:
        break;
    }
    return {};
}

bool isNumeric(int column)
{
    return column == CallListModel::HttpColumn || column == CallListModel::AttemptsColumn
        || column == CallListModel::TookColumn || column == CallListModel::AgeColumn;
}

QString plainToolTip(const QString &text)
{
    if (text.isEmpty())
        return {};
    return u"<p style=\"white-space:pre-wrap\">"_s + text.toHtmlEscaped() + u"</p>"_s;
}

} // namespace hangup::calltexts
