// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/surfaces.h"

#include "ui/palettes.h"
#include "ui/theme.h"

namespace hangup::surfaces {
namespace {

Surface pick(const QPalette &palette, const Surface &light, const Surface &dark)
{
    if (theme::isHighContrast(palette)) {
        const QColor text = palette.color(QPalette::WindowText);
        return { palette.color(QPalette::Window), text, text };
    }
    return theme::isDark(palette) ? dark : light;
}

} // namespace

Surface practice(const QPalette &palette)
{
    return pick(palette, { 0xfff1cc, 0x5c4300, 0xe6cf8c }, { 0x4a3a12, 0xf5d886, 0x6b5620 });
}

Surface testServer(const QPalette &palette)
{
    return pick(palette, { 0xe9e2fb, 0x3d2a86, 0xc6b8ee }, { 0x352a5c, 0xd5c8ff, 0x52448a });
}

Surface note(const QPalette &palette)
{
    return pick(palette, { 0xe6eef9, 0x173f73, 0xbfd2ec }, { 0x24344a, 0xc9defa, 0x3a5273 });
}

Surface trouble(const QPalette &palette)
{
    return pick(palette, { 0xfbe6e4, 0x861c16, 0xeebcb8 }, { 0x4b2522, 0xffc9c4, 0x713a36 });
}

} // namespace hangup::surfaces
