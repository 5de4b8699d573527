// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// hangup-cli with a policy.ini of the test's own; the one that is shipped can't be told of another.
#include "cli/climain.h"
#include "store/policysource.h"

#include <memory>
#include <unistd.h>

namespace {

/// A policy that is another one once it was read so many times.
class ChangingPolicy final : public hangup::PolicySource
{
public:
    ChangingPolicy(const QString &before, const QString &after, int reads)
        : m_before(before, ::geteuid()), m_after(after, ::geteuid()), m_reads(reads)
    {
    }
    hangup::PolicyRead read() const override { return m_reads-- > 0 ? m_before.read() : m_after.read(); }

private:
    const hangup::PolicyFile m_before;
    const hangup::PolicyFile m_after;
    mutable int m_reads;
};

} // namespace

int main(int argc, char *argv[])
{
    const QString file = qEnvironmentVariable("HANGUP_TEST_POLICY");
    const int reads = qEnvironmentVariableIntValue("HANGUP_TEST_POLICY_READS");
    if (reads > 0)
        return hangup::cliMain(argc, argv,
                               std::make_shared<const ChangingPolicy>(file + QStringLiteral(".none"), file, reads));
    return hangup::cliMain(argc, argv, std::make_shared<const hangup::PolicyFile>(file, ::geteuid()));
}
