// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "store/policysource.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace hangup::test {

/// A policy that a test writes as it goes.
class SetPolicy final : public PolicySource
{
public:
    explicit SetPolicy(const QByteArray &lines = {}) { set(lines); }
    PolicyRead read() const override
    {
        ++m_readings;
        return m_now;
    }
    /// The lines below [policy].
    void set(const QByteArray &lines)
    {
        m_now = Policy::parse("[policy]\n" + lines);
        if (auto *trouble = std::get_if<PolicyTrouble>(&m_now))
            trouble->place = QStringLiteral("/etc/hangup/policy.ini");
    }
    /// Such that nobody knows what it says.
    void breakIt() { set("largest-bath=5\n"); }
    int readings() const { return m_readings; }

private:
    PolicyRead m_now;
    mutable int m_readings = 0;
};

} // namespace hangup::test
