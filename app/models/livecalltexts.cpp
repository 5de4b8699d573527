// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "models/livecalltexts.h"

#include "domain/callwords.h"
#include "models/livecallmodel.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace hangup::livecalltexts {

namespace {

using Place = LiveRow::Place;

QString liveStatus(const LiveCallTable &table, const LiveRow &row)
{
    if (row.place == Place::Gone)
        return LiveCallModel::tr("Gone");
    if (row.place == Place::Left)
        return LiveCallModel::tr("Not on the latest list");
    if (!row.info && table.failure(row.id))
        return LiveCallModel::tr("Not read");
    const CallInfo listed { .id = row.id, .phase = row.isQueued ? CallPhase::Queued : CallPhase::Live };
    const QString status = words::status(row.info ? *row.info : listed);
    return status.isEmpty() ? LiveCallModel::tr("Live") : status;
}

QString started(const LiveRow &row, qint64 nowMs)
{
    return row.info ? words::moment(row.info->startedAtMs, nowMs) : QString();
}

QString ageText(const LiveRow &row, qint64 nowMs)
{
    const auto age = row.age(nowMs);
    return age ? words::age(*age) : QString();
}

/// What keeps a row's details empty, or nothing.
QString whyEmpty(const LiveCallTable &table, const LiveRow &row)
{
    if (const CallInfoRead *failure = table.failure(row.id))
        return words::infoSentence(*failure, table.nowMs());
    return row.info ? QString() : LiveCallModel::tr("Its details have not been read yet.");
}

QString statusToolTip(const LiveCallTable &table, const LiveRow &row)
{
    if (row.place == Place::Left)
        return LiveCallModel::tr("The latest list does not have it; but that list was not whole.");
    if (row.info && row.info->phase == CallPhase::Over)
        return words::infoSentence({ .id = row.id, .state = LookState::Live, .info = *row.info }, table.nowMs());
    if (row.place == Place::Gone)
        return LiveCallModel::tr("It is not live any more.");
    const QString why = whyEmpty(table, row);
    return why.isEmpty() ? liveStatus(table, row) : why;
}

QString timeToolTip(const LiveCallTable &table, const LiveRow &row)
{
    if (!row.info || row.info->startedAtMs <= 0)
        return row.info ? LiveCallModel::tr("Plivo did not say when it started.") : whyEmpty(table, row);
    const QString at = QDateTime::fromMSecsSinceEpoch(row.info->startedAtMs).toString(u"yyyy-MM-dd HH:mm:ss"_s);
    return row.age(table.nowMs())
        ? LiveCallModel::tr("Started %1").arg(at)
        : LiveCallModel::tr("Started %1, which lies in the future: its age is not known.").arg(at);
}

} // namespace

QString header(int column)
{
    switch (static_cast<LiveCallModel::Column>(column)) {
    case LiveCallModel::FromColumn:
        return LiveCallModel::tr("From");
    case LiveCallModel::ToColumn:
        return LiveCallModel::tr("To");
    case LiveCallModel::DirectionColumn:
        return LiveCallModel::tr("Direction");
    case LiveCallModel::StatusColumn:
        return LiveCallModel::tr("Status");
    case LiveCallModel::CallerNameColumn:
        return LiveCallModel::tr("Caller name");
    case LiveCallModel::StartedColumn:
        return LiveCallModel::tr("Started");
    case LiveCallModel::AgeColumn:
        return LiveCallModel::tr("Age");
    case LiveCallModel::StuckColumn:
        return LiveCallModel::tr("Looks stuck because …");
    case LiveCallModel::UuidColumn:
        return LiveCallModel::tr("Call UUID");
    case LiveCallModel::ColumnCount:
        break;
    }
    return {};
}

QString headerToolTip(int column)
{
    switch (column) {
    case LiveCallModel::StartedColumn:
        return LiveCallModel::tr("Local time. Plivo names no time zone; its times are taken as UTC.");
    case LiveCallModel::StuckColumn:
        return LiveCallModel::tr("Reasons, not a verdict. Which are looked for is in the settings.");
    default: // the others say all there is to say
        return {};
    }
}

QString display(const LiveCallTable &table, const LiveRow &row, int column)
{
    switch (static_cast<LiveCallModel::Column>(column)) {
    case LiveCallModel::FromColumn:
        return row.info ? row.info->from : QString();
    case LiveCallModel::ToColumn:
        return row.info ? row.info->to : QString();
    case LiveCallModel::DirectionColumn:
        return row.info ? words::direction(row.info->direction) : QString();
    case LiveCallModel::StatusColumn:
        return liveStatus(table, row);
    case LiveCallModel::CallerNameColumn:
        return row.info ? row.info->callerName : QString();
    case LiveCallModel::StartedColumn:
        return started(row, table.nowMs());
    case LiveCallModel::AgeColumn:
        return ageText(row, table.nowMs());
    case LiveCallModel::StuckColumn:
        return words::stuckFinding(row.finding, table.rules());
    case LiveCallModel::UuidColumn:
        return row.id.toString();
    case LiveCallModel::ColumnCount:
        break;
    }
    return {};
}

QString toolTip(const LiveCallTable &table, const LiveRow &row, int column)
{
    switch (column) {
    case LiveCallModel::StatusColumn:
        return statusToolTip(table, row);
    case LiveCallModel::StartedColumn:
    case LiveCallModel::AgeColumn:
        return timeToolTip(table, row);
    case LiveCallModel::StuckColumn:
        if (row.finding.notSure)
            return row.info ? LiveCallModel::tr("Not everything that the rules look at is known of this call.")
                            : whyEmpty(table, row);
        break;
    default: // what stands there, whole
        break;
    }
    const QString text = display(table, row, column);
    return text.isEmpty() ? whyEmpty(table, row) : text;
}

QString accessible(const LiveCallTable &table, const LiveRow &row, int column)
{
    const QString text = display(table, row, column);
    return u"%1: %2"_s.arg(header(column), text.isEmpty() ? LiveCallModel::tr("none") : text);
}

bool isNumeric(int column)
{
    return column == LiveCallModel::AgeColumn;
}

} // namespace hangup::livecalltexts
