// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/filterchip.h"

#include "ui/style.h"
#include "ui/theme.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>

#include <optional>

namespace hangup {

using namespace Qt::StringLiterals;

namespace {

constexpr int ChipHeight = 28;
constexpr int Padding = 8;
constexpr int IconSize = 16;
constexpr int IconGap = 5;
constexpr int NumberGap = 6;

std::optional<Outcome> outcomeOf(CallFilter filter)
{
    switch (filter) {
    case CallFilter::All:
    case CallFilter::Listed:
    case CallFilter::Waiting:
        return std::nullopt;
    case CallFilter::Ended:
        return Outcome::Ended;
    case CallFilter::NotLive:
        return Outcome::NotLive;
    case CallFilter::Refused:
        return Outcome::Refused;
    case CallFilter::Unknown:
        return Outcome::Unknown;
    case CallFilter::NotSent:
        return Outcome::NotSent;
    }
    return std::nullopt;
}

} // namespace

FilterChip::FilterChip(CallFilter filter, const QString &word, QWidget *parent)
    : QAbstractButton(parent), m_filter(filter)
{
    setText(word);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    makeIcon();
    updateName();
}

void FilterChip::setCount(int count)
{
    if (count == m_count)
        return;
    m_count = count;
    updateName();
    update();
}

void FilterChip::setDigits(int digits)
{
    if (digits == m_digits)
        return;
    m_digits = digits;
    updateGeometry();
}

void FilterChip::updateName()
{
    setAccessibleName(u"%1 %2"_s.arg(text(), QLocale().toString(m_count)));
}

QFont FilterChip::numberFont() const
{
    QFont bold = font();
    bold.setBold(true);
    return bold;
}

QColor FilterChip::colour() const
{
    if (const auto outcome = outcomeOf(m_filter))
        return theme::outcomeColour(*outcome, palette());
    return m_filter == CallFilter::Waiting ? theme::waitingColour(palette()) : palette().color(QPalette::WindowText);
}

void FilterChip::makeIcon()
{
    if (const auto outcome = outcomeOf(m_filter))
        setIcon(theme::outcomeIcon(*outcome, palette()));
    else if (m_filter == CallFilter::Waiting)
        setIcon(theme::waitingIcon(palette()));
    else
        setIcon(theme::icon(m_filter == CallFilter::All ? u"list"_s : u"listed"_s, palette()));
}

QSize FilterChip::sizeHint() const
{
    const QString widest = QLocale().toString(QString(m_digits, u'8').toInt());
    const int word = QFontMetrics(font()).horizontalAdvance(text());
    const int number = QFontMetrics(numberFont()).horizontalAdvance(widest);
    return { Padding + IconSize + IconGap + word + NumberGap + number + Padding,
             qMax(ChipHeight, fontMetrics().height() + 8) };
}

void FilterChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QPalette &colours = palette();
    const QColor window = colours.color(QPalette::Window);
    const QColor text = colours.color(QPalette::WindowText);
    if (isChecked())
        paintPanel(&painter, rect(), colours.color(QPalette::Base), theme::borderColour(colours));
    else if (underMouse() || isDown())
        paintPanel(&painter, rect(), mixed(window, text, isDown() ? 0.12 : 0.06), Qt::transparent);
    if (hasFocus())
        paintPanel(&painter, rect(), Qt::transparent, {}, theme::focusColour(colours));

    // A zero is in the reading line but steps back.
    const QColor ink = m_count > 0 || isChecked() ? colour() : theme::mutedColour(colours);
    QRect place = rect().adjusted(Padding, 0, -Padding, 0);
    const auto mirrored = [this](const QRect &part) { return QStyle::visualRect(layoutDirection(), rect(), part); };
    const QRect iconPlace(place.left(), place.center().y() - IconSize / 2 + 1, IconSize, IconSize);
    icon().paint(&painter, mirrored(iconPlace), Qt::AlignCenter, QIcon::Normal);
    place.setLeft(iconPlace.right() + 1 + IconGap);
    painter.setPen(ink);
    painter.drawText(mirrored(place), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, this->text());
    place.setLeft(place.left() + fontMetrics().horizontalAdvance(this->text()) + NumberGap);
    painter.setFont(numberFont());
    painter.drawText(mirrored(place), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     QLocale().toString(m_count));
}

void FilterChip::changeEvent(QEvent *event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        makeIcon();
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

} // namespace hangup
