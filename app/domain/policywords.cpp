// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/policywords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace hangup::words {

namespace {

QString policyText(const char *source)
{
    return QCoreApplication::translate("hangup", source);
}

/// Why, without the place.
QString why(const PolicyTrouble &trouble)
{
    using Kind = PolicyTrouble::Kind;
    switch (trouble.kind) {
    case Kind::Unreadable:
        return policyText(QT_TRANSLATE_NOOP("hangup", "it can't be read."));
    case Kind::NotAFile:
        return policyText(QT_TRANSLATE_NOOP("hangup", "it is not a file."));
    case Kind::TooLarge:
        return policyText(QT_TRANSLATE_NOOP("hangup", "it is too large: at most %1 KiB.")).arg(Policy::MaxBytes / 1024);
    case Kind::NotOwnedByRoot:
        return policyText(QT_TRANSLATE_NOOP("hangup", "it must belong to root."));
    case Kind::WritableByOthers:
        return policyText(QT_TRANSLATE_NOOP("hangup", "others than root can write to it."));
    case Kind::FolderNotOwnedByRoot:
        return policyText(QT_TRANSLATE_NOOP("hangup", "its folder must belong to root."));
    case Kind::FolderWritableByOthers:
        return policyText(QT_TRANSLATE_NOOP("hangup", "others than root can write to its folder."));
    case Kind::NotText:
        return policyText(QT_TRANSLATE_NOOP("hangup", "it is no text in UTF-8."));
    case Kind::NoSection:
        return policyText(QT_TRANSLATE_NOOP("hangup", "it has to begin with [policy]."));
    case Kind::UnknownSection:
        return policyText(QT_TRANSLATE_NOOP("hangup", "there is no section %1, only [policy].")).arg(trouble.name);
    case Kind::NotALine:
        return policyText(QT_TRANSLATE_NOOP("hangup", "“%1” is not of the form key=value.")).arg(trouble.name);
    case Kind::Twice:
        return policyText(QT_TRANSLATE_NOOP("hangup", "%1 stands there twice.")).arg(trouble.name);
    case Kind::UnknownKey:
        return policyText(QT_TRANSLATE_NOOP("hangup", "there is no key %1.")).arg(trouble.name);
    case Kind::NotYesOrNo:
        return policyText(QT_TRANSLATE_NOOP("hangup", "%1 must be yes or no.")).arg(trouble.name);
    case Kind::NotAWholeNumber:
        return policyText(QT_TRANSLATE_NOOP("hangup", "%1 must be a whole number.")).arg(trouble.name);
    case Kind::OutOfRange:
        return policyText(QT_TRANSLATE_NOOP("hangup", "%1 must be a whole number from %2 to %3."))
            .arg(trouble.name)
            .arg(trouble.least)
            .arg(trouble.most);
    case Kind::NotAnAddress:
        return policyText(QT_TRANSLATE_NOOP("hangup",
                                            "%1 has an entry that is no address: each must be HOST or HOST:PORT, "
                                            "without a path and without wildcards."))
            .arg(trouble.name);
    case Kind::NotANumberPattern:
        return policyText(QT_TRANSLATE_NOOP("hangup", "%1 has an entry that can't be a number.")).arg(trouble.name);
    case Kind::TooMany:
        return policyText(QT_TRANSLATE_NOOP("hangup", "%1 has too many entries.")).arg(trouble.name);
    case Kind::Empty:
        return policyText(QT_TRANSLATE_NOOP("hangup", "%1 has no entry.")).arg(trouble.name);
    case Kind::WrongType:
        return policyText(QT_TRANSLATE_NOOP("hangup", "the value of %1 is of the wrong type.")).arg(trouble.name);
    }
    return {};
}

/// The first few, and how many more.
QString listed(const QStringList &all)
{
    constexpr qsizetype Shown = 5;
    if (all.size() <= Shown)
        return all.join(u", "_s);
    return policyText(QT_TRANSLATE_NOOP("hangup", "%1 and %2 more"))
        .arg(all.first(Shown).join(u", "_s))
        .arg(all.size() - Shown);
}

} // namespace

QString policyTrouble(const PolicyTrouble &trouble)
{
    if (trouble.line == 0)
        return policyText(QT_TRANSLATE_NOOP("hangup", "%1: %2")).arg(trouble.place, why(trouble));
    return policyText(QT_TRANSLATE_NOOP("hangup", "%1, line %2: %3"))
        .arg(trouble.place)
        .arg(trouble.line)
        .arg(why(trouble));
}

QString policyBroken(const PolicyTrouble &trouble)
{
    return policyText(QT_TRANSLATE_NOOP("hangup",
                                        "Your organisation's policy can't be understood, so no real account can be "
                                        "used and no call ended until it is mended."))
        + u' ' + policyTrouble(trouble);
}

QString policyObjection(PolicyObjection objection)
{
    switch (objection) {
    case PolicyObjection::Broken:
        return policyText(QT_TRANSLATE_NOOP("hangup",
                                            "Your organisation's policy can't be understood; until it is mended no "
                                            "real account can be used."));
    case PolicyObjection::PracticeOnly:
        return policyText(QT_TRANSLATE_NOOP("hangup", "Your organisation allows the practice accounts alone."));
    case PolicyObjection::OtherHost:
        return policyText(QT_TRANSLATE_NOOP("hangup", "Your organisation does not allow this API address."));
    }
    return {};
}

QString setByOrganisation()
{
    return policyText(QT_TRANSLATE_NOOP("hangup", "Set by your organisation."));
}

QStringList policyRules(const Policy &policy)
{
    QStringList rules;
    if (policy.practiceOnly)
        rules += policyObjection(PolicyObjection::PracticeOnly);
    if (!policy.allowedHosts.isEmpty()) {
        QStringList hosts;
        for (const ApiAddress &address : policy.allowedHosts)
            hosts += address.hostAndPort();
        rules += policyText(QT_TRANSLATE_NOOP("hangup", "Accounts at these addresses alone: %1.")).arg(listed(hosts));
    }
    if (policy.largestBatch)
        rules += policyText(QT_TRANSLATE_NOOP("hangup", "At most %1 calls at once.")).arg(*policy.largestBatch);
    if (policy.sessionOnlyTokens)
        rules += sessionOnly();
    if (policy.exportOff)
        rules += exportOff();
    return rules;
}

QString protectedByOrganisation(const ProtectedNumbers &numbers)
{
    return policyText(QT_TRANSLATE_NOOP("hangup", "Set by your organisation, beside yours: %1."))
        .arg(listed(numbers.patterns()));
}

QString batchTooLarge(int calls, int largest)
{
    return policyText(QT_TRANSLATE_NOOP("hangup",
                                        "These are %1 calls; your organisation allows at most %2 at once. Nothing was "
                                        "sent."))
        .arg(calls)
        .arg(largest);
}

QString exportOff()
{
    return policyText(QT_TRANSLATE_NOOP("hangup", "Your organisation does not allow exports."));
}

QString sessionOnly()
{
    return policyText(QT_TRANSLATE_NOOP("hangup",
                                        "Your organisation allows no token in the keychain: it is kept for one session "
                                        "only."));
}

} // namespace hangup::words
