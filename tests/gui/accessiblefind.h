// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QAccessible>
#include <QObject>
#include <QStringList>
#include <QWidget>

namespace hangup::testing {

/// The first element named @p name below @p root (itself included) in the accessibility tree, or null.
inline QAccessibleInterface *findByName(QAccessibleInterface *root, const QString &name)
{
    if (!root || root->text(QAccessible::Name) == name)
        return root;
    for (int i = 0; i < root->childCount(); ++i) {
        // Tables have a child for each cell: their inside is not looked at.
        QAccessibleInterface *child = root->child(i);
        if (!child || child->role() == QAccessible::Cell)
            continue;
        if (QAccessibleInterface *found = findByName(child, name))
            return found;
    }
    return nullptr;
}

inline QAccessibleInterface *findByName(QObject *root, const QString &name)
{
    return findByName(QAccessible::queryAccessibleInterface(root), name);
}

/// Roles of a reader's interest below @p root that have no name.
inline QStringList namelessControls(QAccessibleInterface *root)
{
    static const QList<QAccessible::Role> controls { QAccessible::Button,      QAccessible::CheckBox,
                                                     QAccessible::RadioButton, QAccessible::EditableText,
                                                     QAccessible::ComboBox,    QAccessible::Table };
    QStringList nameless;
    if (root->role() == QAccessible::Cell)
        return nameless;
    const QObject *object = root->object();
    // Parts that Qt's own widgets have inside themselves are not controls of ours.
    const bool inner = object && object->objectName().startsWith(QLatin1StringView("qt_"));
    if (controls.contains(root->role()) && !inner && root->text(QAccessible::Name).isEmpty())
        nameless.append(QLatin1StringView(object ? object->metaObject()->className() : "?"));
    if (root->role() == QAccessible::Table || root->role() == QAccessible::ComboBox)
        return nameless;
    for (int i = 0; i < root->childCount(); ++i) {
        QAccessibleInterface *child = root->child(i);
        // What is hidden by itself needs no name yet.
        const auto *widget = child ? qobject_cast<QWidget *>(child->object()) : nullptr;
        if (child && !(widget && widget->isHidden()))
            nameless += namelessControls(child);
    }
    return nameless;
}

} // namespace hangup::testing
