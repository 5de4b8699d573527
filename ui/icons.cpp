// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/theme.h"

#include "ui/tintedicon.h"

#include <QGuiApplication>
#include <QPainter>
#include <QPixmap>

#include <array>

/// A static library's resources are registered by hand, and the macro wants no namespace around it.
static void registerResources()
{
    Q_INIT_RESOURCE(hangup);
}

namespace hangup::theme {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array IconSizes { 16, 24, 32, 48 };
constexpr std::array AppIconSizes { 16, 24, 32, 48, 64, 128, 256 };

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
    return QIcon(new TintedIcon(name, { .normal = normal, .disabled = disabled, .selected = selected }, mirrored));
}

QIcon outcomeIcon(Outcome outcome, const QPalette &palette)
{
    return icon(outcomeIconName(outcome), palette, outcomeColour(outcome, palette));
}

QIcon waitingIcon(const QPalette &palette)
{
    return icon(u"waiting"_s, palette, waitingColour(palette));
}

QIcon appIcon()
{
    ensureResources();
    QIcon result;
    for (const int size : AppIconSizes)
        result.addFile(u":/hangup/app/png/hangup-%1.png"_s.arg(size), QSize(size, size));
    return result;
}

QIcon dot(quint32 rgb)
{
    QIcon result;
    for (const int size : IconSizes) {
        QPixmap pixmap(size, size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        // Mid-grey is 3:1 and more on each palette's grounds, whatever the account's own colour is.
        constexpr QRgb Ring = 0x808080;
        const double width = size / 16.0;
        painter.setPen(QPen(QColor::fromRgb(Ring), width));
        painter.setBrush(QColor::fromRgb(rgb));
        const double inset = size * 0.17;
        const QRectF round = QRectF(0, 0, size, size).adjusted(inset, inset, -inset, -inset);
        painter.drawEllipse(round);
        result.addPixmap(pixmap, QIcon::Normal);
        result.addPixmap(pixmap, QIcon::Disabled);
        // On a selected row a dot may have the row's own colour.
        painter.setPen(QPen(Qt::white, size / 10.0));
        painter.drawEllipse(round);
        painter.end();
        result.addPixmap(pixmap, QIcon::Selected);
    }
    return result;
}

} // namespace hangup::theme
