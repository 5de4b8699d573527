// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT

// The policy where the system has a place of its own for it: the registry of Windows, the managed preferences of macOS.
#include "store/policysource.h"

#include <QFile>
#include <QFileInfo>
#include <QSettings>

#ifdef Q_OS_WIN
#include <windows.h>
#else
#include <pwd.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

QVariantMap valuesOf(const QSettings &settings)
{
    QVariantMap values;
    const QStringList keys = settings.allKeys();
    for (const QString &key : keys)
        values.insert(key, settings.value(key));
    return values;
}

#ifdef Q_OS_WIN

/// Only administrators can write there; Group Policy does.
class PolicyRegistry final : public PolicySource
{
public:
    PolicyRead read() const override
    {
        const QString place = systemPolicyPlace();
        // QSettings does not tell a key that is not there from one that can't be read.
        HKEY key = nullptr;
        const LSTATUS status = ::RegOpenKeyExW(HKEY_LOCAL_MACHINE, L"Software\\Policies\\Hangup", 0, KEY_READ, &key);
        if (status == ERROR_FILE_NOT_FOUND || status == ERROR_PATH_NOT_FOUND)
            return Policy();
        if (status != ERROR_SUCCESS)
            return PolicyTrouble { .kind = PolicyTrouble::Kind::Unreadable, .place = place };
        ::RegCloseKey(key);
        const QSettings settings(place, QSettings::NativeFormat);
        const QVariantMap values = valuesOf(settings);
        if (settings.status() != QSettings::NoError)
            return PolicyTrouble { .kind = PolicyTrouble::Kind::Unreadable, .place = place };
        return policyOf(values, place);
    }
};

#else

/// What a device management system writes, for the machine and for its user; macOS lets nobody else write there.
class PolicyPreferences final : public PolicySource
{
public:
    PolicyRead read() const override
    {
        const QStringList places = files();
        QVariantMap values;
        for (const QString &place : places) {
            if (!QFileInfo::exists(place))
                continue;
            QFile file(place);
            const QSettings settings(place, QSettings::NativeFormat);
            if (!file.open(QIODevice::ReadOnly) || settings.status() != QSettings::NoError)
                return PolicyTrouble { .kind = PolicyTrouble::Kind::Unreadable, .place = place };
            const QVariantMap found = valuesOf(settings);
            for (const auto &[key, value] : found.asKeyValueRange()) {
                if (!values.contains(key)) // the machine's first
                    values.insert(key, value);
            }
        }
        return policyOf(values, places.constFirst());
    }

private:
    static QStringList files()
    {
        const QFileInfo machine(systemPolicyPlace());
        // Not of the environment: a user can set that.
        const passwd *user = ::getpwuid(::getuid());
        const QString ofUser = user ? u'/' + QFile::decodeName(user->pw_name) + u'/' : QString();
        return user ? QStringList { machine.filePath(), machine.path() + ofUser + machine.fileName() }
                    : QStringList { machine.filePath() };
    }
};

#endif

} // namespace

QString systemPolicyPlace()
{
#ifdef Q_OS_WIN
    return u"HKEY_LOCAL_MACHINE\\Software\\Policies\\Hangup"_s;
#else
    return u"/Library/Managed Preferences/io.github.hangup.hangup.plist"_s;
#endif
}

std::shared_ptr<const PolicySource> systemPolicy()
{
#ifdef Q_OS_WIN
    return std::make_shared<const PolicyRegistry>();
#else
    return std::make_shared<const PolicyPreferences>();
#endif
}

} // namespace hangup
