// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>
#include <QIconEngine>

#include <optional>

namespace hangup {

/// An icon from a mask (a PNG each of a few sizes), tinted when it is painted: a window has some hundred icons in four
/// modes, and most are in menus that nobody opens. Made at once they took a third of its start, and 8 MB.
class TintedIcon final : public QIconEngine
{
public:
    struct Tints
    {
        QColor normal;
        QColor disabled;
        QColor selected;
    };
    /// @p name of resources/icons; without @p tints in the muted colour that the program's palette has when it is
    /// painted; @p mirrored: as seen in a mirror.
    TintedIcon(QString name, const std::optional<Tints> &tints, bool mirrored);

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    /// As large as asked for, but no larger than the largest mask: icons are scaled down only.
    QSize actualSize(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    QList<QSize> availableSizes(QIcon::Mode mode, QIcon::State state) override;
    bool isNull() override;
    QString key() const override;
    QIconEngine *clone() const override;

private:
    QColor tint(QIcon::Mode mode) const;
    QString fileOf(int size) const;

    QString m_name;
    std::optional<Tints> m_tints;
    bool m_mirrored;
};

} // namespace hangup
