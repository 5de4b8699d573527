// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "store/settingsstore.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

using Section = SettingsFile::Section;

QString settingsSection()
{
    return u"settings"_s;
}

QString layoutSection()
{
    return u"layout"_s;
}

QString accountPrefix()
{
    return u"account-"_s;
}

struct ColourName
{
    ColourScheme scheme;
    QLatin1StringView name;
};
constexpr std::array ColourNames {
    ColourName { ColourScheme::System, "system"_L1 },
    ColourName { ColourScheme::Light, "light"_L1 },
    ColourName { ColourScheme::Dark, "dark"_L1 },
    ColourName { ColourScheme::ContrastLight, "contrast-light"_L1 },
    ColourName { ColourScheme::ContrastDark, "contrast-dark"_L1 },
};

/// Reads one section and remembers the keys whose values mean nothing.
class Reader
{
public:
    Reader(const SettingsFile &file, const QString &section) : m_name(section), m_section(file.section(section)) { }

    QString text(const QString &key) const { return m_section.value(key); }
    bool has(const QString &key) const { return m_section.contains(key); }
    void objectTo(const QString &key) { m_notUnderstood.append(m_name + u'/' + key); }
    QStringList notUnderstood() const { return m_notUnderstood; }

    int number(const QString &key, const SettingRange &range)
    {
        if (!has(key))
            return range.byDefault;
        bool ok = false;
        const int value = text(key).toInt(&ok);
        if (ok && range.contains(value))
            return value;
        objectTo(key);
        return range.byDefault;
    }

    bool yes(const QString &key, bool byDefault)
    {
        if (!has(key))
            return byDefault;
        if (text(key) == "yes"_L1 || text(key) == "no"_L1)
            return text(key) == "yes"_L1;
        objectTo(key);
        return byDefault;
    }

    template <typename Choices>
    std::chrono::seconds choice(const QString &key, const Choices &choices, std::chrono::seconds byDefault)
    {
        if (!has(key))
            return byDefault;
        bool ok = false;
        const int value = text(key).toInt(&ok);
        if (ok && std::find(choices.begin(), choices.end(), value) != choices.end())
            return std::chrono::seconds(value);
        objectTo(key);
        return byDefault;
    }

private:
    QString m_name;
    Section m_section;
    QStringList m_notUnderstood;
};

QString yesOrNo(bool yes)
{
    return yes ? u"yes"_s : u"no"_s;
}

ColourScheme readColours(Reader &reader)
{
    const QString key = u"colours"_s;
    if (!reader.has(key))
        return ColourScheme::System;
    const QString name = reader.text(key);
    const auto same = [&name](const ColourName &one) { return one.name == name; };
    const auto found = std::find_if(ColourNames.begin(), ColourNames.end(), same);
    if (found != ColourNames.end())
        return found->scheme;
    reader.objectTo(key);
    return ColourScheme::System;
}

QString nameOf(ColourScheme scheme)
{
    const auto same = [scheme](const ColourName &one) { return one.scheme == scheme; };
    return std::find_if(ColourNames.begin(), ColourNames.end(), same)->name;
}

QString readLanguage(Reader &reader)
{
    const QString language = reader.text(u"language"_s);
    if (language.isEmpty() || Settings::languages().contains(language))
        return language;
    reader.objectTo(u"language"_s);
    return {};
}

/// What can't be read of them must not be lost in silence: a number that was protected would be no more.
ProtectedNumbers readProtected(Reader &reader)
{
    const QString key = u"protected-numbers"_s;
    const ProtectedNumbers::Read read = ProtectedNumbers::parse(reader.text(key));
    if (!read.refused.isEmpty())
        reader.objectTo(key);
    return read.numbers;
}

void readLiveRules(Reader &reader, Settings &settings)
{
    settings.grace = reader.choice(u"grace-seconds"_s, Settings::GraceSeconds, settings.grace);
    settings.checkAgainUpTo = reader.number(u"check-again-up-to"_s, Settings::CheckAgainUpTo);
    settings.cutOff.youngUnder
        = std::chrono::seconds(reader.number(u"young-under-seconds"_s, Settings::YoungUnderSeconds));
    settings.cutOff.protectedNumbers = readProtected(reader);
    settings.stuck.olderThan
        = std::chrono::minutes(reader.number(u"stuck-older-than-minutes"_s, Settings::StuckOlderThanMinutes));
    settings.stuck.ringingFor
        = std::chrono::seconds(reader.number(u"stuck-ringing-seconds"_s, Settings::StuckRingingSeconds));
    settings.stuck.otherLegGone = reader.yes(u"stuck-other-leg-gone"_s, settings.stuck.otherLegGone);
    settings.stuck.sameNumbers = reader.yes(u"stuck-same-numbers"_s, settings.stuck.sameNumbers);
    settings.liveRefresh = reader.choice(u"live-refresh-seconds"_s, Settings::LiveRefreshSeconds, settings.liveRefresh);
}

quint32 readColour(Reader &reader)
{
    const QString key = u"colour"_s;
    const QString text = reader.text(key);
    bool ok = false;
    const quint32 colour = QStringView(text).mid(1).toUInt(&ok, 16);
    if (text.size() == 7 && text.startsWith(u'#') && ok)
        return colour;
    reader.objectTo(key);
    return Account::colours().constFirst();
}

TokenPlace readPlace(Reader &reader)
{
    const QString key = u"token"_s;
    if (reader.text(key) == "keychain"_L1)
        return TokenPlace::Keychain;
    if (reader.text(key) != "session"_L1)
        reader.objectTo(key);
    return TokenPlace::Session;
}

/// A name that is none, or that another account has, could be taken for the other: the auth ID stands for it then.
QString readName(Reader &reader, const AuthId &id, const QStringList &taken)
{
    const QString key = u"name"_s;
    const QString name = reader.text(key).trimmed();
    if (!checkAccountName(name, taken))
        return name;
    reader.objectTo(key);
    QString instead = id.toString();
    for (int n = 2; taken.contains(instead); ++n)
        instead = id.toString() + u' ' + QString::number(n);
    return instead;
}

std::optional<AccountRecord> readAccount(Reader &reader, const QString &key, const QStringList &taken)
{
    const auto id = AuthId::parse(reader.text(u"auth-id"_s));
    const auto address = ApiAddress::parse(reader.text(u"address"_s));
    if (!id)
        reader.objectTo(u"auth-id"_s);
    if (!std::holds_alternative<ApiAddress>(address))
        reader.objectTo(u"address"_s);
    if (!id || !std::holds_alternative<ApiAddress>(address))
        return std::nullopt;
    const QString name = readName(reader, *id, taken);
    const quint32 colour = readColour(reader);
    Account account = Account::stored(name, colour, *id, std::get<ApiAddress>(address), readPlace(reader));
    account.key = key;
    QString entry = account.tokenPlace == TokenPlace::Keychain ? reader.text(u"token-entry"_s) : QString();
    return AccountRecord { std::move(account), std::move(entry) };
}

/// All keys that have a section, in the order of the list; what the list does not know (another program added it) comes
/// behind.
QStringList accountKeys(const SettingsFile &file)
{
    QStringList keys;
    QStringList present;
    for (const QString &name : file.sectionNames()) {
        if (name.startsWith(accountPrefix()) && Account::isStoredKey(QStringView(name).mid(accountPrefix().size())))
            present.append(name.mid(accountPrefix().size()));
    }
    for (const QString &key : file.section(u"accounts"_s).value(u"order"_s).split(u',', Qt::SkipEmptyParts)) {
        if (present.removeOne(key))
            keys.append(key);
    }
    return keys + present;
}

Section sectionOf(const AccountRecord &record)
{
    const Account &account = record.account;
    const bool inKeychain = account.tokenPlace == TokenPlace::Keychain;
    Section section {
        { u"name"_s, account.name },
        { u"colour"_s, u'#' + QString::number(account.colour & 0xffffffu, 16).rightJustified(6, u'0') },
        { u"auth-id"_s, account.authId.toString() },
        { u"address"_s, QString::fromLatin1(account.address.url().toEncoded()) },
        { u"token"_s, inKeychain ? u"keychain"_s : u"session"_s },
    };
    if (inKeychain && !record.tokenEntry.isEmpty())
        section.insert(u"token-entry"_s, record.tokenEntry);
    return section;
}

} // namespace

ReadFromFile<Settings> readSettings(const SettingsFile &file)
{
    Reader reader(file, settingsSection());
    Settings settings;
    settings.sharePercent = reader.number(u"share-percent"_s, Settings::SharePercent);
    settings.silence = std::chrono::seconds(reader.number(u"silence-seconds"_s, Settings::SilenceSeconds));
    settings.total = std::chrono::seconds(reader.number(u"total-seconds"_s, Settings::TotalSeconds));
    settings.typeNumberAbove = reader.number(u"type-number-above"_s, Settings::TypeNumberAbove);
    settings.proofFor = std::chrono::minutes(reader.number(u"proof-minutes"_s, Settings::ProofMinutes));
    settings.ticketRequired = reader.yes(u"ticket-required"_s, settings.ticketRequired);
    readLiveRules(reader, settings);
    settings.notifyWhenDone = reader.yes(u"notify-when-done"_s, settings.notifyWhenDone);
    settings.colours = readColours(reader);
    settings.language = readLanguage(reader);
    if (settings.total < settings.silence)
        reader.objectTo(u"total-seconds"_s);
    return { settings.corrected(), reader.notUnderstood() };
}

void writeSettings(SettingsFile &file, const Settings &settings)
{
    const Settings good = settings.corrected();
    file.setSection(settingsSection(),
                    {
                        { u"share-percent"_s, QString::number(good.sharePercent) },
                        { u"silence-seconds"_s, QString::number(good.silence.count()) },
                        { u"total-seconds"_s, QString::number(good.total.count()) },
                        { u"type-number-above"_s, QString::number(good.typeNumberAbove) },
                        { u"proof-minutes"_s, QString::number(good.proofFor.count()) },
                        { u"ticket-required"_s, yesOrNo(good.ticketRequired) },
                        { u"grace-seconds"_s, QString::number(good.grace.count()) },
                        { u"check-again-up-to"_s, QString::number(good.checkAgainUpTo) },
                        { u"young-under-seconds"_s, QString::number(good.cutOff.youngUnder.count()) },
                        { u"protected-numbers"_s, good.cutOff.protectedNumbers.patterns().join("; "_L1) },
                        { u"stuck-older-than-minutes"_s, QString::number(good.stuck.olderThan.count()) },
                        { u"stuck-ringing-seconds"_s, QString::number(good.stuck.ringingFor.count()) },
                        { u"stuck-other-leg-gone"_s, yesOrNo(good.stuck.otherLegGone) },
                        { u"stuck-same-numbers"_s, yesOrNo(good.stuck.sameNumbers) },
                        { u"live-refresh-seconds"_s, QString::number(good.liveRefresh.count()) },
                        { u"notify-when-done"_s, yesOrNo(good.notifyWhenDone) },
                        { u"colours"_s, nameOf(good.colours) },
                        { u"language"_s, good.language },
                    });
}

ReadFromFile<QList<AccountRecord>> readAccounts(const SettingsFile &file)
{
    ReadFromFile<QList<AccountRecord>> read;
    QStringList names;
    for (const QString &key : accountKeys(file)) {
        Reader reader(file, accountPrefix() + key);
        if (auto record = readAccount(reader, key, names)) {
            names.append(record->account.name);
            read.value.append(std::move(*record));
        }
        read.notUnderstood += reader.notUnderstood();
    }
    return read;
}

void writeAccounts(SettingsFile &file, const QList<AccountRecord> &records)
{
    // Those that can't be understood stay: somebody may mend them by hand.
    QStringList gone;
    for (const AccountRecord &record : readAccounts(file).value)
        gone.append(record.account.key);
    QStringList order;
    for (const AccountRecord &record : records) {
        if (!record.account.isStored() || !Account::isStoredKey(record.account.key))
            continue;
        gone.removeOne(record.account.key);
        order.append(record.account.key);
        file.setSection(accountPrefix() + record.account.key, sectionOf(record));
    }
    for (const QString &key : std::as_const(gone))
        file.setSection(accountPrefix() + key, {});
    file.setSection(u"accounts"_s, order.isEmpty() ? Section() : Section { { u"order"_s, order.join(u',') } });
}

QString readLastAccount(const SettingsFile &file)
{
    const QString key = file.section(u"start"_s).value(u"account"_s);
    const bool known = Account::isPracticeKey(key) || key == "environment"_L1 || Account::isStoredKey(key);
    return known ? key : QString();
}

void writeLastAccount(SettingsFile &file, const QString &key)
{
    file.setSection(u"start"_s, key.isEmpty() ? Section() : Section { { u"account"_s, key } });
}

QByteArray readLayout(const SettingsFile &file, const QString &key)
{
    const QByteArray text = file.section(layoutSection()).value(key).toLatin1();
    const auto state = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    return state ? *state : QByteArray();
}

bool writeLayout(SettingsFile &file, const QString &key, const QByteArray &state)
{
    Section section = file.section(layoutSection());
    section.remove(key);
    if (!state.isEmpty())
        section.insert(key, QString::fromLatin1(state.toBase64()));
    return file.setSection(layoutSection(), section);
}

} // namespace hangup
