// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/callscan.h"

#include <QDialog>

class QTableWidget;

namespace hangup {

/// What a text held that looked like an id and was left out: line, column, what, why. Plain text, copyable.
class IgnoredDialog final : public QDialog
{
    Q_OBJECT
public:
    IgnoredDialog(const ScanResult &scan, QWidget *parent);
    /// The selected lines, or all, as tab-separated text.
    QString asText() const;

private:
    void fill(const ScanResult &scan);
    void copy();

    QTableWidget *m_table;
};

} // namespace hangup
