// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "faults.h"

#include "ui/accountbox.h"
#include "ui/elidedlabel.h"
#include "ui/emptylist.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace hangup::test {

QString nameOf(const QWidget *widget)
{
    const QString own = widget->accessibleName();
    return QString::fromLatin1(widget->metaObject()->className()) + u' ' + (own.isEmpty() ? widget->objectName() : own);
}

bool isPart(const QWidget *widget, const QWidget *window)
{
    return widget->isVisible() && widget->window() == window;
}

QStringList faultsIn(QWidget *window)
{
    QStringList faults;
    const auto widgets = window->findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        if (!isPart(widget, window))
            continue;
        const auto *label = qobject_cast<QLabel *>(widget);
        const bool elides = qobject_cast<ElidedLabel *>(widget) || qobject_cast<AccountBox *>(widget);
        const bool words = label || qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget);
        if (words && !elides) {
            const bool wraps = label && label->wordWrap();
            const QSize needed = wraps ? QSize(0, label->heightForWidth(label->width())) : widget->minimumSizeHint();
            if (widget->width() < needed.width() || widget->height() < needed.height())
                faults += u"%1 is cut: %2x%3 of %4x%5"_s.arg(nameOf(widget))
                              .arg(widget->width())
                              .arg(widget->height())
                              .arg(needed.width())
                              .arg(needed.height());
        }
        if (auto *parent = widget->parentWidget(); words && !parent->rect().contains(widget->geometry()))
            faults += nameOf(widget) + u" hangs over its parent's edge"_s;
        const auto siblings = widget->parentWidget()->findChildren<QWidget *>(Qt::FindDirectChildrenOnly);
        for (const QWidget *other : siblings) {
            // The hint lies over the empty table on purpose.
            const bool hint = qobject_cast<const EmptyList *>(other) || qobject_cast<const EmptyList *>(widget);
            if (other > widget && other->isVisible() && !hint && (words || qobject_cast<const QLabel *>(other))
                && other->geometry().intersects(widget->geometry()))
                faults += nameOf(widget) + u" lies over "_s + nameOf(other);
        }
    }
    return faults;
}

} // namespace hangup::test
