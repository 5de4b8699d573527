// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "practice/practicecard.h"

#include <QDateTime>

#include <algorithm>
#include <array>

namespace hangup {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Ms = std::chrono::milliseconds;

// Plivo's two spellings of a time, as its documentation shows them.
QString liveTime(PracticePlace place, Ms at)
{
    return QDateTime::fromMSecsSinceEpoch(at.count()).toUTC().toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s)
        + u"%1"_s.arg(practiceNumber(place, 10) % 1000, 3, 10, QLatin1Char('0'));
}

// Each account has its records in a zone of its own.
QString recordTime(PracticePlace place, Ms at)
{
    const bool first = practiceOwner(place) == PracticeOwner::First;
    const int offset = first ? 5 * 3600 + 1800 : 0;
    return QDateTime::fromMSecsSinceEpoch(at.count()).toOffsetFromUtc(offset).toString(u"yyyy-MM-dd HH:mm:ss"_s)
        + (first ? u"+05:30"_s : u"+00:00"_s);
}

// 555-01xx is set aside for made-up people (NANP).
QString lineOfSomebody(PracticePlace place, quint64 salt)
{
    static constexpr std::array areas { "206", "303", "312", "404", "415", "617", "713", "718" };
    const quint64 number = practiceNumber(place, salt);
    return u'1' + QLatin1StringView(areas.at((number / 100) % areas.size()))
        + u"555%1"_s.arg(100 + number % 100, 4, 10, QLatin1Char('0'));
}

// One of the twenty lines of the practice account.
QString lineOfOurs(PracticePlace place, quint64 salt)
{
    return u"1212555%1"_s.arg(100 + practiceNumber(place, salt) % 20, 4, 10, QLatin1Char('0'));
}

QString madeUpName(PracticePlace place, const QString &number)
{
    static constexpr std::array names { u"Brightway Parcels", u"WIRELESS CALLER", u"Maya Lindqvist",
                                        u"Harbour Clinic",    u"ANONYMOUS",       u"Cityline Taxi" };
    const quint64 drawn = practiceNumber(place, 11);
    // As at Plivo, it is the number where the network tells no name.
    return drawn % 2 == 0 ? number : QString::fromUtf16(names.at((drawn / 2) % names.size()));
}

// What the ticket's own words say of them.
bool isInboundInTicket(quint8 place)
{
    static constexpr std::array<quint8, 6> inbound { 0, 1, 5, 8, 11, 12 };
    return std::find(inbound.begin(), inbound.end(), place) != inbound.end();
}

bool isInbound(PracticePlace place)
{
    if (const PracticeStanding *standing = practiceStanding(place))
        return standing->inbound;
    if (practicePlaceCount(place.ticket) == CallsPerTicket)
        return isInboundInTicket(place.place);
    return practiceFate(place) != PracticeFate::Queued && practiceNumber(place, 6) % 3 != 0;
}

std::optional<PracticePlace> parentOf(PracticePlace place)
{
    if (const PracticeStanding *standing = practiceStanding(place))
        return standing->parent == PracticeStanding::NoParent
            ? std::nullopt
            : std::optional(PracticePlace { place.ticket, standing->parent });
    const bool isLegInTicket = practicePlaceCount(place.ticket) == CallsPerTicket && place.place == 3;
    return isLegInTicket ? std::optional(PracticePlace { place.ticket, 11 }) : std::nullopt;
}

// A request has the call's own id only where the API was asked for one single call.
CallId requestOf(PracticePlace place, bool sameAsCall)
{
    const PracticeStanding *standing = practiceStanding(place);
    const bool isBulk = standing && standing->ownRequest;
    // The first ticket is the one that the README walks through: its request can be ended like a call.
    const bool isTicketsRequest = practicePlaceCount(place.ticket) == CallsPerTicket
        && practiceFate(place) == PracticeFate::Queued && place.ticket != 0;
    return sameAsCall && !isBulk && !isTicketsRequest ? practiceCallId(place) : practiceRequestId(place);
}

// Foreign text as foreign as it gets: markup, and a character that turns the rest of the line around.
QJsonObject oddFields(QJsonObject details)
{
    details.insert("from"_L1, 12125550123.0);
    details.insert("to"_L1, QJsonValue::Null);
    details.insert("direction"_L1, u"sideways"_s);
    details.insert("call_status"_L1, u"transferring"_s);
    details.insert("caller_name"_L1, u"<b>Bobby</b> \u202egnp.elbat"_s);
    details.insert("session_start"_L1, u"yesterday"_s);
    details.insert("stir_verification"_L1, QJsonObject { { u"level"_s, 7 } });
    return details;
}

} // namespace

QString PracticeCard::direction() const
{
    return inbound ? u"inbound"_s : u"outbound"_s;
}

PracticeCard practiceCard(PracticePlace place)
{
    const PracticeStanding *standing = practiceStanding(place);
    const bool inbound = isInbound(place);
    const std::optional<PracticePlace> parent = parentOf(place);
    PracticeCard card { .inbound = inbound,
                        .from = inbound ? lineOfSomebody(place, 4) : lineOfOurs(place, 4),
                        .to = inbound ? lineOfOurs(place, 5) : lineOfSomebody(place, 5),
                        .callerName = {},
                        .parent = parent,
                        .request = requestOf(place, !inbound && !parent),
                        .oddity = standing ? standing->oddity : PracticeOddity::None };
    if (standing && standing->from)
        card.from = QString::fromLatin1(standing->from);
    if (standing && standing->to)
        card.to = QString::fromLatin1(standing->to);
    // One call of each ticket is a customer on the hotline.
    if (practicePlaceCount(place.ticket) == CallsPerTicket && place.place == 1)
        card.to = QString::fromLatin1(PracticeHotline);
    card.callerName = standing && standing->name ? QString::fromUtf16(standing->name)
        : inbound                                ? madeUpName(place, card.from)
                                                 : card.from;
    return card;
}

QJsonObject practiceDetails(PracticePlace place, const QString &status, Ms startedAt)
{
    const PracticeCard card = practiceCard(place);
    const QString id = practiceCallId(place).toString();
    if (card.oddity == PracticeOddity::FieldsMissing)
        return { { u"call_uuid"_s, id }, { u"call_status"_s, status } };
    const Ms start = card.oddity == PracticeOddity::StartsInFuture ? startedAt + 48h : startedAt;
    QJsonObject details {
        { u"call_uuid"_s, id },
        { u"request_uuid"_s, card.request.toString() },
        { u"call_status"_s, status },
        { u"direction"_s, card.direction() },
        { u"from"_s, card.from },
        { u"to"_s, card.to },
        { u"caller_name"_s, card.callerName },
        { u"session_start"_s, liveTime(place, start) },
        { u"stir_verification"_s, u"Not Applicable"_s },
    };
    if (card.parent)
        details.insert("parent_call_uuid"_L1, practiceCallId(*card.parent).toString());
    return card.oddity == PracticeOddity::OddFields ? oddFields(details) : details;
}

QJsonObject practiceRecord(PracticePlace place, const PracticeEnd &end)
{
    const PracticeCard card = practiceCard(place);
    const Ms answeredAt = end.startedAt + practiceRingsFor(place);
    const bool answered = !end.neverDialled && answeredAt < end.endedAt;
    const auto lasted = std::chrono::duration_cast<std::chrono::seconds>(end.endedAt - end.startedAt);
    const auto talked = answered ? lasted : 0s;
    const auto minutes = (talked.count() + 59) / 60;
    QJsonObject record {
        { u"call_uuid"_s, practiceCallId(place).toString() },
        { u"parent_call_uuid"_s,
          card.parent ? QJsonValue(practiceCallId(*card.parent).toString()) : QJsonValue(QJsonValue::Null) },
        { u"from_number"_s, card.from },
        { u"to_number"_s, card.to },
        { u"call_direction"_s, card.direction() },
        { u"initiation_time"_s, recordTime(place, end.startedAt) },
        { u"answer_time"_s, answered ? QJsonValue(recordTime(place, answeredAt)) : QJsonValue(QJsonValue::Null) },
        { u"end_time"_s, recordTime(place, end.endedAt) },
        { u"call_duration"_s, qint64(talked.count()) },
        { u"bill_duration"_s, qint64(minutes * 60) },
        { u"total_amount"_s, QString::number(double(minutes) * 0.0085, 'f', 5) },
        { u"call_state"_s,
          answered       ? u"ANSWER"_s
              : end.byUs ? u"CANCEL"_s
                         : u"NO_ANSWER"_s },
    };
    if (card.oddity == PracticeOddity::NoCause)
        return record;
    record.insert("hangup_cause_name"_L1, answered ? u"Normal Hangup"_s : end.byUs ? u"Canceled"_s : u"No Answer"_s);
    record.insert("hangup_cause_code"_L1, answered ? 4000 : end.byUs ? 1000 : 3000);
    record.insert("hangup_source"_L1,
                  end.byUs                        ? u"API Request"_s
                      : !answered                 ? u"Carrier"_s
                      : practiceCallerEnds(place) ? u"Caller"_s
                                                  : u"Callee"_s);
    return record;
}

} // namespace hangup
