// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/policy.h"

#include "domain/textfile.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

using Kind = PolicyTrouble::Kind;

PolicyTrouble trouble(Kind kind, int line, const QString &name)
{
    return { .kind = kind, .line = line, .name = name.left(PolicyTrouble::MaxName) };
}

std::optional<Kind> readYes(const QString &value, bool *yes)
{
    // A registry has numbers for it.
    if (value != "yes"_L1 && value != "no"_L1 && value != "1"_L1 && value != "0"_L1)
        return Kind::NotYesOrNo;
    *yes = value == "yes"_L1 || value == "1"_L1;
    return {};
}

std::optional<Kind> readNumber(const QString &value, const SettingRange &range, std::optional<int> *number)
{
    // Digits alone: toInt() takes signs and blanks.
    const bool digits = !value.isEmpty()
        && std::all_of(value.cbegin(), value.cend(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (!digits)
        return Kind::NotAWholeNumber;
    bool fits = false;
    const int read = value.toInt(&fits);
    if (!fits || !range.contains(read))
        return Kind::OutOfRange;
    *number = read;
    return {};
}

std::optional<Kind> readHosts(const QString &value, QList<ApiAddress> *hosts)
{
    QString all = value;
    for (const QString &entry : all.replace(u';', u',').split(u',')) {
        const QString host = entry.trimmed();
        if (host.isEmpty())
            continue;
        const auto address = ApiAddress::parse(host.contains("://"_L1) ? host : "https://"_L1 + host);
        // No patterns: a policy that was meant to allow more must not allow nothing in silence.
        if (host.contains(u'*') || !std::holds_alternative<ApiAddress>(address))
            return Kind::NotAnAddress;
        if (hosts->size() == Policy::MaxHosts)
            return Kind::TooMany;
        hosts->append(std::get<ApiAddress>(address));
    }
    return hosts->isEmpty() ? std::optional(Kind::Empty) : std::nullopt;
}

std::optional<Kind> readNumbers(const QString &value, ProtectedNumbers *numbers)
{
    const ProtectedNumbers::Read read = ProtectedNumbers::parse(value);
    if (!read.refused.isEmpty())
        return read.refused.constFirst().problem == ProtectedNumbers::Problem::TooMany ? Kind::TooMany
                                                                                       : Kind::NotANumberPattern;
    *numbers = read.numbers;
    return numbers->isEmpty() ? std::optional(Kind::Empty) : std::nullopt;
}

std::optional<PolicyTrouble> read(const PolicyEntry &entry, Policy *policy)
{
    std::optional<Kind> wrong;
    SettingRange range {};
    if (entry.key == "allowed-hosts"_L1)
        wrong = readHosts(entry.value, &policy->allowedHosts);
    else if (entry.key == "ticket-required"_L1)
        wrong = readYes(entry.value, &policy->ticketRequired);
    else if (entry.key == "largest-batch"_L1)
        wrong = readNumber(entry.value, range = Policy::LargestBatch, &policy->largestBatch);
    else if (entry.key == "share-percent"_L1)
        wrong = readNumber(entry.value, range = Settings::SharePercent, &policy->sharePercent);
    else if (entry.key == "protected-numbers"_L1)
        wrong = readNumbers(entry.value, &policy->protectedNumbers);
    else if (entry.key == "session-only-tokens"_L1)
        wrong = readYes(entry.value, &policy->sessionOnlyTokens);
    else if (entry.key == "export-off"_L1)
        wrong = readYes(entry.value, &policy->exportOff);
    else if (entry.key == "practice-only"_L1)
        wrong = readYes(entry.value, &policy->practiceOnly);
    else
        wrong = Kind::UnknownKey;
    if (!wrong)
        return {};
    PolicyTrouble found = trouble(*wrong, entry.line, entry.key);
    found.least = range.least;
    found.most = range.most;
    return found;
}

/// The lines of the text as entries.
std::variant<QList<PolicyEntry>, PolicyTrouble> entriesOf(const QString &text)
{
    QList<PolicyEntry> entries;
    bool inSection = false;
    int number = 0;
    for (const QString &raw : text.split(u'\n')) {
        ++number;
        const QString line = raw.trimmed();
        if (line.isEmpty() || line.startsWith(u'#') || line.startsWith(u';'))
            continue;
        if (line.startsWith(u'[')) {
            if (line != "[policy]"_L1)
                return trouble(Kind::UnknownSection, number, line);
            if (inSection)
                return trouble(Kind::Twice, number, line);
            inSection = true;
            continue;
        }
        const qsizetype equals = line.indexOf(u'=');
        if (equals < 1)
            return trouble(Kind::NotALine, number, line);
        if (!inSection)
            return trouble(Kind::NoSection, number, line.left(equals).trimmed());
        entries.append({ line.left(equals).trimmed(), line.mid(equals + 1).trimmed(), number });
    }
    if (!inSection)
        return trouble(Kind::NoSection, 0, {});
    return entries;
}

} // namespace

std::variant<Policy, PolicyTrouble> Policy::parse(QByteArrayView text)
{
    if (text.size() > MaxBytes)
        return trouble(Kind::TooLarge, 0, {});
    // UTF-16, which decodeText() would read too.
    const bool isUtf16 = text.startsWith("\xff\xfe") || text.startsWith("\xfe\xff");
    const auto decoded = decodeText(text, {});
    if (isUtf16 || !std::holds_alternative<QString>(decoded))
        return trouble(Kind::NotText, 0, {});
    const auto entries = entriesOf(std::get<QString>(decoded));
    if (const auto *wrong = std::get_if<PolicyTrouble>(&entries))
        return *wrong;
    return parse(std::get<QList<PolicyEntry>>(entries));
}

std::variant<Policy, PolicyTrouble> Policy::parse(const QList<PolicyEntry> &entries)
{
    Policy policy;
    QSet<QString> seen;
    for (const PolicyEntry &entry : entries) {
        if (seen.contains(entry.key))
            return trouble(Kind::Twice, entry.line, entry.key);
        seen.insert(entry.key);
        if (const auto wrong = read(entry, &policy))
            return *wrong;
    }
    return policy;
}

Settings Policy::over(const Settings &own) const
{
    Settings settings = own;
    settings.sharePercent = sharePercent.value_or(own.sharePercent);
    settings.ticketRequired = ticketRequired || own.ticketRequired;
    settings.cutOff.protectedNumbers = protectedNumbers.with(own.cutOff.protectedNumbers);
    return settings;
}

Settings Policy::ownPart(const Settings &chosen, const Settings &own) const
{
    Settings settings = chosen;
    if (sharePercent)
        settings.sharePercent = own.sharePercent;
    if (ticketRequired)
        settings.ticketRequired = own.ticketRequired;
    // What both have stays the user's: it must not be lost with the policy.
    const ProtectedNumbers &before = own.cutOff.protectedNumbers;
    const ProtectedNumbers ofPolicyAlone = protectedNumbers.without(before);
    settings.cutOff.protectedNumbers = chosen.cutOff.protectedNumbers.without(ofPolicyAlone);
    return settings;
}

std::optional<PolicyObjection> Policy::objection(const Account &account) const
{
    if (account.isPractice())
        return {};
    if (practiceOnly)
        return PolicyObjection::PracticeOnly;
    const bool isAllowed = allowedHosts.isEmpty() || allowedHosts.contains(account.address);
    return isAllowed ? std::nullopt : std::optional(PolicyObjection::OtherHost);
}

std::optional<int> Policy::windowRequests() const
{
    if (!sharePercent)
        return {};
    Settings settings;
    settings.sharePercent = *sharePercent;
    return settings.windowRequests();
}

} // namespace hangup
