// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>

namespace hangup::bench {

/// What was measured, round by round, each figure under its name and in the order of their first appearance. Printed
/// as tests/bench/run reads it, a line each on stdout:
/// `measurement<TAB>median<TAB>minimum<TAB>maximum<TAB>rounds<TAB>unit<TAB>bound`; without a bound the last is empty.
class Figures
{
public:
    /// @p prefix stands before each name: where it was measured.
    explicit Figures(QString prefix) : m_prefix(std::move(prefix)) { }

    /// One round's value. @p bound: what the median may be at most, in the unit; none when it is not above 0.
    void add(const QString &name, double value, const QString &unit, double atMost = 0);
    /// The same for what must be at least @p atLeast.
    void addAtLeast(const QString &name, double value, const QString &unit, double atLeast);
    /// For what may never be over its bound: the largest value counts, and it stands in the median's place.
    void addNever(const QString &name, double value, const QString &unit, double atMost);
    void print() const;
    /// The lines of those that miss their bound times @p slack (at least: divided by it).
    QStringList missed(double slack = 1) const;

private:
    enum class Kind : quint8 { Free, AtMost, AtLeast, Never };
    struct Figure
    {
        QString name;
        QString unit;
        Kind kind = Kind::Free;
        double bound = 0;
        QList<double> values {};

        double typical() const;
    };
    void add(const QString &name, double value, const QString &unit, Kind kind, double bound);

    QString m_prefix;
    QList<Figure> m_figures;
};

/// `skipped<TAB>what<TAB>why` on stdout.
void printSkipped(const QString &what, const QString &why);

} // namespace hangup::bench
