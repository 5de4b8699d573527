// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/policybar.h"

#include "domain/policywords.h"
#include "session/session.h"
#include "ui/surfaces.h"
#include "ui/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace hangup {

PolicyBar::PolicyBar(Session *session, QWidget *parent)
    : QFrame(parent), m_session(session), m_icon(new QLabel(this)), m_text(new QLabel(this))
{
    setAccessibleName(tr("Policy of your organisation"));
    setFrameShape(QFrame::NoFrame);
    m_text->setTextFormat(Qt::PlainText); // a part of it is foreign
    m_text->setWordWrap(true);
    // To be copied for who mends it.
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setAccessibleName(tr("What is wrong with the policy"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme::Margin, 5, theme::Margin, 6);
    layout->setSpacing(theme::Gap);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    connect(session, &Session::policyChanged, this, &PolicyBar::showTrouble);
    showTrouble();
}

QString PolicyBar::text() const
{
    return isHidden() ? QString() : m_text->text();
}

void PolicyBar::showTrouble()
{
    const PolicyTrouble *trouble = m_session->policyTrouble();
    setVisible(trouble);
    if (!trouble)
        return;
    m_text->setText(words::policyBroken(*trouble));
    setAccessibleDescription(m_text->text());
    updateColours();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void PolicyBar::updateColours()
{
    constexpr int IconSize = 16;
    const Surface surface = surfaces::trouble(palette());
    QPalette text = m_text->palette();
    if (text.color(QPalette::WindowText) != surface.text) {
        text.setColor(QPalette::WindowText, surface.text);
        m_text->setPalette(text);
    }
    m_icon->setPixmap(
        theme::icon(u"warning"_s, palette(), surface.text).pixmap(QSize(IconSize, IconSize), devicePixelRatioF()));
    update();
}

void PolicyBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateColours();
}

void PolicyBar::paintEvent(QPaintEvent *)
{
    const Surface surface = surfaces::trouble(palette());
    QPainter painter(this);
    painter.fillRect(rect(), surface.ground);
    painter.fillRect(0, height() - 1, width(), 1, surface.line);
}

} // namespace hangup
