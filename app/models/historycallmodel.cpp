// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "models/historycallmodel.h"

#include "domain/words.h"
#include "models/calltexts.h"
#include "models/historyrows.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

struct CallTraits
{
    using Row = HistoryCall;
    using Key = std::pair<quint64, CallId>;
    static Key key(const Row &row) { return { row.batch.batch, row.id }; }
    /// An outcome once recorded never changes; it can only come.
    static bool same(const Row &a, const Row &b)
    {
        return a.result.has_value() == b.result.has_value() && a.proof == b.proof
            && (!a.result || (a.result->outcome == b.result->outcome && a.result->attempts == b.result->attempts));
    }
};

std::optional<Outcome> outcomeOf(const HistoryCall &call)
{
    return call.result ? std::optional(call.result->outcome) : std::nullopt;
}

QString number(int value)
{
    return value != 0 ? QString::number(value) : QString();
}

QString cell(const HistoryCall &call, int column)
{
    const auto &result = call.result;
    switch (static_cast<HistoryCallModel::Column>(column)) {
    case HistoryCallModel::UuidColumn:
        return call.id.toString();
    case HistoryCallModel::OutcomeColumn:
        return result ? words::outcomeShort(result->outcome) : words::stateShort(CallState::Waiting);
    case HistoryCallModel::ProofColumn:
        return words::proofShort(call.proof);
    case HistoryCallModel::SourceColumn:
        return call.proof.hangupSource;
    case HistoryCallModel::HttpColumn:
        return result ? number(result->httpStatus) : QString();
    case HistoryCallModel::AttemptsColumn:
        return result ? QString::number(result->attempts) : QString();
    case HistoryCallModel::WhenColumn:
        return result ? QDateTime::fromMSecsSinceEpoch(result->finishedAtMs).toString(u"yyyy-MM-dd HH:mm:ss"_s)
                      : QString();
    case HistoryCallModel::MessageColumn:
        return result ? result->message : QString();
    case HistoryCallModel::TicketColumn:
        return call.batch.words.ticket;
    case HistoryCallModel::AccountColumn:
        return call.batch.accountName;
    case HistoryCallModel::ColumnCount:
        break;
    }
    return {};
}

QString toolTip(const HistoryCall &call, int column)
{
    switch (column) {
    case HistoryCallModel::OutcomeColumn:
        return call.result ? words::resultSentence(*call.result) : HistoryCallModel::tr("No outcome yet.");
    case HistoryCallModel::ProofColumn:
    case HistoryCallModel::SourceColumn:
        return words::proofSentence(call.proof, outcomeOf(call));
    case HistoryCallModel::AccountColumn:
        return call.batch.authId.toString();
    default: // what stands there, whole
        return cell(call, column);
    }
}

} // namespace

struct HistoryCallModel::Private
{
    HistoryRows<CallTraits> rows;
};

HistoryCallModel::HistoryCallModel(QObject *parent) : HistoryModel(parent), d(std::make_unique<Private>()) { }

HistoryCallModel::~HistoryCallModel() = default;

int HistoryCallModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HistoryCallModel::data(const QModelIndex &index, int role) const
{
    const int item = index.isValid() && index.model() == this ? itemAt(index.row()) : -1;
    if (item < 0)
        return {};
    const HistoryCall &call = d->rows.at(item);
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return cell(call, column);
    case Qt::ToolTipRole: {
        const QString text = calltexts::plainToolTip(toolTip(call, column));
        return text.isEmpty() ? QVariant() : QVariant(text);
    }
    case Qt::AccessibleTextRole:
        return accessible(column, cell(call, column));
    case Qt::TextAlignmentRole:
        return isNumeric(column) ? QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case BatchRole:
        return QVariant::fromValue(call.batch.batch);
    case UuidRole:
        return call.id.toString();
    case OutcomeRole:
        return call.result ? QVariant(static_cast<int>(call.result->outcome)) : QVariant();
    case ProofRole:
        return static_cast<int>(call.proof.state);
    case AtRole:
        return call.result ? QVariant::fromValue(call.result->finishedAtMs) : QVariant();
    default: // roles are an open set
        return {};
    }
}

QString HistoryCallModel::header(int column) const
{
    switch (static_cast<Column>(column)) {
    case UuidColumn:
        return tr("Call UUID");
    case OutcomeColumn:
        return tr("Outcome");
    case ProofColumn:
        return tr("Proof");
    case SourceColumn:
        return tr("Hangup source");
    case HttpColumn:
        return tr("HTTP");
    case AttemptsColumn:
        return tr("Attempts");
    case WhenColumn:
        return tr("When");
    case MessageColumn:
        return tr("Plivo’s words");
    case TicketColumn:
        return tr("Ticket");
    case AccountColumn:
        return tr("Account");
    case ColumnCount:
        break;
    }
    return {};
}

void HistoryCallModel::setRows(const QList<HistoryCall> &rows, int total)
{
    std::vector<int> changed;
    const std::vector<int> target = d->rows.take(rows, {}, changed);
    show(target, changed, total);
}

void HistoryCallModel::append(const QList<HistoryCall> &rows, int total)
{
    std::vector<int> changed;
    const std::vector<int> target = d->rows.take(rows, shown(), changed);
    // A page that brings nothing new is the last, whatever the number says: it would be asked for again and again.
    const bool isEnd = target.size() == shown().size();
    show(target, changed, isEnd ? static_cast<int>(target.size()) : total);
}

bool HistoryCallModel::updateRows(int offset, const QList<HistoryCall> &rows, int total)
{
    std::vector<int> changed;
    if (total != HistoryModel::total() || offset < 0
        || !d->rows.update(rows, shown(), static_cast<std::size_t>(offset), changed))
        return false;
    emitChanged(changed);
    arrived(total);
    return true;
}

void HistoryCallModel::show(const std::vector<int> &target, const std::vector<int> &changed, int total)
{
    showItems(target);
    d->rows.keep(shown());
    emitChanged(changed);
    arrived(total);
}

std::optional<HistoryCall> HistoryCallModel::callAt(int row) const
{
    const int item = itemAt(row);
    return item >= 0 ? std::optional(d->rows.at(item)) : std::nullopt;
}

int HistoryCallModel::rowOf(quint64 batch, const CallId &id) const
{
    const int item = d->rows.find({ batch, id });
    return item >= 0 ? rowOfItem(item) : -1;
}

} // namespace hangup
