// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/secretguard.h"

#include "ui/secretfield.h"

#include <QAccessible>

namespace hangup {

namespace {

// Qt's hook is one plain function for the program, and so is what belongs to it. On the window's thread alone.
int guards = 0;
QAccessible::UpdateHandler handlerBefore = nullptr;

void passDots(QAccessibleEvent *event);

/// To whom it would have gone: Qt sends it to the platform where there is no handler.
void pass(QAccessibleEvent *event)
{
    QAccessible::installUpdateHandler(handlerBefore);
    QAccessible::updateAccessibility(event);
    QAccessible::installUpdateHandler(passDots);
}

void passDots(QAccessibleEvent *event)
{
    auto *field = qobject_cast<SecretField *>(event->object());
    if (!field) {
        pass(event);
        return;
    }
    if (event->type() == QAccessible::TextInserted) {
        const auto *inserted = static_cast<QAccessibleTextInsertEvent *>(event);
        QAccessibleTextInsertEvent masked(field, inserted->changePosition(), field->dots(inserted->textInserted()));
        masked.setCursorPosition(inserted->cursorPosition());
        pass(&masked);
    } else if (event->type() == QAccessible::TextRemoved) {
        const auto *removed = static_cast<QAccessibleTextRemoveEvent *>(event);
        QAccessibleTextRemoveEvent masked(field, removed->changePosition(), field->dots(removed->textRemoved()));
        masked.setCursorPosition(removed->cursorPosition());
        pass(&masked);
    } else if (event->type() == QAccessible::TextUpdated) {
        const auto *updated = static_cast<QAccessibleTextUpdateEvent *>(event);
        QAccessibleTextUpdateEvent masked(field, updated->changePosition(), field->dots(updated->textRemoved()),
                                          field->dots(updated->textInserted()));
        masked.setCursorPosition(updated->cursorPosition());
        pass(&masked);
    } else {
        pass(event);
    }
}

} // namespace

SecretGuard::SecretGuard()
{
    if (guards++ == 0)
        handlerBefore = QAccessible::installUpdateHandler(passDots);
}

SecretGuard::~SecretGuard()
{
    if (--guards > 0)
        return;
    const QAccessible::UpdateHandler now = QAccessible::installUpdateHandler(handlerBefore);
    // Somebody else's, installed after: it stays.
    if (now != passDots)
        QAccessible::installUpdateHandler(now);
    handlerBefore = nullptr;
}

} // namespace hangup
