// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "plivo/retryafter.h"

#include <QDateTime>
#include <QList>
#include <QTimeZone>

#include <algorithm>
#include <array>

namespace hangup {

using std::chrono::milliseconds;

namespace {

constexpr std::array Months { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
constexpr std::array Days { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };
constexpr std::array LongDays { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" };

/// From 1; 0 when @p name isn't one of them. Case-sensitive, as RFC 9110 says.
template <std::size_t N>
int indexOf(const std::array<const char *, N> &names, const QByteArray &name)
{
    const auto found = std::find_if(names.begin(), names.end(), [&](const char *n) { return name == n; });
    return found == names.end() ? 0 : static_cast<int>(found - names.begin()) + 1;
}

/// Exactly @p digits decimal digits; -1 otherwise. toInt() would take signs and blanks.
int number(const QByteArray &text, qsizetype digits)
{
    const bool allDigits = std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    return text.size() == digits && allDigits ? text.toInt() : -1;
}

/// "08:49:37"; 60 is a leap second and read as 59.
QTime timeOf(const QByteArray &text)
{
    const QList<QByteArray> parts = text.split(':');
    if (parts.size() != 3)
        return {};
    return { number(parts[0], 2), number(parts[1], 2), std::min(number(parts[2], 2), 59) };
}

struct WrittenDate
{
    int weekday = 0;
    QDate date;
    QTime time;
};

/// "Sun, 06 Nov 1994 08:49:37 GMT"
WrittenDate imfFixdate(const QList<QByteArray> &words)
{
    if (words.size() != 6 || !words[0].endsWith(',') || words[5] != "GMT")
        return {};
    return { indexOf(Days, words[0].chopped(1)),
             QDate(number(words[3], 4), indexOf(Months, words[2]), number(words[1], 2)), timeOf(words[4]) };
}

/// "Sunday, 06-Nov-94 08:49:37 GMT": a year that looks more than 50 years ahead is the last one with those digits.
WrittenDate rfc850(const QList<QByteArray> &words, int yearNow)
{
    if (words.size() != 4 || !words[0].endsWith(',') || words[3] != "GMT")
        return {};
    const QList<QByteArray> parts = words[1].split('-');
    if (parts.size() != 3)
        return {};
    const int digits = number(parts[2], 2);
    if (digits < 0)
        return {};
    int year = yearNow / 100 * 100 + digits;
    if (year > yearNow + 50)
        year -= 100;
    return { indexOf(LongDays, words[0].chopped(1)), QDate(year, indexOf(Months, parts[1]), number(parts[0], 2)),
             timeOf(words[2]) };
}

/// "Sun Nov  6 08:49:37 1994": a one-digit day has a second blank before it.
WrittenDate asctime(const QList<QByteArray> &words)
{
    const bool paddedDay = words.size() == 6 && words[2].isEmpty();
    if (words.size() != 5 && !paddedDay)
        return {};
    const int day = paddedDay ? number(words[3], 1) : number(words[2], 2);
    const qsizetype at = paddedDay ? 4 : 3;
    return { indexOf(Days, words[0]), QDate(number(words[at + 1], 4), indexOf(Months, words[1]), day),
             timeOf(words[at]) };
}

std::optional<qint64> httpDateMs(const QByteArray &value, qint64 nowUtcMs)
{
    const QList<QByteArray> words = value.split(' ');
    const int yearNow = QDateTime::fromMSecsSinceEpoch(nowUtcMs).toUTC().date().year();
    for (const WrittenDate &written : { imfFixdate(words), rfc850(words, yearNow), asctime(words) }) {
        if (written.date.isValid() && written.time.isValid() && written.weekday == written.date.dayOfWeek())
            return QDateTime(written.date, written.time, QTimeZone::utc()).toMSecsSinceEpoch();
    }
    return {};
}

} // namespace

std::optional<milliseconds> parseRetryAfter(const QByteArray &value, qint64 nowUtcMs)
{
    const QByteArray text = value.trimmed();
    if (text.isEmpty())
        return {};
    // Ten digits fit a qint64; what is longer is nonsense anyway.
    if (text.size() <= 10 && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; })) {
        const std::chrono::seconds seconds(text.toLongLong());
        return seconds <= MaxRetryAfter ? std::optional<milliseconds>(seconds) : std::nullopt;
    }
    const std::optional<qint64> at = httpDateMs(text, nowUtcMs);
    if (!at)
        return {};
    const milliseconds wait(std::max<qint64>(0, *at - nowUtcMs));
    return wait <= MaxRetryAfter ? std::optional<milliseconds>(wait) : std::nullopt;
}

} // namespace hangup
