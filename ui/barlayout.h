// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QLayout>
#include <QList>

namespace hangup {

/// Three parts on a line: one at its start, one at its end, and one between them. Where the width is not enough, the
/// part between has a line of its own above the others. Owns the parts.
///
/// It knows its height for each width beforehand, and its least height is that of two lines: what lies around it has
/// the room at once when a narrower window makes it two, and no window is too low for them.
class BarLayout : public QLayout
{
    Q_OBJECT
public:
    /// @p gap between parts and lines; @p wideGap more beside the part between. In points.
    BarLayout(int gap, int wideGap, QWidget *parent);
    ~BarLayout() override;

    /// Once.
    void setParts(QLayout *start, QWidget *between, QLayout *end);

    void addItem(QLayoutItem *item) override;
    int count() const override;
    QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    enum Part : quint8 { Start, Between, End };
    QSize hint(Part part) const;
    QSize least(Part part) const;
    /// @p width takes all three, with nothing cut at the end.
    bool isOneLine(int width) const;
    void setOneLine(const QRect &rect) const;
    void setTwoLines(const QRect &rect) const;
    void place(Part part, const QRect &all, const QRect &rect) const;

    QList<QLayoutItem *> m_parts;
    int m_gap;
    int m_wideGap;
};

} // namespace hangup
