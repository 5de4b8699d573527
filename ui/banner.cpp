// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/banner.h"

#include "ui/surfaces.h"
#include "ui/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace hangup {

using namespace Qt::StringLiterals;

namespace {

constexpr int BannerHeight = 34;

QLabel *plainLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    return label;
}

void setTextColour(QLabel *label, const QColor &colour)
{
    QPalette palette = label->palette();
    if (palette.color(QPalette::WindowText) == colour)
        return;
    palette.setColor(QPalette::WindowText, colour);
    label->setPalette(palette);
}

} // namespace

AccountBanner::AccountBanner(QWidget *parent)
    : QFrame(parent), m_icon(plainLabel(this)), m_kind(plainLabel(this)), m_text(plainLabel(this))
{
    setAccessibleName(tr("Account notice"));
    setFrameShape(QFrame::NoFrame);
    setMinimumHeight(BannerHeight);
    QFont bold = m_kind->font();
    bold.setBold(true);
    m_kind->setFont(bold);
    m_text->setWordWrap(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme::Margin, 4, theme::Margin, 5);
    layout->setSpacing(theme::Gap);
    layout->addWidget(m_icon);
    layout->addWidget(m_kind);
    layout->addSpacing(theme::Gap / 2);
    layout->addWidget(m_text, 1);
    hide();
}

void AccountBanner::setAccount(const Account &account)
{
    m_practice = account.isPractice();
    if (m_practice) {
        m_kind->setText(tr("PRACTICE"));
        m_text->setText(tr("Nothing here is real: no call is touched, no request leaves this machine."));
    } else if (account.isTestServer()) {
        m_kind->setText(tr("TEST SERVER"));
        m_text->setText(tr("Requests go to %1, not to Plivo.").arg(account.address.hostAndPort()));
    }
    setAccessibleDescription(m_kind->text() + u": "_s + m_text->text());
    updateColours();
    setVisible(m_practice || account.isTestServer());
}

void AccountBanner::updateColours()
{
    const Surface surface = m_practice ? surfaces::practice(palette()) : surfaces::testServer(palette());
    setTextColour(m_kind, surface.text);
    setTextColour(m_text, surface.text);
    const QIcon icon = theme::icon(m_practice ? u"practice"_s : u"server"_s, palette(), surface.text);
    m_icon->setPixmap(icon.pixmap(QSize(16, 16), devicePixelRatioF()));
    update();
}

void AccountBanner::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateColours();
}

void AccountBanner::paintEvent(QPaintEvent *)
{
    const Surface surface = m_practice ? surfaces::practice(palette()) : surfaces::testServer(palette());
    QPainter painter(this);
    painter.fillRect(rect(), surface.ground);
    painter.fillRect(0, height() - 1, width(), 1, surface.line);
}

} // namespace hangup
