// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/secretfield.h"

#include "domain/wipe.h"
#include "ui/theme.h"

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

} // namespace

SecretField::SecretField(QWidget *parent) : QLineEdit(parent)
{
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
