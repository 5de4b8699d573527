// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>
#include <QtGlobal>

namespace hangup {

/// What a program of Windows reads from and writes to, by handle: a console wants UTF-16, whatever its code page, and
/// the C library's descriptors turn line breaks and don't know the difference.
namespace console {

/// The handle of standard input (0), output (1) or error (2); null when there is none.
void *standardHandle(int descriptor);

bool isConsole(void *handle);

/// Makes a console obey escape sequences until the program ends; false where that is no console, or an old one.
bool obeysEscapes(void *handle);

/// Columns of its window; 0 when it doesn't tell.
int columns(void *handle);

/// Throws away what was typed on a console, and nobody has read yet.
void forgetTyped(void *handle);

/// All of @p utf8, waiting as long as it takes. False when nobody reads it any more.
bool writeAll(void *handle, QByteArrayView utf8);

/// The console that the program belongs to, opened by its own names, whatever its standard handles are.
struct OwnConsole
{
    OwnConsole();
    ~OwnConsole();
    Q_DISABLE_COPY_MOVE(OwnConsole)

    void *const in; ///< null without one
    void *const out; ///< null without one
};

} // namespace console

} // namespace hangup
