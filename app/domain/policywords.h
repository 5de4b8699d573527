// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/policy.h"

#include <QString>
#include <QStringList>

namespace hangup::words {

/// Where and why: "/etc/hangup/policy.ini, line 4: …". Plain text; a part of it is foreign.
QString policyTrouble(const PolicyTrouble &trouble);
/// What follows from it, for an error that stays in sight.
QString policyBroken(const PolicyTrouble &trouble);
/// A sentence that ends with a full stop.
QString policyObjection(PolicyObjection objection);
/// "Set by your organisation", beside what the user can't change.
QString setByOrganisation();
/// What it sets beside the settings that the user has: a sentence each.
QStringList policyRules(const Policy &policy);
/// The first of them, and how many more.
QString protectedByOrganisation(const ProtectedNumbers &numbers);
/// The policy allows fewer calls at once.
QString batchTooLarge(int calls, int largest);
/// Nothing may leave the program.
QString exportOff();
/// The keychain is not to be used.
QString sessionOnly();

} // namespace hangup::words
