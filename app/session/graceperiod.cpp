// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "session/graceperiod.h"

#include <QScopedPointer>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace hangup {

struct GracePeriod::Batch
{
    Confirmation confirmation;
    BatchWords words;
    Ms lasts;
    /// Goes when its own signal is through.
    std::unique_ptr<QTimer, QScopedPointerDeleteLater> timer { new QTimer };
};

GracePeriod::GracePeriod(Over over) : m_over(std::move(over)) { }

GracePeriod::~GracePeriod()
{
    undo();
}

void GracePeriod::begin(const Confirmation &confirmation, const BatchWords &words, Ms lasts)
{
    m_held.reserve(m_held.size() + confirmation.ids().size());
    for (const CallId &id : confirmation.ids())
        m_held.insert(id);
    m_batches.push_back(std::unique_ptr<Batch>(new Batch { confirmation, words, lasts }));
    const Batch *batch = m_batches.back().get();
    batch->timer->setSingleShot(true);
    batch->timer->setTimerType(Qt::PreciseTimer); // never early
    QObject::connect(batch->timer.get(), &QTimer::timeout, batch->timer.get(), [this, batch] { end(batch); });
    batch->timer->start(lasts);
}

int GracePeriod::undo()
{
    const int calls = this->calls();
    for (const std::unique_ptr<Batch> &batch : m_batches)
        batch->timer->disconnect(); // deleted later: it must not speak until then
    m_batches.clear();
    m_held.clear();
    return calls;
}

void GracePeriod::end(const Batch *batch)
{
    const auto at = std::find_if(m_batches.begin(), m_batches.end(),
                                 [batch](const std::unique_ptr<Batch> &one) { return one.get() == batch; });
    if (at == m_batches.end())
        return;
    const std::unique_ptr<Batch> over = std::move(*at);
    m_batches.erase(at);
    if (m_batches.empty())
        m_held.clear();
    else
        for (const CallId &id : over->confirmation.ids())
            m_held.remove(id);
    m_over(over->confirmation, over->words);
}

const GracePeriod::Batch *GracePeriod::first() const
{
    const auto sooner = [](const std::unique_ptr<Batch> &a, const std::unique_ptr<Batch> &b) {
        return a->timer->remainingTimeAsDuration() < b->timer->remainingTimeAsDuration();
    };
    const auto at = std::min_element(m_batches.begin(), m_batches.end(), sooner);
    return at == m_batches.end() ? nullptr : at->get();
}

GracePeriod::Ms GracePeriod::left() const
{
    const Batch *batch = first();
    return batch ? std::max(Ms(0), batch->timer->remainingTimeAsDuration()) : Ms(0);
}

GracePeriod::Ms GracePeriod::whole() const
{
    const Batch *batch = first();
    return batch ? batch->lasts : Ms(0);
}

} // namespace hangup
