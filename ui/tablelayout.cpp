// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/tablelayout.h"

#include "ui/tableheader.h"

#include <QDataStream>
#include <QIODevice>

#include <algorithm>

namespace hangup {
namespace {

constexpr quint32 Magic = 0x48474c54; // "HGLT"
constexpr quint16 Version = 1;

bool isPermutation(const QList<TableLayout::Section> &sections)
{
    QList<bool> seen(sections.size(), false);
    for (const TableLayout::Section &section : sections) {
        if (section.visual < 0 || section.visual >= sections.size() || seen.at(section.visual))
            return false;
        seen[section.visual] = true;
    }
    return true;
}

} // namespace

TableLayout TableLayout::of(const TableHeader &header)
{
    TableLayout layout;
    for (int column = 0; column < header.count(); ++column) {
        const bool hidden = header.isSectionHidden(column);
        const int width = header.shownWidth(column);
        layout.sections.append({ header.visualIndex(column), std::clamp(width, LeastWidth, MostWidth), hidden });
    }
    layout.sortColumn = header.sortIndicatorSection() < header.count() ? header.sortIndicatorSection() : -1;
    layout.order = header.sortIndicatorOrder();
    return layout;
}

void TableLayout::applyTo(QHeaderView &header) const
{
    QList<int> columns(sections.size());
    for (int column = 0; column < sections.size(); ++column)
        columns[sections.at(column).visual] = column;
    for (int visual = 0; visual < columns.size(); ++visual)
        header.moveSection(header.visualIndex(columns.at(visual)), visual);
    for (int column = 0; column < sections.size(); ++column) {
        header.setSectionHidden(column, false);
        header.resizeSection(column, sections.at(column).width);
        header.setSectionHidden(column, sections.at(column).hidden);
    }
}

QByteArray TableLayout::encode() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_0);
    stream << Magic << Version << quint16(sections.size());
    for (const Section &section : sections)
        stream << qint32(section.visual) << qint32(section.width) << section.hidden;
    stream << qint32(sortColumn) << (order == Qt::DescendingOrder);
    return bytes;
}

std::optional<TableLayout> TableLayout::decode(const QByteArray &state, int columns, int fixedColumn)
{
    QDataStream stream(state);
    stream.setVersion(QDataStream::Qt_6_0);
    quint32 magic = 0;
    quint16 version = 0;
    quint16 count = 0;
    stream >> magic >> version >> count;
    if (stream.status() != QDataStream::Ok || magic != Magic || version != Version || count != columns)
        return std::nullopt;
    TableLayout layout;
    for (int column = 0; column < columns; ++column) {
        qint32 visual = -1;
        qint32 width = 0;
        bool hidden = false;
        stream >> visual >> width >> hidden;
        if (width < LeastWidth || width > MostWidth)
            return std::nullopt;
        layout.sections.append({ visual, width, hidden });
    }
    qint32 sortColumn = -1;
    bool descending = false;
    stream >> sortColumn >> descending;
    if (stream.status() != QDataStream::Ok || !stream.atEnd() || sortColumn < -1 || sortColumn >= columns)
        return std::nullopt;
    if (!isPermutation(layout.sections) || layout.sections.at(fixedColumn).hidden)
        return std::nullopt;
    layout.sortColumn = sortColumn;
    layout.order = descending ? Qt::DescendingOrder : Qt::AscendingOrder;
    return layout;
}

} // namespace hangup
