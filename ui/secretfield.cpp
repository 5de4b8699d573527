// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/secretfield.h"

#include "domain/wipe.h"
#include "ui/theme.h"

#include <QAccessible>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QStyle>

#include <algorithm>

namespace hangup {

namespace {

/// @p text must be the only one to hold its characters: else a copy would be wiped.
void wipeText(QString &text)
{
    if (!text.isEmpty())
        wipe(reinterpret_cast<char *>(text.data()), text.size() * qsizetype(sizeof(QChar)));
    text.clear();
}

QString dots(const QString &text)
{
    return QString(text.size(), QChar(0x25cf));
}

/// Qt tells the accessibility bus each change of a text in the clear, also that of a field of dots (seen with 6.4.2):
/// letter by letter what is typed, in one piece what is pasted or wiped. Of a secret it is told as dots.
void tellAsDots(QAccessibleEvent *event)
{
    const auto forward = [](QAccessibleEvent *told) {
        // Without a handler Qt passes it on by itself.
        QAccessible::installUpdateHandler(nullptr);
        QAccessible::updateAccessibility(told);
        QAccessible::installUpdateHandler(tellAsDots);
    };
    const auto *field = qobject_cast<SecretField *>(event->object());
    if (field && event->type() == QAccessible::TextInserted) {
        auto *told = static_cast<QAccessibleTextInsertEvent *>(event);
        QAccessibleTextInsertEvent masked(event->object(), told->changePosition(), dots(told->textInserted()));
        masked.setCursorPosition(told->cursorPosition());
        forward(&masked);
    } else if (field && event->type() == QAccessible::TextRemoved) {
        auto *told = static_cast<QAccessibleTextRemoveEvent *>(event);
        QAccessibleTextRemoveEvent masked(event->object(), told->changePosition(), dots(told->textRemoved()));
        masked.setCursorPosition(told->cursorPosition());
        forward(&masked);
    } else if (field && event->type() == QAccessible::TextUpdated) {
        auto *told = static_cast<QAccessibleTextUpdateEvent *>(event);
        QAccessibleTextUpdateEvent masked(event->object(), told->changePosition(), dots(told->textRemoved()),
                                          dots(told->textInserted()));
        masked.setCursorPosition(told->cursorPosition());
        forward(&masked);
    } else {
        forward(event);
    }
}

} // namespace

SecretField::SecretField(QWidget *parent) : QLineEdit(parent)
{
    QAccessible::installUpdateHandler(tellAsDots);
    setEchoMode(QLineEdit::Password);
    setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    setMinimumHeight(theme::ControlHeight);
    setDragEnabled(false);
    setAcceptDrops(false);
}

SecretField::~SecretField()
{
    wipe();
}

bool SecretField::isBlank() const
{
    const QString held = text(); // shares: a trimmed one would be a copy that nobody wipes
    return std::all_of(held.cbegin(), held.cend(), [](QChar one) { return one.isSpace(); });
}

std::optional<AuthToken> SecretField::token() const
{
    QString trimmed = text().trimmed();
    QByteArray bytes = trimmed.toUtf8();
    // trimmed() shares with the field where there was nothing to trim: wiping that would empty the field.
    if (trimmed.size() != text().size())
        wipeText(trimmed);
    std::optional<AuthToken> token = AuthToken::parse(bytes);
    hangup::wipe(bytes);
    return token;
}

SecretBytes SecretField::secret() const
{
    QByteArray bytes = text().toUtf8();
    SecretBytes secret { QByteArrayView(bytes) };
    hangup::wipe(bytes);
    return secret;
}

void SecretField::wipe()
{
    QString held = text();
    // Lets go of the field's own share, so that ours is the last and is overwritten in place.
    setText({});
    wipeText(held);
}

QString SecretField::dots(const QString &text) const
{
    const QChar dot(static_cast<char16_t>(style()->styleHint(QStyle::SH_LineEdit_PasswordCharacter, nullptr, this)));
    return QString(text.size(), dot);
}

QVariant SecretField::inputMethodQuery(Qt::InputMethodQuery property) const
{
    return inputMethodQuery(property, {});
}

QVariant SecretField::inputMethodQuery(Qt::InputMethodQuery property, QVariant argument) const
{
    const QVariant answer = QLineEdit::inputMethodQuery(property, std::move(argument));
    const bool isText = property == Qt::ImSurroundingText || property == Qt::ImCurrentSelection
        || property == Qt::ImTextBeforeCursor || property == Qt::ImTextAfterCursor;
    return isText ? QVariant(dots(answer.toString())) : answer;
}

void SecretField::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *pasting = menu->addAction(tr("&Paste"), this, &QLineEdit::paste);
    pasting->setEnabled(!isReadOnly() && !QGuiApplication::clipboard()->text().isEmpty());
    QAction *clearing = menu->addAction(tr("&Clear"), this, &SecretField::wipe);
    clearing->setEnabled(!isReadOnly() && !text().isEmpty());
    menu->popup(event->globalPos());
}

void SecretField::keyPressEvent(QKeyEvent *event)
{
    // Qt copies nothing from a field of dots; this holds whatever a newer Qt does.
    if (event->matches(QKeySequence::Copy) || event->matches(QKeySequence::Cut)) {
        event->accept();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace hangup
