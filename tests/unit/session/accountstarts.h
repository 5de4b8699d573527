// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/accountwords.h"
#include "plivo/hangupengine.h"
#include "recordedkeychain.h"
#include "session/session.h"
#include "store/memorystore.h"
#include "store/settingsfile.h"
#include "support/fakeserver.h"
#include "support/patience.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace hangup::test {

using namespace Qt::StringLiterals;

inline constexpr auto Token = "kT0k3nOfTheFirstAccount0123456789abcdefg";
inline constexpr auto OtherToken = "kT0k3nOfAnotherEvening9876543210zyxwvut";
inline constexpr auto Id = "MAABCDEFGHIJKLMNOPQR"_L1;
inline constexpr auto Call = "defb0706-86a6-11e4-b303-498d468c930b"_L1;

inline ApiAddress addressOf(const QString &text)
{
    return std::get<ApiAddress>(ApiAddress::parse(text));
}

/// A session over a folder and a keychain that outlive it, as a program's starts do.
class Starts
{
public:
    Starts()
    {
        // Calls are ended without a look at them: the requests are counted.
        SettingsFile settings(file());
        settings.setSection(QStringLiteral("settings"),
                            { { QStringLiteral("check-again-up-to"), QStringLiteral("0") } });
        settings.save();
    }
    Session &start(const QString &with = {})
    {
        m_session.reset();
        Session::Options options;
        options.quickPractice = true;
        options.settingsFile = file();
        options.secrets = recorded;
        options.startWith = with;
        m_session = std::make_unique<Session>(std::move(options));
        return *m_session;
    }
    Session &session() { return *m_session; }
    void end() { m_session.reset(); }
    AccountBook &book() { return *m_session->book(); }
    QString file() const { return m_folder.filePath(u"config/hangup.ini"_s); }
    QByteArray written() const
    {
        QFile ini(file());
        return ini.open(QIODevice::ReadOnly) ? ini.readAll() : QByteArray();
    }
    Account account(TokenPlace place = TokenPlace::Keychain) const
    {
        return Account::stored(u"Customer A"_s, 0x1f5fbf, *AuthId::parse(QString(Id)), addressOf(server.address()),
                               place);
    }
    /// A file in the place of hangup.ini's folder: nothing can be written there.
    bool breakDisk() const
    {
        const QString folder = QFileInfo(file()).absolutePath();
        QFile inTheWay(folder);
        return QDir(folder).removeRecursively() && inTheWay.open(QIODevice::WriteOnly);
    }
    bool mendDisk() const { return QFile::remove(QFileInfo(file()).absolutePath()); }
    /// Adds it, and waits until that is on disk.
    bool add(const Account &account, const char *token = Token)
    {
        QSignalSpy saved(&book(), &AccountBook::saved);
        return !book().save(account, AuthToken::parse(token)) && (saved.count() == 1 || saved.wait(5000));
    }

private:
    QTemporaryDir m_folder;

public:
    std::shared_ptr<MemoryStore> secrets = std::make_shared<MemoryStore>();
    std::shared_ptr<RecordedKeychain> recorded = std::make_shared<RecordedKeychain>(secrets, file());
    FakeServer server;

private:
    std::unique_ptr<Session> m_session;
};

inline SecretProblem secretProblem(const QSignalSpy &failed)
{
    return std::get<SecretProblem>(failed.first().first().value<AccountSaveProblem>());
}

} // namespace hangup::test
