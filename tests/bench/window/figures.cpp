// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "figures.h"

#include <QStringList>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace hangup::bench {

namespace {

void printLine(const QStringList &fields)
{
    std::puts(fields.join(u'\t').toUtf8().constData());
    std::fflush(stdout); // another program reads along
}

QString number(double value)
{
    return QString::number(value, 'f', value >= 100 ? 0 : 2);
}

} // namespace

double Figures::Figure::typical() const
{
    QList<double> sorted = values;
    std::sort(sorted.begin(), sorted.end());
    if (kind == Kind::Never)
        return sorted.last();
    const qsizetype middle = sorted.size() / 2;
    return sorted.size() % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

void Figures::add(const QString &name, double value, const QString &unit, double atMost)
{
    add(name, value, unit, atMost > 0 ? Kind::AtMost : Kind::Free, atMost);
}

void Figures::addAtLeast(const QString &name, double value, const QString &unit, double atLeast)
{
    add(name, value, unit, Kind::AtLeast, atLeast);
}

void Figures::addNever(const QString &name, double value, const QString &unit, double atMost)
{
    add(name, value, unit, Kind::Never, atMost);
}

void Figures::add(const QString &name, double value, const QString &unit, Kind kind, double bound)
{
    const auto known = std::find_if(m_figures.begin(), m_figures.end(),
                                    [&name](const Figure &figure) { return figure.name == name; });
    if (known != m_figures.end())
        known->values += value;
    else
        m_figures.append({ .name = name, .unit = unit, .kind = kind, .bound = bound, .values = { value } });
}

void Figures::print() const
{
    for (const Figure &figure : m_figures) {
        const auto [least, most] = std::minmax_element(figure.values.begin(), figure.values.end());
        const QString bound = figure.kind == Kind::Free ? QString()
            : figure.kind == Kind::AtLeast              ? u">= %1"_s.arg(figure.bound)
                                                        : u"<= %1"_s.arg(figure.bound);
        printLine({ m_prefix + figure.name, number(figure.typical()), number(*least), number(*most),
                    QString::number(figure.values.size()), figure.unit, bound });
    }
}

QStringList Figures::missed(double slack) const
{
    QStringList lines;
    for (const Figure &figure : m_figures) {
        const double typical = figure.typical();
        const bool isMissed = figure.kind == Kind::AtLeast
            ? typical < figure.bound / slack
            : figure.kind != Kind::Free && typical > figure.bound * slack;
        if (isMissed)
            lines += u"%1%2: %3 %4, bound %5"_s.arg(m_prefix, figure.name, number(typical), figure.unit)
                         .arg(figure.bound);
    }
    return lines;
}

void printSkipped(const QString &what, const QString &why)
{
    printLine({ u"skipped"_s, what, why });
}

} // namespace hangup::bench
