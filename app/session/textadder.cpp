// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "session/textadder.h"

#include <QDeadlineTimer>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace hangup {

namespace {

/// Of the window's thread at once: half of what a picture lasts on a screen.
constexpr auto Turn = 8ms;
/// Calls between two looks at the clock. A part costs the views something, however small it is.
constexpr qsizetype Part = 2048;

} // namespace

TextAdder::TextAdder(CallListModel *calls, QObject *parent) : QObject(parent), m_calls(calls)
{
    // A timer, not a queued call: those are all done before the window's own events have their turn.
    m_timer.setInterval(0ms);
    connect(&m_timer, &QTimer::timeout, this, &TextAdder::addPart);
}

void TextAdder::expect()
{
    const bool wasAdding = isAdding();
    ++m_expected;
    tell(wasAdding);
}

void TextAdder::giveUp()
{
    --m_expected;
    tell(true);
}

void TextAdder::add(const ScanResult &scan, TextSource source, const QString &name)
{
    --m_expected;
    m_texts.push_back({ AddReport { .source = source, .name = name, .scan = scan, .added = {}, .alreadyListed = 0 } });
    m_timer.start();
    if (m_texts.size() == 1)
        addPart(); // what is short is there at once
}

void TextAdder::addPart()
{
    const QDeadlineTimer turn(Turn, Qt::PreciseTimer);
    while (!m_texts.empty() && !turn.hasExpired()) {
        Text &text = m_texts.front();
        const qsizetype count = std::min(Part, text.report.scan.found.size() - text.next);
        if (count > 0) {
            const QList<CallId> ids = m_calls->add(text.report.scan, text.next, count);
            text.next += count;
            text.report.added += ids;
            Q_EMIT listed(ids);
        }
        if (text.next == text.report.scan.found.size())
            finishFirst();
    }
    if (m_texts.empty())
        m_timer.stop();
}

void TextAdder::finishFirst()
{
    AddReport report = std::move(m_texts.front().report);
    m_texts.pop_front();
    report.alreadyListed = static_cast<int>(report.scan.found.size() - report.added.size());
    Q_EMIT added(report);
    tell(true);
}

void TextAdder::tell(bool wasAdding)
{
    if (isAdding() != wasAdding)
        Q_EMIT addingChanged(isAdding());
}

} // namespace hangup
