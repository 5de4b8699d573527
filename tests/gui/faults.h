// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>
#include <QWidget>

namespace hangup::test {

/// The class and the accessible name, to say which widget is meant.
QString nameOf(const QWidget *widget);
/// Whether it is shown in that window and not in one above it.
bool isPart(const QWidget *widget, const QWidget *window);
/// What has less room than its words need, or lies over its neighbour; empty if nothing does.
QStringList faultsIn(QWidget *window);

} // namespace hangup::test
