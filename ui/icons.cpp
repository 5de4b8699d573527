// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/theme.h"

#include "ui/appicon.h"
#include "ui/doticon.h"
#include "ui/tintedicon.h"

#include <QGuiApplication>

/// A static library's resources are registered by hand, and the macro wants no namespace around it.
static void registerResources()
{
    Q_INIT_RESOURCE(hangup);
}

namespace hangup::theme {

using namespace Qt::StringLiterals;

namespace {

/// Once; resources stay registered for the life of the program.
void ensureResources()
{
    [[maybe_unused]] static const bool registered = [] {
        registerResources();
        return true;
    }();
}

/// What points somewhere, or lists from one side, points the other way where one reads from the right.
bool hasDirection(const QString &name)
{
    return name == "undo"_L1 || name == "redo"_L1 || name == "quit"_L1 || name == "list"_L1;
}

QString outcomeIconName(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Ended:
        return u"ended"_s;
    case Outcome::NotLive:
    case Outcome::NotLiveMaybeUs:
        return u"notlive"_s;
    case Outcome::Refused:
        return u"refused"_s;
    case Outcome::Unknown:
        return u"unknown"_s;
    case Outcome::NotSent:
        return u"notsent"_s;
    }
    return {};
}

} // namespace

QIcon icon(const QString &name, const QPalette &palette, const QColor &tint)
{
    ensureResources();
    const QColor normal = tint.isValid() ? tint : palette.color(QPalette::Active, QPalette::WindowText);
    const QColor disabled = palette.color(QPalette::Disabled, QPalette::WindowText);
    const QColor selected = palette.color(QPalette::Active, QPalette::HighlightedText);
    const bool mirrored = QGuiApplication::layoutDirection() == Qt::RightToLeft && hasDirection(name);
    return QIcon(new TintedIcon(
        name, TintedIcon::Tints { .normal = normal, .disabled = disabled, .selected = selected }, mirrored));
}

QIcon outcomeIcon(Outcome outcome, const QPalette &palette)
{
    return icon(outcomeIconName(outcome), palette, outcomeColour(outcome, palette));
}

QIcon waitingIcon(const QPalette &palette)
{
    return icon(u"waiting"_s, palette, waitingColour(palette));
}

QIcon quietIcon(const QString &name)
{
    ensureResources();
    return QIcon(new TintedIcon(name, {}, false));
}

QIcon appIcon()
{
    ensureResources();
    return QIcon(new AppIcon);
}

QIcon dot(quint32 rgb)
{
    return QIcon(new DotIcon(QColor::fromRgb(rgb)));
}

} // namespace hangup::theme
