// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/historydate.h"

#include "ui/theme.h"

#include <QAction>
#include <QCalendarWidget>
#include <QKeyEvent>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

QString dateFormat()
{
    return u"yyyy-MM-dd"_s;
}

constexpr int LongestDate = 10;

} // namespace

HistoryDateField::HistoryDateField(const QString &name, QWidget *parent)
    : QLineEdit(parent), m_calendar(addAction(theme::icon(u"clock"_s, palette()), QLineEdit::TrailingPosition))
{
    setAccessibleName(name);
    setPlaceholderText(tr("any"));
    setToolTip(tr("A day, such as 2026-11-24; empty: any. Alt+Down opens a calendar."));
    setAccessibleDescription(toolTip());
    setMaxLength(LongestDate);
    m_calendar->setText(tr("Calendar"));
    if (auto *button = findChild<QToolButton *>())
        button->setAccessibleName(tr("Calendar for “%1”").arg(name));
    connect(m_calendar, &QAction::triggered, this, &HistoryDateField::openCalendar);
}

QDate HistoryDateField::date() const
{
    return QDate::fromString(text().trimmed(), dateFormat());
}

void HistoryDateField::setDate(const QDate &date)
{
    setText(date.toString(dateFormat()));
}

bool HistoryDateField::isWrong() const
{
    return !text().trimmed().isEmpty() && !date().isValid();
}

void HistoryDateField::openCalendar()
{
    auto *popup = new QWidget(this, Qt::Popup);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    auto *calendar = new QCalendarWidget(popup);
    calendar->setAccessibleName(tr("Calendar"));
    calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    if (date().isValid())
        calendar->setSelectedDate(date());
    auto *layout = new QVBoxLayout(popup);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->addWidget(calendar);
    const auto take = [this, popup](const QDate &day) {
        setDate(day);
        popup->close();
        setFocus(Qt::PopupFocusReason);
    };
    connect(calendar, &QCalendarWidget::activated, this, take);
    connect(calendar, &QCalendarWidget::clicked, this, take);
    popup->move(mapToGlobal(QPoint(0, height())));
    popup->show();
    calendar->setFocus();
}

void HistoryDateField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down && event->modifiers().testFlag(Qt::AltModifier) && !event->isAutoRepeat())
        openCalendar();
    else
        QLineEdit::keyPressEvent(event);
}

void HistoryDateField::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_calendar)
        m_calendar->setIcon(theme::icon(u"clock"_s, palette()));
}

} // namespace hangup
