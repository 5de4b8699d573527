// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/account.h"
#include "domain/protectednumbers.h"
#include "domain/settings.h"

#include <QByteArrayView>
#include <QList>
#include <QString>

#include <optional>
#include <variant>

namespace hangup {

/// Why a policy can't be relied on. Words: words::policyTrouble().
struct PolicyTrouble
{
    enum class Kind : quint8 {
        Unreadable, ///< it is there, and can't be read
        NotAFile,
        TooLarge, ///< over Policy::MaxBytes
        NotOwnedByRoot,
        WritableByOthers, ///< than its owner
        FolderNotOwnedByRoot, ///< whoever owns the folder could take the file away
        FolderWritableByOthers,
        NotText, ///< not UTF-8, or a NUL
        NoSection, ///< no [policy]: cut off, or another file
        UnknownSection,
        NotALine, ///< neither key=value, nor a section, nor a comment
        Twice, ///< a section or key
        UnknownKey,
        NotYesOrNo,
        NotAWholeNumber,
        OutOfRange, ///< see least and most
        NotAnAddress, ///< of an API: HOST[:PORT], or as it is entered for an account
        NotANumberPattern, ///< of ProtectedNumbers
        TooMany, ///< addresses or numbers
        Empty, ///< a list without an entry
        WrongType, ///< in a registry or a property list
    };
    Kind kind = Kind::Unreadable;
    QString place {}; ///< the file, or the registry's key
    int line = 0; ///< from 1; 0: no line to name
    QString name {}; ///< the key, or what stands where one should; at most MaxName characters
    int least = 0;
    int most = 0;

    static constexpr qsizetype MaxName = 60;
    friend bool operator==(const PolicyTrouble &, const PolicyTrouble &) = default;
};

/// Why the policy keeps an account from being used. Words: words::policyObjection().
enum class PolicyObjection : quint8 {
    Broken, ///< the policy can't be understood, so nobody knows what it allows
    PracticeOnly,
    OtherHost, ///< not one of Policy::allowedHosts
};

/// A key of the policy and its value as text.
struct PolicyEntry
{
    QString key;
    QString value;
    int line = 0; ///< 0: of no file with lines
};

/// What an organisation has set for its desks; it wins over what the user sets. A value, always valid: what can't be
/// understood whole is a PolicyTrouble, never half a policy. Without any rule it is the policy of who has none.
struct Policy
{
    static constexpr SettingRange LargestBatch { 1, 100'000, 100'000 };
    static constexpr qsizetype MaxBytes = qsizetype(64) * 1024;
    static constexpr qsizetype MaxHosts = 100;

    QList<ApiAddress> allowedHosts {}; ///< real accounts are used at these alone; empty: anywhere
    bool ticketRequired = false; ///< nothing is ended without a ticket and a reason
    std::optional<int> largestBatch {}; ///< calls of one confirmation
    std::optional<int> sharePercent {}; ///< of the account's limit; `hangup-cli --window` may take less, never more
    ProtectedNumbers protectedNumbers {}; ///< beside the user's
    bool sessionOnlyTokens = false; ///< no token or password into the keychain, none out of it
    bool exportOff = false; ///< no list, log, history or receipt leaves the program
    bool practiceOnly = false; ///< no real account is used

    /// The text of policy.ini: [policy] and below it key=value, comments from # or ; on lines of their own. Nothing
    /// else, and each key once. PolicyTrouble::place is empty.
    static std::variant<Policy, PolicyTrouble> parse(QByteArrayView text);
    /// The same of what was read elsewhere.
    static std::variant<Policy, PolicyTrouble> parse(const QList<PolicyEntry> &entries);

    /// @p own with what the policy sets put over it.
    Settings over(const Settings &own) const;
    /// What of @p chosen is the user's: what the policy sets stays as it is in @p own.
    Settings ownPart(const Settings &chosen, const Settings &own) const;
    /// Nothing where the account may be used. The practice accounts always may.
    std::optional<PolicyObjection> objection(const Account &account) const;
    /// Requests in any 5 s that the share allows; nothing: as the user sets it.
    std::optional<int> windowRequests() const;
    friend bool operator==(const Policy &, const Policy &) = default;
};

using PolicyRead = std::variant<Policy, PolicyTrouble>;

} // namespace hangup
