// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/formdialog.h"

#include <QDate>

class QLabel;
class QPushButton;

namespace hangup {

class HistoryDateField;

/// "Remove old events": which batches, and what happens to them. Accepted with a day before which they are removed,
/// once they are saved in a file.
class HistoryRemovalDialog final : public FormDialog
{
    Q_OBJECT
public:
    /// @p today: no later day can be chosen, and the suggestion is a year before.
    HistoryRemovalDialog(const QDate &today, QWidget *parent);
    /// UTC, ms since 1970: the beginning of that day, here.
    qint64 beforeMs() const;

private:
    void check();

    QDate m_today;
    HistoryDateField *m_before;
    QLabel *m_note;
    QPushButton *m_go;
};

} // namespace hangup
