// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/freedmemory.h"

#include <QFile>
#include <QTest>

#include <cstdlib>
#include <sys/resource.h>

namespace {

constexpr std::size_t Size = 8 * 1024 * 1024;
constexpr std::size_t Page = 4096;

/// A block of which each page is there.
void *filled(std::size_t size)
{
    auto *block = static_cast<volatile char *>(std::malloc(size));
    for (std::size_t at = 0; at < size; at += Page)
        block[at] = 1;
    return const_cast<char *>(block);
}

long residentPages()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toLong() : 0;
}

/// How many pages the system has to make for a block of some megabytes, which is given back.
long pagesMade()
{
    rusage before {};
    rusage after {};
    ::getrusage(RUSAGE_SELF, &before);
    std::free(filled(Size));
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

    void goesBackAfterTheStart()
    {
#ifndef __GLIBC__
        QSKIP("not the C library that it is for");
#endif
        hangup::keepFreedMemory();
        void *block = filled(Size);
        void *behind = filled(Page); // the block is not at the end, from where it would go by itself
        std::free(block);
        const long before = residentPages();
        hangup::giveBackFreedMemory();
        const long less = before - residentPages();
        std::free(behind);
        QVERIFY2(less > long(Size / Page) / 2, qPrintable(QString::number(less)));
    }
};

QTEST_APPLESS_MAIN(TestFreedMemory)
#include "tst_freedmemory.moc"
