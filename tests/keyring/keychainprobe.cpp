// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "keyring/asked.h"
#include "store/keychainstore.h"

#include <QCoreApplication>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace hangup;

/// Asks the keychain for one entry in a process of its own, and prints the answer: for what an environment decides.
int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    KeychainStore store(u"Hangup"_s);
    SecretJob *job = store.read(u"probe"_s);
    const test::Asked asked(job);
    QObject::connect(job, &QObject::destroyed, &app, &QCoreApplication::quit);
    QCoreApplication::exec();
    std::printf("%s\n", qPrintable(asked.said()));
    return 0;
}
