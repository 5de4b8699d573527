// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/inputbar.h"

#include "ui/steadybutton.h"
#include "ui/theme.h"

#include <QAccessible>
#include <QAction>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hangup {

InputField::InputField(QWidget *parent) : QLineEdit(parent)
{
    // Scripts and screen readers know this name.
    setAccessibleName(tr("Enter or paste call UUIDs"));
    setPlaceholderText(tr("Enter or paste call UUIDs, or drop a ticket anywhere in this window"));
    setClearButtonEnabled(true);
    setTextMargins(theme::Gap / 2, 0, theme::Gap / 2, 0);
    // Drops go to the window, which takes them whole.
    setAcceptDrops(false);
}

bool InputField::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        // Without anything of its own to undo, the keys belong to the window's undo.
        const auto *key = static_cast<QKeyEvent *>(event);
        if ((key->matches(QKeySequence::Undo) && !isUndoAvailable())
            || (key->matches(QKeySequence::Redo) && !isRedoAvailable())) {
            event->ignore();
            return true;
        }
    }
    return QLineEdit::event(event);
}

void InputField::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Paste)) {
        event->accept();
        if (!event->isAutoRepeat())
            Q_EMIT pasteRequested(QClipboard::Clipboard);
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        // Held, it would add over and over; with Ctrl it is the command that hangs up, never the one that adds.
        const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
        if (event->isAutoRepeat() || !plain) {
            event->accept();
            return;
        }
    }
    QLineEdit::keyPressEvent(event);
}

void InputField::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::MiddleButton && QGuiApplication::clipboard()->supportsSelection()) {
        event->accept();
        Q_EMIT pasteRequested(QClipboard::Selection);
        return;
    }
    QLineEdit::mouseReleaseEvent(event);
}

void InputField::contextMenuEvent(QContextMenuEvent *event)
{
    // The standard menu's Paste would go straight into the line.
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto *cutAction = menu->addAction(tr("Cu&t"), this, &QLineEdit::cut);
    auto *copyAction = menu->addAction(tr("&Copy"), this, &QLineEdit::copy);
    cutAction->setEnabled(hasSelectedText());
    copyAction->setEnabled(hasSelectedText());
    menu->addAction(tr("&Paste"), this, [this] { Q_EMIT pasteRequested(QClipboard::Clipboard); });
    menu->addSeparator();
    menu->addAction(tr("Select &all"), this, &QLineEdit::selectAll)->setEnabled(!text().isEmpty());
    menu->popup(event->globalPos());
}

InputBar::InputBar(QWidget *parent)
    : QWidget(parent), m_field(new InputField(this)), m_add(new SteadyButton(tr("A&dd"), tr("Add"), this)),
      m_sentence(new QLabel(this)), m_show(new SteadyButton(tr("Sho&w"), tr("Show what was ignored"), this))
{
    m_add->setMinimumWidth(qMax(84, m_add->sizeHint().width()));
    m_add->setToolTip(tr("Add the calls of this text to the list"));
    m_sentence->setObjectName(u"sentence"_s);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_show->setFlat(true);
    // The line has the button's height without it too: what comes below stays where it is.
    m_sentence->setMinimumHeight(m_show->sizeHint().height());
    m_show->setVisible(false);

    auto *row = new QHBoxLayout;
    row->setSpacing(theme::Gap);
    row->addWidget(m_field, 1);
    row->addWidget(m_add);
    auto *below = new QHBoxLayout;
    below->setSpacing(theme::Gap);
    below->addWidget(m_sentence, 1);
    below->addWidget(m_show, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::Gap);
    layout->addLayout(row);
    layout->addLayout(below);

    connect(m_field, &QLineEdit::returnPressed, this, &InputBar::submit);
    connect(m_add, &QPushButton::clicked, this, &InputBar::submit);
    connect(m_field, &InputField::pasteRequested, this, &InputBar::pasteRequested);
    connect(m_show, &QPushButton::clicked, this, &InputBar::showIgnoredRequested);
    colourSentence();
}

void InputBar::submit()
{
    if (m_field->text().trimmed().isEmpty()) {
        showSentence(tr("Type or paste a call UUID first."), Tone::Plain, false);
        m_field->setFocus();
        return;
    }
    Q_EMIT entered(m_field->text());
}

void InputBar::showSentence(const QString &text, Tone tone, bool showIgnored)
{
    m_tone = tone;
    m_sentence->setText(text);
    m_show->setVisible(showIgnored);
    colourSentence();
    QAccessibleEvent alert(m_sentence, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void InputBar::keepForCorrection(const QString &text)
{
    m_field->insert(text);
    m_field->setFocus();
}

void InputBar::clearField()
{
    m_field->setText({});
}

void InputBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        colourSentence();
    QWidget::changeEvent(event);
}

void InputBar::colourSentence()
{
    QPalette colours = palette();
    if (m_tone == Tone::Trouble)
        colours.setColor(QPalette::WindowText, theme::outcomeColour(Outcome::Refused, palette()));
    m_sentence->setPalette(colours);
}

} // namespace hangup
