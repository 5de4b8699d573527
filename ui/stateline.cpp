// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/stateline.h"

#include "domain/outcome.h"
#include "ui/steadybutton.h"
#include "ui/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

constexpr int IconSize = 16;
constexpr int StepsInTurn = 24;
constexpr std::chrono::milliseconds StepTime(50);

} // namespace

Spinner::Spinner(QWidget *parent) : QWidget(parent)
{
    setFixedSize(IconSize, IconSize);
    m_timer.setInterval(StepTime);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        m_step = (m_step + 1) % StepsInTurn;
        update();
    });
    hide();
}

QSize Spinner::sizeHint() const
{
    return { IconSize, IconSize };
}

void Spinner::paintEvent(QPaintEvent *)
{
    constexpr int Sixteenths = 16; // Qt counts angles in sixteenths of a degree
    constexpr int FullTurn = 360 * Sixteenths;
    constexpr double Width = 2.0;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF ring = QRectF(rect()).adjusted(Width, Width, -Width, -Width);
    painter.setPen(QPen(palette().color(QPalette::Mid), Width));
    painter.drawEllipse(ring);
    painter.setPen(QPen(theme::focusColour(palette()), Width, Qt::SolidLine, Qt::RoundCap));
    painter.drawArc(ring, FullTurn / 4 - m_step * FullTurn / StepsInTurn, -FullTurn / 4);
}

void Spinner::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) > 0)
        m_timer.start();
}

void Spinner::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_timer.stop();
}

StateLine::StateLine(QWidget *parent)
    : QWidget(parent), m_spinner(new Spinner(this)), m_icon(new QLabel(this)), m_text(new QLabel(this)),
      m_action(new SteadyButton({}, this))
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setObjectName(u"state"_s);
    setMinimumHeight(theme::ControlHeight);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::Gap);
    row->addWidget(m_spinner);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    connect(m_action, &QPushButton::clicked, this, &StateLine::actionClicked);
    clear();
}

void StateLine::showBusy(const QString &sentence, const QString &action)
{
    m_tone = Tone::Plain;
    setWords(sentence, action);
    m_spinner->show();
    m_icon->hide();
}

void StateLine::say(Tone tone, const QString &sentence, const QString &action)
{
    m_tone = tone;
    setWords(sentence, action);
    m_spinner->hide();
    m_icon->setVisible(!sentence.isEmpty());
}

void StateLine::clear()
{
    say(Tone::Plain, {});
}

QString StateLine::sentence() const
{
    return m_text->text();
}

void StateLine::focusAction()
{
    if (!m_action->isHidden())
        m_action->setFocus(Qt::OtherFocusReason);
}

void StateLine::setWords(const QString &sentence, const QString &action)
{
    m_text->setText(sentence);
    m_text->setAccessibleName(sentence);
    m_action->setText(action);
    m_action->setAccessibleName(QString(action).remove(u'&'));
    m_action->setVisible(!action.isEmpty());
    updateColours();
    if (!sentence.isEmpty()) {
        QAccessibleEvent alert(m_text, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

void StateLine::updateColours()
{
    QColor colour = palette().color(QPalette::WindowText);
    QString icon = u"info"_s;
    switch (m_tone) {
    case Tone::Plain:
        break;
    case Tone::Good:
        colour = theme::outcomeColour(Outcome::Ended, palette());
        icon = u"ended"_s;
        break;
    case Tone::Wrong:
        colour = theme::outcomeColour(Outcome::Refused, palette());
        icon = u"warning"_s;
        break;
    }
    QPalette text = m_text->palette();
    text.setColor(QPalette::WindowText, colour);
    m_text->setPalette(text);
    m_icon->setPixmap(theme::icon(icon, palette(), colour).pixmap(QSize(IconSize, IconSize), devicePixelRatioF()));
}

void StateLine::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateColours();
}

} // namespace hangup
