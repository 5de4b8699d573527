// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/account.h"
#include "practice/practicecard.h"
#include "practice/practiceworld.h"

#include <QStringList>

#include <array>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

struct Customer
{
    const char16_t *person;
    const char16_t *mailbox;
    const char16_t *company;
};
// example.com and 555-01xx are set aside for made-up people (RFC 2606, NANP).
constexpr std::array<Customer, 4> Customers { {
    { u"Maya Lindqvist", u"maya.lindqvist@parcels.example.com", u"Brightway Parcels" },
    { u"Tomasz Okafor", u"t.okafor@clinic.example.com", u"Harbour Clinic" },
    { u"Ines Marchetti", u"ines@taxi.example.com", u"Cityline Taxi" },
    { u"Devon Park", u"devon.park@tickets.example.com", u"Northgate Tickets" },
} };

/// The pieces of one ticket's text.
class TicketText
{
public:
    explicit TicketText(quint32 ticket) : m_ticket(ticket) { }

    QString whole() const { return mail() + csv() + log() + closing(); }

private:
    QString id(quint8 place) const { return practiceCallId({ m_ticket, place }).toString(); }
    // An id that is no call's: it looks like one, and the world doesn't know it.
    QString otherId(quint64 salt) const
    {
        const QString a = QString::number(practiceNumber({ m_ticket, 0 }, salt), 16).rightJustified(16, u'0');
        const QString b = QString::number(practiceNumber({ m_ticket, 0 }, salt + 1), 16).rightJustified(16, u'0');
        return a.left(8) + u'-' + a.mid(8, 4) + u"-4"_s + a.mid(13) + u"-9"_s + b.mid(1, 3) + u'-' + b.mid(4);
    }
    PracticeCard card(quint8 place) const { return practiceCard({ m_ticket, place }); }
    QString row(quint8 place, const QString &parent) const
    {
        const auto age = practiceAge({ m_ticket, place });
        return id(place) + u',' + parent + u",+"_s + card(place).from + u",+"_s + card(place).to + u','
            + card(place).direction() + u',' + QString::number(age.count() / 60) + u'\n';
    }

    QString mail() const
    {
        const Customer &customer = Customers.at(m_ticket % Customers.size());
        return u"From: %1 <%2>\nTo: Voice support <support@example.com>\nSubject: Calls that will not end, ticket "
               u"%4\n\n"
               "Hello,\n\n"
               "since this morning we have calls at %3 that nobody is on any more. They still show as live, they "
               "block\n"
               "our lines, and we pay for every minute. Could you please end these?\n\n"_s
                   .arg(QString::fromUtf16(customer.person), QString::fromUtf16(customer.mailbox),
                        QString::fromUtf16(customer.company))
                   .arg(4711 + qint64(m_ticket) * 13);
    }
    QString csv() const
    {
        return u"Our export from the console (minutes as we saw them):\n\n"
               "Call UUID,Parent call UUID,From number,To number,Call direction,Minutes\n"_s
            + row(0, {}) + row(1, {}) + row(2, {}) + row(3, id(11)) + row(5, {}) + row(6, {}) + row(8, {}) + row(9, {})
            + u'\n';
    }
    QString log() const
    {
        return u"And from our own log:\n\n"
               "09:14:02.118 INFO  answer_url CallUUID=%1 From=%2 api_id=%3\n"
               "09:14:09.870 WARN  no hangup event yet CallUUID=%4\n"
               "09:15:31.004 WARN  no hangup event yet CallUUID=%5\n"
               "09:15:31.377 DEBUG {\"event\": \"StartApp\", \"call_uuid\": \"%6\", \"direction\": \"inbound\"}\n"
               "09:16:20.551 DEBUG POST /answer Event=StartApp&CallUUID=%7&CallStatus=in-progress\n"
               "09:17:45.090 ERROR outbound call without an end, request_uuid=%8\n\n"_s.arg(
                   id(4), u'+' + card(4).from, otherId(30), id(7), id(10), id(12), id(13), card(15).request.toString());
    }
    QString closing() const
    {
        return u"A colleague tried this one by hand and gave up:\n"
               "https://api.plivo.com/v1/Account/%1/Call/%2/\n\n"
               "The last line of our log was cut off: %3\n\n"
               "The worst one is %4, please start there.\n\n"
               "Thank you,\n%5\n"_s.arg(Account::practice().authId.toString(), id(14), id(5).chopped(1), id(0),
                                        QString::fromUtf16(Customers.at(m_ticket % Customers.size()).person));
    }

    quint32 m_ticket;
};

} // namespace

QString PracticeWorld::sampleTicket(int nth)
{
    return TicketText(quint32(qMax(0, nth))).whole();
}

} // namespace hangup
