// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/callinfo.h"
#include "domain/callscan.h"
#include "domain/outcome.h"
#include "domain/proof.h"
#include "models/hexid.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringView>

#include <memory>
#include <optional>
#include <vector>

namespace hangup {

struct RemovedCall;

/// What is known of the end of a call besides its outcome. Kept apart from its row, as most rows have none.
struct ProofRow
{
    qint64 endTimeMs = 0;
    qint64 checkedAtMs = 0;
    std::optional<qint32> causeCode {};
    std::optional<qint32> seconds {};
    int hangupSource = 0; ///< in the table's texts
    int causeName = 0; ///< in the table's texts
    ProofState state = ProofState::None;
    bool isFinal = false;
};

/// One listed call, about 100 bytes: long or repeated texts live in the table, once.
struct CallRow
{
    CallId id;
    HexId apiHex {}; ///< Plivo's api_id when it is a UUID, else null
    qint64 startedAtMs = 0;
    qint64 finishedAtMs = 0;
    qint64 elapsedMs = 0;
    quint32 contextAt = 0; ///< in the text of source
    int source = -1;
    int message = 0; ///< in the table's texts
    int apiText = 0; ///< in the table's texts: an api_id that is no UUID
    int proof = -1; ///< in the table's proofs; -1: none
    int position = -1; ///< in list order; -1: not listed
    int httpStatus = 0;
    int attempts = 0;
    quint16 contextLength = 0;
    IdMark mark = IdMark::None;
    CallState state = CallState::Listed;
    Outcome outcome = Outcome::Unknown; ///< means something only when state is Done
    Reason reason = Reason::None;

    bool isUnderWay() const
    {
        return state == CallState::Waiting || state == CallState::OnItsWay || state == CallState::Looking;
    }
    bool isDone() const { return state == CallState::Done; }
};

/// The calls behind CallListModel, without signals: rows in list order, found by id, counted. A row is named by its
/// slot, a small number that stays the same until the row is released.
class CallTable
{
public:
    const CallRow &row(int slot) const { return m_rows[static_cast<std::size_t>(slot)]; }
    /// The slot of a listed call, or -1.
    int slotOf(const CallId &id) const;
    /// Slots are below this.
    std::size_t slotCount() const { return m_rows.size(); }
    /// Slots in list order.
    const std::vector<int> &list() const { return m_list; }
    int total() const { return static_cast<int>(m_list.size()); }
    const Tally &tally() const { return m_tally; }

    QStringView context(const CallRow &row) const;
    QString apiId(const CallRow &row) const;
    const QString &text(int index) const { return m_texts[static_cast<std::size_t>(index)]; }
    std::size_t textCount() const { return m_texts.size(); }
    const QString &sourceText(int source) const { return m_sources[static_cast<std::size_t>(source)].text; }
    std::size_t sourceCount() const { return m_sources.size(); }
    std::optional<CallResult> result(const CallRow &row) const;
    CallProof proof(const CallRow &row) const;
    ProofState proofState(const CallRow &row) const;
    /// The text of Plivo's word for who ended the call, as an index for text(); 0: not told.
    int hangupSource(const CallRow &row) const;

    /// What Plivo said of the call when it was looked up; null: nothing.
    const CallInfo *info(const CallRow &row) const;
    bool hasInfos() const { return !m_infos.isEmpty(); }
    /// How long it has been, as of now(), or of its look where that is later; nothing when it isn't known.
    std::optional<std::chrono::seconds> age(const CallRow &row) const;
    /// UTC, ms since 1970; false when it is what it was.
    bool setNow(qint64 nowMs);

    /// Makes room for so many more, once for all the parts of a long text.
    void reserve(qsizetype more);
    /// Those of @p count ids of @p scan, from the one at @p first on, that are not yet listed, at the end; their slots
    /// in order.
    std::vector<int> append(const ScanResult &scan, qsizetype first, qsizetype count);
    /// Those not listed now, at their old places; their slots in list order.
    std::vector<int> restore(const QList<RemovedCall> &rows);
    /// Takes rows off the list; @p slots are listed, each once, in list order. Their data stays readable until
    /// release().
    QList<RemovedCall> detach(const std::vector<int> &slots);
    void release(const std::vector<int> &slots);
    /// Gives all memory back; only with nothing listed.
    void clear();

    void setWaiting(int slot);
    void setOnItsWay(int slot, int attempt);
    void setLooking(int slot);
    void setResult(int slot, const CallResult &result);
    /// Ignored while the call has no outcome.
    void setProof(int slot, const CallProof &proof);
    void setInfo(int slot, const CallInfo &info);

private:
    struct Source
    {
        QString text;
        int rows = 0; ///< that point into it; the text goes with the last
    };

    CallRow &rowAt(int slot) { return m_rows[static_cast<std::size_t>(slot)]; }
    int *newPlace(const CallId &id);
    int newSlot(const CallRow &row);
    /// Where in a text the contexts of some rows are.
    struct Contexts
    {
        qsizetype begin = 0; ///< of the first
        qsizetype end = 0; ///< of the last
        qsizetype units = 0; ///< of all together
    };
    void keepContexts(const QString &text, const std::vector<int> &slots, const Contexts &contexts);
    int addSource(const QString &text);
    void storeResult(CallRow &row, const CallResult &result);
    void storeProof(CallRow &row, const CallProof &proof);
    void forgetProof(CallRow &row);
    int intern(const QString &text);
    void count(const CallRow &row, int by);
    void renumber(std::size_t from);

    std::vector<CallRow> m_rows;
    std::vector<int> m_free;
    std::vector<ProofRow> m_proofs;
    std::vector<int> m_freeProofs;
    std::vector<int> m_list;
    QHash<CallId, int> m_slots;
    mutable std::size_t m_nextLook = 0; ///< the slot after the one that was found last
    std::vector<Source> m_sources;
    std::vector<QString> m_texts { QString() }; ///< 0: empty
    QHash<QString, int> m_textIndex;
    QHash<CallId, std::shared_ptr<const CallInfo>> m_infos; ///< of listed calls; most have none
    qint64 m_nowMs = 0;
    Tally m_tally;
};

} // namespace hangup
