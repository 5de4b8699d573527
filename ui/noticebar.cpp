// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/banner.h"
#include "ui/steadybutton.h"
#include "ui/surfaces.h"
#include "ui/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace hangup {

using namespace Qt::StringLiterals;

struct NoticeBar::Private : public QObject
{
    explicit Private(NoticeBar *parent)
        : QObject(parent), icon(new QLabel(parent)), label(new QLabel(parent)), primary(new SteadyButton({}, parent)),
          secondary(new SteadyButton({}, parent)), close(new QToolButton(parent))
    {
    }

    Surface surface(const QPalette &palette) const
    {
        return level == Level::Trouble ? surfaces::trouble(palette) : surfaces::note(palette);
    }

    Level level = Level::Note;
    QLabel *icon;
    QLabel *label;
    QPushButton *primary;
    QPushButton *secondary;
    QToolButton *close;
};

NoticeBar::NoticeBar(QWidget *parent) : QFrame(parent), d(new Private(this))
{
    setAccessibleName(tr("Message"));
    setFrameShape(QFrame::NoFrame);
    d->label->setTextFormat(Qt::PlainText);
    d->label->setWordWrap(true);
    d->label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    d->close->setAutoRaise(true);
    d->close->setAccessibleName(tr("Close the message"));
    d->close->setToolTip(tr("Close"));
    // By Tab as well: a message must be dismissable without a mouse.
    d->close->setFocusPolicy(Qt::StrongFocus);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme::Margin, 5, theme::Margin - 4, 6);
    layout->setSpacing(theme::Gap);
    layout->addWidget(d->icon);
    layout->addWidget(d->label, 1);
    layout->addWidget(d->primary);
    layout->addWidget(d->secondary);
    layout->addWidget(d->close);

    connect(d->primary, &QPushButton::clicked, this, &NoticeBar::primaryClicked);
    connect(d->secondary, &QPushButton::clicked, this, &NoticeBar::secondaryClicked);
    connect(d->close, &QToolButton::clicked, this, [this] {
        d->label->clear();
        hide();
        Q_EMIT closed();
    });
    hide();
}

void NoticeBar::showNotice(Level level, const QString &text, const QString &primary, const QString &secondary)
{
    d->level = level;
    d->label->setText(text);
    for (const auto &[button, words] : { std::pair(d->primary, primary), std::pair(d->secondary, secondary) }) {
        button->setText(words);
        button->setAccessibleName(QString(words).remove(u'&'));
        button->setVisible(!words.isEmpty());
    }
    setAccessibleDescription(text);
    updateColours();
    show();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

QString NoticeBar::text() const
{
    return d->label->text();
}

void NoticeBar::updateColours()
{
    const Surface surface = d->surface(palette());
    QPalette text = d->label->palette();
    text.setColor(QPalette::WindowText, surface.text);
    d->label->setPalette(text);
    const QIcon icon = theme::icon(d->level == Level::Trouble ? u"warning"_s : u"info"_s, palette(), surface.text);
    d->icon->setPixmap(icon.pixmap(QSize(16, 16), devicePixelRatioF()));
    d->close->setIcon(theme::icon(u"close"_s, palette(), surface.text));
    update();
}

void NoticeBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateColours();
}

void NoticeBar::paintEvent(QPaintEvent *)
{
    const Surface surface = d->surface(palette());
    QPainter painter(this);
    painter.fillRect(rect(), surface.ground);
    painter.fillRect(0, height() - 1, width(), 1, surface.line);
}

} // namespace hangup
