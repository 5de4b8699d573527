// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/scankey.h"

#include <algorithm>
#include <array>
#include <string_view>

using namespace std::string_view_literals;

namespace hangup::scan {

namespace {

/// Things with ids that are not calls: Plivo's own, and what stands in tickets and logs. Sorted.
constexpr std::array Nouns {
    "account"sv,        "agent"sv,         "alert"sv,       "api"sv,       "app"sv,          "application"sv,
    "audiostream"sv,    "auth"sv,          "authaccount"sv, "batch"sv,     "brand"sv,        "campaign"sv,
    "case"sv,           "client"sv,        "conference"sv,  "contact"sv,   "correlation"sv,  "customer"sv,
    "device"sv,         "email"sv,         "endpoint"sv,    "event"sv,     "friendlyname"sv, "http"sv,
    "httprequest"sv,    "incident"sv,      "instance"sv,    "invoice"sv,   "job"sv,          "mail"sv,
    "media"sv,          "member"sv,        "message"sv,     "mpc"sv,       "msg"sv,          "multiparty"sv,
    "multipartycall"sv, "node"sv,          "number"sv,      "order"sv,     "organisation"sv, "organization"sv,
    "participant"sv,    "phlo"sv,          "phonenumber"sv, "powerpack"sv, "profile"sv,      "record"sv,
    "recording"sv,      "run"sv,           "session"sv,     "span"sv,      "stream"sv,       "subaccount"sv,
    "subaccountauth"sv, "subscription"sv,  "task"sv,        "tenant"sv,    "ticket"sv,       "trace"sv,
    "transaction"sv,    "transcription"sv, "trunk"sv,       "user"sv,      "verification"sv, "zentrunk"sv,
};
static_assert(std::is_sorted(Nouns.begin(), Nouns.end()));

/// With a colon or an equals sign these name an id even without "id" behind them. "message" is not among them: it
/// stands before whole sentences in logs.
constexpr std::array NamingNouns { "conference"sv, "mpc"sv, "multipartycall"sv, "recording"sv };

/// "stuck_uuid", "leg_id": words that leave an id a call's.
constexpr std::array CallWords { "active"sv, "current"sv, "dead"sv,  "hangup"sv, "hung"sv,     "inbound"sv,
                                 "leg"sv,    "live"sv,    "old"sv,   "open"sv,   "outbound"sv, "phone"sv,
                                 "plivo"sv,  "queued"sv,  "stuck"sv, "target"sv, "the"sv,      "voice"sv };

template <std::size_t N>
bool isIn(const std::array<std::string_view, N> &words, std::string_view word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool isLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// Letters and digits in lower case; empty when there is something else than ASCII, or too much.
class Folded
{
public:
    explicit Folded(QStringView written)
    {
        for (const QChar c : written) {
            if (c.unicode() >= 0x80 || m_size == m_units.size()) {
                m_size = 0;
                return;
            }
            if (isLetter(c))
                m_units[m_size++] = static_cast<char>(c.unicode() | 0x20);
            else if (isDigit(c))
                m_units[m_size++] = static_cast<char>(c.unicode());
        }
    }
    std::string_view view() const { return { m_units.data(), m_size }; }

private:
    std::array<char, 48> m_units {};
    std::size_t m_size = 0;
};

bool dropEnd(std::string_view &word, std::string_view end)
{
    if (!word.ends_with(end))
        return false;
    word.remove_suffix(end.size());
    return true;
}

bool dropIdEnd(std::string_view &word)
{
    return dropEnd(word, "uuid") || dropEnd(word, "guid") || dropEnd(word, "sid") || dropEnd(word, "id");
}

/// Legs and requests: "parent_call_uuid", "DialBLegUUID", "request_uuid". @p base: the key without its "uuid" or "id".
Meaning legMeaning(std::string_view word, std::string_view base)
{
    if (word.ends_with("requestuuid"))
        return Meaning::Request;
    dropEnd(base, "call");
    if (base.ends_with("parent") || base.ends_with("parentleg"))
        return Meaning::ParentLeg;
    if (base.ends_with("aleg"))
        return Meaning::ALeg;
    return base.ends_with("bleg") ? Meaning::BLeg : Meaning::Unknown;
}

/// Meaning of a key that ends in "id" or the like.
Meaning idMeaning(std::string_view word, std::string_view base)
{
    if (const Meaning leg = legMeaning(word, base); leg != Meaning::Unknown)
        return leg;
    if (base.empty() || isIn(CallWords, base))
        return Meaning::Call;
    if (std::binary_search(Nouns.begin(), Nouns.end(), base))
        return Meaning::Other;
    if (base.ends_with("multipartycall") || base.ends_with("conferencecall") || base.ends_with("sipcall"))
        return Meaning::Other;
    return base.ends_with("call") ? Meaning::Call : Meaning::Unknown;
}

/// "trace_id", "orderId", "SessionUUID", but not "valid" or "paid".
bool isDelimitedId(QStringView written)
{
    if (written.endsWith(u's', Qt::CaseInsensitive))
        written.chop(1);
    if (written.size() > 4
        && (written.endsWith(u"uuid", Qt::CaseInsensitive) || written.endsWith(u"guid", Qt::CaseInsensitive)))
        return true;
    if (written.size() < 4 || !written.endsWith(u"id", Qt::CaseInsensitive))
        return false;
    const QChar before = written[written.size() - 3];
    if (!isLetter(before) && !isDigit(before))
        return true;
    return written[written.size() - 2] == u'I' && !before.isUpper();
}

Meaning plainMeaning(std::string_view word, KeyPlace place)
{
    if (word == "call" || word == "livecall" || word == "queuedcall")
        return Meaning::Call;
    if (place == KeyPlace::Path) {
        if (word == "request")
            return Meaning::Request;
        return std::binary_search(Nouns.begin(), Nouns.end(), word) ? Meaning::Other : Meaning::Unknown;
    }
    return place == KeyPlace::Named && isIn(NamingNouns, word) ? Meaning::Other : Meaning::Unknown;
}

Meaning meaningOf(std::string_view word, QStringView written, KeyPlace place)
{
    std::string_view base = word;
    if (dropIdEnd(base)) {
        if (const Meaning meaning = idMeaning(word, base); meaning != Meaning::Unknown)
            return meaning;
    } else if (const Meaning meaning = plainMeaning(word, place); meaning != Meaning::Unknown) {
        return meaning;
    }
    const bool oneWord = !written.contains(u' ') && !written.contains(u'\t');
    return oneWord && isDelimitedId(written) ? Meaning::Other : Meaning::Unknown;
}

} // namespace

Key readKey(QStringView written, KeyPlace place)
{
    const Folded folded(written);
    std::string_view word = folded.view();
    if (word.empty())
        return {};
    Key key;
    if (word.size() > 3 && word.ends_with('s')) {
        key.plural = true;
        word.remove_suffix(1);
    } else if (word == "ids") {
        key.plural = true;
        word = "id";
    }
    for (const std::string_view brand : { "xplivo"sv, "xph"sv, "plivo"sv }) {
        if (word.size() > brand.size() && word.starts_with(brand)) {
            word.remove_prefix(brand.size());
            break;
        }
    }
    key.meaning = meaningOf(word, written, place);
    if (key.meaning == Meaning::Other)
        key.text = written.toString();
    return key;
}

IdMark markOf(Meaning meaning)
{
    switch (meaning) {
    case Meaning::Request:
        return IdMark::Request;
    case Meaning::ParentLeg:
        return IdMark::ParentLeg;
    case Meaning::ALeg:
        return IdMark::ALeg;
    case Meaning::BLeg:
        return IdMark::BLeg;
    case Meaning::Unknown:
    case Meaning::Call:
    case Meaning::Other:
        break;
    }
    return IdMark::None;
}

} // namespace hangup::scan
