// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/gracebar.h"

#include "session/session.h"
#include "ui/steadybutton.h"
#include "ui/surfaces.h"
#include "ui/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QWindow>

#include <algorithm>
#include <utility>

namespace hangup {

using namespace Qt::StringLiterals;

namespace {

constexpr int TickMs = 40;
constexpr int LineHeight = 4;
/// Above the lower edge of the window's inside, so that the buttons below the table stay in sight.
constexpr int Lift = 56;

} // namespace

GraceBar::GraceBar(Session *session, QWidget *parent)
    : QFrame(parent), m_session(session), m_icon(new QLabel(this)), m_text(new QLabel(this)),
      m_undo(new SteadyButton(tr("Undo (Esc)"), tr("Undo hang-up"), this))
{
    setAccessibleName(tr("About to hang up"));
    setFrameShape(QFrame::NoFrame);
    m_text->setTextFormat(Qt::PlainText);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(theme::Margin, theme::Gap, theme::Margin, theme::Gap + LineHeight);
    row->setSpacing(theme::WideGap);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addWidget(m_undo);
    m_ticks.setInterval(TickMs);
    connect(&m_ticks, &QTimer::timeout, this, &GraceBar::tick);
    connect(m_undo, &QPushButton::clicked, this, &GraceBar::undoRequested);
    connect(session, &Session::graceChanged, this, &GraceBar::onGraceChanged);
    parent->installEventFilter(this);
    updateColours();
    hide();
}

QString GraceBar::sentence() const
{
    // Upwards: "in 0 s" would be a lie, and "3 s" is what was set.
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(m_session->graceLeft()).count();
    const QString account = m_text->fontMetrics().elidedText(m_session->account().name, Qt::ElideRight, 240);
    return (m_calls == 1 ? tr("1 call on %1 is hung up in %2 s. Nothing has been sent yet.")
                         : tr("%n calls on %1 are hung up in %2 s. Nothing has been sent yet.", nullptr, m_calls))
        .arg(account, QString::number(std::max<qint64>(1, seconds)));
}

void GraceBar::onGraceChanged()
{
    const int before = std::exchange(m_calls, m_session->inGrace());
    if (m_calls == 0) {
        m_ticks.stop();
        qApp->removeEventFilter(this);
        hide();
        return;
    }
    tick();
    place();
    show();
    raise();
    m_ticks.start();
    qApp->installEventFilter(this); // once, however often
    if (m_calls <= before)
        return;
    setAccessibleDescription(m_text->text());
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void GraceBar::tick()
{
    if (const QString text = sentence(); text != m_text->text())
        m_text->setText(text);
    update(0, height() - LineHeight, width(), LineHeight);
}

void GraceBar::place()
{
    const QWidget *over = parentWidget();
    const QSize size(std::min(sizeHint().width(), over->width() - 2 * theme::Margin), sizeHint().height());
    setGeometry(QRect(QPoint((over->width() - size.width()) / 2, over->height() - size.height() - Lift), size));
}

bool GraceBar::isUndoKey(const QObject *receiver, const QEvent *event) const
{
    if (event->type() != QEvent::KeyPress || m_calls == 0)
        return false;
    const auto *key = static_cast<const QKeyEvent *>(event);
    if (key->key() != Qt::Key_Escape || key->isAutoRepeat() || key->modifiers() != Qt::NoModifier)
        return false;
    // An open dialog or menu has its own Esc.
    if (QApplication::activeModalWidget() || QApplication::activePopupWidget())
        return false;
    const auto *widget = qobject_cast<const QWidget *>(receiver);
    return widget ? widget->window() == window() : receiver == window()->windowHandle();
}

bool GraceBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize && isVisible())
        place();
    if (isUndoKey(watched, event)) {
        Q_EMIT undoRequested();
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

void GraceBar::updateColours()
{
    const Surface surface = surfaces::trouble(palette());
    QPalette text = m_text->palette();
    text.setColor(QPalette::WindowText, surface.text);
    m_text->setPalette(text);
    m_icon->setPixmap(
        theme::icon(u"hangup"_s, palette(), surface.text).pixmap(QSize(16, 16), devicePixelRatioF()));
    update();
}

void GraceBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateColours();
}

void GraceBar::paintEvent(QPaintEvent *)
{
    const Surface surface = surfaces::trouble(palette());
    QPainter painter(this);
    painter.fillRect(rect(), surface.ground);
    painter.setPen(surface.line);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    // What is left of the time, from the side where reading begins.
    const auto whole = std::max<qint64>(1, m_session->graceWhole().count());
    const int left = static_cast<int>(qint64(width()) * m_session->graceLeft().count() / whole);
    const int x = layoutDirection() == Qt::RightToLeft ? width() - left : 0;
    painter.fillRect(QRect(x, height() - LineHeight, left, LineHeight), surface.text);
}

} // namespace hangup
