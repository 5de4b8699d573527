// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/fieldgrid.h"

#include "domain/outcome.h"
#include "ui/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

constexpr int IconSize = 16;
constexpr int MostRows = 100;

QColor colourOf(FieldNote::Tone tone, const QPalette &palette)
{
    switch (tone) {
    case FieldNote::Tone::Hint:
        return theme::mutedColour(palette);
    case FieldNote::Tone::Caution:
        return theme::outcomeColour(Outcome::Unknown, palette);
    case FieldNote::Tone::Wrong:
        return theme::outcomeColour(Outcome::Refused, palette);
    }
    Q_UNREACHABLE();
}

} // namespace

FieldNote::FieldNote(QWidget *field, QWidget *parent)
    : QWidget(parent), m_field(field), m_icon(new QLabel(this)), m_text(new QLabel(this))
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::Gap / 2);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    hide();
}

void FieldNote::say(Tone tone, const QString &sentence)
{
    const bool isNew = sentence != m_text->text() || tone != m_tone;
    m_tone = tone;
    m_text->setText(sentence);
    m_text->setAccessibleName(sentence);
    if (m_field)
        m_field->setAccessibleDescription(sentence);
    updateColours();
    setVisible(!sentence.isEmpty());
    if (isNew && tone == Tone::Wrong && !sentence.isEmpty()) {
        QAccessibleEvent alert(m_text, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

QString FieldNote::sentence() const
{
    return m_text->text();
}

void FieldNote::updateColours()
{
    const QColor colour = colourOf(m_tone, palette());
    QPalette text = m_text->palette();
    text.setColor(QPalette::WindowText, colour);
    m_text->setPalette(text);
    m_icon->setVisible(m_tone != Tone::Hint);
    if (m_tone != Tone::Hint)
        m_icon->setPixmap(
            theme::icon(u"warning"_s, palette(), colour).pixmap(QSize(IconSize, IconSize), devicePixelRatioF()));
}

void FieldNote::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateColours();
}

FieldGrid::FieldGrid(QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(theme::WideGap);
    m_grid->setVerticalSpacing(theme::WideGap);
    m_grid->setColumnStretch(1, 1);
    // What is left of the height stays below the last field.
    m_grid->setRowStretch(MostRows, 1);
}

FieldNote *FieldGrid::add(const QString &label, QWidget *field)
{
    auto *words = new QLabel(label, this);
    words->setBuddy(field);
    words->setFixedHeight(theme::ControlHeight);
    if (field->accessibleName().isEmpty())
        field->setAccessibleName(QString(label).remove(u'&'));
    m_labels += words;
    auto *cell = new QWidget(this);
    auto *column = new QVBoxLayout(cell);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::Gap / 2);
    auto *note = new FieldNote(field, cell);
    column->addWidget(field);
    column->addWidget(note);
    m_grid->addWidget(words, m_row, 0, Qt::AlignTop);
    m_grid->addWidget(cell, m_row, 1, Qt::AlignTop);
    ++m_row;
    return note;
}

void FieldGrid::addWide(QWidget *widget)
{
    m_grid->addWidget(widget, m_row++, 0, 1, 2);
}

void FieldGrid::addBelow(QWidget *widget)
{
    m_grid->addWidget(widget, m_row++, 1);
}

int FieldGrid::labelWidth() const
{
    int width = 0;
    for (const QLabel *label : m_labels)
        width = std::max(width, label->sizeHint().width());
    return width;
}

void FieldGrid::lineUpWith(FieldGrid *other)
{
    const int width = std::max(labelWidth(), other->labelWidth());
    m_grid->setColumnMinimumWidth(0, width);
    other->m_grid->setColumnMinimumWidth(0, width);
}

} // namespace hangup
