// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/formdialog.h"

#include <QString>

class QLabel;

namespace hangup {

/// Shows a text for the IT department before it goes to the clipboard, where nobody but the user takes it from.
class DiagnosticsDialog final : public FormDialog
{
    Q_OBJECT
public:
    /// @p text: without secrets, see Session::diagnostics().
    DiagnosticsDialog(const QString &text, QWidget *parent);

private:
    void copy();

    QString m_text;
    QLabel *m_done;
};

} // namespace hangup
