// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/agepicture.h"

#include "ui/palettes.h"
#include "ui/style.h"
#include "ui/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace hangup {

namespace {

constexpr int Padding = 6;
constexpr int BarHeight = 26;
constexpr int LeastBar = 3; // one call of thousands is seen too
constexpr int MostBarWidth = 64;
constexpr int MarkHeight = 3; // of the line under the chosen one

AgeBand bandOf(int column)
{
    const QList<std::chrono::seconds> &edges = AgePicture::edges();
    if (column > edges.size())
        return {};
    AgeBand band;
    band.from = column > 0 ? edges[column - 1] : 0s;
    if (column < edges.size())
        band.below = edges[column];
    return band;
}

} // namespace

AgeColumn::AgeColumn(const QString &ages, QWidget *parent) : QAbstractButton(parent)
{
    setText(ages);
    setCheckable(true);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    updateName();
}

void AgeColumn::setCount(int count, int most)
{
    if (count == m_count && most == m_most)
        return;
    const bool renamed = count != m_count;
    m_count = count;
    m_most = most;
    if (renamed)
        updateName();
    update();
}

void AgeColumn::setOld(bool old)
{
    if (old == m_isOld)
        return;
    m_isOld = old;
    update();
}

void AgeColumn::updateName()
{
    //: %1: ages ("1 to 10 min"), %2: a number of calls
    setAccessibleName(tr("Age %1: %2").arg(text(), QLocale().toString(m_count)));
}

QSize AgeColumn::sizeHint() const
{
    const QFontMetrics strong(theme::font(theme::Type::Strong));
    const int widest = qMax(fontMetrics().horizontalAdvance(text()), strong.horizontalAdvance(u"100.000"_s));
    return { widest + 2 * Padding, strong.height() + BarHeight + fontMetrics().height() + 2 * Padding + MarkHeight };
}

void AgeColumn::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintGround(&painter);
    const QPalette &colours = palette();
    const QFont strong = theme::font(theme::Type::Strong);
    const QColor accent = m_isOld ? theme::outcomeColour(Outcome::Unknown, colours) : theme::focusColour(colours);

    QRect number = rect().adjusted(Padding, Padding / 2, -Padding, 0);
    number.setHeight(QFontMetrics(strong).height());
    painter.setFont(strong);
    // A zero is in the reading line but steps back.
    painter.setPen(m_count == 0 ? theme::mutedColour(colours) : m_isOld ? accent : colours.color(QPalette::WindowText));
    painter.drawText(number, Qt::AlignCenter | Qt::TextSingleLine, QLocale().toString(m_count));

    const int width = qMin(MostBarWidth, rect().width() - 4 * Padding);
    QRect room(rect().center().x() - width / 2, number.bottom() + 1, width, BarHeight);
    if (m_count > 0 && m_most > 0) {
        const int height = qMax(LeastBar, static_cast<int>(qint64(BarHeight) * m_count / m_most));
        painter.fillRect(QRect(room.left(), room.bottom() + 1 - height, width, height), accent);
    }
    painter.fillRect(room.left() - Padding, room.bottom() + 1, width + 2 * Padding, 1, theme::borderColour(colours));

    const QRect words(Padding / 2, room.bottom() + 3, rect().width() - Padding, fontMetrics().height());
    painter.setFont(font());
    painter.setPen(colours.color(QPalette::WindowText));
    painter.drawText(words, Qt::AlignCenter | Qt::TextSingleLine, text());
}

void AgeColumn::paintGround(QPainter *painter) const
{
    constexpr double Hovered = 0.06; // so much of the text's colour in the window's
    constexpr double Pressed = 0.12;
    const QPalette &colours = palette();
    const QColor window = colours.color(QPalette::Window);
    if (isChecked()) {
        paintPanel(painter, rect(), colours.color(QPalette::Base), theme::borderColour(colours));
        // Chosen is told by a line as well: on white the ground alone is hardly seen.
        painter->fillRect(QRect(Padding, height() - MarkHeight - 2, width() - 2 * Padding, MarkHeight),
                          theme::focusColour(colours));
    } else if (underMouse() || isDown()) {
        paintPanel(painter, rect(), mixed(window, colours.color(QPalette::WindowText), isDown() ? Pressed : Hovered),
                   theme::isHighContrast(colours) ? theme::borderColour(colours) : QColor(Qt::transparent));
    }
    if (hasFocus())
        paintPanel(painter, rect(), Qt::transparent, {}, theme::focusColour(colours));
}

void AgeColumn::keyPressEvent(QKeyEvent *event)
{
    const int forward = layoutDirection() == Qt::RightToLeft ? -1 : 1;
    switch (event->key()) {
    case Qt::Key_Left:
        Q_EMIT moveRequested(-forward);
        break;
    case Qt::Key_Right:
        Q_EMIT moveRequested(forward);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!event->isAutoRepeat())
            click();
        break;
    default:
        QAbstractButton::keyPressEvent(event);
    }
}

void AgeColumn::changeEvent(QEvent *event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateGeometry();
}

AgePicture::AgePicture(QWidget *parent) : QWidget(parent)
{
    setAccessibleName(tr("Live calls by age"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::Gap / 2);
    const QStringList ages { tr("under 1 min"), tr("1 to 10 min"), tr("10 to 60 min"), tr("1 to 4 h"),
                             tr("4 to 24 h"),   tr("over 24 h"),   tr("not known") };
    for (const QString &words : ages) {
        const auto column = static_cast<int>(m_columns.size());
        auto *button = new AgeColumn(words, this);
        button->setToolTip(tr("Show only the calls of this age; pressed again, all of them"));
        connect(button, &QAbstractButton::clicked, this, [this, column] { choose(column); });
        connect(button, &AgeColumn::moveRequested, this, [this, column](int by) { focusColumn(column + by); });
        m_columns.append(button);
        row->addWidget(button, 1);
    }
    // One stop of the Tab key; from there the arrows go.
    for (AgeColumn *column : std::as_const(m_columns))
        column->setFocusPolicy(Qt::ClickFocus);
    m_columns.first()->setFocusPolicy(Qt::StrongFocus);
    setCounts(QList<int>(edges().size() + 2, 0));
}

const QList<std::chrono::seconds> &AgePicture::edges()
{
    static const QList<std::chrono::seconds> edges { 1min, 10min, 1h, 4h, 24h };
    return edges;
}

void AgePicture::setCounts(const QList<int> &counts)
{
    Q_ASSERT(counts.size() == m_columns.size());
    const int most = *std::max_element(counts.begin(), counts.end());
    QStringList all;
    for (int i = 0; i < counts.size(); ++i) {
        m_columns[i]->setCount(counts[i], most);
        all.append(u"%1: %2"_s.arg(m_columns[i]->text(), QLocale().toString(counts[i])));
    }
    const QString words = all.join(u"; "_s);
    if (words != accessibleDescription())
        setAccessibleDescription(words);
}

void AgePicture::setOldFrom(std::chrono::seconds age)
{
    for (int i = 0; i < m_columns.size(); ++i) {
        const AgeBand band = bandOf(i);
        m_columns[i]->setOld(age.count() > 0 && band.from && *band.from >= age);
    }
}

std::optional<AgeBand> AgePicture::chosen() const
{
    return m_chosen >= 0 ? std::optional(bandOf(m_chosen)) : std::nullopt;
}

void AgePicture::clearChoice()
{
    if (m_chosen >= 0)
        choose(m_chosen);
}

void AgePicture::choose(int column)
{
    m_chosen = column == m_chosen ? -1 : column;
    for (int i = 0; i < m_columns.size(); ++i)
        m_columns[i]->setChecked(i == m_chosen);
    focusColumn(column);
    Q_EMIT chosenChanged();
}

/// That column is the Tab key's from now on.
void AgePicture::focusColumn(int column)
{
    if (column < 0 || column >= m_columns.size())
        return;
    const bool hadFocus = isAncestorOf(window()->focusWidget());
    for (int i = 0; i < m_columns.size(); ++i)
        m_columns[i]->setFocusPolicy(i == column ? Qt::StrongFocus : Qt::ClickFocus);
    if (hadFocus)
        m_columns[column]->setFocus(Qt::OtherFocusReason);
}

} // namespace hangup
