// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/confirmcalls.h"

#include "domain/callwords.h"
#include "ui/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QDateTime>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

constexpr int MostRowsInSight = 8;
constexpr int LeastRowsInSight = 3;
constexpr int Padding = 8;
/// Before a B leg, which stands under its A leg.
constexpr QStringView LegMark = u"   └ ";
/// Of more than MostShown calls, so many flagged ones between the ends are named.
constexpr qsizetype MostFlaggedShown = 40;

QString between(qsizetype count)
{
    return count == 1 ? ConfirmCalls::tr("… and 1 more …")
                      : ConfirmCalls::tr("… and %n more …", nullptr, static_cast<int>(count));
}

QString betweenFlagged(qsizetype count)
{
    return count == 1 ? ConfirmCalls::tr("… and 1 more that is flagged …")
                      : ConfirmCalls::tr("… and %n more that are flagged …", nullptr, static_cast<int>(count));
}

} // namespace

ConfirmCalls::ConfirmCalls(const Confirmation &confirmation, bool expectsDetails, QWidget *parent)
    : QTableWidget(parent), m_confirmation(confirmation),
      m_hasDetails(expectsDetails || !confirmation.known().isEmpty()), m_ageTimer(new QTimer(this))
{
    setAccessibleName(tr("Calls to end"));
    setColumnCount(ColumnCount);
    setHorizontalHeaderLabels({ tr("Call UUID"), tr("From"), tr("To"), tr("Direction"), tr("Age"), tr("Note") });
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    horizontalHeaderItem(AgeColumn)->setTextAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setVisible(m_hasDetails);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(theme::rowHeight());
    verticalHeader()->setDefaultSectionSize(theme::rowHeight());
    for (int column = FromColumn; column < ColumnCount; ++column)
        setColumnHidden(column, !m_hasDetails);
    horizontalHeader()->setStretchLastSection(true);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setTextElideMode(Qt::ElideRight);
    setHorizontalScrollMode(ScrollPerPixel);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    fill();
    sizeColumns();
    connect(m_ageTimer, &QTimer::timeout, this, &ConfirmCalls::tick);
    if (m_hasDetails)
        m_ageTimer->start(std::chrono::seconds(1));
}

void ConfirmCalls::setConfirmation(const Confirmation &confirmation)
{
    m_confirmation = confirmation;
    fill();
}

void ConfirmCalls::setRead(const CallInfoRead &read)
{
    m_reads.insert(read.id, read);
}

/// In the order of the user; the legs of a call together.
QList<ConfirmCalls::Line> ConfirmCalls::allLines() const
{
    const QList<CallId> &ids = m_confirmation.ids();
    const QHash<CallId, CallInfo> &known = m_confirmation.known();
    QList<Line> all;
    all.reserve(ids.size());
    for (const QList<CallId> &group : groupedByLegs(ids, known)) {
        for (const CallId &id : group) {
            const auto info = known.constFind(id);
            const bool isChild = info != known.cend() && info->parent && *info->parent == group.first();
            all.append({ .id = id, .isLeg = isChild && id != group.first() });
        }
    }
    return all;
}

/// Of many calls the ends, and between them the flagged ones.
QList<ConfirmCalls::Line> ConfirmCalls::lines() const
{
    const QList<CallId> &ids = m_confirmation.ids();
    // Of 100,000 calls nobody knows: there is nothing to group and nothing to flag.
    if (m_confirmation.known().isEmpty() && ids.size() > MostShown) {
        QList<Line> few;
        for (const CallId &id : ids.first(ShownAtEachEnd))
            few.append({ .id = id });
        few.append({ .words = between(ids.size() - 2 * ShownAtEachEnd) });
        for (const CallId &id : ids.last(ShownAtEachEnd))
            few.append({ .id = id });
        return few;
    }
    const QList<Line> all = allLines();
    if (all.size() <= MostShown)
        return all;
    QList<Line> few = all.first(ShownAtEachEnd);
    QList<Line> flagged;
    for (const Line &line : all.sliced(ShownAtEachEnd, all.size() - 2 * ShownAtEachEnd)) {
        if (needsAnotherStep(m_confirmation.flags(*line.id)) || isLeftOut(m_confirmation.flags(*line.id)))
            flagged.append(line);
    }
    const qsizetype named = std::min(flagged.size(), MostFlaggedShown);
    const qsizetype plain = all.size() - 2 * ShownAtEachEnd - flagged.size();
    if (plain > 0)
        few.append({ .words = between(plain) });
    few += flagged.first(named);
    if (flagged.size() > named)
        few.append({ .words = betweenFlagged(flagged.size() - named) });
    return few + all.last(ShownAtEachEnd);
}

void ConfirmCalls::fill()
{
    const int at = verticalScrollBar()->value();
    m_lines = lines();
    setRowCount(static_cast<int>(m_lines.size()));
    for (int row = 0; row < rowCount(); ++row)
        fillRow(row, m_lines.at(row));
    verticalScrollBar()->setValue(at);
}

void ConfirmCalls::fillRow(int row, const Line &line)
{
    const int span = line.id || !m_hasDetails ? 1 : ColumnCount;
    if (columnSpan(row, UuidColumn) != span)
        setSpan(row, UuidColumn, 1, span);
    if (line.id) {
        fillCall(row, line);
        return;
    }
    for (int column = 0; column < ColumnCount; ++column)
        setCell(row, column, column == UuidColumn ? line.words : QString());
    setMark(row, false, false);
}

void ConfirmCalls::fillCall(int row, const Line &line)
{
    const CallId &id = *line.id;
    const auto known = m_confirmation.known().constFind(id);
    const bool isKnown = known != m_confirmation.known().cend();
    setCell(row, UuidColumn, line.isLeg ? LegMark.toString() + id.toString() : id.toString());
    setCell(row, FromColumn, isKnown ? known->from : QString());
    setCell(row, ToColumn, isKnown ? known->to : QString());
    setCell(row, DirectionColumn, isKnown ? words::direction(known->direction) : QString());
    setCell(row, AgeColumn, age(id));
    setCell(row, NoteColumn, note(id));
    item(row, AgeColumn)->setTextAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    item(row, UuidColumn)->setFont(theme::fixedFont());
    const CutOffFlags flags = m_confirmation.flags(id);
    setMark(row, needsAnotherStep(flags) || isLeftOut(flags), isKnown && known->phase == CallPhase::Over);
}

void ConfirmCalls::setCell(int row, int column, const QString &text)
{
    QTableWidgetItem *cell = item(row, column);
    if (!cell) {
        cell = new QTableWidgetItem;
        cell->setFlags(Qt::ItemIsSelectable | Qt::ItemIsEnabled);
        setItem(row, column, cell);
    }
    if (cell->text() == text)
        return;
    cell->setText(text);
    // What is cut stands in the tool tip; foreign text must not become HTML there.
    cell->setToolTip(text.isEmpty() || column == UuidColumn
                         ? QString()
                         : u"<p style=\"white-space:pre-wrap\">"_s + text.toHtmlEscaped() + u"</p>"_s);
}

void ConfirmCalls::setMark(int row, bool isFlagged, bool isMuted)
{
    const QColor caution = theme::outcomeColour(Outcome::Unknown, palette());
    QTableWidgetItem *note = item(row, NoteColumn);
    note->setIcon(isFlagged ? theme::icon(u"warning"_s, palette(), caution) : QIcon());
    QFont font = theme::font(isFlagged ? theme::Type::Strong : theme::Type::Body);
    note->setFont(font);
    for (int column = 0; column < ColumnCount; ++column) {
        item(row, column)->setForeground(isMuted ? QBrush(theme::mutedColour(palette())) : QBrush());
    }
    if (isFlagged)
        note->setForeground(caution);
}

QString ConfirmCalls::note(const CallId &id) const
{
    const auto info = m_confirmation.known().constFind(id);
    const bool isKnown = info != m_confirmation.known().cend();
    const CutOffFlags flags = m_confirmation.flags(id);
    QStringList parts;
    if (const QString why = words::cutOff(flags, m_confirmation.rules()); !why.isEmpty())
        parts += why;
    if (isLeftOut(flags))
        parts += tr("left out");
    const auto read = m_reads.constFind(id);
    const bool isGone = read != m_reads.cend() && read->state == LookState::Gone;
    if (isGone || (isKnown && info->phase == CallPhase::Over))
        parts += tr("Not live any more");
    else if (read != m_reads.cend() && read->state == LookState::Unclear)
        parts += tr("Could not be read");
    else if (isKnown && !info->isAnswered())
        parts += words::status(*info);
    return parts.join(u" · "_s);
}

QString ConfirmCalls::age(const CallId &id) const
{
    const auto info = m_confirmation.known().constFind(id);
    if (info == m_confirmation.known().cend())
        return {};
    const std::optional<std::chrono::seconds> since = info->age(QDateTime::currentMSecsSinceEpoch());
    return since ? words::age(*since) : QString();
}

void ConfirmCalls::tick()
{
    for (int row = 0; row < rowCount(); ++row) {
        if (m_lines.at(row).id)
            setCell(row, AgeColumn, age(*m_lines.at(row).id));
    }
}

QString ConfirmCalls::summary() const
{
    QStringList said;
    const qsizetype count = m_lines.size();
    const bool cut = count > 2 * ShownAtEachEnd;
    for (qsizetype n = 0; n < count; ++n) {
        const Line &line = m_lines.at(n);
        if (cut && n >= ShownAtEachEnd && n < count - ShownAtEachEnd) {
            if (n == ShownAtEachEnd)
                said += between(m_confirmation.ids().size() - 2 * ShownAtEachEnd);
            continue;
        }
        QStringList cells;
        for (int column = 0; column < ColumnCount; ++column) {
            const QString text
                = column == UuidColumn && line.id ? line.id->toString() : item(static_cast<int>(n), column)->text();
            if (!text.isEmpty())
                cells += text;
        }
        said += cells.join(u", "_s);
    }
    return said.join(u'\n');
}

void ConfirmCalls::sizeColumns()
{
    const QFontMetrics text(theme::font(theme::Type::Body));
    const QFontMetrics strong(theme::font(theme::Type::Strong));
    const QFontMetrics fixed(theme::fixedFont());
    const auto atLeast = [this, &text](int column, int width) {
        const QString title = horizontalHeaderItem(column)->text();
        setColumnWidth(column, std::max(width, text.horizontalAdvance(title)) + 2 * Padding);
    };
    const int number = text.horizontalAdvance(u"+00 00 0000 0000"_s);
    atLeast(UuidColumn, fixed.horizontalAdvance(LegMark.toString() + QString(CallId::Length, u'0')) + Padding);
    atLeast(FromColumn, number);
    atLeast(ToColumn, number);
    atLeast(DirectionColumn,
            std::max(text.horizontalAdvance(words::direction(CallDirection::Inbound)),
                     text.horizontalAdvance(words::direction(CallDirection::Outbound))));
    atLeast(AgeColumn, text.horizontalAdvance(u"00:00:00"_s));
    const QString longest = words::cutOff(CutOffFlag::AnsweredInbound | CutOffFlag::Young, m_confirmation.rules());
    atLeast(NoteColumn, theme::iconSize() + Padding + strong.horizontalAdvance(longest));
}

int ConfirmCalls::rowsHeight(int rows) const
{
    const int header = m_hasDetails ? horizontalHeader()->sizeHint().height() : 0;
    const int bar = wantedWidth() > m_room ? horizontalScrollBar()->sizeHint().height() : 0;
    return header + rows * verticalHeader()->defaultSectionSize() + bar + 2 * frameWidth();
}

int ConfirmCalls::wantedWidth() const
{
    int width = 2 * frameWidth();
    for (int column = 0; column < ColumnCount; ++column)
        width += isColumnHidden(column) ? 0 : columnWidth(column);
    return m_lines.size() > MostRowsInSight ? width + verticalScrollBar()->sizeHint().width() : width;
}

QSize ConfirmCalls::sizeHint() const
{
    const int rows = static_cast<int>(m_lines.size());
    return { wantedWidth(), rowsHeight(std::clamp(rows, 1, MostRowsInSight)) };
}

QSize ConfirmCalls::minimumSizeHint() const
{
    const int rows = static_cast<int>(m_lines.size());
    return { columnWidth(UuidColumn), rowsHeight(std::clamp(rows, 1, LeastRowsInSight)) };
}

void ConfirmCalls::copy() const
{
    QStringList ids;
    const QModelIndexList rows = selectionModel()->selectedRows();
    for (const QModelIndex &row : rows) {
        if (m_lines.at(row.row()).id)
            ids += m_lines.at(row.row()).id->toString();
    }
    if (!ids.isEmpty())
        QApplication::clipboard()->setText(ids.join(u'\n'));
}

void ConfirmCalls::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copy();
    else
        QTableWidget::keyPressEvent(event);
}

void ConfirmCalls::changeEvent(QEvent *event)
{
    QTableWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && rowCount() > 0)
        fill(); // icons and colours are of the palette
}

} // namespace hangup
