// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/proxylogin.h"
#include "domain/secretproblem.h"
#include "domain/textfile.h"
#include "plivo/proxylogins.h"
#include "store/secretstore.h"
#include "store/settingsfile.h"

#include <QList>
#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <optional>

namespace hangup {

class Leftovers;

/// Keeps the logins of proxies as tokens are kept: in the keychain or for the session, never in a file. hangup.ini
/// holds the proxy's address, the user's name and the entry's name (section "proxies").
class ProxyBook : public QObject
{
    Q_OBJECT
public:
    struct Places
    {
        SettingsFile *file;
        std::function<void(std::function<void(std::optional<FileError>)>)> saveFile;
        SecretStore *secrets;
        Leftovers *leftovers;
        std::function<void(const SecretBytes &)> learnSecret; ///< must stand in no message
        std::function<void(const QString &sentence)> note; ///< a line in the log
        std::function<bool()> mayUseKeychain; ///< the organisation's word
    };
    /// All of @p places outlives this.
    ProxyBook(Places places, std::shared_ptr<ProxyLogins> logins, QObject *parent);

    /// Asks the keychain for the logins that are kept there, once. Before an account's token is asked for: the keychain
    /// answers in that order, so no request leaves before.
    void load();
    /// hangup.ini names it.
    bool names(const QString &entry) const;
    /// In force at once; written to @p place behind that, a problem is told in the log. For the session: what was kept
    /// of that proxy goes. An earlier one of the same proxy that is still being written is given up.
    void set(const ProxyLogin &login, TokenPlace place);

private:
    struct Kept
    {
        ProxyAddress proxy;
        QString user;
        QString entry;
    };
    /// A login on its way into the keychain.
    struct Storing
    {
        ProxyLogin login;
        QString entry;
        QPointer<SecretJob> job; ///< none yet while the entry's name is on its way to disk
    };
    QList<Kept> kept() const;
    void write(const QList<Kept> &all);
    /// The entry's name goes to disk (leftovers), then the login into the keychain, then the proxy's section to disk: a
    /// crash in between leaves no entry that nobody knows of.
    void store(const ProxyLogin &login);
    void entryNamed(const QString &entry, const std::optional<FileError> &error);
    void loginWritten(const QString &entry, const SecretAnswer &answer);
    std::optional<Storing> takeStoring(const QString &entry);
    void giveUpStoring(const ProxyAddress &proxy);
    void tellNotKept(const ProxyAddress &proxy, const QString &why);
    /// Keeps @p added (or nothing) in the place of what is kept of that proxy.
    void replace(const ProxyAddress &proxy, const std::optional<Kept> &added);

    Places m_places;
    std::shared_ptr<ProxyLogins> m_logins;
    QList<Storing> m_storing; ///< here, so that no password goes through the file thread
    bool m_asked = false;
};

} // namespace hangup
