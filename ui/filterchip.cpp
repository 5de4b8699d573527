// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/filterchip.h"

#include "ui/palettes.h"
#include "ui/style.h"
#include "ui/theme.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>

#include <optional>

namespace hangup {

using namespace Qt::StringLiterals;

namespace {

constexpr int Padding = 9;
constexpr int TopPadding = 4;
constexpr int BottomPadding = 8; // with the mark of the chosen one in it
constexpr int IconGap = 6;
constexpr int MarkHeight = 3; // of the bar under the chosen chip

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
    const QFontMetrics numbers(theme::font(theme::Type::Number));
    const QString widest = QLocale().toString(QString(m_digits, u'8').toInt());
    const int top = theme::iconSize() + IconGap + numbers.horizontalAdvance(widest);
    const int word = fontMetrics().horizontalAdvance(text());
    return { qMax(top, word) + 2 * Padding, numbers.height() + fontMetrics().height() + TopPadding + BottomPadding };
}

void FilterChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintGround(&painter);
    const QPalette &colours = palette();
    // A zero is in the reading line but steps back.
    const QColor ink = m_count > 0 || isChecked() ? colour() : theme::mutedColour(colours);
    const auto mirrored = [this](const QRect &part) { return QStyle::visualRect(layoutDirection(), rect(), part); };
    const QFont numbers = theme::font(theme::Type::Number);
    const int numberHeight = QFontMetrics(numbers).height();
    QRect top = rect().adjusted(Padding, TopPadding, -Padding, 0);
    top.setHeight(numberHeight);
    const int size = theme::iconSize();
    const QRect iconPlace(top.left(), top.center().y() - size / 2 + 1, size, size);
    icon().paint(&painter, mirrored(iconPlace), Qt::AlignCenter, QIcon::Normal);

    const int side = Qt::AlignVCenter | Qt::AlignAbsolute | Qt::TextSingleLine
        | (layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft);
    painter.setPen(ink);
    painter.setFont(numbers);
    const QRect numberPlace = top.adjusted(size + IconGap, 0, Padding, 0);
    painter.drawText(mirrored(numberPlace), side, QLocale().toString(m_count));
    painter.setFont(font());
    const QRect wordPlace(top.left(), top.bottom() + 1, rect().width() - 2 * Padding, fontMetrics().height());
    painter.drawText(mirrored(wordPlace), side, text());
}

void FilterChip::paintGround(QPainter *painter) const
{
    constexpr double Hovered = 0.06; // so much of the text's colour in the window's
    constexpr double Pressed = 0.12;
    const QPalette &colours = palette();
    const QColor window = colours.color(QPalette::Window);
    const QColor text = colours.color(QPalette::WindowText);
    const QColor border = theme::borderColour(colours);
    if (isChecked())
        paintPanel(painter, rect(), colours.color(QPalette::Base), border);
    else if (underMouse() || isDown())
        paintPanel(painter, rect(), mixed(window, text, isDown() ? Pressed : Hovered),
                   theme::isHighContrast(colours) ? border : Qt::transparent);
    else if (theme::isHighContrast(colours))
        paintPanel(painter, rect(), window, theme::mutedColour(colours));
    if (isChecked()) {
        // Chosen is told by a bar as well: on white the ground alone is hardly seen.
        const QRect mark(Padding, height() - MarkHeight - 2, width() - 2 * Padding, MarkHeight);
        painter->fillRect(mark, theme::focusColour(colours));
    }
    if (hasFocus())
        paintPanel(painter, rect(), Qt::transparent, {}, theme::focusColour(colours));
}

void FilterChip::changeEvent(QEvent *event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        makeIcon();
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateGeometry();
}

} // namespace hangup
