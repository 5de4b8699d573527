// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "store/keychainlook.h"

// Windows and macOS: their keychains tell "locked" and "not there" apart by themselves.
namespace hangup {

struct KeychainLook::Private
{
};

KeychainLook::KeychainLook(const QString &, const QString &, std::chrono::milliseconds, QObject *parent)
    : QObject(parent)
{
}

KeychainLook::~KeychainLook() = default;

bool KeychainLook::isPossible()
{
    return false;
}

void KeychainLook::start()
{
    QMetaObject::invokeMethod(
        this, [this] { tell({}); }, Qt::QueuedConnection);
}

void KeychainLook::tell(const KeychainView &view)
{
    deleteLater();
    Q_EMIT seen(view);
}

KeychainWatch::KeychainWatch(QObject *parent) : QObject(parent) { }

} // namespace hangup
