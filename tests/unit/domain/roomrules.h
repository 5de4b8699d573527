// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>

/// Reads source text for what it must not contain. Knows C++ well enough to leave out comments and, where asked,
/// strings.
namespace rooms {

/// A source file as the checker sees it. @p path from the project's root: "app/plivo/x.cpp", "ui/main.cpp".
struct Source
{
    QString path;
    QString text;
};

/// "app/x/y.cpp:12: includes ui/z.h" for each breach of the one-way rule; also Widgets in app/, and Qt Gui
/// in app/cli.
QStringList includeBreaches(const Source &source);

/// The same for calls that have no place in the product, and for DELETE outside of CallRequest.
QStringList callBreaches(const Source &source);

/// Comments become blanks; line breaks stay, so that lines can be counted. With @p stringsToo their contents as well.
QString withoutComments(const QString &text, bool stringsToo);

} // namespace rooms
