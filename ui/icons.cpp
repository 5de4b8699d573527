// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/theme.h"

#include <QFile>
#include <QGuiApplication>
#include <QImage>
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

QPixmap tinted(const QImage &mask, const QColor &colour)
{
    QImage image = mask.convertToFormat(QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&image);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(image.rect(), colour);
    painter.end();
    return QPixmap::fromImage(image);
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
    QIcon result;
    // Every size that 16 and 24 pixel icons need up to twice and thrice the resolution: the icon engine scales down
    // only.
    for (const int size : IconSizes) {
        const QString file = u":/hangup/icons/png/%1-%2.png"_s.arg(name).arg(size);
        QImage mask(file);
        if (mask.isNull())
            continue;
        if (QGuiApplication::layoutDirection() == Qt::RightToLeft && hasDirection(name))
            mask = mask.mirrored(true, false);
        result.addPixmap(tinted(mask, normal), QIcon::Normal);
        result.addPixmap(tinted(mask, normal), QIcon::Active);
        result.addPixmap(tinted(mask, disabled), QIcon::Disabled);
        result.addPixmap(tinted(mask, selected), QIcon::Selected);
    }
    return result;
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
