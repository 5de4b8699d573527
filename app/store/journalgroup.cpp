// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// How the journal's thread writes what it was asked for: in groups, each in one transaction, whole or not at all.
#include "store/journalfacts.h"
#include "store/journalprune.h"
#include "store/journalworker.h"

#include <algorithm>
#include <type_traits>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

constexpr std::chrono::milliseconds RemovalPause { 200 };

template <typename Done, typename Value>
void answerLater(QList<std::function<void()>> &answers, const Done &done, Value value)
{
    if (done)
        answers.append([done, value] { done(value); });
}

/// Names for JournalOptions::atPoint(), or null.
struct PointName
{
    const char *before;
    const char *after;
};

PointName pointName(const asked::Request &request)
{
    if (std::holds_alternative<asked::Batch>(request))
        return { "before batch", "after batch" };
    if (std::holds_alternative<asked::Intent>(request))
        return { "before intent", "after intent" };
    if (std::holds_alternative<asked::Sent>(request))
        return { "before send", "after send" };
    if (std::holds_alternative<asked::Answer>(request))
        return { "before answer", "after answer" };
    if (std::holds_alternative<asked::Outcome>(request))
        return { "before outcome", "after outcome" };
    return { nullptr, nullptr };
}

bool isPrune(const asked::Request &request)
{
    return std::holds_alternative<asked::Prune>(request);
}

} // namespace

/// True: all is on disk and answered. False: nothing of what is left in @p requests is.
bool JournalWorker::writeGroup(Requests &requests)
{
    while (!requests.empty()) {
        // A removal is many transactions of its own.
        const auto end = std::find_if(requests.begin(), requests.end(), isPrune);
        if (end == requests.begin()) {
            m_prunes.push_back(std::move(std::get<asked::Prune>(requests.front())));
            requests.pop_front();
            startRemoval();
            continue;
        }
        Requests group(std::make_move_iterator(requests.begin()), std::make_move_iterator(end));
        requests.erase(requests.begin(), end);
        Answers answers;
        m_intendedNow.clear();
        m_fileWasBusy = false;
        atPoints(group, true);
        if (!m_file.isStillThere()) {
            // Written to a file without a name, it would be gone with the program.
            m_mustReopen = true;
        } else if (writeAll(group, answers)) {
            atPoints(group, false);
            rememberIntents(group);
            for (const auto &answer : std::as_const(answers))
                answer();
            tellChanged();
            continue;
        } else {
            m_writer.rollBack();
            m_file.doubtFile();
            m_fileWasBusy = m_file.connection().failure() == SqlConnection::Failure::Busy;
            m_mustReopen = m_mustReopen || !m_fileWasBusy;
        }
        requests.insert(requests.begin(), std::make_move_iterator(group.begin()), std::make_move_iterator(group.end()));
        return false;
    }
    return true;
}

bool JournalWorker::writeAll(Requests &requests, Answers &answers)
{
    if (!m_writer.begin())
        return false;
    for (asked::Request &request : requests) {
        if (!writeOne(request, answers))
            return false;
    }
    const bool committed = m_writer.commit();
    m_sinceCommit.start();
    if (committed)
        m_file.witness(m_writer.lastSeq());
    return committed;
}

bool JournalWorker::writeOne(asked::Request &request, Answers &answers)
{
    const auto write = [this, &answers](auto &asked) {
        using T = std::decay_t<decltype(asked)>;
        if constexpr (std::is_same_v<T, asked::Batch>) {
            return m_writer.appendBatch(asked.info, asked.ids);
        } else if constexpr (std::is_same_v<T, asked::Intent>) {
            return writeIntent(asked, answers);
        } else if constexpr (std::is_same_v<T, asked::Sent>) {
            return m_writer.appendSent(asked.fact);
        } else if constexpr (std::is_same_v<T, asked::Answer>) {
            return m_writer.appendAnswer(asked.fact);
        } else if constexpr (std::is_same_v<T, asked::Outcome>) {
            answerLater(answers, asked.done, true);
            return m_writer.appendOutcome(asked.batch, asked.authId, asked.result, false);
        } else if constexpr (std::is_same_v<T, asked::Proof>) {
            answerLater(answers, asked.done, true);
            return m_writer.appendProof(asked.batch, asked.authId, asked.proof);
        } else if constexpr (std::is_same_v<T, asked::Note>) {
            return m_writer.append(facts::noteEvent(asked.batch, asked.text));
        } else if constexpr (std::is_same_v<T, asked::Acknowledge>) {
            return acknowledge(asked);
        } else {
            static_assert(std::is_same_v<T, asked::Prune>);
            return true; // never in a group
        }
    };
    return std::visit(write, request);
}

bool JournalWorker::writeIntent(const asked::Intent &asked, Answers &answers)
{
    IntentVerdict verdict;
    if (!m_writer.appendIntent(asked.intent, verdict))
        return false;
    if (verdict.written)
        m_intendedNow.append({ asked.intent.batch, asked.intent.id });
    answerLater(answers, asked.done, verdict);
    return true;
}

bool JournalWorker::acknowledge(const asked::Acknowledge &asked)
{
    QList<std::pair<qint64, QString>> calls;
    for (const HistoryCall &call : std::as_const(m_told)) {
        if (!asked.account || call.batch.authId == *asked.account)
            calls.append({ static_cast<qint64>(call.batch.batch), call.id.toString() });
    }
    return calls.isEmpty() || m_writer.append(facts::acknowledgement(calls));
}

/// Its first steps at once: where nothing is to be removed, it is answered in order.
void JournalWorker::startRemoval()
{
    if (m_removal || m_prunes.empty())
        return;
    const asked::Prune &asked = m_prunes.front();
    m_removal = std::make_unique<JournalRemoval>(m_writer, asked.beforeMs, asked.exportSha256);
    stepRemoval();
}

void JournalWorker::stepRemoval()
{
    if (!m_removal)
        return;
    // Of a file that was moved away nothing is removed any more; the next request notices it.
    const auto step = m_file.isStillThere() ? m_removal->step() : JournalRemoval::Step::Failed;
    switch (step) {
    case JournalRemoval::Step::More:
        m_removalTimer.start(0);
        return;
    case JournalRemoval::Step::Later:
        m_removalTimer.start(RemovalPause);
        return;
    case JournalRemoval::Step::Done:
    case JournalRemoval::Step::Failed:
        break;
    }
    endRemoval();
    startRemoval();
}

void JournalWorker::endRemoval()
{
    const bool isAnswered = m_removal->onlyClearsUp();
    const std::optional<qint64> removed = m_removal->removed();
    m_removal.reset();
    m_removalTimer.stop();
    if (isAnswered)
        return;
    const asked::Prune asked = std::move(m_prunes.front());
    m_prunes.pop_front();
    if (asked.done)
        asked.done(removed);
    if (removed)
        tellChanged();
}

/// What is on record as removed stays so; the next start clears up.
void JournalWorker::dropRemovals()
{
    if (m_removal)
        endRemoval();
    while (!m_prunes.empty()) {
        const asked::Prune asked = std::move(m_prunes.front());
        m_prunes.pop_front();
        if (asked.done)
            asked.done(std::nullopt);
    }
}

/// What was asked for can't be written now: who waits to send is told no, the rest is kept, in order. The state first,
/// so that whoever is told no finds out why.
void JournalWorker::refuse(Requests requests)
{
    Answers answers;
    for (asked::Request &request : requests) {
        if (const auto *intent = std::get_if<asked::Intent>(&request)) {
            answerLater(answers, intent->done, IntentVerdict());
            continue;
        }
        if (const auto *removal = std::get_if<asked::Prune>(&request)) {
            answerLater(answers, removal->done, std::optional<qint64>());
            continue;
        }
        if (auto *outcome = std::get_if<asked::Outcome>(&request); outcome != nullptr && isLight(*outcome))
            answerLater(answers, std::exchange(outcome->done, nullptr), false);
        if (auto *proof = std::get_if<asked::Proof>(&request))
            answerLater(answers, std::exchange(proof->done, nullptr), false);
        m_kept.push_back(std::move(request));
    }
    JournalState state;
    {
        const QMutexLocker lock(&m_shared->mutex);
        state = m_shared->state;
    }
    if (state.kind == JournalState::Kind::Ready || state.kind == JournalState::Kind::Opening) {
        state.kind = JournalState::Kind::NotWritable;
        state.detail = m_file.connection().failureText();
    }
    state.outcomesKept = outcomesKept();
    setState(std::move(state));
    for (const auto &answer : std::as_const(answers))
        answer();
}

/// Nothing left this machine, and the disk says nothing else: nothing is lost if it is never written. With an intent on
/// disk the next start would call unknown what was shown as not sent.
bool JournalWorker::isLight(const asked::Outcome &asked) const
{
    return asked.result.outcome == Outcome::NotSent && asked.result.attempts == 0
        && !m_intended.contains({ asked.batch, asked.result.id });
}

int JournalWorker::outcomesKept() const
{
    return static_cast<int>(std::count_if(m_kept.begin(), m_kept.end(), [this](const asked::Request &request) {
        const auto *outcome = std::get_if<asked::Outcome>(&request);
        return outcome != nullptr && !isLight(*outcome);
    }));
}

/// Of a group that is on disk.
void JournalWorker::rememberIntents(const Requests &written)
{
    for (const CallOfBatch &call : std::as_const(m_intendedNow))
        m_intended.insert(call);
    m_intendedNow.clear();
    for (const asked::Request &request : written) {
        if (const auto *outcome = std::get_if<asked::Outcome>(&request))
            m_intended.remove({ outcome->batch, outcome->result.id });
    }
}

void JournalWorker::atPoints(const Requests &requests, bool before) const
{
    if (!m_options.atPoint)
        return;
    for (const asked::Request &request : requests) {
        const PointName point = pointName(request);
        if (point.before != nullptr)
            m_options.atPoint(before ? point.before : point.after);
    }
}

} // namespace hangup
