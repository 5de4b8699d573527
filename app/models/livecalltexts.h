// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/livecalltable.h"

#include <QString>

/// What stands in the cells of the live calls: plain text.
namespace hangup::livecalltexts {

QString header(int column);
QString headerToolTip(int column);
/// Empty: not told, or not read.
QString display(const LiveCallTable &table, const LiveRow &row, int column);
/// The whole of it, and why a cell is empty; plain.
QString toolTip(const LiveCallTable &table, const LiveRow &row, int column);
/// "Header: text", as a screen reader says it.
QString accessible(const LiveCallTable &table, const LiveRow &row, int column);
/// Right-aligned.
bool isNumeric(int column);

} // namespace hangup::livecalltexts
