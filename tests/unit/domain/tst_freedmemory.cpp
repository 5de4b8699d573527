// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/freedmemory.h"

#include <QTest>

#include <cstdlib>
#include <sys/resource.h>

namespace {

constexpr std::size_t Size = 8 * 1024 * 1024;
constexpr std::size_t Page = 4096;

/// How many pages the system has to make for a block of some megabytes, which is given back.
long pagesMade()
{
    rusage before {};
    rusage after {};
    ::getrusage(RUSAGE_SELF, &before);
    auto *block = static_cast<volatile char *>(std::malloc(Size));
    for (std::size_t at = 0; at < Size; at += Page)
        block[at] = 1;
    std::free(const_cast<char *>(block));
    ::getrusage(RUSAGE_SELF, &after);
    return after.ru_minflt - before.ru_minflt;
}

} // namespace

class TestFreedMemory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void staysForTheNextJob()
    {
#ifndef __GLIBC__
        QSKIP("not the C library that it is for");
#endif
        hangup::keepFreedMemory();
        QVERIFY2(pagesMade() > 1000, "the first job has to have them made");
        const long again = pagesMade();
        QVERIFY2(again < 100, qPrintable(QString::number(again)));
    }
};

QTEST_APPLESS_MAIN(TestFreedMemory)
#include "tst_freedmemory.moc"
