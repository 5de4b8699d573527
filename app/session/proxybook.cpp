// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "session/proxybook.h"

#include "domain/accountwords.h"
#include "domain/wipe.h"
#include "domain/words.h"
#include "session/leftovers.h"

#include <algorithm>

namespace hangup {

using namespace Qt::StringLiterals;

namespace {

const QString Section = u"proxies"_s;
constexpr int MostProxies = 16;

/// With the proxy and the user it was entered for, so that an edited hangup.ini can't send it to another.
SecretBytes seal(const ProxyLogin &login)
{
    const QByteArray head = "hangup-proxy-1\n" + login.proxy.toString().toUtf8() + '\n' + login.user.toUtf8() + '\n';
    QByteArray sealed;
    sealed.reserve(head.size() + login.password.view().size()); // growing would leave a copy behind
    sealed += head;
    sealed.append(login.password.view());
    const SecretBytes secret(sealed);
    wipe(sealed);
    return secret;
}

std::optional<SecretBytes> unseal(const SecretBytes &sealed, const ProxyAddress &proxy, const QString &user)
{
    const QByteArray head = "hangup-proxy-1\n" + proxy.toString().toUtf8() + '\n' + user.toUtf8() + '\n';
    if (!sealed.view().startsWith(head))
        return std::nullopt;
    return SecretBytes(sealed.view().sliced(head.size()));
}

} // namespace

ProxyBook::ProxyBook(Places places, std::shared_ptr<ProxyLogins> logins, QObject *parent)
    : QObject(parent), m_places(std::move(places)), m_logins(std::move(logins))
{
}

QList<ProxyBook::Kept> ProxyBook::kept() const
{
    const SettingsFile::Section section = m_places.file->section(Section);
    QList<Kept> all;
    for (int n = 1; n <= MostProxies; ++n) {
        const QString prefix = QString::number(n) + u'.';
        bool isPort = false;
        const ushort port = section.value(prefix + "port"_L1).toUShort(&isPort);
        const Kept one { { section.value(prefix + "host"_L1), port },
                         section.value(prefix + "user"_L1),
                         section.value(prefix + "entry"_L1) };
        if (isPort && !one.proxy.isNull() && !one.entry.isEmpty())
            all.append(one);
    }
    return all;
}

void ProxyBook::write(const QList<Kept> &all)
{
    SettingsFile::Section section;
    for (qsizetype i = 0; i < all.size(); ++i) {
        const QString prefix = QString::number(i + 1) + u'.';
        section.insert(prefix + "host"_L1, all.at(i).proxy.host);
        section.insert(prefix + "port"_L1, QString::number(all.at(i).proxy.port));
        section.insert(prefix + "user"_L1, all.at(i).user);
        section.insert(prefix + "entry"_L1, all.at(i).entry);
    }
    m_places.file->setSection(Section, section);
}

bool ProxyBook::names(const QString &entry) const
{
    const QList<Kept> all = kept();
    return std::any_of(all.cbegin(), all.cend(), [&entry](const Kept &one) { return one.entry == entry; });
}

void ProxyBook::load()
{
    if (m_asked || !m_places.mayUseKeychain())
        return;
    m_asked = true;
    for (const Kept &one : kept()) {
        SecretJob *job = m_places.secrets->read(one.entry);
        connect(job, &SecretJob::finished, this, [this, one](const SecretAnswer &answer) {
            const auto password = answer.problem ? std::nullopt : unseal(answer.value, one.proxy, one.user);
            // One that was entered meanwhile is newer.
            if (!password || m_logins->find(one.proxy))
                return;
            m_places.learnSecret(*password);
            m_logins->set({ one.proxy, one.user, *password });
        });
    }
}

void ProxyBook::set(const ProxyLogin &login, TokenPlace place)
{
    m_places.learnSecret(login.password);
    m_logins->set(login);
    giveUpStoring(login.proxy);
    if (!m_places.mayUseKeychain())
        return; // what is kept there stays, unused
    if (place == TokenPlace::Keychain)
        store(login);
    else
        replace(login.proxy, std::nullopt);
}

void ProxyBook::store(const ProxyLogin &login)
{
    const QString entry = newSecretEntry(tr("proxy %1").arg(login.proxy.toString()));
    m_storing.append({ login, entry, {} });
    m_places.leftovers->announce(entry,
                                 [this, entry](const std::optional<FileError> &error) { entryNamed(entry, error); });
}

void ProxyBook::entryNamed(const QString &entry, const std::optional<FileError> &error)
{
    if (error) {
        // The keychain was asked for nothing, so there is nothing that it must remove.
        m_places.leftovers->forget(entry);
        m_places.leftovers->settle(entry);
        if (const std::optional<Storing> failed = takeStoring(entry))
            tellNotKept(failed->login.proxy, words::fileError(*error));
        return;
    }
    const auto waits
        = std::find_if(m_storing.begin(), m_storing.end(), [&entry](const Storing &one) { return one.entry == entry; });
    if (waits == m_storing.end())
        return; // given up
    SecretJob *job = m_places.secrets->write(entry, seal(waits->login));
    waits->job = job;
    connect(job, &SecretJob::finished, this,
            [this, entry](const SecretAnswer &answer) { loginWritten(entry, answer); });
}

void ProxyBook::loginWritten(const QString &entry, const SecretAnswer &answer)
{
    const std::optional<Storing> stored = takeStoring(entry);
    if (answer.problem || !stored) {
        m_places.leftovers->remove(entry);
        if (stored)
            tellNotKept(stored->login.proxy, words::secretProblem(*answer.problem));
        return;
    }
    m_places.leftovers->forget(entry);
    replace(stored->login.proxy, Kept { stored->login.proxy, stored->login.user, entry });
}

std::optional<ProxyBook::Storing> ProxyBook::takeStoring(const QString &entry)
{
    for (qsizetype i = 0; i < m_storing.size(); ++i) {
        if (m_storing.at(i).entry == entry)
            return m_storing.takeAt(i);
    }
    return std::nullopt;
}

void ProxyBook::giveUpStoring(const ProxyAddress &proxy)
{
    for (qsizetype i = m_storing.size() - 1; i >= 0; --i) {
        if (m_storing.at(i).login.proxy != proxy)
            continue;
        // Out of the list first: what is cancelled answers from within, and is told to nobody.
        const Storing older = m_storing.takeAt(i);
        if (older.job) {
            older.job->cancel();
        } else {
            m_places.leftovers->forget(older.entry);
            m_places.saveFile({});
            m_places.leftovers->settle(older.entry);
        }
    }
}

void ProxyBook::tellNotKept(const ProxyAddress &proxy, const QString &why)
{
    m_places.note(tr("The login for the proxy %1 is kept for this session only: %2").arg(proxy.toString(), why));
}

void ProxyBook::replace(const ProxyAddress &proxy, const std::optional<Kept> &added)
{
    QList<Kept> all = kept();
    QStringList gone;
    const auto drop = [&all, &gone](qsizetype index) { gone.append(all.takeAt(index).entry); };
    for (qsizetype i = all.size() - 1; i >= 0; --i) {
        if (all.at(i).proxy == proxy)
            drop(i);
    }
    if (added)
        all.prepend(*added);
    while (all.size() > MostProxies)
        drop(all.size() - 1);
    if (!added && gone.isEmpty())
        return;
    write(all);
    for (const QString &entry : std::as_const(gone))
        m_places.leftovers->add(entry);
    // The old ones go when the file no longer names them.
    m_places.saveFile([this, gone, kept = added ? added->entry : QString()](const std::optional<FileError> &error) {
        if (error) {
            // Not settled: on disk the entry is still one that is to go, until a later save names it.
            m_places.note(words::fileError(*error));
            return;
        }
        m_places.leftovers->settle(kept);
        for (const QString &entry : gone)
            m_places.leftovers->remove(entry);
    });
}

} // namespace hangup
