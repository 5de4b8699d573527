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
        { 0x1f5fbf, QT_TRANSLATE_NOOP("hangup", "Blue") },   { 0x2e7d4f, QT_TRANSLATE_NOOP("hangup", "Green") },
        { 0x7a3db8, QT_TRANSLATE_NOOP("hangup", "Violet") }, { 0x0e7c86, QT_TRANSLATE_NOOP("hangup", "Teal") },
        { 0x8a6d00, QT_TRANSLATE_NOOP("hangup", "Ochre") },  { 0xa23b72, QT_TRANSLATE_NOOP("hangup", "Magenta") },
        { 0x5f6b7a, QT_TRANSLATE_NOOP("hangup", "Grey") },   { 0x3f51b5, QT_TRANSLATE_NOOP("hangup", "Indigo") },
    };
    for (const NamedColour &entry : names) {
        if (entry.rgb == rgb)
            return QCoreApplication::translate("hangup", entry.name);
    }
    return QColor::fromRgb(rgb).name();
}

} // namespace hangup
