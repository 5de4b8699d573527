// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/calllistmodel.h"

#include "domain/words.h"

#include <QList>
#include <QString>
#include <QVariant>

#include <algorithm>
#include <optional>

namespace hangup::testing {

/// What CallListModel must show, done the slow and plain way: lists searched from the front, texts built and compared.
class NaiveList
{
public:
    struct Call
    {
        CallId id;
        IdMark mark = IdMark::None;
        QString context;
        CallState state = CallState::Listed;
        std::optional<CallResult> result {};
        int attempts = 0;
        ProofState proof = ProofState::None;
        QString source {};
    };

    QList<Call> list;
    QList<CallId> shown;
    int column = -1;
    bool descending = false;
    QString needle;
    CallFilter filter = CallFilter::All;
    bool held = false;
    bool isOrderPending = false; ///< rows stand at the end that belong elsewhere

    Call *find(const CallId &id)
    {
        const auto it = std::find_if(list.begin(), list.end(), [&](const Call &call) { return call.id == id; });
        return it != list.end() ? &*it : nullptr;
    }
    const Call &call(const CallId &id) { return *find(id); }
    qsizetype position(const CallId &id) { return find(id) - list.data(); }

    static QString proofWord(const Call &call)
    {
        return call.proof == ProofState::None
            ? QString()
            : words::proofShort({ .id = call.id, .state = call.proof, .hangupSource = call.source });
    }

    QString notes(const Call &call) const
    {
        QStringList parts { words::mark(call.mark) };
        if (call.result && call.result->outcome == Outcome::NotLiveMaybeUs)
            parts << QStringLiteral("Not live now; an earlier attempt may have ended it");
        if (call.result)
            parts << words::reasonPhrase(call.result->reason) << call.result->message;
        parts.removeAll(QString());
        return parts.join(QStringLiteral(" · "));
    }

    bool fits(const Call &call) const
    {
        const auto is = [&](Outcome outcome) { return call.result && call.result->outcome == outcome; };
        const bool underWay
            = call.state == CallState::Waiting || call.state == CallState::OnItsWay || call.state == CallState::Looking;
        if ((filter == CallFilter::Listed && call.state != CallState::Listed)
            || (filter == CallFilter::Waiting && !underWay)
            || (filter == CallFilter::NotLive && !is(Outcome::NotLive) && !is(Outcome::NotLiveMaybeUs))
            || (filter == CallFilter::Ended && !is(Outcome::Ended))
            || (filter == CallFilter::Refused && !is(Outcome::Refused))
            || (filter == CallFilter::Unknown && !is(Outcome::Unknown))
            || (filter == CallFilter::NotSent && !is(Outcome::NotSent)))
            return false;
        QStringList texts { call.id.toString(), call.context, words::mark(call.mark) };
        if (call.result)
            texts << words::outcomeShort(call.result->outcome) << words::reasonPhrase(call.result->reason)
                  << call.result->message << call.result->apiId;
        if (call.proof != ProofState::None)
            texts << proofWord(call) << call.source;
        const bool isOutcome = std::any_of(AllOutcomes.begin(), AllOutcomes.end(), [this](Outcome outcome) {
            return words::outcomeShort(outcome).contains(needle, Qt::CaseInsensitive);
        });
        if (call.result && call.result->outcome == Outcome::NotLiveMaybeUs && !isOutcome)
            texts << QStringLiteral("Not live now; an earlier attempt may have ended it");
        return needle.isEmpty() || std::any_of(texts.begin(), texts.end(), [this](const QString &text) {
                   return text.contains(needle, Qt::CaseInsensitive);
               });
    }

    /// A number or a text; invalid when missing.
    QVariant key(const Call &call) const
    {
        const auto some = [](bool is, const QVariant &value) { return is ? value : QVariant(); };
        const CallResult result = call.result.value_or(CallResult { call.id });
        switch (column) {
        case CallListModel::UuidColumn:
            return call.id.toString();
        case CallListModel::StateColumn:
            return static_cast<qint64>(call.state);
        case CallListModel::OutcomeColumn:
            return some(call.result.has_value(), static_cast<qint64>(result.outcome));
        case CallListModel::ProofColumn:
            return some(call.proof != ProofState::None, static_cast<qint64>(call.proof));
        case CallListModel::SourceColumn:
            return some(!call.source.isEmpty(), call.source);
        case CallListModel::HttpColumn:
            return some(result.httpStatus != 0, static_cast<qint64>(result.httpStatus));
        case CallListModel::AttemptsColumn:
            return some(call.result || call.attempts > 0, static_cast<qint64>(call.attempts));
        case CallListModel::TookColumn:
            return some(result.startedAtMs > 0, static_cast<qint64>(result.elapsed.count()));
        case CallListModel::WhenColumn:
            return some(result.finishedAtMs > 0, static_cast<qint64>(result.finishedAtMs));
        case CallListModel::ApiIdColumn: // UUIDs before other texts
            return some(!result.apiId.isEmpty(),
                        QString(QLatin1Char(result.apiId.size() == 36 ? '0' : '1') + result.apiId));
        case CallListModel::NotesColumn:
            return some(!notes(call).isEmpty(), notes(call));
        default:
            return {};
        }
    }

    bool before(const CallId &a, const CallId &b)
    {
        const QVariant x = key(call(a));
        const QVariant y = key(call(b));
        if (x.isValid() != y.isValid())
            return x.isValid();
        if (x != y && x.typeId() == QMetaType::QString)
            return (x.toString() < y.toString()) != descending;
        if (x != y)
            return (x.toLongLong() < y.toLongLong()) != descending;
        return position(a) < position(b);
    }

    void sortShown()
    {
        isOrderPending = false;
        std::sort(shown.begin(), shown.end(), [this](const CallId &a, const CallId &b) { return before(a, b); });
    }
    void refresh()
    {
        shown.clear();
        for (const Call &call : list) {
            if (fits(call))
                shown << call.id;
        }
        sortShown();
    }
    /// Each before the first row that belongs behind it; rows that are there do not move.
    void insertInPlace(QList<CallId> coming)
    {
        std::sort(coming.begin(), coming.end(), [this](const CallId &a, const CallId &b) { return before(a, b); });
        for (const CallId &id : coming) {
            const auto at = std::find_if(shown.begin(), shown.end(), [&](const CallId &s) { return before(id, s); });
            shown.insert(at, id);
        }
    }
    void showAdded(const QList<CallId> &added)
    {
        QList<CallId> coming;
        for (const CallId &id : added) {
            if (fits(call(id)))
                coming << id;
        }
        if (column >= 0 && held) {
            shown << coming;
            isOrderPending |= !coming.isEmpty();
            return;
        }
        insertInPlace(coming);
        if (!coming.isEmpty() && column >= 0)
            sortShown();
    }
    /// Rows that fit, or fit no longer, come and go.
    void refit()
    {
        if (held)
            return;
        shown.removeIf([this](const CallId &id) { return !fits(call(id)); });
        QList<CallId> coming;
        for (const Call &call : list) {
            if (fits(call) && !shown.contains(call.id))
                coming << call.id;
        }
        insertInPlace(coming);
    }
    void hold(bool now)
    {
        held = now;
        if (!held && isOrderPending)
            refresh();
        refit();
    }

    Tally tally() const
    {
        Tally tally;
        for (const Call &call : list) {
            if (call.result)
                ++tally[call.result->outcome];
            else if (call.state == CallState::Listed)
                ++tally.listed;
            else
                ++tally.waiting;
        }
        return tally;
    }
};

} // namespace hangup::testing
