// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/accountcolours.h"

#include <QColor>
#include <QCoreApplication>

namespace hangup {

QString colourName(quint32 rgb)
{
    struct NamedColour
    {
        quint32 rgb;
        const char *name;
    };
    static constexpr NamedColour names[] = {
        { 0x3a78d6, QT_TRANSLATE_NOOP("hangup", "Blue") },   { 0x2e8b57, QT_TRANSLATE_NOOP("hangup", "Green") },
        { 0x9557d0, QT_TRANSLATE_NOOP("hangup", "Violet") }, { 0x0e8a95, QT_TRANSLATE_NOOP("hangup", "Teal") },
        { 0x96780a, QT_TRANSLATE_NOOP("hangup", "Ochre") },  { 0xc0508f, QT_TRANSLATE_NOOP("hangup", "Magenta") },
        { 0x6f7c8c, QT_TRANSLATE_NOOP("hangup", "Grey") },   { 0x5f70d6, QT_TRANSLATE_NOOP("hangup", "Indigo") },
    };
    for (const NamedColour &entry : names) {
        if (entry.rgb == rgb)
            return QCoreApplication::translate("hangup", entry.name);
    }
    return QColor::fromRgb(rgb).name();
}

} // namespace hangup
