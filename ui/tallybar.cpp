// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/tallybar.h"

#include "domain/words.h"
#include "ui/palettes.h"
#include "ui/style.h"
#include "ui/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <numeric>

namespace hangup {
namespace {

constexpr int BarHeight = 14;
constexpr int LeastPiece = 4;
constexpr int Gap = 2;

} // namespace

TallyBar::TallyBar(QWidget *parent) : QWidget(parent)
{
    setAccessibleName(tr("Outcomes as a bar"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setTally({});
}

void TallyBar::setTally(const Tally &tally)
{
    m_tally = tally;
    setAccessibleDescription(words::tally(tally));
    update();
}

QSize TallyBar::sizeHint() const
{
    return { 120, BarHeight };
}

std::array<int, 7> TallyBar::pieces(const Tally &tally, int width)
{
    const std::array<int, 7> counts { tally[Outcome::Ended],
                                      tally.notLiveBoth(),
                                      tally[Outcome::Refused],
                                      tally[Outcome::Unknown],
                                      tally[Outcome::NotSent],
                                      tally.waiting,
                                      tally.listed };
    std::array<int, 7> widths {};
    const qint64 all = std::accumulate(counts.begin(), counts.end(), qint64(0));
    if (all == 0 || width <= 0)
        return widths;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] > 0)
            widths[i] = qMax(LeastPiece, static_cast<int>(counts[i] * qint64(width) / all));
    }
    // What rounding left over, or what the small ones took, is the widest one's.
    const int sum = std::accumulate(widths.begin(), widths.end(), 0);
    auto widest = std::max_element(widths.begin(), widths.end());
    *widest = qMax(0, *widest + width - sum);
    return widths;
}

void TallyBar::paintEvent(QPaintEvent *)
{
    constexpr double Edge = 3.0;
    constexpr double TrackShare = 0.09; // so much of the text's colour in the window's
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPalette &colours = palette();
    const QRect bar(0, (height() - BarHeight) / 2, width(), BarHeight);
    QPainterPath shape;
    shape.addRoundedRect(QRectF(bar).adjusted(0.5, 0.5, -0.5, -0.5), Edge, Edge);
    const QColor window = colours.color(QPalette::Window);
    painter.fillPath(shape,
                     theme::isHighContrast(colours) ? window
                                                    : mixed(window, colours.color(QPalette::WindowText), TrackShare));
    painter.save();
    painter.setClipPath(shape);
    painter.setRenderHint(QPainter::Antialiasing, false);
    // What waits is hatched: nothing has come of it yet, and in grey it would look like what was not sent.
    const std::array<QBrush, 6> fills {
        theme::outcomeColour(Outcome::Ended, colours),   theme::outcomeColour(Outcome::NotLive, colours),
        theme::outcomeColour(Outcome::Refused, colours), theme::outcomeColour(Outcome::Unknown, colours),
        theme::outcomeColour(Outcome::NotSent, colours), QBrush(theme::waitingBarColour(colours), Qt::BDiagPattern),
    };
    const auto widths = pieces(m_tally, bar.width());
    int x = bar.left();
    for (std::size_t i = 0; i < fills.size(); ++i) {
        if (widths[i] == 0)
            continue;
        const bool last = x + widths[i] >= bar.right();
        const QRect piece = QStyle::visualRect(layoutDirection(), bar,
                                               QRect(x, bar.top(), widths[i] - (last ? 0 : Gap), bar.height()));
        painter.fillRect(piece, fills[i]);
        if (!last) // the window between two pieces, whatever their colours
            painter.fillRect(layoutDirection() == Qt::RightToLeft ? piece.left() - Gap : piece.right() + 1, bar.top(),
                             Gap, bar.height(), window);
        x += widths[i];
    }
    painter.restore();
    painter.setPen(theme::borderColour(colours));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(shape);
}

} // namespace hangup
