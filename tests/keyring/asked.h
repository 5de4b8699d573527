// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "store/secretstore.h"

#include <QList>
#include <QObject>
#include <QString>

namespace hangup::test {

inline QString nameOf(SecretProblem problem)
{
    using namespace Qt::StringLiterals;
    switch (problem) {
    case SecretProblem::NotFound:
        return u"NotFound"_s;
    case SecretProblem::Locked:
        return u"Locked"_s;
    case SecretProblem::NotFoundOrLocked:
        return u"NotFoundOrLocked"_s;
    case SecretProblem::NoKeychain:
        return u"NoKeychain"_s;
    case SecretProblem::Denied:
        return u"Denied"_s;
    case SecretProblem::ForAnotherHost:
        return u"ForAnotherHost"_s;
    case SecretProblem::SessionOver:
        return u"SessionOver"_s;
    case SecretProblem::ByPolicy:
        return u"ByPolicy"_s;
    case SecretProblem::Cancelled:
        return u"Cancelled"_s;
    case SecretProblem::Failed:
        return u"Failed"_s;
    }
    return {};
}

/// Listens to a job and writes down what it says: "" before, then "done", "done: <value>" or the problem's name; a
/// second answer would stand behind the first.
class Asked : public QObject
{
    Q_OBJECT
public:
    explicit Asked(SecretJob *job) : m_job(job)
    {
        connect(job, &SecretJob::finished, this, [this](const SecretAnswer &answer) { add(answer); });
        connect(job, &QObject::destroyed, this, [this] { m_job = nullptr; });
    }
    QString said() const { return m_said; }
    /// Whether it has deleted itself.
    bool isGone() const { return m_job == nullptr; }
    void cancel()
    {
        if (m_job)
            m_job->cancel();
    }

private:
    void add(const SecretAnswer &answer)
    {
        using namespace Qt::StringLiterals;
        if (!m_said.isEmpty())
            m_said += u" and "_s;
        m_said += answer.problem ? nameOf(*answer.problem) : u"done"_s;
        if (!answer.value.isEmpty())
            m_said += u": "_s + QString::fromUtf8(answer.value.view());
    }
    SecretJob *m_job;
    QString m_said;
};

} // namespace hangup::test
