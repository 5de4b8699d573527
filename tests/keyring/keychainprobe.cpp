// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "keyring/asked.h"
#include "store/keychainstore.h"

#include <QCoreApplication>
#include <QTimer>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace hangup;

/// Asks the keychain for one entry in a process of its own, and prints the answer: for what an environment decides.
/// With an argument it stays for so many milliseconds after the answer, and says "still here".
int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    KeychainStore store(u"Hangup"_s);
    SecretJob *job = store.read(u"probe"_s);
    const test::Asked asked(job);
    QObject::connect(job, &QObject::destroyed, &app, &QCoreApplication::quit);
    QCoreApplication::exec();
    std::printf("%s\n", qPrintable(asked.said()));
    std::fflush(stdout);
    if (argc > 1) {
        QTimer::singleShot(QByteArray(argv[1]).toInt(), &app, &QCoreApplication::quit);
        QCoreApplication::exec();
        std::printf("still here\n");
    }
    return 0;
}
