// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/settingsfields.h"

#include "ui/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QWheelEvent>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

constexpr int FieldWidth = 240;
constexpr int NumberWidth = 120;

/// Muted in every palette.
class Sentence final : public QLabel
{
public:
    explicit Sentence(QWidget *parent) : QLabel(parent)
    {
        setTextFormat(Qt::PlainText);
        setWordWrap(true);
        mute();
    }

protected:
    void changeEvent(QEvent *event) override
    {
        QLabel::changeEvent(event);
        if (event->type() == QEvent::PaletteChange)
            mute();
    }

private:
    void mute()
    {
        // The application's: this label's own text is no longer the black or white of a high-contrast palette.
        const QColor colour = theme::mutedColour(QApplication::palette());
        // Setting a palette is a change of the palette.
        if (palette().color(QPalette::WindowText) == colour)
            return;
        QPalette muted = palette();
        muted.setColor(QPalette::WindowText, colour);
        setPalette(muted);
    }
};

class Number final : public QSpinBox
{
public:
    using QSpinBox::QSpinBox;

protected:
    void wheelEvent(QWheelEvent *event) override
    {
        // A page that is scrolled past must not change what stands in it.
        if (hasFocus())
            QSpinBox::wheelEvent(event);
        else
            event->ignore();
    }
};

} // namespace

SettingsPage::SettingsPage(QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, theme::Margin, 0, 0);
    m_grid->setHorizontalSpacing(theme::WideGap);
    m_grid->setVerticalSpacing(0);
    m_grid->setColumnStretch(1, 1);
}

void SettingsPage::addGroup(const QString &heading)
{
    if (!m_first)
        leave(theme::Margin);
    auto *label = new QLabel(this);
    label->setTextFormat(Qt::PlainText);
    label->setText(heading);
    QFont bold = label->font();
    bold.setBold(true);
    label->setFont(bold);
    label->setContentsMargins(0, 0, 0, theme::Gap / 2);
    m_grid->addWidget(label, m_grid->rowCount(), 0, 1, 2);
    m_first = false;
    m_afterSentence = false;
}

void SettingsPage::addField(const QString &label, QWidget *field)
{
    field->setMinimumHeight(theme::ControlHeight);
    if (m_afterSentence)
        leave(theme::Gap);
    m_afterSentence = false;
    const int row = m_grid->rowCount();
    m_grid->setRowMinimumHeight(row, theme::ControlHeight + theme::Gap);
    if (!label.isEmpty()) {
        auto *words = new QLabel(label, this);
        words->setBuddy(field);
        m_grid->addWidget(words, row, 0);
        if (field->accessibleName().isEmpty())
            field->setAccessibleName(QString(label).remove(u'&').remove(u':'));
    }
    if (qobject_cast<QComboBox *>(field))
        field->setMinimumWidth(FieldWidth);
    m_grid->addWidget(field, row, 1, Qt::AlignLeading | Qt::AlignVCenter);
}

QLabel *SettingsPage::addSentence(const QString &sentence, QWidget *field)
{
    auto *label = settingSentence(sentence, this);
    field->setAccessibleDescription(sentence);
    const int row = m_grid->rowCount();
    m_grid->addWidget(label, row, 1, Qt::AlignTop);
    m_afterSentence = true;
    return label;
}

void SettingsPage::addWide(QWidget *widget)
{
    leave(theme::WideGap);
    m_grid->addWidget(widget, m_grid->rowCount(), 0, 1, 2);
}

void SettingsPage::leave(int pixels)
{
    m_grid->addItem(new QSpacerItem(0, pixels, QSizePolicy::Minimum, QSizePolicy::Fixed), m_grid->rowCount(), 0);
}

void SettingsPage::finish()
{
    m_grid->setRowStretch(m_grid->rowCount(), 1);
}

QSpinBox *settingNumber(const SettingRange &range, const QString &unit, QWidget *parent)
{
    auto *number = new Number(parent);
    number->setRange(range.least, range.most);
    number->setSuffix(unit);
    number->setCorrectionMode(QAbstractSpinBox::CorrectToNearestValue);
    number->setFocusPolicy(Qt::StrongFocus);
    number->setMinimumWidth(NumberWidth);
    number->setAccelerated(true);
    number->findChild<QLineEdit *>()->setTextMargins(theme::Gap / 2, 0, theme::Gap / 2, 0);
    return number;
}

QLabel *settingSentence(const QString &sentence, QWidget *parent)
{
    auto *label = new Sentence(parent);
    label->setText(sentence);
    return label;
}

void tellSetting(QLabel *label, const QString &sentence)
{
    label->setText(sentence);
    QAccessibleEvent alert(label, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

} // namespace hangup
