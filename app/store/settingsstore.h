// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/account.h"
#include "domain/settings.h"
#include "store/settingsfile.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace hangup {

/// What was read, and what of it was not understood: names of keys, for a sentence to the user. Values that are not
/// understood are replaced by the default.
template <typename T>
struct ReadFromFile
{
    T value;
    QStringList notUnderstood; ///< "deadlines/silence"
};

/// The section "settings".
ReadFromFile<Settings> readSettings(const SettingsFile &file);
void writeSettings(SettingsFile &file, const Settings &settings);

/// A stored account and where its token is.
struct AccountRecord
{
    Account account;
    QString tokenEntry; ///< name of the entry in the keychain; empty: kept for the session, or never saved
};

/// The sections "accounts" (the order) and "account-<key>", one an account. An account that can't be understood (no
/// auth ID, a bad address) is left out and named; its section stays in the file.
ReadFromFile<QList<AccountRecord>> readAccounts(const SettingsFile &file);
/// Writes those; sections of accounts that are gone go.
void writeAccounts(SettingsFile &file, const QList<AccountRecord> &records);

/// The key of the account used last, or empty.
QString readLastAccount(const SettingsFile &file);
void writeLastAccount(SettingsFile &file, const QString &key);

/// How the window looks: named states (column widths, splitters …) in the section "layout", in base64.
QByteArray readLayout(const SettingsFile &file, const QString &key);
/// An empty @p state takes the key out. False, and nothing changed, for a key or a state that SettingsFile refuses.
bool writeLayout(SettingsFile &file, const QString &key, const QByteArray &state);

} // namespace hangup
